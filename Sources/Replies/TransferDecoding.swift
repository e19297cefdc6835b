import SourceText

/// How the bytes of a mail's part were packed for the way.
enum TransferDecoding {
  case none, quotedPrintable, base64

  init(_ header: String) {
    let bytes = Array(header.utf8)
    self =
      bytes.matches("quoted-printable", at: 0)
      ? .quotedPrintable : bytes.matches("base64", at: 0) ? .base64 : .none
  }

  func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    switch self {
    case .none: Array(bytes)
    case .quotedPrintable: Self.quotedPrintable(Array(bytes), blank: nil)
    case .base64: Self.base64(bytes)
    }
  }

  /// - Parameter blank: the byte that stands for a blank: `_` in headers.
  static func quotedPrintable(_ bytes: [UInt8], blank: UInt8?) -> [UInt8] {
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == blank {
        out.append(.space)
      } else if byte == UInt8(ascii: "="), let high = bytes[at: i + 1]?.hex,
        let low = bytes[at: i + 2]?.hex
      {
        out.append(high << 4 | low)
        i += 2
      } else if byte == UInt8(ascii: "="), let end = softBreak(bytes, i + 1) {
        i = end
        continue
      } else {
        out.append(byte)
      }
      i += 1
    }
    return out
  }

  /// Where the next line begins, if nothing but blanks stand before it.
  private static func softBreak(_ bytes: [UInt8], _ start: Int) -> Int? {
    var i = start
    while i < bytes.count, i - start < 80, bytes[i].isBlank { i += 1 }
    guard i < bytes.count else { return i }
    return bytes[i].isLineBreak ? bytes.nextLine(after: i) : nil
  }

  /// Bytes that belong to no alphabet are passed over, as RFC 2045 has it.
  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in bytes {
      guard let value = byte.base64 else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return out
  }
}

extension UInt8 {
  fileprivate var hex: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x37
    case 0x61...0x66: self - 0x57
    default: nil
    }
  }

  fileprivate var base64: UInt8? {
    switch self {
    case 0x41...0x5A: self - 0x41
    case 0x61...0x7A: self - 0x61 + 26
    case 0x30...0x39: self - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
