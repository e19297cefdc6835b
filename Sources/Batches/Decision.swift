import Requests

/// Something in a request that the program will not settle by itself before a letter goes out.
public struct Decision: Sendable, Hashable {
  /// Whom it holds for.
  public enum Scope: Sendable, Hashable {
    case all
    /// Every authority that works under the criminal law of one place.
    case jurisdiction(Jurisdiction)
    /// The id of one authority.
    case authority(String)

    /// As a heading in `decisions.md` gives it.
    public var text: String {
      switch self {
      case .all: "all"
      case .jurisdiction(let jurisdiction): jurisdiction.name
      case .authority(let id): id
      }
    }
  }

  /// What becomes of the place it is about.
  public enum Outcome: Sendable, Hashable {
    /// The question is not asked.
    case withdraw
    /// Only this line or offence is left out.
    case leaveOut
    /// These words stand there instead.
    case write(String)
    /// It stays as it was typed.
    case keep
  }

  /// One of the ways to settle it.
  public struct Choice: Sendable, Hashable {
    public let text: String
    public let outcome: Outcome
    /// Whether it is the one the program would take.
    public let isSuggested: Bool
    /// Whether the answer can still stand beside those of the others.
    public let isComparable: Bool

    init(
      _ text: String, _ outcome: Outcome, isSuggested: Bool = false, isComparable: Bool = true
    ) {
      self.text = text
      self.outcome = outcome
      self.isSuggested = isSuggested
      self.isComparable = isComparable
    }
  }

  public let scope: Scope
  /// The place, as the heading gives it: `question 3, outcome`, `section 12 of the Sexual Offences Act 2003`.
  public let subject: String
  /// Why it cannot be settled without a person, in a sentence or two.
  public let reason: String
  public let choices: [Choice]

  init(_ scope: Scope, _ subject: String, because reason: String, _ choices: [Choice]) {
    self.scope = scope
    self.subject = subject
    self.reason = reason
    self.choices = choices
  }

  /// What two decisions about one thing have in common, however they are spelt.
  var key: String { Self.key(scope, subject) }

  static func key(_ scope: Scope, _ subject: String) -> String {
    "\(comparableName(scope.text)): \(comparableName(subject))"
  }
}
