/// A stretch of days, the first and the last both included.
public struct Period: Sendable, Hashable {
  public let first: Day
  public let last: Day

  /// Nil when the last day comes before the first.
  public init?(first: Day, last: Day) {
    guard first <= last else { return nil }
    self.init(first, last)
  }

  /// For ends that are in order by the way they were made.
  init(_ first: Day, _ last: Day) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  public init(_ day: Day) { self.init(day, day) }

  /// How many days it has; at least 1.
  public var days: Int { last - first + 1 }

  public func contains(_ day: Day) -> Bool { first <= day && day <= last }
}

/// How periods are written, so that nobody has to ask what is meant.
extension Period: CustomStringConvertible {
  /// `1 April 2019 to 31 March 2020`, or one day by itself.
  public var dates: String { first == last ? first.text : "\(first.text) to \(last.text)" }

  /// `1 April 2019 to 31 March 2020, both dates included`, or one day by itself.
  public var text: String { first == last ? first.text : "\(dates), both dates included" }

  /// The name of a period that has one: `March 2020`, `calendar year 2020`, `calendar years 2018 to 2020`,
  /// `financial year 2019/20`, `financial years 2017/18 to 2019/20`; nil for any other.
  public var name: String? {
    if first.day == 1, (last + 1).day == 1, first.year == last.year, first.month == last.month {
      return "\(monthName(first.month)) \(first.year)"
    }
    for kind in [YearKind.calendar, .financial] {
      let start = kind.startYear(of: first)
      let end = kind.startYear(of: last)
      guard kind.years(start, through: end) == self else { continue }
      return start == end
        ? "\(kind.name) \(kind.label(start))"
        : "\(kind.name)s \(kind.label(start)) to \(kind.label(end))"
    }
    return nil
  }

  public var description: String { dates }
}

/// The kinds of year that offices count by, each with the day on which it begins.
///
/// Police figures are published for financial years from 1 April; tax years begin on 6 April; academic
/// years are those of schools in England, from 1 September.
public enum YearKind: String, Sendable, Hashable, CaseIterable {
  case financial, calendar, academic, tax

  /// `financial year`
  public var name: String { "\(rawValue) year" }

  /// The year of this kind that begins in a calendar year (1 to 9998).
  public func year(_ start: Int) -> Period { years(start, through: start) }

  /// The years of this kind that begin in the calendar years from one to another.
  public func years(_ start: Int, through end: Int) -> Period {
    Period(firstDay(of: start), firstDay(of: end + 1) - 1)
  }

  /// The calendar year in which the year that holds a day begins.
  public func startYear(of day: Day) -> Int {
    day < firstDay(of: day.year) ? day.year - 1 : day.year
  }

  /// `2020` for a calendar year, `2019/20` for the others.
  public func label(_ start: Int) -> String {
    guard self != .calendar else { return "\(start)" }
    let short = (start + 1) % 100
    return "\(start)/\(short < 10 ? "0" : "")\(short)"
  }

  private func firstDay(of year: Int) -> Day {
    let year = min(max(year, 1), 9999)
    return switch self {
    case .calendar: Day(checkedYear: year, month: 1, day: 1)
    case .financial: Day(checkedYear: year, month: 4, day: 1)
    case .academic: Day(checkedYear: year, month: 9, day: 1)
    case .tax: Day(checkedYear: year, month: 4, day: 6)
    }
  }
}
