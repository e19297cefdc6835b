import Requests
import SourceText

/// Puts lines together to paragraphs and cuts those into sentences.
struct LetterLayout {
  let bytes: [UInt8]
  let words: Words
  private(set) var paragraphs: [LetterText.Paragraph] = []
  private(set) var sentences: [LetterText.Sentence] = []
  private var open: [LetterText.Line] = []
  /// The token that the next paragraph begins with.
  private var token = 0

  /// Longer lines were not wrapped by a mail program.
  private static let longestWrapped = 100

  init(bytes: [UInt8], words: Words) {
    self.bytes = bytes
    self.words = words
  }

  mutating func add(_ lines: [LetterText.Line]) {
    var width = 0
    var lengths: [Int] = []
    for line in lines {
      lengths.append(line.range.isEmpty ? 0 : length(line.range))
      if lengths[lengths.count - 1] <= Self.longestWrapped {
        width = max(width, lengths[lengths.count - 1])
      }
    }
    for (i, line) in lines.enumerated() {
      if isAwaitingWords, line.range.isEmpty { continue }
      if let last = open.last, !isAwaitingWords || begins(line) || line.isQuoted != last.isQuoted,
        line.range.isEmpty || line.isQuoted != last.isQuoted
          || begins(line, after: last, length: lengths[i - 1], width: width)
      {
        close()
      }
      if !line.range.isEmpty { open.append(line) }
    }
    close()
  }

  /// Whether a line begins a paragraph of its own although no blank line stands before it.
  ///
  /// A program breaks a line where the next word would not have fitted; where it would have, a person did.
  private func begins(
    _ line: LetterText.Line, after last: LetterText.Line, length: Int, width: Int
  ) -> Bool {
    let ends = ".?!:;".utf8.contains(bytes[last.range.upperBound - 1])
    if label(of: line) != nil, ends || label(of: last) != nil { return true }
    if isBullet(line), ends || isBullet(last) { return true }
    if isHeaded(line), ends || label(of: last) != nil || isHeaded(last) { return true }
    let first = bytes[line.range.lowerBound]
    let beginsAnew = !(0x61...0x7A).contains(first)
    guard ends || beginsAnew else { return false }
    if length > Self.longestWrapped { return true }
    var wordEnd = line.range.lowerBound
    while wordEnd < line.range.upperBound, !bytes[wordEnd].isWhitespace { wordEnd += 1 }
    return length + 1 + self.length(line.range.lowerBound..<wordEnd) <= width
  }

  /// Whether the open paragraph is a label alone, "Question 1", which the words below belong to.
  private var isAwaitingWords: Bool {
    guard open.count == 1, let label = label(of: open[0]) else { return false }
    return label.textStart >= open[0].range.upperBound
  }

  private func begins(_ line: LetterText.Line) -> Bool { label(of: line) != nil || isBullet(line) }

  private static let longestHead = 24

  /// Whether a line says at its beginning what it is: "Response: …", "A1: 12", "Item 2 - …".
  private func isHeaded(_ line: LetterText.Line) -> Bool {
    guard (0x41...0x5A).contains(bytes[line.range.lowerBound]) else { return false }
    var words = 1
    for i in line.range.prefix(Self.longestHead) {
      let next = bytes[at: i + 1]
      switch bytes[i] {
      case UInt8(ascii: ":"): return next?.isWhitespace ?? true
      case UInt8(ascii: "-"): return bytes[i - 1].isBlank && next?.isBlank == true
      case 0xE2: return bytes[i - 1].isBlank && next == 0x80
      case .space where next?.isASCIILetter == true || next?.isDigit == true: words += 1
      case let byte where byte.isASCIILetter || byte.isDigit || byte.isBlank: break
      default: return false
      }
      if words > 2 { return false }
    }
    return false
  }

  private func length(_ range: ByteRange) -> Int {
    var scalars = 0
    for byte in bytes[range] where !byte.continuesScalar { scalars += 1 }
    return scalars
  }

  private func label(of line: LetterText.Line) -> LabelMark? {
    LabelMark(bytes, at: line.range.lowerBound, end: line.range.upperBound)
      ?? LabelMark(ofAnswer: bytes, line.range)
  }

  private func isBullet(_ line: LetterText.Line) -> Bool {
    let start = line.range.lowerBound
    switch bytes[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return bytes[at: start + 1]?.isBlank == true
    case 0xE2:
      return bytes[at: start + 1] == 0x80 && [0x93, 0xA2].contains(bytes[at: start + 2] ?? 0)
    case 0xC2: return bytes[at: start + 1] == 0xB7
    case 0xEF: return bytes[at: start + 1] == 0x82
    default: return false
    }
  }

  private mutating func close() {
    guard let first = open.first, let last = open.last else { return }
    let range = first.range.lowerBound..<last.range.upperBound
    let firstSentence = sentences.count
    while token < words.tokens.count, words.tokens[token].range.lowerBound < range.lowerBound {
      token += 1
    }
    var start = token
    while token < words.tokens.count, words.tokens[token].range.lowerBound < range.upperBound {
      if token > start, words.tokens[token].traits.contains(.startsSentence) {
        addSentence(start..<token)
        start = token
      }
      token += 1
    }
    if token > start { addSentence(start..<token) }
    let label = label(of: first)
    let isBullet = isBullet(first)
    var textStart = label?.textStart ?? range.lowerBound
    // Below a label that stands alone, or in the next cell of a table.
    if label != nil {
      while textStart < range.upperBound,
        bytes[textStart].isWhitespace || bytes[textStart] == UInt8(ascii: "|")
      {
        textStart += 1
      }
    }
    if isBullet {
      while textStart < range.upperBound, !bytes[textStart].isBlank { textStart += 1 }
      while textStart < range.upperBound, bytes[textStart].isBlank { textStart += 1 }
    }
    paragraphs.append(
      LetterText.Paragraph(
        range: range, lineCount: open.count, label: label, isBullet: isBullet,
        isQuoted: first.isQuoted, sentences: firstSentence..<sentences.count, textStart: textStart))
    open = []
  }

  private mutating func addSentence(_ tokens: Range<Int>) {
    var range = words.bytes(of: tokens)
    // Quotation marks are no tokens; those that close the last word belong to its sentence.
    while let length = quotationMark(at: range.upperBound) {
      range = range.lowerBound..<range.upperBound + length
    }
    sentences.append(.init(tokens: tokens, range: range, paragraph: paragraphs.count))
  }

  private func quotationMark(at i: Int) -> Int? {
    switch bytes[at: i] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): 1
    case 0xE2 where bytes[at: i + 1] == 0x80 && [0x99, 0x9D].contains(bytes[at: i + 2] ?? 0): 3
    default: nil
    }
  }
}
