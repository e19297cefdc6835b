/// How a character that means something in HTML is written, in text and in quoted attributes alike.
@inlinable package func htmlReference(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

extension String {
  /// The text for HTML; the byte 0, which no page can hold, is left out.
  package var escapedForHTML: String {
    var out: [UInt8] = []
    for byte in utf8 where byte != 0 {
      if let reference = htmlReference(byte) {
        reference.withUTF8Buffer { out += $0 }
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
