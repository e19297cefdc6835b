import SourceText

/// Words whose ending is left open.
enum Stems {
  static let shortest = 3

  /// The hash of the first letters, by which stems are found.
  static func key(_ stem: [UInt8]) -> WordHash {
    stem.withUnsafeBufferPointer { key($0, 0..<stem.count) } ?? WordHash()
  }

  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> WordHash? {
    guard range.count >= shortest else { return nil }
    var hash = WordHash()
    for i in range.lowerBound..<range.lowerBound + shortest { hash.add(bytes[i] | 0x20) }
    return hash
  }

  /// Whether a word begins with a stem: a stretch of small letters and digits, on which the bit has no effect.
  @inline(__always)
  static func fits(
    _ letters: BorrowedRows<UInt8>, _ stem: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>, _ word: ByteRange
  ) -> Bool {
    guard word.count >= stem.count else { return false }
    for i in 0..<stem.count {
      if bytes[word.lowerBound + i] | 0x20 != letters[stem.lowerBound + i] { return false }
    }
    return true
  }
}
