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
    var layout = LetterLayout(bytes: bytes, words: words)
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

  /// The words of a sentence without the number or bullet before it.
  func words(ofSentence sentence: Int) -> Range<Int> {
    var tokens = sentences[sentence].tokens
    let start = paragraphs[sentences[sentence].paragraph].textStart
    while let first = tokens.first, words.tokens[first].range.lowerBound < start {
      tokens.removeFirst()
    }
    return tokens
  }
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
