import SourceText

/// The charsets in which authorities' mails arrive.
enum Charset {
  case utf8, windows1252, latin9

  /// What calls itself ISO 8859-1 is read as Windows-1252, which holds it and is what was meant.
  init?(_ name: [UInt8]) {
    if name.matches("utf-8", at: 0) || name.matches("utf8", at: 0) {
      self = .utf8
    } else if name.matches("iso-8859-15", at: 0) || name.matches("latin-9", at: 0) {
      self = .latin9
    } else if name.matches("iso-8859-1", at: 0) || name.matches("windows-1252", at: 0)
      || name.matches("cp1252", at: 0) || name.matches("latin1", at: 0)
    {
      self = .windows1252
    } else if name.matches("us-ascii", at: 0) {
      self = .utf8
    } else {
      return nil
    }
  }

  /// The text; bytes that say they are UTF-8 and are not are read as Windows-1252.
  func decode(_ bytes: [UInt8]) -> String {
    switch self {
    case .utf8:
      if let source = try? Source(name: "", bytes: bytes) {
        return String(decoding: source.bytes[source.contentStart...], as: UTF8.self)
      }
      return Self.windows1252.decode(bytes)
    case .windows1252: return Self.map(bytes) { Self.windows1252Scalar($0) }
    case .latin9: return Self.map(bytes) { Self.latin9Scalar($0) }
    }
  }

  private static func map(_ bytes: [UInt8], _ scalar: (UInt8) -> UInt32) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(Unicode.Scalar(byte < 0x80 ? UInt32(byte) : scalar(byte)) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152,
    0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122,
    0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
  ]

  private static func windows1252Scalar(_ byte: UInt8) -> UInt32 {
    byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt32(byte)
  }

  private static func latin9Scalar(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0xA4: 0x20AC
    case 0xA6: 0x160
    case 0xA8: 0x161
    case 0xB4: 0x17D
    case 0xB8: 0x17E
    case 0xBC: 0x152
    case 0xBD: 0x153
    case 0xBE: 0x178
    default: UInt32(byte)
    }
  }
}

/// `=?utf-8?Q?…?=` in a header.
enum EncodedWords {
  static func decode(_ value: String) -> String {
    let bytes = Array(value.utf8)
    var out = ""
    var plain: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if let (text, end) = word(bytes, at: i) {
        // Blanks between two encoded words are none of the text.
        if !plain.allSatisfy({ $0.isWhitespace }) || out.isEmpty {
          out += String(decoding: plain, as: UTF8.self)
        }
        plain = []
        out += text
        i = end
      } else {
        plain.append(bytes[i])
        i += 1
      }
    }
    return out + String(decoding: plain, as: UTF8.self)
  }

  private static func word(_ bytes: [UInt8], at start: Int) -> (String, Int)? {
    guard bytes[start] == UInt8(ascii: "="), bytes[at: start + 1] == UInt8(ascii: "?") else {
      return nil
    }
    var marks: [Int] = []
    var i = start + 2
    // An encoded word is at most 75 characters; a little more is let pass.
    let end = min(bytes.count, start + 200)
    while i < end, marks.count < 3 {
      if bytes[i] == UInt8(ascii: "?") { marks.append(i) }
      i += 1
    }
    guard marks.count == 3, bytes[at: marks[2] + 1] == UInt8(ascii: "="),
      let charset = Charset(Array(bytes[start + 2..<marks[0]])), marks[1] == marks[0] + 2
    else { return nil }
    let packed = bytes[marks[1] + 1..<marks[2]]
    switch bytes[marks[0] + 1].folded {
    case UInt8(ascii: "q"):
      let blank = UInt8(ascii: "_")
      return (
        charset.decode(TransferDecoding.quotedPrintable(Array(packed), blank: blank)), marks[2] + 2
      )
    case UInt8(ascii: "b"): return (charset.decode(TransferDecoding.base64(packed)), marks[2] + 2)
    default: return nil
    }
  }
}
