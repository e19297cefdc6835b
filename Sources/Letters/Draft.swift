import Requests
import SourceText
import Templating
import WorkingDays

/// Everything that goes into a letter.
///
/// The template decides the wording; this gives it its words, each of them typed by the applicant, looked up,
/// or named in ``Understanding``.
public struct Draft: Sendable {
  public let request: Request
  public let understanding: Understanding
  public private(set) var authority: Authority
  public let regime: Regime
  public let applicant: Applicant
  public let today: Day
  /// The last day for the answer; nil when no date is known to count from, or it lies beyond the calendar.
  public let due: Day?
  /// The day the request was sent, in letters about a request.
  public let sent: Day?
  /// The authority's reference, in letters about a request.
  public let reference: String?
  /// What stands above the greeting or under the name and goes into no letter: an address, a telephone number.
  public let leftOut: [String]
  /// What a letter answers, point by point; nil in a letter that answers none.
  public let answering: Answering?
  /// What a template sees, laid out.
  private var context = Context(nil)

  /// An authority's letter, and what the applicant says to each of its points.
  public struct Answering: Sendable, Hashable {
    public struct Point: Sendable, Hashable {
      /// As the authority's letter counts it; nil for a question that it does not mention.
      public let number: String?
      /// The applicant's old questions, as in `questions 1a and 3`; empty where none is named.
      public let questions: String
      public let answer: String

      public init(_ number: String?, questions: String, answer: String) {
        self.number = number
        self.questions = questions
        self.answer = answer
      }
    }

    public let points: [Point]
    /// Whether the questions stand in the place of the old ones, rather than beside them.
    public let replaces: Bool
    /// The day on which the authority's letter came.
    public let received: Day?

    public init(_ points: [Point], replaces: Bool, received: Day?) {
      self.points = points
      self.replaces = replaces
      self.received = received
    }
  }

  /// - Throws: when the request has no name to sign with, no title or no question, or the authority cannot
  ///   be asked.
  public init(
    _ reading: RequestReading, understanding: Understanding, authority: Authority, today: Day,
    sent: Day? = nil, due: Day? = nil, reference: String? = nil,
    answering: Answering? = nil
  ) throws(Diagnostics) {
    let request = reading.request
    let regime = try authority.regimeToAskUnder()
    guard let name = request[.from].first, !name.isEmpty else {
      throw Diagnostics(
        "the request has no name to sign with", remedy: "add a line at its head: From: R Hale")
    }
    guard !request.questions.isEmpty else {
      throw Diagnostics(
        "\(reading.source.name) asks no question", remedy: "add one: 1. The number of …")
    }
    self.request = request
    self.understanding = understanding
    self.authority = authority
    self.regime = regime
    self.today = today
    self.sent = sent
    self.due = due
    self.reference = reference ?? request[.reference].first
    self.answering = answering
    applicant = Applicant(
      name: name, organisation: request[.organisation].first, replyTo: request[.replyTo].first)
    let said = [applicant.name, applicant.organisation ?? "", applicant.replyTo ?? ""]
    var leftOut: [String] = []
    for part in reading.parts where part.kind == .signature {
      let line = reading.source[part.range]
      if !said.contains(line) { leftOut.append(line) }
    }
    self.leftOut = leftOut
    context = Context(data)
  }

  /// The same draft to another authority, for a part of what a new one costs.
  ///
  /// - Precondition: the authority takes requests, under the law that this draft was made for.
  public func readdressed(to authority: Authority) -> Draft {
    precondition(authority.regime == regime && authority.canBeAsked)
    var copy = self
    copy.authority = authority
    copy.context = context.setting("authority", to: authority.value)
    return copy
  }

  /// What the letter is about.
  public var title: String { request.subject }

  /// Fills a template in.
  ///
  /// - Throws: every slot that the template names and the data do not have.
  public func letter(_ template: LetterTemplate) throws(Diagnostics) -> Letter {
    let options = RenderOptions(layout: .letter)
    let subject = try template.subject.render(context, options)
    let body = try template.body.render(context, options)
    return Letter(
      title: title, subject: String(decoding: subject, as: UTF8.self).trimmedAtEnd.oneLine,
      text: String(decoding: body, as: UTF8.self), applicant: applicant, authority: authority)
  }
}

// MARK: - What a template sees

extension Draft {
  /// The data of a letter: every key always there, null or empty when there is nothing to say.
  package var data: Value {
    [
      "applicant": applicant.value,
      "authority": authority.value,
      "law": regime.value,
      "title": .string(title),
      "figures": .string(figures),
      "dates": .optional(understanding.dated.isEmpty ? nil : understanding.period?.dates),
      "countedBy": .optional(understanding.countedBy),
      "splitBy": .optional(understanding.splitBy),
      "format": .optional(request[.format].first),
      "definitions": .list(understanding.definitions.map { $0.value }),
      "context": .optional(request.context),
      "questions": .list(understanding.questions.map { $0.value }),
      "remarks": .optional(request.remarks),
      "fallbacks": .list(understanding.fallbacks.map { .string($0) }),
      "reference": .optional(reference),
      "points": .list(
        (answering?.points ?? []).map { point in
          [
            "number": .optional(point.number), "questions": .optional(point.questions),
            "answer": .string(point.answer),
          ]
        }),
      "replaces": .bool(answering?.replaces ?? true),
      "sent": .optional(sent?.text),
      "received": .optional(answering?.received?.text),
      "today": .string(today.text),
      "due": .optional(due?.text),
    ]
  }

  /// The beginning of the sentence about dates: all figures, or those of the questions that have no dates of
  /// their own.
  private var figures: String {
    let dated = understanding.dated
    guard dated.count < understanding.questions.count else { return "All figures are" }
    let last = dated.last ?? ""
    let others = dated.dropLast().joined(separator: ", ")
    return others.isEmpty
      ? "The figures in question \(last) are" : "The figures in questions \(others) and \(last) are"
  }
}

extension Definition {
  fileprivate var value: Value { ["term": .string(term), "meaning": .string(meaning)] }
}

extension UnderstoodQuestion {
  fileprivate var value: Value {
    [
      "label": .string(label), "text": .string(text),
      "fields": .list(
        lines.map { line in
          [
            "label": .string(line.label), "value": .optional(line.value),
            "values": .list(line.values.map { .string($0) }),
          ]
        }),
    ]
  }
}
