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

  private func htmlReference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
