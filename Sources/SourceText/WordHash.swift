/// What a word is known by: 64 bits worked out from its letters, capitals made small.
///
/// Two different words share one with a chance of one in 2⁶⁴, so equal hashes are taken for equal
/// words and no bytes are compared. The function is FNV-1a: a byte at a time, so that the hash of a
/// prefix comes for nothing on the way, and the same on every machine.
@usableFromInline
package struct WordHash: Sendable, Hashable {
  @usableFromInline package var value: UInt64

  @inlinable
  package init() { value = 0xCBF2_9CE4_8422_2325 }

  @inlinable
  package init(_ value: UInt64) { self.value = value }

  /// The hash of a word or a mark written in small letters.
  @inlinable
  package init(_ word: StaticString) {
    self.init()
    word.withUTF8Buffer { for byte in $0 { add(byte) } }
  }

  @inlinable @inline(__always)
  package mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  /// The hash of bytes as they are: an id, a code.
  package init(of text: String) {
    self.init()
    for byte in text.utf8 { add(byte) }
  }

  @inlinable @inline(__always)
  package static func == (a: WordHash, b: WordHash) -> Bool { a.value == b.value }

  /// Where it lies among others, from 0 to 2⁶⁴: spread evenly, as the high bits of short words alone are not.
  @inlinable @inline(__always)
  package var place: UInt64 { value &* 0x9E37_79B9_7F4A_7C15 }

  /// What two words one after the other are known by.
  @inlinable @inline(__always)
  package func followed(by next: WordHash) -> WordHash {
    var both = WordHash()
    both.value = (value &+ 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD ^ next.value
    return both
  }

  /// Written out, because a type that only this package knows is inlined into its other modules when it is
  /// marked as usable from there, and what comes with `Hashable` is not.
  @inlinable
  package func hash(into hasher: inout Hasher) { hasher.combine(value) }

  /// Adds a scalar below U+0800, as the two bytes of its UTF-8 form where it is not ASCII.
  package mutating func add(_ scalar: UInt32) {
    if scalar < 0x80 {
      add(UInt8(truncatingIfNeeded: scalar))
    } else {
      add(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      add(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
