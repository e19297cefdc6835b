import SourceText

/// More words than this between quotation marks are somebody else's; fewer are the writer's own term.
private let ownWords = 12

extension Array<UInt8> {
  /// Where a paragraph quotes other people's words.
  func quotations(in range: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var open: (start: Int, mark: QuotationMark, words: Int)?
    var inWord = false
    var i = range.lowerBound
    while i < range.upperBound {
      let mark = QuotationMark(self, at: i, in: range)
      if let mark, let opened = open, mark.closes(opened.mark) {
        if opened.words > ownWords { found.append(opened.start..<i + mark.length) }
        open = nil
      } else if let mark, open == nil, mark.opens {
        open = (i, mark, 0)
      }
      let isWord = self[i].isASCIILetter || self[i].isDigit || self[i] >= 0xC3
      if isWord, !inWord { open?.words += 1 }
      inWord = isWord || self[i].continuesScalar
      i += mark?.length ?? 1
    }
    return found
  }
}

/// A quotation mark, straight or curly, and which way it faces.
private struct QuotationMark {
  let isDouble: Bool
  let opens: Bool
  let mayClose: Bool
  let length: Int

  init?(_ bytes: [UInt8], at i: Int, in range: ByteRange) {
    // Few bytes are, or begin, one.
    guard bytes[i] == 0xE2 || bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else {
      return nil
    }
    let curly = bytes[i] == 0xE2 && bytes[at: i + 1] == 0x80
    length = curly ? 3 : 1
    let before = i > range.lowerBound ? bytes[i - 1] : .space
    let after = i + length < range.upperBound ? bytes[i + length] : .space
    let atStart = before.isWhitespace || before == UInt8(ascii: "(")
    let atEnd = !(after.isASCIILetter || after.isDigit) && !before.isWhitespace
    switch (bytes[i], curly ? bytes[at: i + 2] : nil) {
    case (UInt8(ascii: "\""), _): (isDouble, opens, mayClose) = (true, atStart, true)
    case (UInt8(ascii: "'"), _): (isDouble, opens, mayClose) = (false, atStart, atEnd)
    case (_, 0x9C): (isDouble, opens, mayClose) = (true, true, false)
    case (_, 0x9D): (isDouble, opens, mayClose) = (true, false, true)
    case (_, 0x98): (isDouble, opens, mayClose) = (false, true, false)
    case (_, 0x99): (isDouble, opens, mayClose) = (false, false, atEnd)
    default: return nil
    }
  }

  func closes(_ opening: QuotationMark) -> Bool { mayClose && isDouble == opening.isDouble }
}
