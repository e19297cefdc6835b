import SourceText

/// Counts working days as the Freedom of Information Acts define them.
///
/// Under the Act of 2000, section 10(6), a day is no working day when it is a Saturday, a Sunday, Christmas Day, Good
/// Friday or a bank holiday in **any** part of the United Kingdom, so St Andrew's Day stops the clock for
/// a force in Kent. Under the Scottish Act of 2002, section 73, only Scotland's bank holidays count.
/// Christmas Day and Good Friday need no rule of their own: wherever one falls on a weekday it is among
/// the bank holidays. Days on which an office merely shuts do count.
public struct WorkingCalendar: Sendable {
  public let holidays: Holidays

  public init(_ holidays: Holidays) { self.holidays = holidays }

  /// The last day for an answer.
  ///
  /// The day of receipt is day 0, even at a weekend, on a holiday or late in the evening; the next working
  /// day is day 1; the last is the last lawful day.
  ///
  /// - Parameters:
  ///   - received: the day on which the request reached the authority.
  ///   - workingDays: how many, 0 or more; 20 in sections 10(1) of both Acts. With 0 the day of receipt is the last.
  ///   - receipt: when a request that comes on a day off counts as received.
  /// - Throws: when the count leaves the years that the holidays cover.
  public func due(
    after received: Day, workingDays: Int = 20, under law: Law, receipt: Receipt = .onTheDay
  ) throws(Diagnostics) -> Deadline {
    var day = received
    if receipt == .onTheNextWorkingDay {
      while try skip(day, under: law) != nil { day = day + 1 }
    }
    var skipped: [Holiday] = []
    var left = max(workingDays, 0)
    while left > 0 {
      day = day + 1
      switch try skip(day, under: law) {
      case nil: left -= 1
      case .holiday(let holiday): skipped.append(holiday)
      case .weekend: break
      }
    }
    try check(day)
    return Deadline(
      received: received, workingDays: max(workingDays, 0), law: law, due: day, skipped: skipped)
  }

  /// How many working days come after one day up to and including another; 0 when it is not later.
  ///
  /// - Throws: when a day lies outside the years that the holidays cover.
  public func workingDays(after start: Day, through end: Day, under law: Law) throws(Diagnostics)
    -> Int
  {
    try check(start)
    try check(end)
    var count = 0
    var day = start
    while day < end {
      day = day + 1
      if try skip(day, under: law) == nil { count += 1 }
    }
    return count
  }

  /// Why a day is no working day; nil when it is one.
  ///
  /// - Throws: when the day lies outside the years that the holidays cover.
  public func skip(_ day: Day, under law: Law) throws(Diagnostics) -> Skip? {
    try check(day)
    if day.weekday.isWeekend { return .weekend }
    return holidays.holiday(on: day, in: law.nations).map { .holiday($0) }
  }

  private func check(_ day: Day) throws(Diagnostics) {
    guard !holidays.covered.contains(day) else { return }
    let years = "\(holidays.covered.first.year) to \(holidays.covered.last.year)"
    throw Diagnostics(
      "cannot count working days in \(day.year): the bank holidays are known for \(years) only",
      remedy: "give a date for which the count stays within \(years)")
  }
}

extension WorkingCalendar {
  /// The Act whose working days are counted.
  public enum Law: Sendable, Hashable, CaseIterable {
    /// Freedom of Information Act 2000: England, Wales, Northern Ireland and bodies of the whole United Kingdom.
    case foia
    /// Freedom of Information (Scotland) Act 2002.
    case foisa

    /// The nations whose bank holidays are no working days.
    public var nations: Nations {
      switch self {
      case .foia: .all
      case .foisa: .scotland
      }
    }
  }

  /// When a request that comes on a day off counts as received.
  public enum Receipt: Sendable, Hashable {
    /// On the day it came, as the Information Commissioner counts.
    case onTheDay
    /// On the next working day, as some forces count: at most a few days later, never earlier.
    case onTheNextWorkingDay
  }

  /// Why a day does not count.
  public enum Skip: Sendable, Hashable {
    case weekend
    case holiday(Holiday)
  }
}
