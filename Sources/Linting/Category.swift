/// What kind of trouble a rule is about. The set is fixed, so that reports can be compared over the years.
public enum Category: String, Sendable, Hashable, CaseIterable {
  case ambiguousPeriod = "ambiguous-period"
  case missingPeriod = "missing-period"
  case longPeriod = "long-period"
  case vagueAssociation = "vague-association"
  case unsearchableTerm = "unsearchable-term"
  case undefinedTerm = "undefined-term"
  case openEndedScope = "open-ended-scope"
  case allCorrespondence = "all-correspondence"
  case arrestsVersusCrimes = "arrests-vs-crimes"
  case namesOfThirdParties = "names-of-third-parties"
  case personalData = "personal-data"
  case opinionOrExplanation = "opinion-or-explanation"
  case createInformation = "create-information"
  case costLimit = "cost-limit"
  case tacticsNCND = "tactics-ncnd"
  case brokenCrossReference = "broken-cross-reference"
  case duplicateOrPublished = "duplicate-or-published"
  case wrongJurisdiction = "wrong-jurisdiction"
  case placeholder
  case tone
  case validity
  case form
}

/// What is likely to become of a request that goes out as it is. It follows the evidence of the rule.
///
/// The cases stand in the order in which a report lists them.
public enum Outlook: String, Sendable, Hashable, CaseIterable {
  /// It cannot be processed, or was left unfinished.
  case fix
  /// The authority is likely to ask what is meant.
  case comeBack = "come-back"
  /// The authority is likely to refuse, at least this part.
  case refused
  /// It would go through; it could be better.
  case tip

  public var severity: Severity {
    switch self {
    case .fix: .error
    case .comeBack, .refused: .warning
    case .tip: .advice
    }
  }
}

/// How much a finding weighs, the heaviest first.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case error, warning, advice

  private var weight: Int {
    switch self {
    case .error: 2
    case .warning: 1
    case .advice: 0
    }
  }

  public static func < (a: Severity, b: Severity) -> Bool { a.weight < b.weight }
}

/// How sure a rule is that what it finds is what it means.
public enum Confidence: String, Sendable, Hashable, CaseIterable {
  case high, medium, low
}

/// Which parts of a request a rule reads. Other people's words are read by none.
public struct Scope: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The questions; in a letter without any, its paragraphs.
  public static let questions = Scope(rawValue: 1 << 0)
  /// The paragraphs that belong to no question.
  public static let context = Scope(rawValue: 1 << 1)
  /// The title, which is the subject line.
  public static let title = Scope(rawValue: 1 << 2)
  /// The fields of the header and of the questions.
  public static let fields = Scope(rawValue: 1 << 3)
  /// Salutation, closing and signature.
  public static let frame = Scope(rawValue: 1 << 4)
  public static let all: Scope = [.questions, .context, .title, .fields, .frame]

  /// The words for them in a guide.
  static let names: [(name: String, scope: Scope)] = [
    ("questions", .questions), ("context", .context), ("title", .title), ("fields", .fields),
    ("frame", .frame), ("all", .all),
  ]
}
