import Requests
import SourceText

/// A letter's text as a person sees it: paragraphs and sentences, whatever mail programs did to the lines.
///
/// The offsets are those of the text that came in. What only mail programs write — the `>` of a letter that
/// is quoted as a whole, no-break spaces, the `[1]` before a link — is blanked in a copy of the same length, so
/// that everything behind reads plain words and every place found is a place in the reader's own text.
struct LetterText: Sendable {
  let source: Source
  /// The text with what mail programs added blanked out; as long as the source.
  let bytes: [UInt8]
  let words: Words
  let paragraphs: [Paragraph]
  let sentences: [Sentence]

  struct Paragraph: Sendable {
    /// Without the white space around it.
    let range: ByteRange
    let lineCount: Int
    /// The number or letter it begins with.
    let label: LabelMark?
    let isBullet: Bool
    /// Made of `>` lines.
    let isQuoted: Bool
    let sentences: Range<Int>
    /// Where its words begin, behind a number or the mark of a list.
    let textStart: Int
  }

  struct Sentence: Sendable {
    let tokens: Range<Int>
    let range: ByteRange
    let paragraph: Int
  }

  init(_ source: Source) {
    self.source = source
    let lines = Self.lines(of: source.bytes)
    bytes = Self.cleaned(source, lines)
    words = Words(bytes)
    var layout = Layout(bytes: bytes, words: words)
    layout.add(Self.kept(Self.lines(of: bytes), of: lines, source.bytes))
    paragraphs = layout.paragraphs
    sentences = layout.sentences
  }

  /// The sentences that begin inside a stretch of the text.
  func sentences(in range: ByteRange) -> Range<Int> {
    let first = firstSentence(from: range.lowerBound)
    return first..<max(first, firstSentence(from: range.upperBound))
  }

  /// Sentences are in the order of the text, so they are found by halving.
  private func firstSentence(from offset: Int) -> Int {
    sentences.indices.boundary { sentences[$0].range.lowerBound >= offset }
  }

  /// Whether a sentence ends with a question mark.
  func isQuestion(_ sentence: Int) -> Bool {
    guard let last = sentences[sentence].tokens.last else { return false }
    return bytes[words.tokens[last].range.lowerBound] == UInt8(ascii: "?")
  }

  /// Whether a double quotation mark stands at an offset.
  func beginsQuotation(at start: Int) -> Bool {
    bytes[at: start] == UInt8(ascii: "\"") || bytes.matches("\u{201C}", at: start)
  }

  /// Whether a double quotation mark stands before an offset.
  func endsQuotation(at end: Int) -> Bool {
    bytes[at: end - 1] == UInt8(ascii: "\"") || bytes.matches("\u{201D}", at: end - 3)
  }

  /// The words at a range on one line.
  func text(_ range: ByteRange) -> String { bytes.unwrapped(range) }
}

// MARK: - Lines

extension LetterText {
  struct Line {
    /// Without the white space around it.
    let range: ByteRange
    let start: Int
    let isQuoted: Bool
  }

  private static func lines(of bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < bytes.count {
      let range = bytes.trimmed(start..<bytes.lineEnd(from: start))
      let isQuoted = bytes[at: range.lowerBound] == UInt8(ascii: ">") && !range.isEmpty
      lines.append(Line(range: range, start: start, isQuoted: isQuoted))
      start = bytes.nextLine(after: start)
    }
    return lines
  }

  /// Without the lines that are empty only because the number of a link stood on them: they part nothing.
  private static func kept(_ lines: [Line], of typed: [Line], _ bytes: [UInt8]) -> [Line] {
    var kept: [Line] = []
    for (line, original) in zip(lines, typed) {
      let wasLink = line.range.isEmpty && bytes[at: original.range.lowerBound] == UInt8(ascii: "[")
      if !wasLink || original.range.isEmpty { kept.append(line) }
    }
    return kept
  }

  /// A copy of the same length, without the marks of mail programs.
  private static func cleaned(_ source: Source, _ lines: [Line]) -> [UInt8] {
    var bytes = source.bytes
    for i in 0..<source.contentStart { bytes[i] = .space }
    let written = lines.filter { !$0.range.isEmpty }
    // A letter that is `>` lines from end to end was pasted out of a reply to it.
    let isQuotedWhole = written.filter { $0.isQuoted }.count * 5 > written.count * 4
    if isQuotedWhole {
      for line in lines where line.isQuoted { bytes[line.range.lowerBound] = .space }
    }
    var i = 0
    while i < bytes.count {
      switch bytes[i] {
      case 0x0B, 0x0C: bytes[i] = .space
      case 0xC2 where bytes[at: i + 1] == 0xA0:
        bytes[i] = .space
        bytes[i + 1] = .space
      case UInt8(ascii: "^"): bytes.flattenOrdinal(at: i)
      case UInt8(ascii: "["): bytes.blankLinkNumber(at: i)
      default: break
      }
      i += 1
    }
    return bytes
  }
}

extension Array<UInt8> {
  /// "19^th" is how a raised ending arrives in plain text.
  fileprivate mutating func flattenOrdinal(at i: Int) {
    guard i > 0, self[i - 1].isDigit, i + 2 < count, self[i + 1].isASCIILetter,
      self[i + 2].isASCIILetter
    else { return }
    self[i] = self[i + 1]
    self[i + 1] = self[i + 2]
    self[i + 2] = .space
  }

  /// "[1]" before a word is how a link arrives in plain text.
  fileprivate mutating func blankLinkNumber(at start: Int) {
    var end = start + 1
    while end < count, end - start <= 3, self[end].isDigit { end += 1 }
    guard end > start + 1, self[at: end] == UInt8(ascii: "]") else { return }
    for i in start...end { self[i] = .space }
  }
}

// MARK: - Paragraphs

/// Puts lines together to paragraphs and cuts those into sentences.
private struct Layout {
  let bytes: [UInt8]
  let words: Words
  var paragraphs: [LetterText.Paragraph] = []
  var sentences: [LetterText.Sentence] = []
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
