import SourceText

extension JSON {
  /// How many arrays and objects may stand inside one another.
  public static let deepest = 256

  /// Reads a text that is one JSON value (RFC 8259), strictly.
  ///
  /// Stricter than the RFC asks where a person would want to know: a key given twice in an object is an
  /// error, and so is half a surrogate pair. A byte-order mark is passed over.
  ///
  /// - Throws: the first thing that is wrong, with its place.
  public static func read(_ source: Source) throws(Diagnostics) -> JSON {
    var reader = JSONReader(source: source)
    return try reader.readDocument()
  }
}

private struct JSONReader {
  let source: Source
  private let bytes: [UInt8]
  private var offset: Int

  init(source: Source) {
    self.source = source
    bytes = source.bytes
    offset = source.contentStart
  }

  mutating func readDocument() throws(Diagnostics) -> JSON {
    skipWhitespace()
    let value = try readValue(depth: 0)
    skipWhitespace()
    guard offset == bytes.count else {
      throw unexpected(
        "there is more text behind the end of the JSON value", remedy: "a file holds one value")
    }
    return value
  }

  private mutating func readValue(depth: Int) throws(Diagnostics) -> JSON {
    let start = offset
    switch bytes[at: offset] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < JSON.deepest else {
        throw source.error(
          "more than \(JSON.deepest) arrays and objects stand inside one another",
          at: start..<start + 1, remedy: "nest them less deeply")
      }
      let value = bytes[start] == UInt8(ascii: "{") ? try readObject(depth) : try readArray(depth)
      return JSON(value, range: start..<offset)
    case UInt8(ascii: "\""):
      let text = String(decoding: try readString(), as: UTF8.self)
      return JSON(.string(text), range: start..<offset)
    case let byte? where byte.isDigit || byte == UInt8(ascii: "-"):
      try readNumber()
      return JSON(.number(source[start..<offset]), range: start..<offset)
    default:
      let word = readWord()
      switch source[word] {
      case "null": return JSON(.null, range: word)
      case "true": return JSON(.bool(true), range: word)
      case "false": return JSON(.bool(false), range: word)
      default: throw noValue(word)
      }
    }
  }

  // MARK: Arrays and objects

  private mutating func readArray(_ depth: Int) throws(Diagnostics) -> JSON.Kind {
    let opening = offset
    var items: [JSON] = []
    offset += 1
    skipWhitespace()
    while !skip(UInt8(ascii: "]")) {
      if !items.isEmpty { try readComma(before: UInt8(ascii: "]"), opening: opening) }
      try checkNotAtEnd(opening: opening)
      items.append(try readValue(depth: depth + 1))
      skipWhitespace()
    }
    return .array(items)
  }

  private mutating func readObject(_ depth: Int) throws(Diagnostics) -> JSON.Kind {
    let opening = offset
    var members: [JSON.Member] = []
    // By their bytes: Swift takes two ways of writing é for one string, JSON does not.
    var keys: [[UInt8]: ByteRange] = [:]
    offset += 1
    skipWhitespace()
    while !skip(UInt8(ascii: "}")) {
      if !members.isEmpty { try readComma(before: UInt8(ascii: "}"), opening: opening) }
      try checkNotAtEnd(opening: opening)
      let start = offset
      guard bytes[offset] == UInt8(ascii: "\"") else {
        throw unexpected("a key is missing here", remedy: "write the key in double quotes")
      }
      let key = try readString()
      let range = start..<offset
      let name = String(decoding: key, as: UTF8.self)
      if let first = keys.updateValue(range, forKey: key) {
        throw source.error(
          "the key \"\(name)\" is given twice", at: range, remedy: "keep one of them",
          notes: [.init("it was first given here", at: .init(source, first))])
      }
      skipWhitespace()
      guard skip(UInt8(ascii: ":")) else {
        throw unexpected("a colon is missing behind the key \"\(name)\"", remedy: "write \":\"")
      }
      skipWhitespace()
      try checkNotAtEnd(opening: opening)
      members.append(.init(name, try readValue(depth: depth + 1), keyRange: range))
      skipWhitespace()
    }
    return .object(members)
  }

  private mutating func readComma(before closing: UInt8, opening: Int) throws(Diagnostics) {
    try checkNotAtEnd(opening: opening)
    let comma = offset
    guard skip(UInt8(ascii: ",")) else {
      let mark = Character(Unicode.Scalar(closing))
      throw unexpected("a comma is missing here", remedy: "write \",\" or \"\(mark)\" before this")
    }
    skipWhitespace()
    guard bytes[at: offset] != closing else {
      throw source.error(
        "nothing follows this comma", at: comma..<comma + 1, remedy: "leave it out")
    }
  }

  private func checkNotAtEnd(opening: Int) throws(Diagnostics) {
    guard offset >= bytes.count else { return }
    let isObject = bytes[opening] == UInt8(ascii: "{")
    throw source.error(
      isObject ? "this object is never closed" : "this array is never closed",
      at: opening..<opening + 1, remedy: isObject ? "end it with \"}\"" : "end it with \"]\"")
  }

  // MARK: Strings

  /// Reads a string with its quotes and gives its content.
  private mutating func readString() throws(Diagnostics) -> [UInt8] {
    let opening = offset
    var content: [UInt8] = []
    offset += 1
    var start = offset
    while let byte = bytes[at: offset], byte >= 0x20 {
      if byte == UInt8(ascii: "\"") {
        content += bytes[start..<offset]
        offset += 1
        return content
      }
      offset += 1
      guard byte == UInt8(ascii: "\\") else { continue }
      content += bytes[start..<offset - 1]
      content += String(Character(try readEscape())).utf8
      start = offset
    }
    guard let byte = bytes[at: offset], !byte.isLineBreak else {
      throw source.error(
        "this string is never closed", at: opening..<offset,
        remedy: "end it with a quotation mark; a line break in it is written \\n")
    }
    throw source.error(
      "a control character stands in this string", at: offset..<offset + 1,
      remedy: byte == .tab ? "write it as \\t" : "write it as \\u00\(hex(byte))")
  }

  /// Reads what follows a backslash.
  private mutating func readEscape() throws(Diagnostics) -> Unicode.Scalar {
    let start = offset - 1
    let byte = bytes[at: offset] ?? 0
    if bytes[at: offset] != nil { offset += 1 }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      while bytes[at: offset]?.continuesScalar == true { offset += 1 }
      throw source.error(
        "JSON does not know this escape", at: start..<offset,
        remedy: "write a backslash as two")
    }
    let unit = try readHex(start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let first = offset
    if unit < 0xDC00, bytes[at: offset] == UInt8(ascii: "\\"),
      bytes[at: offset + 1] == UInt8(ascii: "u")
    {
      offset += 2
      let second = try readHex(first)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    throw source.error(
      "this is half of a character (a lone surrogate)", at: start..<first,
      remedy: "write both halves, or the character itself")
  }

  private mutating func readHex(_ start: Int) throws(Diagnostics) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[at: offset] ?? 0
      switch byte.folded {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 + UInt32(byte & 0xF)
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 + UInt32(byte & 0xF) + 9
      default:
        throw source.error(
          "four hexadecimal digits must follow \\u", at: start..<offset, remedy: "such as \\u00e9")
      }
      offset += 1
    }
    return value
  }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }

  // MARK: Numbers and words

  private mutating func readNumber() throws(Diagnostics) {
    let start = offset
    _ = skip(UInt8(ascii: "-"))
    let whole = offset
    try readDigits(from: start)
    guard bytes[whole] != UInt8(ascii: "0") || offset == whole + 1 else {
      throw source.error(
        "a number cannot begin with 0", at: start..<offset,
        remedy: "leave out the zeros, or write it in quotes if they matter")
    }
    if skip(UInt8(ascii: ".")) { try readDigits(from: start) }
    if bytes[at: offset]?.folded == UInt8(ascii: "e") {
      offset += 1
      if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
      try readDigits(from: start)
    }
  }

  private mutating func readDigits(from start: Int) throws(Diagnostics) {
    let first = offset
    while bytes[at: offset]?.isDigit == true { offset += 1 }
    guard offset > first else {
      throw source.error(
        "a digit is missing in this number", at: start..<max(offset, start + 1),
        remedy: "write it as 12, -12, 0.5 or 1e6")
    }
  }

  /// The letters and digits that stand here, or the one character.
  private mutating func readWord() -> ByteRange {
    let start = offset
    while let byte = bytes[at: offset], byte.isASCIILetter || byte.isDigit { offset += 1 }
    if offset == start, offset < bytes.count {
      repeat { offset += 1 } while bytes[at: offset]?.continuesScalar == true
    }
    return start..<offset
  }

  private func noValue(_ word: ByteRange) -> Diagnostics {
    let text = source[word]
    let remedy =
      switch text.lowercased() {
      case "nan", "infinity": "JSON has no such number: write null, or text in double quotes"
      case "null", "none", "nil", "undefined": "write null"
      case "true", "yes": "write true"
      case "false", "no": "write false"
      case "'": "write text in double quotes"
      case "/", "#": "JSON has no comments: leave it out"
      case "+": "leave out the plus sign"
      case ".": "write a digit before the point"
      case ",": "leave out the comma, or write null"
      default: "write text in double quotes, a number, true, false, null, [ or {"
      }
    return source.error(
      text.isEmpty ? "the JSON value is missing" : "\"\(text)\" is no JSON value", at: word,
      remedy: remedy)
  }

  private mutating func unexpected(_ message: String, remedy: String) -> Diagnostics {
    source.error(message, at: readWord(), remedy: remedy)
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard bytes[at: offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func skipWhitespace() {
    while bytes[at: offset]?.isWhitespace == true { offset += 1 }
  }
}
