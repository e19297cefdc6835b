import SourceText

/// Words that can stand in place of others.
///
/// In `to`, `<1>` inserts what the first bracket of `from` matched, round or angled, counted by where it
/// opens. The inserted words keep their own capitals, but for the first letter of a sentence.
public struct Rewrite: Sendable, Hashable {
  public let from: Pattern
  public let to: String
  public let safety: Fix.Safety

  /// Reads `to`, which stands somewhere in a guide.
  ///
  /// - Throws: a number for which `from` has no bracket, at its place.
  public init(from: Pattern, to source: Source, _ range: ByteRange, safety: Fix.Safety)
    throws(Diagnostics)
  {
    self.from = from
    self.to = source[range]
    self.safety = safety
    for case .capture(let number, let place) in Self.pieces(source.bytes, range)
    where number < 1 || number > from.captures {
      throw source.error(
        "there is no bracket \(number) in \"from\"", at: place, remedy: "it has \(from.captures)")
    }
  }

  /// Takes `to` from a table, which was read once before.
  init(from: Pattern, to: String, safety: Fix.Safety) {
    self.from = from
    self.to = to
    self.safety = safety
  }

  private enum Piece {
    case text(ByteRange)
    case capture(Int, ByteRange)
  }

  private static func pieces(_ bytes: [UInt8], _ range: ByteRange) -> [Piece] {
    var pieces: [Piece] = []
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "<"), let end = digits(bytes, i + 1, range) else {
        i += 1
        continue
      }
      if start < i { pieces.append(.text(start..<i)) }
      let number = Int(String(decoding: bytes[i + 1..<end], as: UTF8.self)) ?? 0
      pieces.append(.capture(number, i..<end + 1))
      i = end + 1
      start = i
    }
    if start < range.upperBound { pieces.append(.text(start..<range.upperBound)) }
    return pieces
  }

  /// The end of the digits that stand between an opening and a closing angle bracket.
  private static func digits(_ bytes: [UInt8], _ start: Int, _ range: ByteRange) -> Int? {
    var i = start
    while i < range.upperBound, bytes[i].isDigit { i += 1 }
    return i > start && i < range.upperBound && bytes[i] == UInt8(ascii: ">") ? i : nil
  }
}

extension Rewrite {
  /// The fix for words that ``from`` matched.
  func fix(_ match: Matcher.Match, in words: Words, of source: Source) -> Fix {
    var text = ""
    let to = Array(self.to.utf8)
    for piece in Self.pieces(to, 0..<to.count) {
      switch piece {
      case .text(let range): text += String(decoding: to[range], as: UTF8.self)
      case .capture(let number, _):
        guard number < match.captures.count, let tokens = match.captures[number] else { continue }
        text += source[words.bytes(of: tokens)]
      }
    }
    let first = words.tokens[match.tokens.lowerBound].traits
    if first.contains([.capital, .startsSentence]) { text = text.startingWithCapital }
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
