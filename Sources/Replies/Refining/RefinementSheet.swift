import Requests
import SourceText
import WorkingDays

/// What an authority's letter asks, laid out for a person to decide: a document with boxes to tick.
///
/// It stands by itself. Whatever a tick does is written behind it, the new questions are listed below it, and the
/// request it began from stands at the end; so it can be edited anywhere, kept in Git, and applied later
/// without the letter.
public struct RefinementSheet: Sendable {
  /// What the outcome is.
  public enum Purpose: String, Sendable, Hashable {
    /// A reply to a clarification letter: the same request, made clear.
    case clarification
    /// A new request in place of one that was refused over the cost limit.
    case cost
  }

  public var purpose: Purpose
  /// Header lines: from, to, reference, received, requested, review-by.
  public var details: Details
  /// In the order of the letter; what no point mentions stands last.
  public var decisions: [Decision]
  /// What the new questions need at the head of the request: the date they are counted by.
  public var newFields: [Field]
  /// Labelled `a`, `b`, … and written `(A)`, `(B)`.
  public var newQuestions: [Question]
  /// The request as it was.
  public var request: Request

  public struct Details: Sendable, Hashable {
    public var from: String?
    public var to: String?
    public var reference: String?
    /// The day on which the authority's letter came.
    public var received: Day?
    /// The day on which the request arrived or was sent.
    public var requested: Day?
    /// The last day to ask for a review of a refusal instead, as ``Clock`` counts it.
    public var reviewBy: Day?

    public init() {}
  }

  /// One thing to settle, with the choices there are.
  public struct Decision: Sendable {
    /// The number of the point in the letter; nil where no point mentions the questions.
    public var point: String?
    /// Whether the letter counts its points, so that a question without one is to be told apart.
    var isAmongPoints = true
    /// The labels of the questions it settles.
    public var questions: [String]
    /// What kind of trouble it is, in a few words.
    public var title: String
    /// The authority's own words; empty where no point mentions the questions.
    public var quotation: String
    /// What helps to decide: how the questions were found, what became of such words elsewhere.
    public var notes: [String]
    public var options: [Option]
    /// Where its heading stands, in a sheet that was read.
    var range: ByteRange = 0..<0
  }

  /// A line with a box.
  public struct Option: Sendable {
    public var text: String
    public var effect: Effect
    /// Whether it goes with one of the others, rather than being one of them.
    public var isAddition = false
    /// Whether it is the one that foi would take.
    public var isMarked = false
    public var isTicked = false
    /// What is known to come of it.
    public var careful = ""
    /// Where it stands, in a sheet that was read.
    var range: ByteRange = 0..<0

    /// What the dates are called that are none of a point's own readings.
    static let givenDates = "the dates in your request"
    static let otherDates = "other dates"
  }

  /// What a tick does.
  public enum Effect: Sendable, Hashable {
    /// The figures are for these dates.
    case dates(String)
    /// A term means this: `term: meaning`.
    case define(String)
    /// New questions take the place of the old ones.
    case questions([String])
    /// The question is asked in these words.
    case reword(String)
    case withdraw
    /// The authority is asked something; the question waits.
    case ask(String)
    /// The question stays as it is, for this reason.
    case keep(String)
    /// Said in the reply, and below the question where the questions are written out anew.
    case answer(String)
    /// An offence more in a new question, which was not asked for before.
    case add(String, to: String)
    case leaveOut(String, from: String)
    /// The figures are asked for without the splits.
    case totalsOnly
  }
}

extension RefinementSheet.Effect {
  /// What must be filled in before it can be taken: `____`.
  static let hole = "____"

  /// As it is typed behind `=>`.
  public var text: String {
    switch self {
    case .dates(let dates): "dates: \(dates)"
    case .define(let definition): "define: \(definition)"
    case .questions(let labels):
      "questions " + labels.map { "(\($0.uppercased()))" }.joined(separator: ", ")
    case .reword(let words): "reword: \(words)"
    case .withdraw: "withdraw"
    case .totalsOnly: "totals only"
    case .ask(let words): "ask: \(words)"
    case .keep(let reason): "keep, because: \(reason)"
    case .answer(let words): "answer: \(words)"
    case .add(let offence, let label): "add to (\(label.uppercased())): \(offence)"
    case .leaveOut(let offence, let label): "leave out of (\(label.uppercased())): \(offence)"
    }
  }

  /// What it needs to be filled in.
  var blank: String {
    switch self {
    case .dates(let text), .define(let text), .reword(let text), .ask(let text), .keep(let text),
      .answer(let text), .add(let text, _), .leaveOut(let text, _):
      text
    case .questions, .withdraw, .totalsOnly: ""
    }
  }
}

extension RefinementSheet {
  /// Ticks whatever is marked, as `foi refine --take-marked` does.
  public mutating func takeMarked() {
    for i in decisions.indices {
      for k in decisions[i].options.indices {
        decisions[i].options[k].isTicked = decisions[i].options[k].isMarked
      }
    }
  }
}

extension RefinementSheet.Decision {
  /// `point 2, question 1a`, as errors and headings name it.
  public var name: String {
    let count = questions.count
    let labels = questions.listed
    let about =
      count == 0 ? "the whole request" : count == 1 ? "question \(labels)" : "questions \(labels)"
    guard let point else {
      return count == 0 || !isAmongPoints ? about : "no point mentions \(about)"
    }
    return "point \(point), \(about)"
  }
}

extension Array<String> {
  /// `1a, 2 and 3`
  package var listed: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
