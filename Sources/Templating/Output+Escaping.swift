import SourceText

extension Output {
  /// Appends a range of some bytes with the characters that mean something in HTML written as references.
  mutating func appendEscaped(_ bytes: [UInt8], _ range: ByteRange) {
    var start = range.lowerBound
    for i in range {
      guard let reference = htmlReference(bytes[i]) else { continue }
      append(bytes, start..<i)
      append(reference)
      start = i + 1
    }
    append(bytes, start..<range.upperBound)
  }
}
