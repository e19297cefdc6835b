/// One end of a period as it is written: a day, a month, a year or a pair of years.
enum Moment: Equatable {
  case day(Day)
  /// `1 April`, `1`: they take what they lack from the other end.
  case dayOfMonth(Int, month: Int?)
  case month(Int, year: Int?)
  /// `Q1`, `Q1 2021`, `Q1 2020/21`, where the year is that of the pair's start.
  case quarter(Int, year: Int?, ofPair: Bool)
  case year(Int)
  /// `2019/20`
  case years(Int, Int)
  /// `August 2022-2023`
  case monthOfYears(Int, Int, Int)
  /// No such day, and why.
  case impossible(String, remedy: String?)
}

extension Moment {
  /// Whether it is made of year numbers only, so that the kind of year matters.
  var isYears: Bool {
    switch self {
    case .year, .years: true
    default: false
    }
  }

  /// The moment with what it lacks taken from a later one: "1 April" before "30 June 2021".
  ///
  /// Where the later one's year would put it behind, as in "November to February 2021", it is a year earlier.
  func completed(by later: Moment) -> Moment {
    switch (self, later) {
    case (.dayOfMonth(let day, nil), .day(let end)):
      return Self.day(day, end.month, end.year)
    case (.dayOfMonth(let day, let month?), .day(let end)):
      return Self.day(day, month, isLater(month, day, end) ? end.year - 1 : end.year)
    case (.dayOfMonth(let day, let month?), .month(let endMonth, let year?)):
      return Self.day(day, month, month > endMonth ? year - 1 : year)
    case (.month(let month, nil), .month(let endMonth, let year?)):
      return .month(month, year: month > endMonth ? year - 1 : year)
    case (.month(let month, nil), .day(let end)):
      return .month(month, year: month > end.month ? end.year - 1 : end.year)
    case (.quarter(let quarter, nil, _), .quarter(_, let year?, let ofPair)):
      return .quarter(quarter, year: year, ofPair: ofPair)
    default: return self
    }
  }

  private func isLater(_ month: Int, _ day: Int, _ end: Day) -> Bool {
    (month, day) > (end.month, end.day)
  }

  /// A day by its numbers, or why there is none.
  static func day(_ day: Int, _ month: Int, _ year: Int) -> Moment {
    if let day = Day(year: year, month: month, day: day) { return .day(day) }
    guard (1...12).contains(month) else {
      let isAmerican = (1...12).contains(day) && (1...31).contains(month)
      let american = isAmerican ? Day(year: year, month: day, day: month) : nil
      return .impossible(
        "there is no month \(month)",
        remedy: american.map { "if you mean \($0.text), write that" })
    }
    guard year > 0 else { return .impossible("there is no year \(year)", remedy: nil) }
    let length = Day.length(ofMonth: month, year: year)
    return .impossible(
      "there is no \(day) \(monthName(month)) \(year)",
      remedy: "\(monthName(month)) \(year) has \(length) days")
  }

  /// The first and the last day when years are of a kind; nil when it lacks its year.
  ///
  /// - Parameter endsRange: whether a year number ends a range: "2018 to 2020" as financial years ends in
  ///   March 2020, whereas "2020" alone begins in April 2020.
  func period(in kind: YearKind, endsRange: Bool = false) -> Period? {
    switch self {
    case .day(let day): return Period(day)
    case .month(let month, let year?): return .month(month, of: year)
    case .quarter(let quarter, let year?, let ofPair):
      let kind = ofPair && kind == .calendar ? .financial : kind
      let first = kind.year(year).first.adding(months: 3 * (quarter - 1))
      return Period(first, first.adding(months: 3) - 1)
    case .year(let year): return kind.year(endsRange && kind != .calendar ? year - 1 : year)
    case .years(let first, let last):
      return kind.years(first, through: kind == .calendar ? last : last - 1)
    default: return nil
    }
  }
}

extension Period {
  /// A calendar month: 1 to 12 of a year from 1 to 9999, what lies outside taken for the nearest.
  public static func month(_ month: Int, of year: Int) -> Period {
    let first = Day(checkedYear: min(max(year, 1), 9999), month: min(max(month, 1), 12), day: 1)
    return Period(first, first + (Day.length(ofMonth: first.month, year: first.year) - 1))
  }
}
