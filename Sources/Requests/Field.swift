import SourceText

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
    for name in names {
      if Self.areSame(name.rawValue, typed) { self = name; return }
      for synonym in name.synonyms where Self.areSame(synonym, typed) { self = name; return }
    }
    return nil
  }

  /// Whether two names, one of them ASCII, are the same letters.
  private static func areSame(_ a: String, _ b: String) -> Bool {
    var (a, b) = (a.utf8.makeIterator(), b.utf8.makeIterator())
    while true {
      let letter = nextLetter(&a)
      if letter != nextLetter(&b) { return false }
      if letter == nil { return true }
    }
  }

  private static func nextLetter(_ letters: inout String.UTF8View.Iterator) -> UInt8? {
    while let letter = letters.next() {
      if letter == .space || letter == UInt8(ascii: "-") { continue }
      return letter.folded
    }
    return nil
  }
}
