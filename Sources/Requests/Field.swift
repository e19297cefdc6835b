/// One `name: value` line of a request, in its header or under a question.
///
/// Values are the writer's own words, wrapped lines put together; what they mean is worked out where it is needed.
public struct Field: Sendable, Hashable {
  public let name: FieldName
  /// One value, or the items of a list in their order.
  public var values: [String]

  public init(_ name: FieldName, _ values: [String]) {
    self.name = name
    self.values = values
  }

  public init(_ name: FieldName, _ value: String) {
    self.init(name, [value])
  }
}

/// The closed set of names that a request's fields can have.
public enum FieldName: String, Sendable, Hashable, CaseIterable {
  // In the header only.
  case title, from, organisation, to, law, template, reference, version, allow
  case replyTo = "reply-to"
  // In the header for every question, or under one question for that one.
  case dates, define
  case countedBy = "counted by"
  case splitBy = "split by"
  case format
  // Under a question only.
  case offences, flag, outcome, unit, answer
  case onlyIf = "only if"
  case ifOverLimit = "if over the limit"

  /// The names that may stand in the header, in the order in which they are written.
  public static let header: [FieldName] = [
    .title, .from, .organisation, .replyTo, .to, .dates, .countedBy, .splitBy, .format, .law,
    .template, .reference, .version, .define, .allow,
  ]

  /// The names that may stand under a question, in the order in which they are written.
  public static let question: [FieldName] = [
    .offences, .flag, .outcome, .dates, .countedBy, .splitBy, .unit, .answer, .onlyIf,
    .ifOverLimit, .define,
  ]

  /// Other words for the same field that people type.
  public var synonyms: [String] {
    switch self {
    case .title: ["subject"]
    case .from: ["name"]
    case .replyTo: ["reply to", "e-mail", "email"]
    case .to: ["authority"]
    case .dates: ["date", "period", "when"]
    case .splitBy: ["split", "by", "breakdown"]
    case .offences: ["offence"]
    case .flag: ["marker"]
    case .define: ["definition", "definitions"]
    default: []
    }
  }

  /// The field that a typed name means; capitals, blanks and hyphens make no difference.
  public init?(typed: String, among names: [FieldName]) {
    let wanted = Self.normal(typed)
    for name in names {
      if Self.normal(name.rawValue) == wanted { self = name; return }
      for synonym in name.synonyms where Self.normal(synonym) == wanted { self = name; return }
    }
    return nil
  }

  private static func normal(_ name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in name.utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
      bytes.append(byte)
    }
    return Array(String(decoding: bytes, as: UTF8.self).lowercased().utf8)
  }
}
