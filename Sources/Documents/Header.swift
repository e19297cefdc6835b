import SourceText

/// The `Key: value` lines at the head of a document.
///
/// A value is text to the end of its line, exactly as typed: nothing in it is syntax, because people type
/// `Grooming #2`, `12:30` and `[draft]` and mean it. Where YAML reads a header as strings this reads the
/// same; where YAML would cut, convert or refuse a value, the text is kept.
public struct Header: Sendable, Hashable {
  /// One key and its value, or the items of its list.
  public struct Field: Sendable, Hashable {
    /// The key's own name in the schema, whatever synonym was typed.
    public let name: String
    public let keyRange: ByteRange
    /// The text of the value; empty when a list follows.
    ///
    /// Lines that were wrapped are joined by a blank, so the text is as long as its range exactly
    /// when it stands in the source unchanged.
    public let value: String
    public let valueRange: ByteRange
    public let items: [Item]

    /// The value, or the texts of the items; empty when there is neither.
    public var values: [String] {
      if items.isEmpty { return value.isEmpty ? [] : [value] }
      var values: [String] = []
      for item in items { values.append(item.text) }
      return values
    }
  }

  /// One `- item` line: text, or `key: value` fields when the key's schema says so.
  public struct Item: Sendable, Hashable {
    /// The item as text; of a record, nothing.
    public let text: String
    public let range: ByteRange
    /// The fields of a record; empty for a text item.
    public let fields: [Field]

    /// The field of a record with a name of the schema.
    public subscript(name: String) -> Field? { fields.named(name) }
  }

  public let fields: [Field]
  /// The header with its `---` lines, if it has them, without the last line break.
  public let range: ByteRange
  /// Where the body begins: the line after the closing `---`, or after the blank line.
  public let bodyStart: Int

  /// The field with a name of the schema.
  public subscript(name: String) -> Field? { fields.named(name) }
}

extension Header {
  /// A value as it must be written after `Key: ` so that it is read back as it is.
  ///
  /// Only text that stands in quotes itself needs any; line breaks become blanks. Text in double
  /// quotes that holds single ones as well has no such form and loses its own quotes when read.
  public static func written(_ value: String) -> String {
    var bytes: [UInt8] = []
    for byte in value.utf8 { bytes.append(byte.isLineBreak ? .space : byte) }
    bytes = Array(bytes[bytes.trimmed(0..<bytes.count)])
    if let quote = bytes.first, bytes.unquoted(0..<bytes.count).count < bytes.count {
      let other = quote == UInt8(ascii: "\"") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      if !bytes.contains(other) { bytes = [other] + bytes + [other] }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Array<Header.Field> {
  fileprivate func named(_ name: String) -> Header.Field? {
    for field in self where field.name == name { return field }
    return nil
  }
}

extension Array<UInt8> {
  /// The range without a pair of quotes around the whole, if there is one with no such quote inside.
  func unquoted(_ range: ByteRange) -> ByteRange {
    guard range.count > 1 else { return range }
    let quote = self[range.lowerBound]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return range }
    let inside = range.lowerBound + 1..<range.upperBound - 1
    guard self[inside.upperBound] == quote, !self[inside].contains(quote) else { return range }
    return inside
  }
}
