import WorkingDays

/// A day on which something ought to be done in a case.
public struct CaseDue: Sendable, Hashable {
  public enum What: String, Sendable, Hashable {
    /// The authority's answer, or its answer to a review.
    case answer, reviewAnswer
    /// The applicant's clarification or fee.
    case clarification, fee
    /// The last day to ask for a review, or to complain: both as the applicant likes.
    case review, complaint
  }

  public let what: What
  public let day: Day
  /// Where the day comes from: "40 working days from …", "the authority's own date".
  public let reason: String
  /// The later of two days, where the authority and the count differ.
  public let other: String?

  public init(_ what: What, _ day: Day, reason: String, other: String? = nil) {
    self.what = what
    self.day = day
    self.reason = reason
    self.other = other
  }

  public var isAuthoritys: Bool { what == .answer || what == .reviewAnswer }

  /// What is due, as a list and a calendar have it.
  public var text: String {
    switch what {
    case .answer: "their answer is due"
    case .reviewAnswer: "the outcome of their review is due"
    case .clarification: "your answer to their questions"
    case .fee: "the fee, if you want the answer"
    case .review: "last day to ask for a review, if you want one"
    case .complaint: "last day to complain, if you want to"
    }
  }
}
