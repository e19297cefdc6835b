import SourceText
import WorkingDays

/// A letter as it was saved: a mail, or text in whatever way a computer at home keeps it.
public struct LetterFile: Sendable {
  /// The letter's text; of a mail, its decoded body.
  public let source: Source
  /// The date of the mail it came in.
  public let date: Day?

  /// Reads a file.
  ///
  /// Text that is not UTF-8 is taken for what Windows writes, so that a letter need not be converted first.
  ///
  /// - Parameter name: what the file is called in messages.
  /// - Throws: when it is no text, with the way to get it out.
  public init(name: String, bytes: [UInt8]) throws(Diagnostics) {
    if let mail = Mail(bytes) {
      source = mail.source(name: name)
      date = mail.date
      return
    }
    if bytes.matches("%PDF", at: 0) {
      throw Diagnostics(
        "\(name) is a PDF", remedy: "take its text out first: pdftotext -layout \(name) letter.txt")
    }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      throw Diagnostics(
        "\(name) is no plain text", remedy: "open it and save it as text, or copy and paste it")
    }
    date = nil
    if let text = Self.wide(bytes) {
      source = Source(name: name, text: text)
    } else if let text = try? Source(name: name, bytes: bytes) {
      source = text
    } else if bytes.contains(0) {
      throw Diagnostics(
        "\(name) is no text", remedy: "open it and save it as text, or copy and paste it")
    } else {
      source = Source(name: name, text: Charset.windows1252.decode(bytes))
    }
  }

  /// The text of a file that begins with the byte-order mark of UTF-16, as Windows saves "Unicode".
  private static func wide(_ bytes: [UInt8]) -> String? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return nil }
    var units: [UInt16] = []
    var i = 2
    while i + 1 < bytes.count {
      let (low, high) = isLittle ? (bytes[i], bytes[i + 1]) : (bytes[i + 1], bytes[i])
      units.append(UInt16(high) << 8 | UInt16(low))
      i += 2
    }
    return String(decoding: units, as: UTF16.self)
  }
}
