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
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw Diagnostics(
        notUTF8: error.byteOffsets,
        in: Source(name: name, checked: Source.printable(bytes, upTo: error.byteOffsets)))
    }
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
