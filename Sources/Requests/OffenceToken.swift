import SourceText

/// A word or a mark of a text that names offences.
struct OffenceToken: Sendable {
  let range: ByteRange
  /// Of the word as ``comparableWords(_:)`` gives it, "and" for `&`; nil for a mark.
  let word: WordHash?
  /// The byte of a mark; 0 for a word.
  let symbol: UInt8

  /// Splits a text; "s127" comes apart, so that a section can be told from its number.
  static func all(in bytes: [UInt8], range: ByteRange) -> [OffenceToken] {
    var tokens: [OffenceToken] = []
    var i = range.lowerBound
    while i < range.upperBound {
      if bytes[i].isWhitespace {
        i += 1
        continue
      }
      var end = i
      while end < range.upperBound, isWord(bytes, at: end) { end += 1 }
      if end == i {
        let scalarEnd = (i + 1..<range.upperBound).first { !bytes[$0].continuesScalar }
        end = scalarEnd ?? range.upperBound
        let word = bytes[i] == UInt8(ascii: "&") ? WordHash("and") : nil
        tokens.append(OffenceToken(range: i..<end, word: word, symbol: bytes[i]))
      } else {
        if let number = gluedNumber(bytes, in: i..<end) {
          tokens.append(OffenceToken(bytes, i..<number))
          i = number
        }
        tokens.append(OffenceToken(bytes, i..<end))
      }
      i = end
    }
    return tokens
  }

  private init(range: ByteRange, word: WordHash?, symbol: UInt8) {
    self.range = range
    self.word = word
    self.symbol = symbol
  }

  private init(_ bytes: [UInt8], _ range: ByteRange) {
    self.init(range: range, word: Self.hash(of: bytes, range), symbol: 0)
  }

  private static func hash(of bytes: [UInt8], _ range: ByteRange) -> WordHash {
    var hash = WordHash()
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = bytes[i]
      if byte == 0xE2, bytes[i...].starts(with: [0xE2, 0x80, 0x99]) {
        i += 2  // a curly apostrophe
      } else if byte != UInt8(ascii: "'") {
        hash.add(byte.folded)
      }
      i += 1
    }
    return hash
  }

  /// Letters and digits, an apostrophe between them, and letters beyond ASCII but not its dashes and quotes.
  private static func isWord(_ bytes: [UInt8], at i: Int) -> Bool {
    let byte = bytes[i]
    if byte.isASCIILetter || byte.isDigit { return true }
    if byte >= 0x80 { return isInLetter(bytes, at: i) }
    return byte == UInt8(ascii: "'") && i > 0 && bytes[i - 1].isASCIILetter
      && bytes[at: i + 1]?.isASCIILetter == true
  }

  /// Whether the byte belongs to a scalar outside General Punctuation (U+2000 to U+206F).
  private static func isInLetter(_ bytes: [UInt8], at i: Int) -> Bool {
    var start = i
    while start > 0, bytes[start].continuesScalar { start -= 1 }
    let isPunctuation = bytes[start] == 0xE2 && (0x80...0x81).contains(bytes[at: start + 1] ?? 0)
    return !isPunctuation || bytes[start...].starts(with: [0xE2, 0x80, 0x99])
  }

  /// Where the number begins in "s127", "ss8" or "art15".
  private static func gluedNumber(_ bytes: [UInt8], in range: ByteRange) -> Int? {
    var number = range.lowerBound
    while number < range.upperBound, !bytes[number].isDigit { number += 1 }
    guard number > range.lowerBound, number < range.upperBound else { return nil }
    return prefixes.contains(hash(of: bytes, range.lowerBound..<number)) ? number : nil
  }

  private static let prefixes = WordSet("s ss sec section art")
}

extension OffenceToken {
  var isDash: Bool { symbol == 0xE2 }

  func isOne(of words: WordSet) -> Bool { word.map { words.contains($0) } ?? false }

  /// Marks that may stand between the words of an Act's name.
  var isInsideTitle: Bool {
    switch symbol {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// What parts one name from the next.
  var isSeparator: Bool {
    guard let word else { return symbol != UInt8(ascii: "-") }
    return Self.separators.contains(word)
  }

  /// Words and marks that say nothing by themselves.
  var isFiller: Bool {
    guard let word else { return true }
    return Self.separators.contains(word) || Self.fillers.contains(word)
  }

  private static let separators = WordSet("and or")
  private static let fillers = WordSet(
    """
    the of under in to for contrary offence offences crime crimes home office ho code codes class classes
    """)
}

extension [OffenceToken] {
  subscript(at i: Int) -> OffenceToken? { indices.contains(i) ? self[i] : nil }
}
