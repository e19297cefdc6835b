import SourceText

/// Which keys a kind of document may have, and what each holds.
///
/// A closed set: a key outside it is an error, so that a slip of the pen is never silently ignored.
public struct HeaderSchema: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    /// Text to the end of the line.
    case text
    /// Text, or a list of text items.
    case list
    /// A list whose items are records with these keys, each a text.
    case records([String])
    /// A line that is read past and may come more than once, such as `Sent:` of a pasted e-mail.
    case ignored
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
  /// Every spelling of every key, as they are compared.
  private let spellings: [Spelling]

  private struct Spelling: Sendable, Hashable {
    let bytes: [UInt8]
    let key: Int
  }

  public init(_ keys: [Key]) {
    self.keys = keys
    var spellings: [Spelling] = []
    for (i, key) in keys.enumerated() {
      for name in [key.name] + key.synonyms {
        spellings.append(Spelling(bytes: Self.normal(Array(name.utf8)[...]), key: i))
      }
    }
    self.spellings = spellings
  }

  /// The key that a typed name means; capitals, blanks, hyphens and underscores make no difference.
  public func key(_ typed: String) -> Key? { key(Array(typed.utf8)[...]) }

  func key(_ typed: ArraySlice<UInt8>) -> Key? {
    let wanted = Self.normal(typed)
    for spelling in spellings where spelling.bytes == wanted { return keys[spelling.key] }
    return nil
  }

  /// What to say about a key that is not in the schema.
  func remedy(for typed: String) -> String {
    var names: [String] = []
    var all: [String] = []
    for key in keys where key.value != .ignored {
      names.append(key.name)
      all += [key.name] + key.synonyms
    }
    return didYouMean(typed, among: all) ?? "allowed here: \(names.joined(separator: ", "))"
  }

  private static func normal(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var normal: [UInt8] = []
    for byte in name where !byte.isBlank && byte != UInt8(ascii: "-") && byte != UInt8(ascii: "_") {
      normal.append(byte.folded)
    }
    return normal
  }
}
