import SourceText
import WorkingDays

/// An e-mail as it is saved to a file: its headers, and the text a person would have read.
///
/// RFC 5322 and MIME, as far as letters need it. Nothing is refused: what is damaged is read as far as it
/// goes, because the reader wants the letter and not its envelope.
public struct Mail: Sendable {
  public let subject: String?
  public let from: String?
  /// The day in the header, where the sender was.
  public let date: Day?
  /// The decoded body; of a mail that is a page only, its text.
  public let text: String

  /// Reads a mail.
  ///
  /// - Parameter bytes: the file as it is, in whatever charsets its parts are.
  /// - Returns: nil when the bytes do not begin with mail headers.
  public init?(_ bytes: [UInt8]) {
    guard Self.isMail(bytes) else { return nil }
    let part = MailPart(bytes, 0..<bytes.count)
    subject = part["subject"].map { EncodedWords.decode($0) }
    from = part["from"].map { EncodedWords.decode($0) }
    date = part["date"].flatMap { Self.day($0) }
    text = part.text(depth: 0)?.text ?? ""
  }

  /// The body, ready to be read as a ``Reply``.
  public func source(name: String) -> Source { Source(name: name, text: text) }

  private static let telling: [StaticString] = [
    "mime-version", "message-id", "return-path", "delivered-to", "content-type",
  ]

  /// Whether a file is a saved mail: it begins with headers, one of which only machines write. A mail's headers
  /// copied from the screen ("From:", "Sent:") are part of a pasted letter, as is an office's own "Received:".
  private static func isMail(_ bytes: [UInt8]) -> Bool {
    let headers = MailPart(bytes, 0..<bytes.count).headers
    return headers.contains { header in
      telling.contains {
        $0.utf8CodeUnitCount == header.name.count && header.name.matches($0, at: 0)
      }
    }
  }

  /// "Tue, 5 Jan 2021 10:11:12 +0000"
  private static func day(_ header: String) -> Day? {
    let bytes = Array(header.utf8)
    var start = 0
    if let comma = bytes.firstIndex(of: UInt8(ascii: ",")) { start = comma + 1 }
    let words = bytes[start...].split { $0.isWhitespace }.prefix(3)
    let typed = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    return try? Day.read(typed)
  }
}
