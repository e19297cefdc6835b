import SourceText

/// A place in a request that a rule has something to say about. Never a verdict.
public struct Finding: Sendable, Hashable {
  /// The id of the rule.
  public let rule: String
  public let category: Category
  public let outlook: Outlook
  public let confidence: Confidence
  public let message: String
  /// The words in question, as bytes of the text that was read.
  public let range: ByteRange
  /// The label of the question it stands in.
  public let question: String?
  /// What could be done, the first being the best.
  public let fixes: [Fix]
  /// What belongs together within the rule: all the places of one decision share it.
  package let key: String
  /// Equal for the places that one decision settles; counted from 1 in the order of a report.
  public internal(set) var decision = 0

  public var severity: Severity { outlook.severity }
}

/// A way to settle a finding.
public struct Fix: Sendable, Hashable {
  public enum Safety: String, Sendable, Hashable, CaseIterable {
    /// The meaning stays the same; may be made without asking.
    case safe
    /// A person must agree.
    case review
    /// Has blanks that a person must fill.
    case placeholder
    /// Words only: there is nothing to edit.
    case advice
  }

  /// What it does, for a button or a line of a report.
  public let title: String
  public let safety: Safety
  /// Empty for advice.
  public let edits: [Edit]

  public init(title: String, safety: Safety, edits: [Edit] = []) {
    self.title = title
    self.safety = safety
    self.edits = edits
  }
}
