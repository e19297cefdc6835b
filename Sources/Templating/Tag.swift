import SourceText

/// A tag as written: what kind it is, where it stands, and the name inside.
struct Tag {
  enum Kind {
    case value, raw, section, inverted, close, partial, parent, block, comment, delimiters
  }

  let kind: Kind
  let place: ByteRange
  /// What stands between the delimiters after the sign of its kind, without white space at the ends.
  let content: ByteRange

  /// The tag that would close this one.
  func closing(in source: Source, delimiters: Delimiters) -> String {
    String(decoding: delimiters.open, as: UTF8.self) + "/" + source[content]
      + String(decoding: delimiters.close, as: UTF8.self)
  }
}

extension Tag.Kind {
  /// The kind that a character after the opening delimiter stands for.
  init?(sign: UInt8?) {
    switch sign {
    case UInt8(ascii: "#"): self = .section
    case UInt8(ascii: "^"): self = .inverted
    case UInt8(ascii: "/"): self = .close
    case UInt8(ascii: ">"): self = .partial
    case UInt8(ascii: "<"): self = .parent
    case UInt8(ascii: "$"): self = .block
    case UInt8(ascii: "!"): self = .comment
    case UInt8(ascii: "="): self = .delimiters
    case UInt8(ascii: "{"), UInt8(ascii: "&"): self = .raw
    default: return nil
    }
  }

  /// Whether a line with nothing else on it is left out of the text.
  var mayStandAlone: Bool { self != .value && self != .raw }

  var text: String {
    switch self {
    case .value, .raw: "slot"
    case .section: "section"
    case .inverted: "inverted section"
    case .close: "closing tag"
    case .partial: "partial"
    case .parent: "parent"
    case .block: "block"
    case .comment: "comment"
    case .delimiters: "delimiter tag"
    }
  }
}

extension Delimiters {
  /// Reads `<% %>`.
  init?(_ content: ArraySlice<UInt8>) {
    var words: [[UInt8]] = []
    var isInWord = false
    for byte in content {
      if byte.isWhitespace {
        isInWord = false
      } else if byte == UInt8(ascii: "=") {
        return nil
      } else if isInWord {
        words[words.count - 1].append(byte)
      } else {
        words.append([byte])
        isInWord = true
      }
    }
    guard words.count == 2 else { return nil }
    self.init(open: words[0], close: words[1])
  }
}

// Finding the next tag.
extension Parser {
  /// The next complete tag; one that is not complete is reported, and looked past.
  mutating func nextTag() -> Tag? {
    while !isStopped, errors.count < Self.mostErrors, let start = nextOpening() {
      let afterOpen = start + delimiters.open.count
      let sign = afterOpen < range.upperBound ? source.bytes[afterOpen] : nil
      let kind = Tag.Kind(sign: sign) ?? .value
      let contentStart = kind == .value ? afterOpen : afterOpen + 1
      if let tag = tag(kind, from: start, contentStart: contentStart) { return tag }
    }
    return nil
  }

  private mutating func nextOpening() -> Int? {
    let first = delimiters.open[0]
    var i = position
    while i < range.upperBound {
      if source.bytes[i] == first, isAt(i, delimiters.open) { return i }
      i += 1
    }
    position = i
    return nil
  }

  /// Looks for the end of a tag, up to where another one opens.
  private mutating func tag(_ kind: Tag.Kind, from start: Int, contentStart: Int) -> Tag? {
    let isTriple = kind == .raw && source.bytes[contentStart - 1] == UInt8(ascii: "{")
    let sign: UInt8? = isTriple ? UInt8(ascii: "}") : kind == .delimiters ? UInt8(ascii: "=") : nil
    var i = contentStart
    while i < range.upperBound {
      if let sign, source.bytes[i] == sign, isAt(i + 1, delimiters.close) {
        return tag(kind, start, contentStart..<i, end: i + 1 + delimiters.close.count)
      }
      if isAt(i, delimiters.close) {
        let end = i + delimiters.close.count
        if sign == nil { return tag(kind, start, contentStart..<i, end: end) }
        reportUnclosed(kind, start..<end, sign: sign)
        position = end
        return nil
      }
      // A comment may mention a tag.
      if kind != .comment, isAt(i, delimiters.open) { break }
      i += 1
    }
    reportUnclosed(kind, start..<lineEnd(of: start..<i), sign: sign)
    position = i
    return nil
  }

  private mutating func tag(
    _ kind: Tag.Kind, _ start: Int, _ content: ByteRange, end: Int
  ) -> Tag {
    let content = kind == .comment ? content : source.bytes.trimmed(content)
    return Tag(kind: kind, place: start..<end, content: content)
  }

  private mutating func reportUnclosed(_ kind: Tag.Kind, _ range: ByteRange, sign: UInt8?) {
    var close = String(decoding: delimiters.close, as: UTF8.self)
    if let sign { close = String(decoding: [sign], as: UTF8.self) + close }
    let shown = range.lowerBound..<min(range.upperBound, range.lowerBound + 40)
    report(
      "the tag \"\(source[source.bytes.trimmed(shown)])\" is never closed", at: range,
      remedy: "end it with \(close)")
  }

  /// The part of a range that is on its first line.
  private func lineEnd(of range: ByteRange) -> Int {
    var i = range.lowerBound
    while i < range.upperBound, !source.bytes[i].isLineBreak { i += 1 }
    return i
  }

  private func isAt(_ offset: Int, _ wanted: [UInt8]) -> Bool {
    guard offset + wanted.count <= range.upperBound else { return false }
    for i in 0..<wanted.count where source.bytes[offset + i] != wanted[i] { return false }
    return true
  }
}
