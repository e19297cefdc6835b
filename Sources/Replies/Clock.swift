import Requests
import SourceText
import WorkingDays

/// What a letter does to the time that the law gives, and the days that follow from it.
public struct Clock: Sendable, Hashable {
  public enum Effect: Sendable, Hashable {
    /// The authority's time stands still until it has the applicant's answer or fee.
    case stops
    /// It runs, to a day.
    case runs
    /// It is over: the letter is the answer.
    case ends
    /// The letter says nothing about it.
    case unknown
  }

  /// A day that counts, and where it comes from.
  public struct Due: Sendable, Hashable {
    public enum Source: Sendable, Hashable {
      /// The authority's own rule or date.
      case authority
      case law
      /// The regulator's guidance, where the law sets no number of days.
      case regulator
    }

    public let day: Day
    public let source: Source
    /// How it was counted: "40 working days from Tuesday 5 January 2021; skipped: weekends". Nil for a day named.
    public let counted: String?
    /// Whether it is the one to go by: the earlier of two.
    public internal(set) var isFollowed: Bool
  }

  public let effect: Effect
  /// The earliest first.
  public private(set) var days: [Due] = []
  /// Whether a day cannot be worked out because nobody said when the letter came.
  public private(set) var needsDate = false
  /// Why a day is left out: its count leaves the years whose bank holidays are known.
  public private(set) var uncounted: Diagnostics?

  /// - Parameters:
  ///   - received: the day on which the letter came; nil when the applicant has not said.
  ///   - requested: the day from which the authority's time runs, where the applicant knows it; else what the letter says.
  ///   - calendar: counts the working days.
  public init(_ reply: Reply, received: Day?, requested: Day? = nil, calendar: WorkingCalendar) {
    let law = reply.regime
    let letter = reply.dates.dated ?? received
    let request = requested ?? reply.dates.clarified ?? reply.dates.received
    switch reply.kind {
    case .clarification:
      effect = .stops
      add(reply.dates.named, reply.dates.allowance, from: letter, law, calendar)
    case .extension:
      effect = .runs
      if let named = reply.dates.named { days.append(.init(named)) }
      let usual = law.replyDays + (law.publicInterestDays ?? 0)
      if let request { count(Allowance(usual, .workingDays), from: request, law, calendar, .law) }
    case .acknowledgement:
      effect = .runs
      if let named = reply.dates.named { days.append(.init(named)) }
      let usual = Allowance(law.replyDays, .workingDays)
      if let request { count(usual, from: request, law, calendar, .law) }
    case .refusal, .response:
      effect = .ends
      let usual = Allowance(law.reviewRequestDays, .workingDays)
      let own = reply.dates.reviewAllowance
      let source = own == nil ? law.sourceOfReviewTimes : .authority
      add(nil, own ?? usual, from: letter, law, calendar, source)
    case .reviewOutcome:
      effect = .ends
      let window = Allowance(law.complaintWindow)
      add(nil, window, from: letter, law, calendar, law.sourceOfReviewTimes)
    case .fees:
      effect = .stops
      let window = law.feePaymentMonths.map { Allowance($0, .months) }
      add(nil, window, from: letter, law, calendar, .law)
    case .transfer, .other: effect = .unknown
    }
    days.sort { $0.day < $1.day }
    if !days.isEmpty { days[0].isFollowed = true }
  }

  /// The same, for who cannot do without a day.
  public func counted() throws(Diagnostics) -> Clock {
    if let uncounted { throw uncounted }
    return self
  }

  private mutating func add(
    _ named: Day?, _ allowance: Allowance?, from start: Day?, _ law: Regime,
    _ calendar: WorkingCalendar, _ source: Due.Source = .authority
  ) {
    if let named { return days.append(.init(named)) }
    guard let allowance else { return }
    guard let start else {
      needsDate = true
      return
    }
    count(allowance, from: start, law, calendar, source)
  }

  private mutating func count(
    _ allowance: Allowance, from start: Day, _ law: Regime, _ calendar: WorkingCalendar,
    _ source: Due.Source
  ) {
    do throws(Diagnostics) {
      days.append(try Due(allowance, from: start, law, calendar, source))
    } catch {
      uncounted = error
    }
  }
}

extension Regime {
  fileprivate var sourceOfReviewTimes: Clock.Due.Source { setsReviewTimes ? .law : .regulator }
}

extension Allowance {
  fileprivate init(_ window: Regime.ComplaintWindow) {
    switch window {
    case .weeks(let count): self.init(count, .weeks)
    case .months(let count): self.init(count, .months)
    }
  }
}

extension Clock.Due {
  fileprivate init(_ named: Day) {
    self.init(day: named, source: .authority, counted: nil, isFollowed: false)
  }

  fileprivate init(
    _ allowance: Allowance, from start: Day, _ law: Regime, _ calendar: WorkingCalendar,
    _ source: Source
  ) throws(Diagnostics) {
    let from = "\(allowance.text) from \(start.textWithWeekday)"
    switch allowance.unit {
    case .workingDays:
      let deadline = try calendar.due(
        after: start, workingDays: allowance.count, under: law.workingDays)
      self.init(
        day: deadline.due, source: source, counted: "\(from); skipped: \(deadline.skippedText)",
        isFollowed: false)
    case .days:
      self.init(day: start + allowance.count, source: source, counted: from, isFollowed: false)
    case .weeks:
      self.init(day: start + allowance.count * 7, source: source, counted: from, isFollowed: false)
    case .months:
      self.init(
        day: start.adding(months: allowance.count), source: source, counted: from, isFollowed: false
      )
    }
  }
}
