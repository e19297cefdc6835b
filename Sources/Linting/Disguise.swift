import SourceText

/// Another look of the same example, in which the rule must find the same.
struct Disguise: Sendable {
  /// For a message: "this example gives other findings …".
  let name: String
  /// The example changed, and where its marks are now; nil where the change means nothing.
  let put: @Sendable (Example) -> Worn?

  struct Worn {
    var text: [UInt8] = []
    var marks: [ByteRange] = []
  }

  func put(on example: Example) -> Worn? { put(example) }

  static var all: [Disguise] { [emoji, carriageReturns, curlyQuotes, wrapped, quoted] }

  /// Bytes and UTF-16 units part here: positions that mix them up move.
  private static let emoji = Disguise(name: "behind an emoji") { example in
    guard isOneParagraph(example), !beginsWithLabel(example) else { return nil }
    let prefix = Array("😀 ".utf8)
    var worn = Worn(text: prefix + example.text)
    for mark in example.marks {
      worn.marks.append(mark.lowerBound + prefix.count..<mark.upperBound + prefix.count)
    }
    return worn
  }

  private static let carriageReturns = Disguise(name: "with CRLF line breaks") { example in
    example.changing { byte, _ in byte == .newline ? [.carriageReturn, .newline] : [byte] }
  }

  private static let curlyQuotes = Disguise(name: "with curly quotes") { example in
    example.changing { byte, i in
      guard byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") else { return [byte] }
      let before = example.text[at: i - 1] ?? .space
      let opens = before.isWhitespace || before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
      let isDouble = byte == UInt8(ascii: "\"")
      return [0xE2, 0x80, isDouble ? (opens ? 0x9C : 0x9D) : (opens ? 0x98 : 0x99)]
    }
  }

  /// Every blank a line break, but where a line would then begin like a list line or a closing.
  private static let wrapped = Disguise(name: "when it is wrapped") { example in
    guard isOneParagraph(example), !beginsWithLabel(example) else { return nil }
    return example.changing { byte, i in
      [byte == .space && mayBeginLine(example.text, at: i + 1) ? .newline : byte]
    }
  }

  /// Somebody else's words are left alone.
  private static let quoted = Disguise(name: "as somebody else's words") { example in
    var worn = Worn(text: [UInt8(ascii: ">"), .space])
    for byte in example.text {
      worn.text.append(byte)
      if byte == .newline { worn.text += [UInt8(ascii: ">"), .space] }
    }
    return worn
  }

  private static func isOneParagraph(_ example: Example) -> Bool {
    !example.text.contains(.newline)
  }

  /// Whether it begins with a label, a salutation or a key: then nothing may stand before it.
  private static func beginsWithLabel(_ example: Example) -> Bool {
    for byte in example.text.prefix(24) {
      if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") {
        return true
      }
    }
    return example.text.matches("Dear ", at: 0)
  }

  private static func mayBeginLine(_ text: [UInt8], at offset: Int) -> Bool {
    guard let first = text[at: offset], (0x61...0x7A).contains(first) else { return false }
    var i = offset
    while i < text.count, text[i].isASCIILetter { i += 1 }
    return i - offset > 3 && (i == text.count || text[i] == .space)
  }
}

extension Example {
  /// Changes byte by byte, the marks moving along.
  fileprivate func changing(_ change: (UInt8, Int) -> [UInt8]) -> Disguise.Worn {
    var worn = Disguise.Worn()
    var offsets: [Int] = []
    for (i, byte) in text.enumerated() {
      offsets.append(worn.text.count)
      worn.text += change(byte, i)
    }
    offsets.append(worn.text.count)
    for mark in marks { worn.marks.append(offsets[mark.lowerBound]..<offsets[mark.upperBound]) }
    return worn
  }
}
