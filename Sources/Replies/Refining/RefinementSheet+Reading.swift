import Documents
import Requests
import SourceText
import WorkingDays

extension RefinementSheet {
  /// Reads a sheet back, ticks and edits included.
  ///
  /// - Throws: every line that cannot be understood, with what would be right.
  public init(_ source: Source) throws(Diagnostics) {
    guard let header = try Header.read(source, schema: .refinementSheet),
      let kind = header.fields.first(where: { $0.name == "sheet" })
    else {
      throw source.error(
        "this is no refinement sheet", at: source.contentStart..<source.contentStart,
        remedy: "foi refine --letter LETTER makes one")
    }
    guard let purpose = Purpose(rawValue: kind.value) else {
      throw source.error(
        "no sheet is called \"\(kind.value)\"", at: kind.valueRange,
        remedy: "write clarification or cost")
    }
    var details = Details()
    for field in header.fields where field.value != Effect.hole && !field.value.isEmpty {
      switch field.name {
      case "from": details.from = field.value
      case "to": details.to = field.value
      case "reference": details.reference = field.value
      case "received": details.received = try Day.read(field, in: source)
      case "requested": details.requested = try Day.read(field, in: source)
      case "review-by": details.reviewBy = try Day.read(field, in: source)
      default: break
      }
    }
    var reader = SheetReader(source, from: header.bodyStart)
    reader.read()
    guard reader.problems.isEmpty else { throw Diagnostics(reader.problems) }
    let new = try RequestReading(source.only(reader.newQuestions)).request
    let old = try RequestReading(source.only(reader.request)).request
    self.init(
      purpose: purpose, details: details, decisions: reader.decisions, newFields: new.fields,
      newQuestions: new.questions, request: old)
  }
}

extension HeaderSchema {
  package static let refinementSheet = HeaderSchema([
    Key("sheet"), Key("from"), Key("to"), Key("reference"), Key("received"), Key("requested"),
    Key("review-by"),
  ])
}

extension Day {
  fileprivate static func read(_ field: Header.Field, in source: Source) throws(Diagnostics) -> Day
  {
    do throws(Diagnostics) {
      return try Day.read(field.value, as: field.name)
    } catch {
      throw source.error(
        "this is no day", at: field.valueRange, remedy: "write it as 5 January 2021")
    }
  }
}

extension Source {
  /// The text with everything but one range blanked out, so that places stay what they are.
  fileprivate func only(_ range: ByteRange) -> Source {
    var text = bytes
    for i in text.indices where !range.contains(i) && text[i] != .newline { text[i] = .space }
    return Source(name: name, text: String(decoding: text, as: UTF8.self))
  }
}

/// Goes through the lines of a sheet behind its header.
private struct SheetReader {
  let source: Source
  private var next: Int
  private(set) var decisions: [RefinementSheet.Decision] = []
  private(set) var newQuestions = 0..<0
  private(set) var request = 0..<0
  private(set) var problems: [Diagnostic] = []
  /// The text of the box being read, and where it stands.
  private var box: (text: String, range: ByteRange)?

  private enum Section { case decisions, newQuestions, request }

  init(_ source: Source, from start: Int) {
    self.source = source
    next = start
  }

  mutating func read() {
    var section = Section.decisions
    while next < source.bytes.count {
      let line = source.bytes.trimmed(next..<source.bytes.lineEnd(from: next))
      let isIndented = line.lowerBound > next
      next = source.bytes.nextLine(after: next)
      if starts("# ", line), !isIndented {
        endBox()
        switch section {
        case .decisions: section = starts("# New questions", line) ? .newQuestions : .decisions
        case .newQuestions: section = .request
        case .request: break
        }
        if section == .newQuestions { newQuestions = next..<next }
        if section == .request { request = next..<source.bytes.count }
        continue
      }
      switch section {
      case .decisions: readDecision(line, isIndented)
      case .newQuestions: newQuestions = newQuestions.lowerBound..<next
      case .request: return
      }
    }
    endBox()
    if request.isEmpty {
      problems.append(
        Diagnostic(
          "the sheet has lost its last part, \"# Your request so far\"",
          at: .init(source, source.bytes.count..<source.bytes.count),
          remedy: "make the sheet anew, or type that line and the request below it"))
    }
  }

  private func starts(_ prefix: StaticString, _ line: ByteRange) -> Bool {
    line.count >= prefix.utf8CodeUnitCount && source.bytes.matches(prefix, at: line.lowerBound)
  }

  private mutating func readDecision(_ line: ByteRange, _ isIndented: Bool) {
    if starts("## ", line) {
      endBox()
      readHeading(line.lowerBound + 3..<line.upperBound)
    } else if starts("- [", line) || starts("* [", line) {
      endBox()
      box = (source[line], line)
    } else if line.isEmpty {
      endBox()
    } else if let open = box, isIndented, !starts("Careful:", line) {
      // An editor has wrapped it.
      box = (open.text + " " + source[line], open.range.lowerBound..<line.upperBound)
    } else if starts(">", line), !decisions.isEmpty {
      let words = source[source.bytes.trimmed(line.lowerBound + 1..<line.upperBound)]
      let said = decisions[decisions.count - 1].quotation
      decisions[decisions.count - 1].quotation = said.isEmpty ? words : "\(said) \(words)"
    }
  }

  /// `Point 2, questions 1a and 3: why`, `No point mentions question 1c: why`
  private mutating func readHeading(_ range: ByteRange) {
    let bytes = source.bytes
    let colon = range.first { bytes[$0] == UInt8(ascii: ":") } ?? range.upperBound
    var decision = RefinementSheet.Decision(
      point: nil, questions: [], title: "", quotation: "", notes: [], options: [])
    decision.title = source[bytes.trimmed(min(colon + 1, range.upperBound)..<range.upperBound)]
    decision.range = range
    var words: [String] = []
    for word in source[range.lowerBound..<colon].split(whereSeparator: { $0 == " " || $0 == "," }) {
      words.append(String(word))
    }
    if words.count > 1, words[0] == "Point" { decision.point = words[1] }
    decision.isAmongPoints = words.first == "Point" || words.first == "No"
    if let about = words.firstIndex(where: { $0.lowercased().hasPrefix("question") }) {
      decision.questions = words[(about + 1)...].filter { $0 != "and" }
    }
    decisions.append(decision)
  }
}

// MARK: - Boxes

extension SheetReader {
  /// `- [x] + * a) text => effect`
  private mutating func endBox() {
    guard let (text, range) = box else { return }
    box = nil
    guard !decisions.isEmpty else { return }
    let bytes = Array(text.utf8)
    var at = 3
    let isTicked = bytes.count > 3 && bytes[3] != .space && bytes[3] != UInt8(ascii: "]")
    while at < bytes.count, bytes[at] != UInt8(ascii: "]") { at += 1 }
    at += 1
    var isAddition = false
    var isMarked = false
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "+") {
        isAddition = true
      } else if bytes[at] == UInt8(ascii: "*") {
        isMarked = true
      } else if bytes[at] != .space {
        break
      }
      at += 1
    }
    // "a)", and "aa)" behind "z)".
    var letters = at
    while letters < bytes.count, letters < at + 2, bytes[letters].isASCIILetter { letters += 1 }
    if letters > at, bytes[at: letters] == UInt8(ascii: ")") { at = letters + 1 }
    var arrow: Int?
    var i = at
    while i + 1 < bytes.count {
      if bytes[i] == UInt8(ascii: "="), bytes[i + 1] == UInt8(ascii: ">") { arrow = i }
      i += 1
    }
    guard let arrow, let effect = effect(bytes[(arrow + 2)...]) else {
      problems.append(
        Diagnostic(
          "what this box does is not clear", at: .init(source, range),
          remedy:
            "write behind =>: dates: …, questions (A), reword: …, withdraw, totals only, ask: …, keep, because: …, answer: … or define: …"
        ))
      return
    }
    var option = RefinementSheet.Option(
      text: trimmed(bytes[min(at, arrow)..<arrow]), effect: effect, isAddition: isAddition)
    option.isMarked = isMarked
    option.isTicked = isTicked
    option.range = range
    decisions[decisions.count - 1].options.append(option)
  }

  private func effect(_ bytes: ArraySlice<UInt8>) -> RefinementSheet.Effect? {
    let text = trimmed(bytes)
    func rest(_ prefix: String) -> String? {
      guard text.lowercased().hasPrefix(prefix) else { return nil }
      return trimmed(Array(text.utf8)[prefix.utf8.count...])
    }
    if let dates = rest("dates:") { return .dates(dates) }
    if let definition = rest("define:") { return .define(definition) }
    if let words = rest("reword:") { return .reword(words) }
    if let words = rest("ask:") { return .ask(words) }
    if let words = rest("answer:") { return .answer(words) }
    if let reason = rest("keep, because:") { return .keep(reason) }
    if rest("withdraw") != nil { return .withdraw }
    if rest("totals only") != nil { return .totalsOnly }
    for (verb, adds) in [("add to", true), ("leave out of", false)] {
      guard let words = rest(verb), let colon = words.utf8.firstIndex(of: UInt8(ascii: ":")) else {
        continue
      }
      let labels = words[..<colon].uppercased().bracketedLetters
      guard labels.count == 1 else { return nil }
      let offence = trimmed(
        Array(words.utf8)[(words.utf8.distance(from: words.startIndex, to: colon) + 1)...])
      return adds ? .add(offence, to: labels[0]) : .leaveOut(offence, from: labels[0])
    }
    if let words = rest("question") {
      let labels = words.uppercased().bracketedLetters
      return labels.isEmpty ? nil : .questions(labels)
    }
    return nil
  }

  private func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let all = Array(bytes)
    return String(decoding: all[all.trimmed(0..<all.count)], as: UTF8.self)
  }
}
