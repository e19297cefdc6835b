import SourceText

extension String {
  /// The text as it goes into the query of a web address (RFC 3986).
  ///
  /// Everything but letters, digits and `-._~` is written as `%XX`: a `+` left as it is would arrive as a
  /// blank, because WhatDoTheyKnow, like most web forms, reads it so.
  package var percentEncoded: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count * 2)
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: out.append(byte)
      default:
        out.append(UInt8(ascii: "%"))
        out.appendHexadecimal(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The text with every line ending in CR LF, as mail has it.
  var withMailLines: String {
    var out: [UInt8] = []
    out.reserveCapacity(utf8.count + utf8.count / 8)
    for byte in utf8 {
      if byte == .newline, out.last != .carriageReturn { out.append(.carriageReturn) }
      out.append(byte)
    }
    return String(decoding: out, as: UTF8.self)
  }
}

extension Array<UInt8> {
  /// Appends a byte as two hexadecimal digits.
  mutating func appendHexadecimal(_ byte: UInt8) {
    append(byte >> 4 < 10 ? 0x30 + byte >> 4 : 0x37 + byte >> 4)
    append(byte & 15 < 10 ? 0x30 + byte & 15 : 0x37 + byte & 15)
  }
}
