/// What moments mean once they are read.
extension TimeParser {
  /// One moment by itself.
  func reading(_ moment: Moment, _ kind: YearKind?) -> PeriodReading? {
    switch moment {
    case .day, .month(_, .some): return moment.period(in: .calendar).map { .point($0) }
    case .impossible(let message, let remedy): return .impossible(message, remedy: remedy)
    case .dayOfMonth, .month, .quarter(_, nil, _): return nil
    case .year(let year):
      switch kind {
      case nil: return .years([.of(.calendar, moment), .of(.financial, moment)].compactMap { $0 })
      case .calendar: return .exact(YearKind.calendar.year(year))
      case let kind?:
        return .ambiguous([
          NamedPeriod("\(kind.name) \(kind.label(year))", kind.year(year)),
          NamedPeriod("\(kind.name) \(kind.label(year - 1))", kind.year(year - 1)),
        ])
      }
    case .years(let first, let last):
      if let kind { return moment.period(in: kind).map { .exact($0) } }
      if last > first + 1 {
        return .years([.of(.calendar, moment), .of(.financial, moment)].compactMap { $0 })
      }
      // Written out: from a literal list of cases the optimiser for WebAssembly takes the wrong ones.
      return .ambiguous(
        [.of(.financial, moment), .of(.calendar, moment), .of(.academic, moment)]
          .compactMap { $0 })
    case .quarter(_, _, let ofPair):
      if let kind = kind ?? (ofPair ? .financial : nil) {
        return moment.period(in: kind).map { .exact($0) }
      }
      return .ambiguous(quarters { moment.period(in: $0) })
    case .monthOfYears(let month, let first, let last):
      let start = Period.month(month, of: first).first
      let following = start.adding(months: 12 * (last - first)) - 1
      let whole = Period.month(month, of: last).last
      let count = 12 * (last - first)
      return .ambiguous([
        NamedPeriod("\(count) months from \(monthName(month)) \(first)", Period(start, following)),
        NamedPeriod(
          "\(monthName(month)) \(first) to \(monthName(month)) \(last)", Period(start, whole)),
        NamedPeriod(
          "\(monthName(month)) \(first) to December \(last)",
          Period(start, YearKind.calendar.year(last).last)),
      ])
    }
  }

  /// A range from one moment to another.
  ///
  /// - Parameter plural: whether several years are meant: "financial year 2019 to 2020" is one.
  func range(_ start: Moment, _ end: Moment, _ kind: YearKind?, plural: Bool) -> PeriodReading? {
    if case .impossible(let message, let remedy) = start {
      return .impossible(message, remedy: remedy)
    }
    if case .impossible(let message, let remedy) = end {
      return .impossible(message, remedy: remedy)
    }
    let start = start.completed(by: end)
    if case .impossible(let message, let remedy) = start {
      return .impossible(message, remedy: remedy)
    }
    switch (start, end) {
    case (.year(let first), .year(let last)) where first < last:
      return years(first, last, kind, plural: plural)
    case (.quarter(_, _, false), .quarter(_, _, false)) where kind == nil:
      return .ambiguous(quarters { self.period(start, end, $0) })
    case (.years, _), (_, .years):
      guard kind == nil else { break }
      func named(_ kind: YearKind) -> NamedPeriod? {
        period(start, end, kind).map { NamedPeriod(named: kind, $0) }
      }
      let isWhole = start.isYears && end.isYears
      return .ambiguous(
        [named(.financial), named(.calendar), isWhole ? named(.academic) : nil].compactMap { $0 })
    default: break
    }
    let kind = kind ?? .calendar
    guard let first = start.period(in: kind)?.first,
      let last = end.period(in: kind, endsRange: true)?.last
    else { return nil }
    if let period = Period(first: first, last: last) { return .exact(period) }
    return .impossible(
      "the period ends before it begins: \(last.text) comes before \(first.text)",
      remedy: "write the earlier day first: \(last.text) to \(first.text)")
  }

  /// "2018 to 2020", "financial years 2017 to 2020"
  private func years(_ first: Int, _ last: Int, _ kind: YearKind?, plural: Bool) -> PeriodReading {
    let calendar = YearKind.calendar.years(first, through: last)
    let financial = YearKind.financial.years(first, through: last - 1)
    switch kind {
    case nil where last == first + 1:
      return .ambiguous([
        NamedPeriod(named: .financial, financial), NamedPeriod(named: .calendar, calendar),
      ])
    case nil:
      return .years([
        NamedPeriod(named: .calendar, calendar), NamedPeriod(named: .financial, financial),
      ])
    case .calendar: return .exact(calendar)
    case let kind? where last == first + 1 && !plural: return .exact(kind.year(first))
    case let kind?:
      return .ambiguous(
        [(first, last - 1), (first, last), (first - 1, last - 1)].map { start, end in
          let years = "\(kind.label(start)) to \(kind.label(end))"
          return NamedPeriod(
            start == end ? "\(kind.name) \(kind.label(start))" : "\(kind.name)s \(years)",
            kind.years(start, through: end))
        })
    }
  }

  private func quarters(_ period: (YearKind) -> Period?) -> [NamedPeriod] {
    func named(_ kind: YearKind) -> NamedPeriod? {
      period(kind).map { NamedPeriod("quarter of the \(kind.name)", $0) }
    }
    return [named(.calendar), named(.financial)].compactMap { $0 }
  }

  private func period(_ start: Moment, _ end: Moment, _ kind: YearKind) -> Period? {
    guard let first = start.period(in: kind)?.first,
      let last = end.period(in: kind, endsRange: true)?.last
    else { return nil }
    return Period(first: first, last: last)
  }
}

extension NamedPeriod {
  /// A period named by a kind of year, in the plural when it is longer than one.
  init(named kind: YearKind, _ period: Period) {
    let isOne = kind.startYear(of: period.first) == kind.startYear(of: period.last)
    self.init(isOne ? kind.name : "\(kind.name)s", period)
  }

  fileprivate static func of(_ kind: YearKind, _ moment: Moment) -> Self? {
    moment.period(in: kind).map { NamedPeriod(named: kind, $0) }
  }
}
