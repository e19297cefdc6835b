import SourceText

/// Reads lines as blocks.
///
/// What stands inside a quotation or a list item is a list of shorter lines, ranges of the same bytes,
/// read by another reader one level down; so every place is a place in the file.
struct BlockReader {
  let bytes: [UInt8]
  let lines: [ByteRange]
  let depth: Int
  private var next = 0
  private var blocks: [Markdown.Block] = []

  /// Deeper quotations and lists are paragraphs.
  private static let deepest = 12

  init(bytes: [UInt8], lines: [ByteRange], depth: Int) {
    self.bytes = bytes
    self.lines = lines
    self.depth = depth
  }

  consuming func read() -> [Markdown.Block] {
    while next < lines.count {
      let line = text(of: lines[next])
      if line.isEmpty {
        next += 1
      } else if !readMarked(line) {
        readParagraph()
      }
    }
    return blocks
  }

  private mutating func readMarked(_ line: ByteRange) -> Bool {
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "#"): readHeading(line)
    case UInt8(ascii: ">"): readQuote()
    case UInt8(ascii: "`"), UInt8(ascii: "~"): readCode(line)
    case UInt8(ascii: "<"): readComment(line)
    default: readThematicBreak(line) || readList(line)
    }
  }

  private mutating func add(_ kind: Markdown.Block.Kind, from start: Int) {
    blocks.append(.init(kind: kind, range: start..<text(of: lines[next - 1]).upperBound))
  }

  /// Whether a line ends the paragraph above it though no blank line stands between.
  private func interrupts(_ line: ByteRange) -> Bool {
    switch bytes[line.lowerBound] {
    case UInt8(ascii: "#"): bytes.headingLevel(of: line) != nil
    case UInt8(ascii: ">"): depth < Self.deepest
    case UInt8(ascii: "`"), UInt8(ascii: "~"): bytes.fence(of: line) != nil
    case UInt8(ascii: "<"): bytes.matches("<!--", at: line.lowerBound)
    default:
      if let marker = marker(of: line) {
        // A wrapped line may well begin with a number: "in the years 2019 and\n2020. I also ask".
        marker.number ?? 1 == 1
      } else {
        bytes.isThematicBreak(line)
      }
    }
  }

  private mutating func readParagraph() {
    let start = text(of: lines[next]).lowerBound
    var parts: [ByteRange] = []
    repeat {
      parts.append(text(of: lines[next]))
      next += 1
    } while next < lines.count && !text(of: lines[next]).isEmpty
      && !interrupts(text(of: lines[next]))
    add(.paragraph(InlineReader(bytes: bytes, lines: parts).read()), from: start)
  }

  // MARK: Blocks of one line

  private mutating func readHeading(_ line: ByteRange) -> Bool {
    guard let level = bytes.headingLevel(of: line) else { return false }
    var end = line.upperBound
    while bytes[end - 1] == UInt8(ascii: "#"), end > line.lowerBound + level { end -= 1 }
    // Closing marks stand apart: "## C#" is no "C".
    if !bytes[end - 1].isBlank, end > line.lowerBound + level { end = line.upperBound }
    let title = bytes.trimmed(line.lowerBound + level..<end)
    next += 1
    add(
      .heading(level: level, InlineReader(bytes: bytes, lines: [title]).read()),
      from: line.lowerBound)
    return true
  }

  private mutating func readThematicBreak(_ line: ByteRange) -> Bool {
    guard bytes.isThematicBreak(line) else { return false }
    next += 1
    add(.thematicBreak, from: line.lowerBound)
    return true
  }

  // MARK: Blocks of several lines

  private mutating func readCode(_ line: ByteRange) -> Bool {
    guard let fence = bytes.fence(of: line) else { return false }
    let mark = bytes[line.lowerBound]
    let language = bytes.trimmed(line.lowerBound + fence..<line.upperBound)
    let indent = line.lowerBound - lines[next].lowerBound
    var code: [UInt8] = []
    next += 1
    while next < lines.count {
      let text = text(of: lines[next])
      next += 1
      if let closing = bytes.fence(of: text), closing >= fence, closing == text.count,
        bytes[text.lowerBound] == mark
      {
        break
      }
      code += bytes[dropping(indent, from: lines[next - 1])]
      code.append(.newline)
    }
    add(
      .code(
        language: String(decoding: bytes[language], as: UTF8.self),
        text: String(decoding: code, as: UTF8.self)),
      from: line.lowerBound)
    return true
  }

  private mutating func readComment(_ line: ByteRange) -> Bool {
    guard bytes.matches("<!--", at: line.lowerBound) else { return false }
    var comment: [UInt8] = []
    var part = line.lowerBound + 4..<line.upperBound
    next += 1
    while true {
      if let end = bytes.first("-->", in: part) {
        comment += bytes[part.lowerBound..<end]
        break
      }
      comment += bytes[part]
      guard next < lines.count else { break }
      comment.append(.newline)
      part = lines[next]
      next += 1
    }
    let text = comment[comment.trimmed(0..<comment.count)]
    add(.comment(String(decoding: text, as: UTF8.self)), from: line.lowerBound)
    return true
  }

  private mutating func readQuote() -> Bool {
    guard depth < Self.deepest else { return false }
    let start = text(of: lines[next]).lowerBound
    var inner: [ByteRange] = []
    while next < lines.count {
      let line = text(of: lines[next])
      guard bytes[at: line.lowerBound] == UInt8(ascii: ">"), !line.isEmpty else { break }
      var content = line.lowerBound + 1
      if content < line.upperBound, bytes[content].isBlank { content += 1 }
      inner.append(content..<line.upperBound)
      next += 1
    }
    let blocks = BlockReader(bytes: bytes, lines: inner, depth: depth + 1).read()
    add(.quote(.init(blocks: blocks, lines: inner)), from: start)
    return true
  }

  private mutating func readList(_ line: ByteRange) -> Bool {
    guard let first = marker(of: line) else { return false }
    var items: [[Markdown.Block]] = []
    while next < lines.count {
      let line = text(of: lines[next])
      guard !line.isEmpty, let marker = marker(of: line), !bytes.isThematicBreak(line),
        (marker.number == nil) == (first.number == nil)
      else { break }
      items.append(readItem(line, marker))
      // Blank lines may stand between items, but behind the last they are not the list's.
      let end = next
      while next < lines.count, text(of: lines[next]).isEmpty { next += 1 }
      if next < lines.count, self.marker(of: text(of: lines[next])) != nil { continue }
      next = end
    }
    add(.list(.init(start: first.number, items: items)), from: line.lowerBound)
    return true
  }

  /// An item goes on with deeper lines, and with lines that can be nothing but the wrapped paragraph.
  private mutating func readItem(_ line: ByteRange, _ marker: Marker) -> [Markdown.Block] {
    let indent = line.lowerBound - lines[next].lowerBound
    var inner = [marker.content..<line.upperBound]
    next += 1
    while next < lines.count {
      var following = next
      while following < lines.count, text(of: lines[following]).isEmpty { following += 1 }
      guard following < lines.count else { break }
      let text = text(of: lines[following])
      let isDeeper = text.lowerBound - lines[following].lowerBound > indent
      let isWrapped = following == next && !interrupts(text) && self.marker(of: text) == nil
      guard isDeeper || isWrapped else { break }
      for i in next...following {
        inner.append(dropping(marker.content - line.lowerBound + indent, from: lines[i]))
      }
      next = following + 1
    }
    return BlockReader(bytes: bytes, lines: inner, depth: depth + 1).read()
  }

  // MARK: Lines

  private struct Marker {
    /// Nil of a bullet.
    let number: Int?
    /// Where the text behind the marker begins.
    let content: Int
  }

  private func marker(of line: ByteRange) -> Marker? {
    guard depth < Self.deepest, let end = bytes.markerEnd(of: line) else { return nil }
    guard end == line.upperBound || bytes[end].isBlank else { return nil }
    var content = end
    while content < line.upperBound, bytes[content].isBlank { content += 1 }
    var number: Int?
    if bytes[line.lowerBound].isDigit {
      var value = 0
      for byte in bytes[line.lowerBound..<end - 1] { value = value * 10 + Int(byte & 0xF) }
      number = value
    }
    return Marker(number: number, content: content)
  }

  private func text(of line: ByteRange) -> ByteRange { bytes.trimmed(line) }

  /// A line without as many of its leading blanks.
  private func dropping(_ blanks: Int, from line: ByteRange) -> ByteRange {
    let most = min(line.lowerBound + blanks, line.upperBound)
    var start = line.lowerBound
    while start < most, bytes[start].isBlank { start += 1 }
    return start..<line.upperBound
  }
}

extension Array<UInt8> {
  fileprivate func headingLevel(of line: ByteRange) -> Int? {
    let level = run(from: line)
    guard (1...6).contains(level), self[line.lowerBound] == UInt8(ascii: "#") else { return nil }
    return line.count == level || self[line.lowerBound + level].isBlank ? level : nil
  }

  /// How many marks open or close a block of code, three at least.
  fileprivate func fence(of line: ByteRange) -> Int? {
    let length = run(from: line)
    guard length >= 3 else { return nil }
    let mark = self[line.lowerBound]
    let rest = line.lowerBound + length..<line.upperBound
    if mark == UInt8(ascii: "`") { return self[rest].contains(mark) ? nil : length }
    return mark == UInt8(ascii: "~") ? length : nil
  }

  fileprivate func isThematicBreak(_ line: ByteRange) -> Bool {
    guard let mark = self[at: line.lowerBound],
      mark == UInt8(ascii: "-") || mark == UInt8(ascii: "*") || mark == UInt8(ascii: "_")
    else { return false }
    var marks = 0
    for byte in self[line] where !byte.isBlank {
      guard byte == mark else { return false }
      marks += 1
    }
    return marks >= 3
  }

  /// Where a bullet or number ends; numbers have nine digits at most, so that they fit 32 bits.
  fileprivate func markerEnd(of line: ByteRange) -> Int? {
    let start = line.lowerBound
    switch self[at: start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return start + 1
    case 0xE2: return matches("•", at: start) || matches("–", at: start) ? start + 3 : nil
    default: break
    }
    var end = start
    while end < line.upperBound, end - start < 10, self[end].isDigit { end += 1 }
    guard (1...9).contains(end - start), end < line.upperBound else { return nil }
    return self[end] == UInt8(ascii: ".") || self[end] == UInt8(ascii: ")") ? end + 1 : nil
  }

  /// How often the first byte of a range is repeated.
  fileprivate func run(from range: ByteRange) -> Int {
    var end = range.lowerBound
    while end < range.upperBound, self[end] == self[range.lowerBound] { end += 1 }
    return end - range.lowerBound
  }
}
