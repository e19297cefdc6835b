import SourceText

/// The `Key: value` lines at the head of a document.
///
/// A value is text to the end of its line, exactly as typed: nothing in it is syntax.
public struct Header: Sendable, Hashable {
  /// One key and its value, or the items of its list.
  public struct Field: Sendable, Hashable {
    /// The key's own name in the schema, whatever synonym was typed.
    public let name: String
    public let keyRange: ByteRange
    /// The text of the value; empty when a list follows.
    public let value: String
    public let valueRange: ByteRange
    public let items: [Item]
  }

  /// One `- item` line: text, or `key: value` fields when the key's schema says so.
  public struct Item: Sendable, Hashable {
    public let text: String
    public let range: ByteRange
    /// The fields of a record; empty for a text item.
    public let fields: [Field]
  }

  public let fields: [Field]
  /// The header with its `---` lines, if it has them.
  public let range: ByteRange
  /// Where the body begins.
  public let bodyStart: Int
}

/// Which keys a kind of document may have, and what each holds.
public struct HeaderSchema: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    /// Text to the end of the line.
    case text
    /// Text, or a list of text items.
    case list
    /// A list whose items are records with these keys, each a text.
    case records([String])
  }

  public struct Key: Sendable, Hashable {
    public let name: String
    public let synonyms: [String]
    public let value: Value

    public init(_ name: String, synonyms: [String] = [], _ value: Value = .text) {
      self.name = name
      self.synonyms = synonyms
      self.value = value
    }
  }

  public let keys: [Key]

  public init(_ keys: [Key]) { self.keys = keys }
}
