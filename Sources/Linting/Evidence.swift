import WorkingDays

/// One time that an authority, a commissioner or a court dealt with wording of this kind.
///
/// Both sides belong here: authorities disagree, and a writer should see that the same words were answered.
public struct Evidence: Sendable, Hashable {
  public enum Outcome: String, Sendable, Hashable, CaseIterable {
    /// Sent back with a question.
    case clarification
    case refusal
    case answered
    /// Said by a commissioner, tribunal or court in a case.
    case decision
    /// Said in general, by a commissioner or an authority.
    case guidance
  }

  public let authority: String
  /// The authority's own number for it; empty when not known.
  public let reference: String
  /// `2021-01-05`, `2021-01` or `2021`; empty for guidance without a date.
  public let date: String
  public let outcome: Outcome
  /// Where it can be read: an http or https address.
  public let source: String
  /// What to know about it, in a sentence or less; empty when nothing.
  public let note: String

  public init(
    authority: String, reference: String = "", date: String, outcome: Outcome, source: String,
    note: String = ""
  ) {
    self.authority = authority
    self.reference = reference
    self.date = date
    self.outcome = outcome
    self.source = source
    self.note = note
  }
}

extension Evidence {
  /// `West Midlands Police (8A/21, January 2021)`
  public var label: String {
    let when = Day(iso: date)?.monthAndYear ?? String(date.prefix(4))
    let details = [reference, when].filter { !$0.isEmpty }.joined(separator: ", ")
    return details.isEmpty ? authority : "\(authority) (\(details))"
  }
}
