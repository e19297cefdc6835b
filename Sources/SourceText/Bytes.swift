/// The few ASCII characters that the readers look for, by name.
///
/// All of it is written out where it is used, in other modules too: these run for every byte of a text.
extension UInt8 {
  @inlinable package static var tab: UInt8 { 0x09 }
  @inlinable package static var newline: UInt8 { 0x0A }
  @inlinable package static var carriageReturn: UInt8 { 0x0D }
  @inlinable package static var space: UInt8 { 0x20 }

  @inlinable package var isDigit: Bool { self &- 0x30 < 10 }
  @inlinable package var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inlinable package var isLineBreak: Bool { self == .newline || self == .carriageReturn }
  @inlinable package var isBlank: Bool { self == .space || self == .tab }
  @inlinable package var isWhitespace: Bool { isBlank || isLineBreak }

  /// Whether the byte is one of those that follow the first byte of a UTF-8 scalar.
  @inlinable package var continuesScalar: Bool { self & 0xC0 == 0x80 }

  /// An ASCII capital made small; every other byte as it is.
  @inlinable package var folded: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}

/// Of an array of bytes as of a pointer to them, which both begin at 0.
extension RandomAccessCollection<UInt8> where Index == Int {
  /// The byte at an offset, or nil past either end.
  @inlinable package subscript(at offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? self[offset] : nil
  }

  /// Whether the bytes at an offset are those of an ASCII text, capitals and small letters alike.
  @inlinable package func matches(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset + length <= count else { return false }
    return text.withUTF8Buffer { wanted in
      for i in 0..<length where self[offset + i].folded != wanted[i].folded { return false }
      return true
    }
  }
}

extension Array<UInt8> {
  /// Where a text first stands as it is.
  package func first(_ text: StaticString, in range: ByteRange) -> Int? {
    withUnsafeBufferPointer { bytes in
      text.withUTF8Buffer { wanted in
        let search = ByteSearch(wanted[0])
        let end = range.upperBound - wanted.count + 1
        var i = range.lowerBound
        while i < end {
          i = search(bytes, from: i, to: end)
          if i < end, bytes[i..<i + wanted.count].elementsEqual(wanted) { return i }
          i += 1
        }
        return nil
      }
    }
  }

  /// Where the first byte that is not ASCII stands from an offset on; the length when all are.
  package func firstBeyondASCII(from offset: Int) -> Int {
    withUnsafeBytes { bytes in
      var i = offset
      while i + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        i += 8
      }
      while i < bytes.count, bytes[i] < 0x80 { i += 1 }
      return i
    }
  }

  /// A range with the white space at both ends left off.
  @inlinable package func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, self[start].isWhitespace { start += 1 }
    while end > start, self[end - 1].isWhitespace { end -= 1 }
    return start..<end
  }

  /// The words at a range, each run of white space one blank.
  package func unwrapped(_ range: ByteRange) -> String {
    var text: [UInt8] = []
    for byte in self[trimmed(range)] {
      if !byte.isWhitespace {
        text.append(byte)
      } else if text.last != .space {
        text.append(.space)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The end of the line that holds an offset, before its line break.
  package func lineEnd(from offset: Int) -> Int {
    withUnsafeBufferPointer { bytes in
      ByteSearch(.newline, or: .carriageReturn)(bytes, from: offset, to: bytes.count)
    }
  }

  /// Where the line after the one that holds an offset begins; the length when there is none.
  package func nextLine(after offset: Int) -> Int {
    nextLine(afterEnd: lineEnd(from: offset))
  }

  /// The same where the end of the line is known.
  @inlinable package func nextLine(afterEnd end: Int) -> Int {
    if self[at: end] == .carriageReturn, self[at: end + 1] == .newline { return end + 2 }
    return Swift.min(end + 1, count)
  }
}
