import SourceText

/// Words that can stand in place of others.
///
/// In `to`, `<1>` inserts what the first bracket of `from` matched, round or angled, counted by where it
/// opens. The inserted words keep their own capitals, but for the first letter of a sentence.
public struct Rewrite: Sendable, Hashable {
  public let from: Pattern
  public let to: String
  public let safety: Fix.Safety
  private let pieces: [Piece]

  private enum Piece: Sendable, Hashable {
    case text(String)
    case capture(Int)
  }

  /// Reads `to`, which stands somewhere in a guide.
  ///
  /// - Throws: a number for which `from` has no bracket, at its place.
  public init(from: Pattern, to source: Source, _ range: ByteRange, safety: Fix.Safety)
    throws(Diagnostics)
  {
    self.from = from
    self.to = source[range]
    self.safety = safety
    var pieces: [Piece] = []
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      guard source.bytes[i] == UInt8(ascii: "<"), let end = Self.digits(source, i + 1, range) else {
        i += 1
        continue
      }
      guard let number = Int(source[i + 1..<end]), (1...max(1, from.captures)).contains(number),
        from.captures > 0
      else {
        throw source.error(
          "there is no bracket \(source[i + 1..<end]) in \"from\"", at: i..<end + 1,
          remedy: "it has \(from.captures)")
      }
      if start < i { pieces.append(.text(source[start..<i])) }
      pieces.append(.capture(number))
      i = end + 1
      start = i
    }
    if start < range.upperBound { pieces.append(.text(source[start..<range.upperBound])) }
    self.pieces = pieces
  }

  /// The end of the digits that stand between an opening and a closing angle bracket.
  private static func digits(_ source: Source, _ start: Int, _ range: ByteRange) -> Int? {
    var i = start
    while i < range.upperBound, source.bytes[i].isDigit { i += 1 }
    return i > start && i < range.upperBound && source.bytes[i] == UInt8(ascii: ">") ? i : nil
  }
}

extension Rewrite {
  /// The fix for words that ``from`` matched.
  func fix(_ match: Matcher.Match, in words: Words, of source: Source) -> Fix {
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let words): text += words
      case .capture(let number):
        guard number < match.captures.count, let tokens = match.captures[number] else { continue }
        text += source[words.bytes(of: tokens)]
      }
    }
    let first = words.tokens[match.tokens.lowerBound].traits
    if first.isSuperset(of: [.capital, .startsSentence]) { text = text.startingWithCapital }
    return Fix(
      title: text.isEmpty ? "leave it out" : "write \"\(text)\"", safety: safety,
      edits: [Edit(words.bytes(of: match.tokens), text)])
  }
}

extension String {
  fileprivate var startingWithCapital: String {
    var bytes = Array(utf8)
    if let first = bytes.first, (0x61...0x7A).contains(first) { bytes[0] = first & 0xDF }
    return String(decoding: bytes, as: UTF8.self)
  }
}
