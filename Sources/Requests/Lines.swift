import SourceText

/// A line of a letter or question list and what it begins with.
struct Line {
  enum Kind: Hashable {
    case blank
    /// A `>` line: other people's words.
    case quoted
    /// A line of, or inside, `<!-- … -->`.
    case comment
    case label(LabelMark)
    /// A list line; its words begin at the offset.
    case bullet(Int)
    case plain
  }

  let kind: Kind
  /// The line without the white space around it.
  let range: ByteRange
  let isIndented: Bool

  /// Cuts a text into lines.
  static func all(of bytes: [UInt8], in range: ByteRange) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(range.count / 40)
    var start = range.lowerBound
    var commentEnd = start
    var mayClose = true
    while start < range.upperBound {
      let lineEnd = bytes.lineEnd(from: start)
      let end = min(lineEnd, range.upperBound)
      let text = bytes.trimmed(start..<end)
      if text.lowerBound < commentEnd {
        lines.append(Line(kind: .comment, range: text, isIndented: false))
      } else if bytes.matches("<!--", at: text.lowerBound) {
        // Once one search for a close has run to the end, no later one can succeed.
        let close = mayClose ? bytes.first("-->", in: text.lowerBound + 4..<range.upperBound) : nil
        mayClose = close != nil
        commentEnd = close.map { $0 + 3 } ?? end
        lines.append(Line(kind: .comment, range: text, isIndented: false))
      } else {
        lines.append(
          Line(kind: kind(of: bytes, text), range: text, isIndented: text.lowerBound > start))
      }
      start = bytes.nextLine(afterEnd: lineEnd)
    }
    return lines
  }

  private static func kind(of bytes: [UInt8], _ text: ByteRange) -> Kind {
    guard let first = text.isEmpty ? nil : bytes[text.lowerBound] else { return .blank }
    if first == UInt8(ascii: ">") { return .quoted }
    if let start = bulletText(bytes, text) { return .bullet(start) }
    if let mark = LabelMark(bytes, at: text.lowerBound, end: text.upperBound) {
      return .label(mark)
    }
    return .plain
  }

  /// Where the words behind a bullet begin; nil when the line is no list line.
  private static func bulletText(_ bytes: [UInt8], _ text: ByteRange) -> Int? {
    var i = text.lowerBound + markLength(bytes, text.lowerBound)
    guard i > text.lowerBound else { return nil }
    guard i < text.upperBound, bytes[i].isBlank || bytes[i] > 0x7F else { return nil }
    // A word processor puts a no-break space behind its bullet.
    while i < text.upperBound {
      if bytes[i].isBlank {
        i += 1
      } else if bytes[i] == 0xC2, bytes[at: i + 1] == 0xA0 {
        i += 2
      } else {
        break
      }
    }
    return i < text.upperBound ? i : nil
  }

  /// Bytes of the bullet at an offset; 0 where none stands.
  static func markLength(_ bytes: [UInt8], _ i: Int) -> Int {
    let next = bytes[at: i + 1]
    let third = bytes[at: i + 2] ?? 0
    switch bytes[i] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return 1
    // The hollow bullet of a second level is pasted as an "o" with a tab behind it.
    case UInt8(ascii: "o"): return next == UInt8(ascii: "\t") ? 1 : 0
    // – — • ‣ ⁃
    case 0xE2 where next == 0x80: return [0x93, 0x94, 0xA2, 0xA3].contains(third) ? 3 : 0
    case 0xE2 where next == 0x81: return third == 0x83 ? 3 : 0
    // ■ □ ▪ ▫, ○ ● and ◦
    case 0xE2 where next == 0x96: return [0xA0, 0xA1, 0xAA, 0xAB].contains(third) ? 3 : 0
    case 0xE2 where next == 0x97: return [0x8B, 0x8F, 0xA6].contains(third) ? 3 : 0
    // ·
    case 0xC2: return next == 0xB7 ? 2 : 0
    // A word processor's private-use bullets, as they arrive in a paste.
    case 0xEF: return next == 0x82 ? 3 : 0
    default: return 0
    }
  }
}
