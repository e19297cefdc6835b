/// Times that depend on the day they are read.
extension TimeParser {
  /// Phrases that set no limit: "to date", "until now", "since records began", "from now on".
  mutating func loosePhrase() -> PeriodReading? {
    if attempt({ $0.fromNowOn() }) != nil { return .future }
    if take(.since) {
      guard take(.records), take(.began) else { return nil }
      return .open(start: nil, end: nil)
    }
    // "up to date" says how fresh something is, "present" alone is a verb.
    guard peek(-1) != .word(.up), peek(-1) != .hyphen else { return nil }
    guard peek() != .word(.to) || peek(1) != .word(.present) else { return nil }
    guard peek() != .word(.up) || peek(2) != .word(.date) else { return nil }
    guard peek() != .word(.onwards) else { return nil }
    guard attempt({ $0.toDate() }) != nil, peek() != .word(.of) else { return nil }
    return .open(start: nil, end: nil)
  }

  /// "to date", "to the present day", "until now", "up to today", "onwards"
  mutating func toDate() -> Void? {
    if take(.onwards) { return () }
    let isUp = take(.up)
    guard take(.to) || take(.until) || !isUp && (take(.hyphen) || take(.dash)) else { return nil }
    _ = take(.the)
    _ = take(.current)
    if take(.now) || take(.today) { return () }
    if take(.present) {
      _ = take(.unit(.day, plural: false)) || take(.date)
      return ()
    }
    guard take(.date), peek() != .word(.of) else { return nil }
    return ()
  }

  /// "to the date of this request", "to the day you receive it": a known day, though not yet known here.
  mutating func upToTheRequest() -> Void? {
    _ = take(.up)
    guard take(.to) || take(.until), take(.the) else { return nil }
    guard take(.date) || take(.unit(.day, plural: false)) else { return nil }
    for _ in 0..<6 {
      if take(.request) { return () }
      switch peek() {
      case .word(.of), .word(.current), .word(.you), .word(.the), .word(.on), .other: cursor += 1
      default: return nil
      }
    }
    return nil
  }

  /// "from now on", "going forward", "in future", "the next 12 months"
  private mutating func fromNowOn() -> Void? {
    if take(.henceforth) { return () }
    if take(.going) { return take(.forward) ? () : nil }
    if take(.from) {
      guard take(.now) else { return nil }
      _ = take(.on) || take(.onwards)
      return ()
    }
    if take(.in) {
      _ = take(.the)
      return take(.future) ? () : nil
    }
    _ = take(.the)
    guard take(.next) else { return nil }
    _ = count()
    _ = yearKind()
    guard case .unit(let unit, _) = peek(), unit != .day else { return nil }
    cursor += 1
    return ()
  }

  /// "the last three complete financial years", "last year", "this financial year", "year to date"
  mutating func relative() -> PeriodReading? {
    _ = take(.the)
    if let reading = attempt({ $0.yearToDate() }) { return reading }
    var count = self.count()
    _ = take(.most)
    let isRecent = peek() == .word(.recent)
    guard take(.last) || take(.recent) else { return nil }
    count = count ?? self.count()
    let isVague = take(.few)
    let isComplete = take(.complete)
    let kind = yearKind()
    let isWhole = take(.complete) || isComplete
    guard case .unit(let unit, let plural) = self.peek() else { return nil }
    cursor += 1
    if let reading = attempt({ $0.untilEnd(count, unit, kind) }) { return reading }
    if let kind, let named = attempt({ $0.namedYear(kind) }) { return named }
    guard let today else { return .relative([]) }
    if isVague || plural && count == nil { return .relative([]) }
    if isRecent && !plural && !isWhole && kind == nil { return .relative([]) }
    return .relative(
      lastPeriods(count, unit, kind, isWhole, today: today))
  }

  /// "2019/20" after "the last financial year": said twice, and the second time exactly.
  private mutating func namedYear(_ kind: YearKind) -> PeriodReading? {
    guard let moment = moment(shortYears: true), moment.isYears else { return nil }
    return reading(moment, kind)
  }

  /// "this year", "the current financial year", "this calendar year so far", "financial year to date"
  private mutating func yearToDate() -> PeriodReading? {
    let isCurrent = take(.current)
    let kind = yearKind()
    guard case .unit(let unit, plural: false) = self.peek(), unit != .day else { return nil }
    cursor += 1
    if take(.so) {
      guard take(.far) else { return nil }
    } else if attempt({ $0.toDate() }) == nil, !isCurrent {
      return nil
    }
    guard let today else { return .relative([]) }
    func soFar(_ start: Day, _ name: String) -> NamedPeriod {
      NamedPeriod("\(name) to today", Period(start, today))
    }
    switch unit {
    case .year:
      let kinds: [YearKind] = kind.map { [$0] } ?? [.calendar, .financial]
      return .relative(kinds.map { soFar($0.year($0.startYear(of: today)).first, $0.name) })
    case .quarter: return .relative([soFar(quarter(of: today).first, "quarter")])
    case .month: return .relative([soFar(today - (today.day - 1), "month")])
    default: return .relative([soFar(monday(of: today), "week")])
    }
  }

  /// "year ending 31 March 2020", "12 months to March 2020", "financial year ending 2020",
  /// "year beginning 1 April 2019"
  mutating func yearsEnding() -> PeriodReading? {
    _ = take(.the)
    let count = self.count()
    _ = take(.complete)
    let kind = yearKind()
    _ = take(.complete)
    guard case .unit(let unit, _) = self.peek() else { return nil }
    cursor += 1
    if take(.beginning) {
      guard let first = firstDay(), unit != .day else { return nil }
      return .exact(Period(first, shift(first, by: count ?? 1, unit) - 1))
    }
    return untilEnd(count, unit, kind)
  }

  /// The end after a length of time: "to 31 March 2020", "ending March 2020".
  private mutating func untilEnd(_ count: Int?, _ unit: Unit, _ kind: YearKind?) -> PeriodReading? {
    let isEnding = take(.ending)
    if isEnding {
      _ = take(.in) || take(.on)
    } else {
      _ = take(.up)
      guard take(.to) || take(.until) else { return nil }
    }
    guard let end = moment() else { return nil }
    switch end {
    case .impossible(let message, let remedy): return .impossible(message, remedy: remedy)
    case .year(let year) where isEnding && unit == .year && (count ?? 1) == 1:
      if let kind { return .exact(kind.year(kind == .calendar ? year : year - 1)) }
      return .ambiguous([
        NamedPeriod(YearKind.financial.name, YearKind.financial.year(year - 1)),
        NamedPeriod(YearKind.calendar.name, YearKind.calendar.year(year)),
      ])
    case .day, .month(_, .some):
      guard let last = end.period(in: .calendar)?.last else { return nil }
      return .exact(Period(shift(last + 1, by: -(count ?? 1), unit), last))
    default: return nil
    }
  }

  private mutating func firstDay() -> Day? {
    _ = take(.in) || take(.on) || take(.from)
    switch moment() {
    case .day(let day): return day
    case .month(let month, let year?): return Period.month(month, of: year).first
    default: return nil
    }
  }

  private mutating func count() -> Int? {
    switch peek() {
    case .count(let count): cursor += 1; return count
    case .number(let count, let digits) where digits <= 3 && count > 0: cursor += 1; return count
    default: return nil
    }
  }

  /// The periods that the last so many units can mean on a day; the likeliest first.
  private func lastPeriods(
    _ count: Int?, _ unit: Unit, _ kind: YearKind?, _ isWhole: Bool, today: Day
  ) -> [NamedPeriod] {
    let number = count ?? 1
    let toToday = NamedPeriod(
      "\(count.map { "\($0) " } ?? "")\(unit.name)\(number == 1 ? "" : "s") to today",
      Period(shift(today, by: -number, unit) + 1, today))
    switch unit {
    case .year, .decade:
      let years = unit == .decade ? number * 10 : number
      let kinds: [YearKind] = kind.map { [$0] } ?? [.calendar, .financial]
      var readings = kinds.map { kind in
        let current = kind.startYear(of: today)
        return NamedPeriod(
          "complete \(kind.name)\(years == 1 ? "" : "s")",
          kind.years(current - years, through: current - 1))
      }
      if isWhole { return readings }
      if kind == nil {
        readings.append(toToday)
      } else if let kind, years > 1 {
        let current = kind.startYear(of: today)
        readings.append(
          NamedPeriod(
            "\(kind.name)s with the current one to today",
            Period(kind.year(current - years + 1).first, today)))
      }
      return readings
    case .month:
      let first = today - (today.day - 1)
      let complete = NamedPeriod(
        number == 1 ? "complete month" : "complete months",
        Period(first.adding(months: -number), first - 1))
      return isWhole || count == nil ? [complete] : [complete, toToday]
    case .quarter:
      let first = quarter(of: today).first
      return [
        NamedPeriod("complete quarters", Period(first.adding(months: -3 * number), first - 1))
      ]
    case .week where count == nil:
      return [NamedPeriod("complete week", Period(monday(of: today) - 7, monday(of: today) - 1))]
    case .week, .day: return [toToday]
    }
  }

  private func shift(_ day: Day, by count: Int, _ unit: Unit) -> Day {
    switch unit {
    case .day: day + count
    case .week: day + 7 * count
    case .month: day.adding(months: count)
    case .quarter: day.adding(months: 3 * count)
    case .year: day.adding(months: 12 * count)
    case .decade: day.adding(months: 120 * count)
    }
  }

  private func quarter(of day: Day) -> Period {
    let first = Period.month((day.month - 1) / 3 * 3 + 1, of: day.year).first
    return Period(first, first.adding(months: 3) - 1)
  }

  private func monday(of day: Day) -> Day {
    var monday = day
    while monday.weekday != .monday { monday = monday - 1 }
    return monday
  }
}

extension Unit {
  fileprivate var name: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .decade: "decade"
    }
  }
}
