/// A place in a text: UTF-8 byte offsets from 0, end-exclusive.
///
/// Bytes are the one unit of position inside Answerable. Lines, columns and UTF-16 offsets are worked
/// out from them in ``LineTable`` where a person or a tool asks.
public typealias ByteRange = Range<Int>

/// A text and the name it goes by in messages (`decoys.md`, `standard input`).
///
/// The bytes are kept exactly as read, a byte-order mark and carriage returns included, so that
/// offsets into them are offsets into the user's file.
public struct Source: Sendable, Hashable {
  public let name: String
  public let bytes: [UInt8]

  /// Takes bytes read from outside.
  ///
  /// - Throws: a diagnostic that names the offset of the first byte that is not UTF-8.
  public init(name: String, bytes: [UInt8]) throws(Diagnostics) {
    self.init(name: name, checked: bytes)
    guard let invalid = Source.firstInvalid(in: bytes) else { return }
    throw Diagnostics(
      notUTF8: invalid, in: Source(name: name, checked: Source.printable(bytes, upTo: invalid)))
  }

  /// The first bytes that are not UTF-8. ASCII, which nearly all is, is passed over eight bytes at a time.
  private static func firstInvalid(in bytes: [UInt8]) -> ByteRange? {
    var start = bytes.firstBeyondASCII(from: 0)
    while start < bytes.count {
      let end = bytes[start...].firstIndex { $0 < 0x80 } ?? bytes.count
      do throws(UTF8.ValidationError) {
        _ = try UTF8Span(validating: bytes.span.extracting(start..<end))
      } catch {
        return start + error.byteOffsets.lowerBound..<start + error.byteOffsets.upperBound
      }
      start = bytes.firstBeyondASCII(from: end)
    }
    return nil
  }

  /// Takes text made inside the program.
  public init(name: String, text: String) {
    self.init(name: name, checked: Array(text.utf8))
  }

  private init(name: String, checked bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Where the content begins: after a byte-order mark, if there is one.
  public var contentStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The whole content as a range, without a byte-order mark.
  public var content: ByteRange { contentStart..<bytes.count }

  /// The text at a range. Bytes cut off inside a scalar come out as replacement characters.
  public subscript(range: ByteRange) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// The text before the first invalid byte, which is what the message can show of the line.
  private static func printable(_ bytes: [UInt8], upTo invalid: ByteRange) -> [UInt8] {
    Array(bytes[..<invalid.lowerBound]) + Array("\u{FFFD}".utf8)
  }
}
