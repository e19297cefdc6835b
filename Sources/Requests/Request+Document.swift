import Documents
import SourceText

extension Request {
  /// The request as a question list, the form in which a person keeps and edits it.
  ///
  /// Reading it again gives the same request, with one exception: the second of two questions labelled
  /// alike is kept apart as `4#2` in the value and typed as `4` in the list.
  public var document: String {
    var paragraphs: [String] = []
    if !fields.isEmpty {
      var lines: [String] = []
      for field in fields { lines += field.lines }
      paragraphs.append(lines.joined(separator: "\n"))
    }
    if !context.isEmpty { paragraphs.append(context) }
    if !questions.isEmpty {
      var lines: [String] = []
      var sequence = LabelSequence()
      for question in questions {
        let label = Array("\(question.typedLabel).".utf8)
        if let mark = LabelMark(label, at: 0, end: label.count) {
          var believed = sequence
          // Out of sequence a label is believed after a blank line only.
          let isBelieved = believed.label(for: mark, freshLine: false) != nil
          if !isBelieved, !lines.isEmpty { lines.append("") }
          _ = sequence.label(for: mark, freshLine: true)
        }
        lines += question.lines
      }
      paragraphs.append(lines.joined(separator: "\n"))
    }
    if !remarks.isEmpty { paragraphs.append(remarks) }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }
}

extension Question {
  /// The label as a writer types it, without the mark that tells two alike apart: `1`, `1ai`, `a(i)`.
  public var typedLabel: String {
    let bytes = label.utf8.prefix { $0 != UInt8(ascii: "#") }
    let typed = String(decoding: bytes, as: UTF8.self)
    guard let first = bytes.first, !first.isDigit, bytes.count > 1, Roman.value(typed) == nil
    else { return typed }
    // Below a lone letter a numeral is one only in brackets: "di" may be a name.
    let below = String(decoding: bytes.dropFirst(), as: UTF8.self)
    return "\(String(decoding: [first], as: UTF8.self))(\(below))"
  }

  fileprivate var lines: [String] {
    var lines = ["\(typedLabel). \(text)"]
    for field in fields {
      for value in field.valuesOnOneLine { lines.append("- \(field.name.rawValue): \(value)") }
    }
    return lines
  }
}

extension Field {
  fileprivate var lines: [String] {
    let name = self.name.rawValue
    let key = name.prefix(1).uppercased() + name.dropFirst()
    if values.count == 1, let value = values.first { return ["\(key): \(Header.written(value))"] }
    var lines = ["\(key):"]
    for value in values { lines.append("- \(Header.written(value))") }
    return lines
  }

  /// A value that came as JSON may have line breaks, behind which another question could seem to begin.
  fileprivate var valuesOnOneLine: [String] {
    values.map { value in
      let bytes = Array(value.utf8)
      return bytes.unwrapped(0..<bytes.count)
    }
  }
}
