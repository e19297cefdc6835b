import Replies
import Requests
import SourceText
import WorkingDays

/// What happened in a case, and what comes next.
///
/// The clock is the law's: a request for clarification stops it, the clarified request starts a new one, an
/// extension moves its end, and an answer opens the time for a review, and that of the review the time for a
/// complaint.
public struct Timeline: Sendable {
  /// One letter, read.
  public struct Event: Sendable {
    public let entry: CaseFile.Entry
    /// The authority's letter as read; nil for the applicant's.
    public let reply: Reply?
    /// The applicant's letter as read; nil for the authority's.
    public let request: RequestReading?
    /// What it came to: "5 points, answer by Tuesday 2 March 2021".
    public fileprivate(set) var outcome = ""
  }

  public enum State: Sendable, Hashable {
    /// Nothing was sent yet.
    case unsent
    case awaitingAnswer
    /// They asked, and their clock stands still.
    case awaitingClarification
    case awaitingFee
    case passedOn
    case answered
    case underReview
    case reviewed
    case withRegulator
    case closed

    /// The state in a few words, for a list.
    public var text: String {
      switch self {
      case .unsent: "nothing sent yet"
      case .awaitingAnswer: "waiting for their answer"
      case .awaitingClarification: "they wait for your answer"
      case .awaitingFee: "they wait for a fee"
      case .passedOn: "passed on to another authority"
      case .answered: "answered"
      case .underReview: "under review"
      case .reviewed: "reviewed"
      case .withRegulator: "with the regulator"
      case .closed: "closed"
      }
    }
  }

  public private(set) var events: [Event] = []
  public private(set) var state = State.unsent
  /// The day that counts now; nil when none does.
  public private(set) var due: CaseDue?
  /// The day from which the authority's time runs.
  public private(set) var requested: Day?
  /// The last day to require a review when no answer comes, in Scotland.
  public private(set) var reviewAfterSilence: Day?
  /// The version of the request that counts: 1 for the first.
  public private(set) var version = 0

  /// Reads a case.
  ///
  /// - Parameters:
  ///   - letters: the texts of the case's letters, in their order in the file.
  ///   - regime: the authority's law.
  /// - Throws: when a count leaves the years whose holidays are known.
  public init(
    _ file: CaseFile, letters: [Source], under regime: Regime, calendar: WorkingCalendar
  ) throws(Diagnostics) {
    for (entry, source) in zip(file.letters, letters) {
      var event: Event
      switch entry.kind {
      case .sent(let kind):
        event = Event(entry: entry, reply: nil, request: try RequestReading(source))
        try take(kind, &event, regime, calendar)
      case .received(let kind):
        event = Event(
          entry: entry, reply: Reply(source, as: kind, under: regime), request: nil)
        try take(kind, &event, regime, calendar)
      }
      events.append(event)
    }
    if file.closed != nil {
      state = .closed
      due = nil
    }
  }

  /// The request that counts now.
  public var request: RequestReading? {
    events.last { $0.entry.kind.isRequest }?.request
  }

  /// The words of the command that makes a better request of the one that counts now and of a letter about it; nil
  /// while the case has no request.
  ///
  /// - Parameter folder: where the case is.
  public func refining(by letter: CaseFile.Entry, in folder: String) -> [String]? {
    func inside(_ file: String) -> String {
      folder.hasSuffix("/") ? folder + file : "\(folder)/\(file)"
    }
    guard let request = events.last(where: { $0.entry.kind.isRequest })?.entry else { return nil }
    return ["refine", inside(request.file), "--letter", inside(letter.file), "--out", "sheet.md"]
  }

  /// The authority's last letter that was more than an acknowledgement.
  public var lastAnswer: Event? {
    events.last { event in
      guard let reply = event.reply else { return false }
      return reply.kind != .acknowledgement && reply.kind != .other
    }
  }

  public var hasReminded: Bool {
    guard let last = events.lastIndex(where: { $0.entry.kind == .sent(.reminder) }) else {
      return false
    }
    return events[last].entry.day >= (requested ?? events[last].entry.day)
  }
}

// MARK: - What a letter does

extension Timeline {
  private mutating func take(
    _ kind: LetterKind.Sent, _ event: inout Event, _ regime: Regime, _ calendar: WorkingCalendar
  ) throws(Diagnostics) {
    let day = event.entry.day
    switch kind {
    case .request, .refined:
      version += 1
      requested = day
      state = .awaitingAnswer
      due = try counted(.answer, regime.replyDays, from: day, regime, calendar)
      if let days = regime.reviewAfterSilenceDays {
        reviewAfterSilence = try calendar.due(
          after: day, workingDays: days, under: regime.workingDays
        ).due
      }
      let count = event.request?.request.questions.count ?? 0
      event.outcome =
        "\(version > 1 ? "version \(version), " : "")\(count == 1 ? "one question" : "\(count) questions")"
    case .review:
      state = .underReview
      due = try counted(.reviewAnswer, regime.reviewReplyDays, from: day, regime, calendar)
    case .complaint:
      state = .withRegulator
      due = nil
    case .reminder, .other: break
    }
  }

  private mutating func take(
    _ kind: Reply.Kind, _ event: inout Event, _ regime: Regime, _ calendar: WorkingCalendar
  ) throws(Diagnostics) {
    guard let reply = event.reply else { return }
    let day = event.entry.day
    let clock = try Clock(reply, received: day, requested: requested, calendar: calendar).counted()
    switch kind {
    case .acknowledgement:
      // A day that the authority names later than the law does not count.
      if state == .awaitingAnswer, let first = clock.days.first, first.day < due?.day ?? first.day {
        due = CaseDue(.answer, clock)
      }
    case .clarification:
      state = .awaitingClarification
      due = CaseDue(.clarification, clock)
      let count = reply.points.count
      event.outcome =
        (count == 1 ? "one point" : "\(count) points")
        + (due.map { ", answer by \($0.day.textWithWeekday)" } ?? "")
    case .extension:
      due = CaseDue(.answer, clock) ?? due
      event.outcome =
        regime.publicInterestDays == nil
        ? "Scottish law knows no such extension"
        : due.map { "to \($0.day.textWithWeekday)" } ?? ""
    case .fees:
      state = .awaitingFee
      due = CaseDue(.fee, clock)
    case .transfer:
      state = .passedOn
      due = nil
    case .response, .refusal, .reviewOutcome:
      let labels = request?.request.questions.map { $0.label } ?? []
      event.outcome = reply.verdict?.text ?? reply.answers(to: labels).inShort
      if kind == .reviewOutcome || state == .underReview {
        state = .reviewed
        due = CaseDue(complaintAfter: reply.dates.dated ?? day, regime)
      } else {
        state = .answered
        due = CaseDue(.review, clock)
      }
    case .other: break
    }
  }

  private func counted(
    _ what: CaseDue.What, _ days: Int, from day: Day, _ regime: Regime, _ calendar: WorkingCalendar
  ) throws(Diagnostics) -> CaseDue {
    let deadline = try calendar.due(after: day, workingDays: days, under: regime.workingDays)
    return CaseDue(
      what, deadline.due,
      reason: "\(days) working days from \(day.textWithWeekday); skipped: \(deadline.skippedText)")
  }
}

extension CaseDue {
  /// The earlier of the days that a letter and the law give.
  fileprivate init?(_ what: What, _ clock: Clock) {
    guard let first = clock.days.first else { return nil }
    let second = clock.days.dropFirst().first { $0.day != first.day }
    self.init(
      what, first.day, reason: first.counted ?? "the authority's own date",
      other: second.map { later in
        let day = later.day.textWithWeekday
        return later.counted.map { "\(day) by the count: \($0)" } ?? "the authority says \(day)"
      })
  }

  fileprivate init(complaintAfter day: Day, _ regime: Regime) {
    self.init(
      .complaint, regime.complaintWindow.end(after: day),
      reason: "\(regime.complaintWindow.text) from \(day.textWithWeekday)")
  }
}
