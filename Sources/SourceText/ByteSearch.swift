/// Looks for a byte or two in a text, eight bytes at a time.
///
/// Lines and comments are looked for in every text from end to end, more than once; a byte at a time that would take as
/// long as finding its words.
package struct ByteSearch {
  /// The byte looked for in all eight places, and the other one.
  private let first: UInt64
  private let second: UInt64

  package init(_ byte: UInt8, or other: UInt8) {
    first = UInt64(byte) &* Self.ones
    second = UInt64(other) &* Self.ones
  }

  package init(_ byte: UInt8) { self.init(byte, or: byte) }

  /// Where one of them first stands from an offset on; the end when none does.
  package func callAsFunction(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int)
    -> Int
  {
    guard let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return end }
    var i = start
    while i + 8 <= end {
      let eight = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      let found = Self.zeros(eight ^ first) | Self.zeros(eight ^ second)
      if found != 0 { return i + found.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < end, bytes[i] != UInt8(truncatingIfNeeded: first),
      bytes[i] != UInt8(truncatingIfNeeded: second)
    {
      i += 1
    }
    return i
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// The highest bit of the lowest byte that is 0, and perhaps bits above it; 0 when no byte is.
  @inline(__always)
  private static func zeros(_ eight: UInt64) -> UInt64 {
    (eight &- ones) & ~eight & (ones &<< 7)
  }
}
