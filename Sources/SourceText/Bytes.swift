/// The few ASCII characters that the readers look for, by name.
extension UInt8 {
  package static let tab = UInt8(ascii: "\t")
  package static let newline = UInt8(ascii: "\n")
  package static let carriageReturn = UInt8(ascii: "\r")
  package static let space = UInt8(ascii: " ")

  package var isDigit: Bool { (0x30...0x39).contains(self) }
  package var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  package var isLineBreak: Bool { self == .newline || self == .carriageReturn }
  package var isBlank: Bool { self == .space || self == .tab }
  package var isWhitespace: Bool { isBlank || isLineBreak }

  /// Whether the byte is one of those that follow the first byte of a UTF-8 scalar.
  package var continuesScalar: Bool { self & 0xC0 == 0x80 }

  /// An ASCII capital made small; every other byte as it is.
  package var folded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}

extension Array<UInt8> {
  /// The byte at an offset, or nil past either end.
  package subscript(at offset: Int) -> UInt8? {
    indices.contains(offset) ? self[offset] : nil
  }

  /// Whether the bytes at an offset are those of an ASCII text, capitals and small letters alike.
  package func matches(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for i in 0..<length where self[offset + i].folded != wanted[i].folded { return false }
      return true
    }
  }

  /// A range with the white space at both ends left off.
  package func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isWhitespace { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// The end of the line that holds an offset, before its line break.
  package func lineEnd(from offset: Int) -> Int {
    var i = offset
    while i < count, !self[i].isLineBreak { i += 1 }
    return i
  }

  /// Where the line after the one that holds an offset begins; the length when there is none.
  package func nextLine(after offset: Int) -> Int {
    let end = lineEnd(from: offset)
    if self[at: end] == .carriageReturn, self[at: end + 1] == .newline { return end + 2 }
    return Swift.min(end + 1, count)
  }
}
