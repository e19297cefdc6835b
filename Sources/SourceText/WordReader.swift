/// The one pass behind ``Words``.
struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var i: Int
  private var tokens: [Words.Token] = []
  /// What is known of the next token from what lies before it.
  private var ahead: Words.Traits = [.startsSentence, .startsParagraph, .startsLine]
  /// The token that ends a sentence, if what follows begins one.
  private var stop: Int?
  /// Set once no comment is closed any more, so that a text full of `<!--` is not searched again and again.
  private var commentsEnded = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
    self.bytes = bytes
    i = range.lowerBound
    end = range.upperBound
  }

  mutating func read() -> [Words.Token] {
    tokens.reserveCapacity((end - i) / 5)
    while i < end {
      let byte = bytes[i]
      if byte.isASCIILetter {
        word()
        continue
      }
      switch Character(byte) {
      case .letter, .digit: word()
      case .blank:
        ahead.insert(.afterSpace)
        i += 1
      case .lineBreak: lineBreak()
      case .quote: quotationMark(length: 1)
      case .mark: mark()
      case .beyondASCII: beyondASCII()
      }
    }
    return tokens
  }

  /// What an ASCII byte is to a reader of words.
  private enum Character {
    case letter, digit, blank, lineBreak, quote, mark, beyondASCII

    @inline(__always)
    init(_ byte: UInt8) {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: self = .letter
      case 0x30...0x39: self = .digit
      case 0x0A, 0x0D: self = .lineBreak
      case 0x00...0x20, 0x7F: self = .blank
      case UInt8(ascii: "\""), UInt8(ascii: "'"): self = .quote
      case 0x80...: self = .beyondASCII
      default: self = .mark
      }
    }
  }
}

// MARK: - Words

extension WordReader {
  private mutating func word() {
    let start = i
    let end = longestEnd
    var hash = WordHash()
    let seen = letters(&hash, to: end)
    var traits: Words.Traits = .plain
    if i > start {
      traits.insert(.letters)
      if bytes[start] & 0x20 == 0 { traits.insert(.capital) }
      if seen & 0x20 != 0 { traits.insert(.smallLetters) }
    }
    // Most words are of such letters alone.
    if i < end, !Self.endsPlainWord(bytes[i]) { goOn(from: start, to: end, &hash, &traits) }
    append(start, hash, traits)
  }

  private static func endsPlainWord(_ byte: UInt8) -> Bool {
    byte < 0x80 && !byte.isDigit && byte != UInt8(ascii: "'")
  }

  /// Takes what comes behind the first ASCII letters of a word.
  private mutating func goOn(
    from start: Int, to end: Int, _ hash: inout WordHash, _ traits: inout Words.Traits
  ) {
    if i == start, bytes[i].isDigit { traits.insert(.digitFirst) }
    while i < end {
      let byte = bytes[i]
      switch Character(byte) {
      case .letter:
        if letters(&hash, to: end) & 0x20 != 0 { traits.insert(.smallLetters) }
        traits.insert(.letters)
      case .digit:
        traits.insert(.digits)
        traits.remove(.plain)
        hash.add(byte)
        i += 1
      case .quote:
        guard byte == UInt8(ascii: "'"), wordGoesOn(after: i + 1) else { return }
        traits.remove(.plain)
        hash.add(byte)
        i += 1
      case .beyondASCII:
        let (scalar, length) = scalar(at: i)
        switch ScalarKind(scalar) {
        case .letter:
          let small = scalar.small
          if small != scalar, i == start { traits.insert(.capital) }
          if small == scalar { traits.insert(.smallLetters) }
          traits.insert(.letters)
          if small < 0x800 {
            hash.add(small)
          } else {
            for k in i..<i + length { hash.add(bytes[k]) }
          }
        case .apostrophe:
          guard wordGoesOn(after: i + length) else { return }
          hash.add(UInt8(ascii: "'"))
        case .invisible: break
        default: return
        }
        traits.remove(.plain)
        i += length
      default: return
      }
    }
  }

  private func wordGoesOn(after offset: Int) -> Bool {
    guard offset < end else { return false }
    switch Character(bytes[offset]) {
    case .letter, .digit: return true
    case .beyondASCII: return ScalarKind(scalar(at: offset).0) == .letter
    default: return false
    }
  }

  /// Where a token that begins here must have ended: the last scalar of it may take four bytes more.
  private var longestEnd: Int { min(end, i + Int(UInt16.max) - 3) }

  /// Takes the ASCII letters that come next: the bits that any of them has.
  @inline(__always)
  private mutating func letters(_ hash: inout WordHash, to end: Int) -> UInt8 {
    var seen: UInt8 = 0
    var k = i
    while k < end, bytes[k].isASCIILetter {
      seen |= bytes[k]
      hash.add(bytes[k] | 0x20)
      k += 1
    }
    i = k
    return seen
  }

  /// Takes a token up to here, with what is known of it from what came before.
  @inline(__always)
  private mutating func append(_ start: Int, _ hash: WordHash, _ own: Words.Traits) {
    if stop != nil { settleStop(before: own) }
    tokens.append(
      Words.Token(
        start: UInt32(truncatingIfNeeded: start), length: UInt16(truncatingIfNeeded: i - start),
        traits: own.union(ahead), hash: hash))
    ahead = []
  }
}

// MARK: - Marks

extension WordReader {
  private mutating func mark() {
    let start = i
    let byte = bytes[i]
    if byte == UInt8(ascii: "<"), skipComment() { return }
    i += 1
    if !Self.isBracket(byte) {
      let end = longestEnd
      while i < end, bytes[i] == byte { i += 1 }
    }
    var hash = WordHash()
    hash.add(byte)
    appendMark(start, hash, byte)
  }

  private mutating func appendMark(_ start: Int, _ hash: WordHash, _ byte: UInt8) {
    var traits: Words.Traits = .mark
    if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") || isInnerHyphen(byte) {
      traits.insert(.slight)
    }
    // A bracket may close between the full stop and the next sentence; any other mark goes on.
    if let last = stop, !Self.closes(byte) {
      if !ahead.contains(.startsSentence) { tokens[last].traits.insert(.slight) }
      stop = nil
    }
    append(start, hash, traits)
    if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") {
      stop = tokens.count - 1
    }
  }

  private func isInnerHyphen(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") && !ahead.contains(.afterSpace) && wordGoesOn(after: i)
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): true
    default: closes(byte) || byte == UInt8(ascii: ">")
    }
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
  }

  /// A comment is white space; one that is never closed is the marks it is made of.
  private mutating func skipComment() -> Bool {
    guard !commentsEnded, i + 4 <= end, bytes[i + 1] == UInt8(ascii: "!"),
      bytes[i + 2] == UInt8(ascii: "-"), bytes[i + 3] == UInt8(ascii: "-")
    else { return false }
    var k = i + 4
    while k + 3 <= end {
      if bytes[k] == UInt8(ascii: "-"), bytes[k + 1] == UInt8(ascii: "-"),
        bytes[k + 2] == UInt8(ascii: ">")
      {
        i = k + 3
        ahead.insert(.afterSpace)
        return true
      }
      k += 1
    }
    commentsEnded = true
    return false
  }

  /// The mark opens a quotation when it leans against what follows it, and closes one otherwise.
  private mutating func quotationMark(length: Int) {
    let next = i + length
    let leansRight = next < end && !bytes[next].isWhitespace
    let free = ahead.contains(.afterSpace) || ahead.contains(.startsLine) || tokens.isEmpty
    let afterBracket = tokens.last.map { Self.opens(bytes[Int($0.start)]) } ?? true
    quotationMark(length: length, opens: leansRight && (free || afterBracket))
  }

  private mutating func quotationMark(length: Int, opens: Bool) {
    if opens {
      ahead.insert(.opensQuotation)
    } else if !tokens.isEmpty {
      tokens[tokens.count - 1].traits.insert(.closesQuotation)
    }
    i += length
  }

  private static func opens(_ byte: UInt8) -> Bool { isBracket(byte) && !closes(byte) }
}

// MARK: - Sentences and lines

extension WordReader {
  /// Decides whether the full stop seen last ended a sentence, now that the next token is known.
  private mutating func settleStop(before next: Words.Traits) {
    guard let last = stop else { return }
    if next.contains(.mark) && !ahead.contains(.afterSpace) && !ahead.contains(.startsLine) {
      return  // a closing bracket: the question stays open
    }
    stop = nil
    if endsSentence(last, before: next) {
      ahead.insert(.startsSentence)
    } else if !ahead.contains(.startsSentence) {
      tokens[last].traits.insert(.slight)
    }
  }

  private func endsSentence(_ last: Int, before next: Words.Traits) -> Bool {
    guard ahead.contains(.afterSpace) || ahead.contains(.startsLine) else { return false }
    guard bytes[Int(tokens[last].start)] == UInt8(ascii: ".") else { return true }
    let begins = next.contains(.capital) || next.contains(.digitFirst)
    return begins && !(last > 0 && isAbbreviation(tokens[last - 1]))
  }

  private func isAbbreviation(_ token: Words.Token) -> Bool {
    // "e.g.", "s.", "D. Moore"; but a sentence may end in "I".
    if token.length == 1 {
      return token.traits.contains(.letters) && bytes[Int(token.start)] != UInt8(ascii: "I")
    }
    return token.length <= 6 && Self.abbreviations.contains(token.hash)
  }

  private static let abbreviations = WordSet(
    """
    ss no nos vs mr mrs ms mx dr st para paras art arts reg regs sch schs pp ch cl sec sect approx \
    cf al dept tel op ref refs rev hon sgt insp det supt cllr pc fig vol eg ie viz \
    jan feb mar apr jun jul aug sep sept oct nov dec
    """)

  private mutating func lineBreak() {
    if bytes[i] == .carriageReturn, i + 1 < end, bytes[i + 1] == .newline { i += 1 }
    i += 1
    ahead.insert(.startsLine)
    ahead.insert(.afterSpace)
    var start = i
    while start < end, bytes[start].isBlank { start += 1 }
    guard start < end else { return }
    if bytes[start].isLineBreak || startsListItem(at: start) {
      ahead.insert(.startsSentence)
      ahead.insert(.startsParagraph)
      stop = nil
    }
  }

  /// `- `, `1. `, `a) `, `(iv) `
  private func startsListItem(at offset: Int) -> Bool {
    var k = offset
    switch bytes[k] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"): return isBlank(at: k + 1)
    case 0xE2:  // • and –
      let bullet = scalar(at: k).0
      return (bullet == 0x2022 || bullet == 0x2013) && isBlank(at: k + 3)
    default: break
    }
    let bracket = bytes[k] == UInt8(ascii: "(")
    if bracket { k += 1 }
    let label = k
    while k < end, k - label < 4, bytes[k].isDigit || bytes[k].isASCIILetter { k += 1 }
    guard k > label, k < end, isBlank(at: k + 1) else { return false }
    return bytes[k] == UInt8(ascii: ")")
      || bytes[k] == UInt8(ascii: ".") && !bracket && bytes[label].isDigit
  }

  private func isBlank(at offset: Int) -> Bool { offset < end && bytes[offset].isWhitespace }
}

// MARK: - Beyond ASCII

extension WordReader {
  private mutating func beyondASCII() {
    let (scalar, length) = scalar(at: i)
    switch ScalarKind(scalar) {
    case .letter: word()
    case .space, .symbol:
      ahead.insert(.afterSpace)
      i += length
    case .invisible: i += length
    case .opensQuotation: quotationMark(length: length, opens: true)
    case .apostrophe, .closesQuotation: quotationMark(length: length, opens: false)
    case .dash:
      i += length
      appendMark(i - length, WordHash("-"), UInt8(ascii: "-"))
    case .mark:
      var hash = WordHash()
      for k in i..<i + length { hash.add(bytes[k]) }
      i += length
      appendMark(i - length, hash, 0)
    }
  }

  /// The scalar at an offset and its length in bytes; the text is known to be UTF-8.
  private func scalar(at offset: Int) -> (UInt32, Int) {
    let first = UInt32(bytes[offset])
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= end else { return (first, 1) }
    var scalar = first & (0x7F >> UInt32(length))
    for k in 1..<length { scalar = scalar << 6 | UInt32(bytes[offset + k] & 0x3F) }
    return (scalar, length)
  }
}
