import Linting
import Requests
import SourceText
import WorkingDays

/// An authority's letter as read: what it is, what it asks, by when, and about which question.
///
/// Everything here stands in the letter; ranges are the bytes on which it rests. What follows from it, such
/// as the day on which an answer is due, is worked out in ``Clock``.
public struct Reply: Sendable {
  /// The letter's main effect.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case acknowledgement, clarification, `extension`, refusal, response, transfer, fees
    /// What became of an internal review, or in Scotland of a requirement for review.
    case reviewOutcome = "review-outcome"
    case other
  }

  /// What a review made of the authority's first decision.
  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case upheld, changed, overturned

    public var text: String {
      switch self {
      case .upheld: "the first decision stands"
      case .changed: "the first decision is changed in part"
      case .overturned: "the first decision is overturned"
      }
    }
  }

  /// The text that the ranges count in: of an e-mail, its decoded body.
  public let source: Source
  public let kind: Kind
  /// The words that the kind rests on; empty when there are none.
  public let because: ByteRange
  /// Whether a phrase or the applicant says the kind; where only all words together do, it may be another.
  public let isCertain: Bool
  /// What the review decided; nil for other letters, and where the letter does not plainly say.
  public let verdict: Verdict?
  /// The authority's own reference, as written.
  public let reference: String?
  public let dates: ReplyDates
  /// The law that the letter names; the Act of 2000 when it names none.
  public let regime: Regime
  /// The request, where the letter quotes it.
  public let request: RequestReading?
  /// What a clarification asks, in the letter's order.
  public let points: [Point]
  /// The questions that no point is about; empty when the request is not known.
  public let untouched: [String]
  /// What a refusal relies on.
  public let exemptions: [ClaimedExemption]
  /// The figures given, question by question.
  public let figures: [Figure]
  /// The labels of the questions for which the authority holds nothing.
  public let notHeld: [String]

  /// Whether it refuses over the cost limit, which a narrower request may keep.
  public var refusesOnCost: Bool {
    kind == .refusal && exemptions.contains { $0.isCostLimit }
  }
}

/// One thing that a clarification asks.
public struct Point: Sendable, Hashable {
  /// The number it bears in the letter, as a label; nil for most.
  public let number: String?
  /// The labels of the questions it is about; empty when the letter does not let one tell.
  public let questions: [String]
  /// From its number to the end of its last suggestion.
  public let range: ByteRange
  public let category: Category
  /// The sentence that asks, on one line.
  public let asks: String
  /// What it offers to choose from: "financial year", "calendar years"; "yes" and "no" where these would answer it.
  public let choices: [String]
  public let suggestions: [Suggestion]

  /// The choices of what asks for nothing else.
  static let yesOrNo = ["yes", "no"]

  /// Words that the authority itself proposes.
  public struct Suggestion: Sendable, Hashable {
    public let text: String
    public let range: ByteRange
    /// What the authority left out, such as "the age" in "aged under years"; nil when nothing.
    public let missing: String?
    /// The same on one line, with `____` where something is missing.
    public let toFill: String

    public var isIncomplete: Bool { missing != nil }
  }
}

/// An exemption or limit that a letter relies on.
public struct ClaimedExemption: Sendable, Hashable {
  public let law: String
  /// With its subsections, as in `31(1)(a)`.
  public let section: String
  /// The section without its subsections.
  var number: String { String(section.prefix { $0 != "(" }) }
  /// Whether it is the limit on cost, section 12 of either Act; regulation 12 is none.
  public var isCostLimit: Bool { law != "EIR" && number == "12" }
  /// The labels of the questions refused by it; empty for the whole request.
  public let questions: [String]
  /// Whether the authority will not even say that it holds the information.
  public let neitherConfirmsNorDenies: Bool
  public let range: ByteRange
}

/// A figure that a letter gives in answer to a question.
public struct Figure: Sendable, Hashable {
  /// The label of the question.
  public let question: String
  /// What it counts, where the letter gives several in a list: the `Section 9` of "Section 9: 412".
  public let of: String?
  /// Digits without commas or signs, with a full stop before the pence.
  public let value: String
  /// As the letter writes it: `£1,200`, `fewer than 5`, `None`.
  public let text: String
  public let range: ByteRange
}
