import SourceText

/// Cuts a text into the tokens that dates and periods are made of, in one pass.
struct TimeLexer {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let vocabulary = TimeVocabulary.all
  private let end: Int
  private var i: Int
  /// The words of the text, where they have been read already, and the next of them.
  private let words: UnsafeBufferPointer<Words.Token>
  private var nextWord: Int
  private var tokens: [TimeToken] = []
  /// Whether the next token touches the one before it.
  private var glued = false

  /// - Parameter words: the words of the whole text and the first of the range, where they have been read already.
  static func tokens(
    of bytes: [UInt8], in range: ByteRange, knowing words: (all: Words, first: Int)? = nil
  ) -> [TimeToken] {
    bytes.withUnsafeBufferPointer { bytes in
      let known = words?.all.tokens ?? []
      return known.withUnsafeBufferPointer { known in
        var lexer = TimeLexer(
          bytes, range.clamped(to: 0..<bytes.count), known, from: words?.first ?? 0)
        while lexer.i < lexer.end { lexer.next() }
        return lexer.tokens
      }
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange,
    _ words: UnsafeBufferPointer<Words.Token>, from first: Int
  ) {
    self.bytes = bytes
    self.words = words
    nextWord = first
    i = range.lowerBound
    end = range.upperBound
  }

  private mutating func next() {
    let byte = bytes[i]
    if byte.isWhitespace { return whiteSpace() }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
      run()
    case UInt8(ascii: "-"): hyphen()
    case UInt8(ascii: "/"): mark(.slash)
    case UInt8(ascii: "."): mark(.dot)
    case UInt8(ascii: ","): mark(.comma, soft: true)
    case UInt8(ascii: "("), UInt8(ascii: "["): mark(.open, soft: true)
    case UInt8(ascii: ")"), UInt8(ascii: "]"): mark(.close, soft: true)
    case UInt8(ascii: "&"): mark(.word(.and), soft: true)
    case UInt8(ascii: ":") where bytes.matches("://", at: i): address(from: i)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ":"), UInt8(ascii: ";"),
      UInt8(ascii: "*"), UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "|"):
      mark(.other, soft: true)
    case 0x80...: nonASCII()
    default: mark(.other)
    }
  }

  /// Blanks and a line break hold words together; an empty line, or a bullet on the next, parts them.
  private mutating func whiteSpace() {
    var breaks = 0
    while i < end, bytes[i].isWhitespace {
      if bytes[i] == .newline || bytes[i] == .carriageReturn && bytes[at: i + 1] != .newline {
        breaks += 1
      }
      i += 1
    }
    if breaks > 1 { append(.other, i..<i) }
    glued = false
    let isBullet =
      breaks > 0 && i + 1 < end && bytes[i + 1].isBlank
      && (bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "*"))
    if isBullet { mark(.other, soft: true) }
  }

  /// A run of letters and digits.
  private mutating func run() {
    let start = i
    // Most runs are words of ordinary text: their letters are read once.
    var hash = WordHash()
    if let word = plainWord() {
      hash = word.hash
      i = word.range.upperBound
    } else {
      while i < end, bytes[i].isASCIILetter {
        hash.add(bytes[i] | 0x20)
        i += 1
      }
    }
    if i == end || !goesOn(at: i) {
      if let kind = vocabulary.kind(of: hash) {
        append(kind, start..<i)
        if case .month = kind, i - start <= 4, i < end, bytes[i] == UInt8(ascii: ".") { i += 1 }
      } else if i < end, bytes.matches("www.", at: start) {
        address(from: start)
      } else {
        append(.other, start..<i)
      }
    } else {
      mixedRun(from: start)
    }
    glued = true
  }

  /// The word that begins here, if it is known to be of letters alone.
  private mutating func plainWord() -> Words.Token? {
    while nextWord < words.count, words[nextWord].range.lowerBound < i { nextWord += 1 }
    guard nextWord < words.count else { return nil }
    let word = words[nextWord]
    guard word.traits.contains(.plain), word.range.lowerBound == i, word.range.upperBound <= end
    else { return nil }
    return word
  }

  /// A run that does not consist of ASCII letters alone.
  private mutating func mixedRun(from start: Int) {
    while i < end, goesOn(at: i) { i += 1 }
    var digitsEnd = start
    while digitsEnd < i, bytes[digitsEnd].isDigit { digitsEnd += 1 }
    if digitsEnd == i, i + 2 < end, bytes[i] == UInt8(ascii: "^"), isOrdinalEnding(at: i + 1) {
      i += 3
    }

    if digitsEnd == i {
      append(number(start..<i).map { .number($0, digits: i - start) } ?? .other, start..<i)
    } else if digitsEnd > start {
      append(ordinal(start, digitsEnd) ?? .other, start..<i)
    } else {
      abbreviation(start)
    }
  }

  private func goesOn(at i: Int) -> Bool {
    isWordByte(bytes[i]) || bytes[i] >= 0x80 && !isMark(at: i)
  }

  /// `FY19` and `Q1`; any other word is ordinary text.
  private mutating func abbreviation(_ start: Int) {
    if bytes.matches("fy", at: start), let year = number(start + 2..<i) {
      append(.word(.fy), start..<start + 2)
      glued = true
      append(.number(year, digits: i - start - 2), start + 2..<i)
    } else if bytes.matches("q", at: start), i == start + 2,
      let quarter = number(start + 1..<i), (1...4).contains(quarter)
    {
      append(.quarter(quarter), start..<i)
    } else {
      append(.other, start..<i)
    }
  }

  private mutating func hyphen() { mark(.hyphen) }

  private mutating func address(from start: Int) {
    while i < end, !bytes[i].isWhitespace { i += 1 }
    append(.other, start..<i)
    glued = true
  }

  /// Dashes, typographic quotes and blanks are marks; all other scalars are letters of a word.
  private mutating func nonASCII() {
    if bytes[i] == 0xC2, bytes[at: i + 1] == 0xA0 {
      i = min(i + 2, end)
      glued = false
      return
    }
    guard isMark(at: i) else { return run() }
    let last = bytes[i + 2]
    switch (bytes[i + 1], last) {
    case (0x80, 0x90), (0x80, 0x91): mark(.hyphen, length: 3)
    case (0x80, 0x92...0x95), (0x88, _): mark(.dash, length: 3)
    case (0x80, 0x80...0x8A), (0x80, 0xAF):
      i = min(i + 3, end)
      glued = false
    default: mark(.other, soft: true, length: 3)
    }
  }

  /// Whether a three-byte mark begins here: U+2000 to U+203F, or the minus sign U+2212.
  private func isMark(at i: Int) -> Bool {
    if bytes[i] == 0xC2 { return bytes[at: i + 1] == 0xA0 }
    guard bytes[i] == 0xE2, i + 2 < end else { return false }
    return bytes[i + 1] == 0x80 || bytes[i + 1] == 0x88 && bytes[i + 2] == 0x92
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    byte.isDigit || byte.isASCIILetter || byte == UInt8(ascii: "_")
  }

  /// A mark; a soft one, such as a bracket or quotation mark, does not glue what follows to it.
  private mutating func mark(_ kind: TimeToken.Kind, soft: Bool = false, length: Int = 1) {
    let range = i..<min(i + length, end)
    append(kind, range)
    i = range.upperBound
    glued = !soft
  }

  private mutating func append(_ kind: TimeToken.Kind, _ range: ByteRange) {
    if case .other = kind, case .other = tokens.last?.kind { return }
    tokens.append(TimeToken(kind: kind, range: range, glued: glued))
  }

  /// A number of one to eight digits.
  private func number(_ range: ByteRange) -> Int? {
    guard (1...8).contains(range.count) else { return nil }
    var value = 0
    for byte in bytes[range] {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// `5th`, and `5^th` as it comes out of a word processor's raised letters.
  private func ordinal(_ start: Int, _ digitsEnd: Int) -> TimeToken.Kind? {
    let isRaised = bytes[digitsEnd] == UInt8(ascii: "^")
    guard i == digitsEnd + (isRaised ? 3 : 2), isOrdinalEnding(at: i - 2),
      let value = number(start..<digitsEnd), (1...31).contains(value)
    else { return nil }
    return .ordinal(value)
  }

  private func isOrdinalEnding(at i: Int) -> Bool {
    bytes.matches("st", at: i) || bytes.matches("nd", at: i) || bytes.matches("rd", at: i)
      || bytes.matches("th", at: i)
  }
}
