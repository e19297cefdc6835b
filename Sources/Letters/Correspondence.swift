import Requests
import SourceText
import Templating
import WorkingDays

/// What goes into a letter about a request that was made: a reminder, a request for review, a complaint.
///
/// The request itself need not be at hand, as it must be for a ``Draft``.
public struct Correspondence: Sendable {
  /// A numbered paragraph of the letter, and the questions it puts.
  public struct Point: Sendable, Hashable {
    public let answer: String
    public let questions: [String]

    public init(_ answer: String, asking questions: [String] = []) {
      self.answer = answer
      self.questions = questions
    }
  }

  /// What the request was about.
  public let title: String
  public let applicant: Applicant
  public let authority: Authority
  public let regime: Regime
  /// The authority's reference.
  public let reference: String?
  /// The day the request was sent, in the version that counts.
  public let sent: Day?
  /// The day the letter came to which this one answers.
  public let received: Day?
  /// The day by which the answer is, or was, due.
  public let due: Day?
  public let points: [Point]

  public init(
    _ title: String, from applicant: Applicant, to authority: Authority, under regime: Regime,
    reference: String? = nil, sent: Day? = nil, received: Day? = nil, due: Day? = nil,
    points: [Point] = []
  ) {
    self.title = title
    self.applicant = applicant
    self.authority = authority
    self.regime = regime
    self.reference = reference
    self.sent = sent
    self.received = received
    self.due = due
    self.points = points
  }

  /// Fills a template in.
  ///
  /// - Throws: every slot that the template names and the data do not have.
  public func letter(_ template: LetterTemplate, on today: Day) throws(Diagnostics) -> Letter {
    let options = RenderOptions(layout: .letter)
    let data = data(today)
    let subject = try template.subject.render(data, options)
    let body = try template.body.render(data, options)
    return Letter(
      title: title, subject: String(decoding: subject, as: UTF8.self).trimmedAtEnd.oneLine,
      text: String(decoding: body, as: UTF8.self), applicant: applicant, authority: authority)
  }

  /// The same keys as a draft has, those of the request's own content empty.
  private func data(_ today: Day) -> Value {
    [
      "applicant": applicant.value, "authority": authority.value, "law": regime.value,
      "title": .string(title), "reference": .optional(reference),
      "sent": .optional(sent?.text), "received": .optional(received?.text),
      "due": .optional(due?.text), "today": .string(today.text),
      "points": .list(
        points.enumerated().map { place, point in
          [
            "number": .int(place + 1), "answer": .string(point.answer),
            "questions": .list(point.questions.map { .string($0) }),
          ]
        }),
      "figures": .null, "dates": .null, "countedBy": .null, "splitBy": .null, "format": .null,
      "definitions": .list([]), "context": .null, "questions": .list([]), "remarks": .null,
      "fallbacks": .list([]), "replaces": false,
    ]
  }
}
