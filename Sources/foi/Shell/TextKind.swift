import Answerable

/// What a text in a folder is, as `foi lint` has to know: not every text there is a request.
enum TextKind {
  case request
  /// A rule's guide: its header begins with `rule:`.
  case rule
  /// A letter with slots: its header begins with `template:`, or it stands among the partials.
  case template
  /// A page for people: it begins with a Markdown heading.
  case page

  init(_ source: Source, _ path: String) {
    let start = source.bytes.trimmed(source.content).lowerBound
    let lines = source[start..<min(start + 256, source.bytes.count)].split(
      maxSplits: 2, whereSeparator: { $0.isNewline || $0 == "\r\n" })
    let first = lines.first ?? ""
    let key = first == "---" && lines.count > 1 ? lines[1] : ""
    if key.hasPrefix("rule:") {
      self = .rule
    } else if key.hasPrefix("template:") || path.split(separator: "/").contains("partials") {
      self = .template
    } else {
      self = first.hasPrefix("# ") ? .page : .request
    }
  }
}

extension Source {
  /// Whether it holds white space only.
  var isBlank: Bool { bytes.trimmed(content).isEmpty }

  /// A letter template as the prose that it is: blanks in place of its header and its `{{slots}}`, so that every
  /// other word keeps its place.
  func withoutSlots() throws(Diagnostics) -> Source {
    let body = try LetterTemplate.body(of: self)
    var text = bytes
    func blank(_ range: Range<Int>) {
      for i in range where text[i] != UInt8(ascii: "\n") { text[i] = UInt8(ascii: " ") }
    }
    blank(contentStart..<body.lowerBound)
    let (open, close) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
    var slot: Int?
    var i = body.lowerBound
    while i + 1 < body.upperBound {
      if slot == nil, text[i] == open, text[i + 1] == open {
        slot = i
      } else if let start = slot, text[i] == close, text[i + 1] == close {
        blank(start..<i + 2)
        slot = nil
      }
      i += 1
    }
    return try Source(name: name, bytes: text)
  }
}
