import SourceText

/// A JSON value, and where it stood in the text it was read from.
///
/// Objects keep their members in the order given, and numbers their digits as typed, so that nothing is
/// lost or rounded between reading and writing. Values are written in code as literals:
///
/// ```swift
/// let report: JSON = ["schemaVersion": 1, "files": [], "addressee": nil]
/// ```
public struct JSON: Sendable {
  public let kind: Kind
  /// The bytes of the value in its source; empty for a value made in code.
  public let range: ByteRange

  public enum Kind: Sendable, Hashable {
    case null
    case bool(Bool)
    /// The digits as JSON writes them.
    case number(String)
    case string(String)
    case array([JSON])
    case object([Member])
  }

  public struct Member: Sendable, Hashable {
    public let key: String
    /// With its quotes.
    public let keyRange: ByteRange
    public let value: JSON

    public init(_ key: String, _ value: JSON, keyRange: ByteRange = 0..<0) {
      self.key = key
      self.value = value
      self.keyRange = keyRange
    }

    /// Where they stand makes two members no different.
    public static func == (a: Self, b: Self) -> Bool { a.key == b.key && a.value == b.value }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
    }
  }

  public init(_ kind: Kind, range: ByteRange = 0..<0) {
    self.kind = kind
    self.range = range
  }
}

extension JSON {
  public init(_ text: String) { self.init(.string(text)) }
  public init(_ number: Int) { self.init(.number("\(number)")) }
  public init(_ truth: Bool) { self.init(.bool(truth)) }
  public init(_ items: [JSON]) { self.init(.array(items)) }
  public init(members: [Member]) { self.init(.object(members)) }

  /// The text, or null.
  public init(_ text: String?) { self.init(text.map { .string($0) } ?? .null) }

  public static let null = JSON(.null)
}

extension JSON {
  /// The value of a member; nil when this is no object or has no such member.
  public subscript(key: String) -> JSON? {
    for member in members ?? [] where member.key == key { return member.value }
    return nil
  }

  public var members: [Member]? { if case .object(let members) = kind { members } else { nil } }
  public var items: [JSON]? { if case .array(let items) = kind { items } else { nil } }
  public var string: String? { if case .string(let text) = kind { text } else { nil } }
  public var bool: Bool? { if case .bool(let truth) = kind { truth } else { nil } }
  /// A whole number written without fraction or exponent that fits an `Int`.
  public var int: Int? { if case .number(let digits) = kind { Int(digits) } else { nil } }
}

/// Where they stand makes two values no different.
extension JSON: Hashable {
  public static func == (a: JSON, b: JSON) -> Bool { a.kind == b.kind }
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self.init(text) }
  public init(integerLiteral number: Int) { self.init(number) }
  public init(booleanLiteral truth: Bool) { self.init(truth) }
  public init(nilLiteral: ()) { self.init(.null) }
  public init(arrayLiteral items: JSON...) { self.init(items) }
  public init(dictionaryLiteral members: (String, JSON)...) {
    var all: [Member] = []
    all.reserveCapacity(members.count)
    for (key, value) in members { all.append(Member(key, value)) }
    self.init(members: all)
  }
}
