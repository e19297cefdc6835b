import Documents
import Requests
import SourceText
import WorkingDays

extension RefinementSheet {
  /// The sheet as a document to read, tick and edit.
  public var text: String {
    var out = "---\nsheet: \(purpose.rawValue)\n"
    for (name, value) in details.lines { out += "\(name): \(Header.written(value))\n" }
    out += "---\n"
    out += purpose.opening
    for decision in decisions { out += "\n" + decision.text }
    out += "\n# New questions\n\n"
    if newQuestions.isEmpty {
      out += "<!-- None. A question that you add here, as (A), (B) …, can stand behind a box. -->\n"
    } else {
      out += newList + "\n"
    }
    return out + "\n# Your request so far\n\n" + request.document
  }

  /// The new questions as a question list, with letters for numbers.
  private var newList: String {
    var list = Request(fields: newFields, questions: newQuestions)
    for i in list.questions.indices {
      list.questions[i].label = list.questions[i].label.uppercased()
    }
    var out = ""
    for line in list.document.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      // `A. The number of …` as `(A) The number of …`, which reads as a label and no initial.
      let bytes = Array(line.utf8)
      let isLabelled =
        bytes.count > 2 && (0x41...0x5A).contains(bytes[0]) && bytes[1] == UInt8(ascii: ".")
      out += (out.isEmpty ? "" : "\n")
      out += isLabelled ? "(\(line.prefix(1)))\(line.dropFirst(2))" : String(line)
    }
    return out
  }
}

extension RefinementSheet.Purpose {
  fileprivate var opening: String {
    let how = """
      Put an x between the brackets of one box in each part: [x]. A box with a + goes with one of the others. The one with a * is what foi would take. Fill every ____ in a line that you tick, and change whatever you like: what stands behind => is what happens. Nothing of yours changes without your tick.
      """
    switch self {
    case .clarification: return "# What they ask, and what you decide\n\n\(how)\n"
    case .cost:
      return """
        # What was too much, and what you decide

        This makes a new request, with a clock of its own. The other road is a review of the refusal: foi reply writes that letter.

        \(how)

        """
    }
  }
}

extension RefinementSheet.Details {
  var lines: [(name: String, value: String)] {
    var lines: [(name: String, value: String)] = []
    lines.append(("from", from ?? "____"))
    lines.append(("to", to ?? "____"))
    if let reference { lines.append(("reference", reference)) }
    lines.append(("received", received?.text ?? "____"))
    if let requested { lines.append(("requested", requested.text)) }
    if let reviewBy { lines.append(("review-by", reviewBy.text)) }
    return lines
  }
}

extension RefinementSheet.Decision {
  fileprivate var text: String {
    var out = "## \(name.startingWithCapital): \(title)\n\n"
    if !quotation.isEmpty { out += "> \(quotation)\n\n" }
    for note in notes { out += "\(note)\n" }
    if !notes.isEmpty { out += "\n" }
    var lettered = 0
    for option in options {
      out += "- [\(option.isTicked ? "x" : " ")] "
      if option.isAddition { out += "+ " }
      if option.isMarked { out += "* " }
      if !option.isAddition {
        out += listLetter(lettered) + ") "
        lettered += 1
      }
      out += "\(option.text.withoutArrows) => \(option.effect.text.withoutArrows)\n"
      if !option.careful.isEmpty { out += "  Careful: \(option.careful)\n" }
    }
    return out
  }
}

extension String {
  /// What is quoted of a letter cannot say what a tick does.
  fileprivate var withoutArrows: String {
    var out: [UInt8] = []
    for byte in utf8 {
      if byte == UInt8(ascii: ">"), out.last == UInt8(ascii: "=") {
        out[out.count - 1] = UInt8(ascii: "-")
      }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }

  var startingWithCapital: String {
    var bytes = Array(utf8)
    if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first - 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }
}
