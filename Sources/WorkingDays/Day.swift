/// A day of the calendar: no time of day, no time zone, no locale.
///
/// Days are counted in the Gregorian calendar, also before it was introduced, from 1 January of year 1
/// to 31 December of year 9999. A sum that would leave that range stops at its end.
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1 January 1970, which is 0.
  public let number: Int32

  /// The day with a number; the nearest day in range when there is none.
  public init(number: Int) {
    self.number = Int32(Swift.min(Swift.max(number, Self.least), Self.greatest))
  }

  /// A day by year (1 to 9999), month (1 to 12) and day of the month; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.init(checkedYear: year, month: month, day: day)
  }

  init(checkedYear year: Int, month: Int, day: Int) {
    let inYear = Self.daysBefore(month: month, year: year) + day - 1
    self.init(number: Self.daysBefore(year: year) + inYear - Self.epoch)
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }

  /// The day a number of days later, or earlier when it is negative.
  public static func + (day: Day, days: Int) -> Day {
    let bounded = Swift.min(Swift.max(days, -2 * greatest), 2 * greatest)
    return Day(number: Int(day.number) + bounded)
  }

  public static func - (day: Day, days: Int) -> Day {
    day + (0 - Swift.max(days, -Int.max))
  }

  /// How many days lie between two days; 1 from one day to the next.
  public static func - (later: Day, earlier: Day) -> Int {
    Int(later.number) - Int(earlier.number)
  }
}

extension Day {
  public var year: Int {
    let days = Int(number) + Self.epoch
    // 400 years have 146,097 days; the mean year is off by less than one year either way.
    let guess = days * 400 / 146_097 + 1
    if days < Self.daysBefore(year: guess) { return guess - 1 }
    return days >= Self.daysBefore(year: guess + 1) ? guess + 1 : guess
  }

  /// 1 to 12.
  public var month: Int { monthAndDay.month }

  /// The day of the month, 1 to 31.
  public var day: Int { monthAndDay.day }

  public var weekday: Weekday {
    // Day 0 was a Thursday.
    let fromMonday = (Int(number) + 3) % 7
    return Weekday.allCases[fromMonday < 0 ? fromMonday + 7 : fromMonday]
  }

  /// The same day of the month so many months later (or earlier, when negative), or that month's last day.
  package func adding(months: Int) -> Day {
    let bounded = Swift.min(Swift.max(months, -120_000), 120_000)
    let (month, ofMonth) = monthAndDay
    let total = year * 12 + month - 1 + bounded
    guard total >= 12 else { return Day(number: Self.least) }
    guard total < 120_000 else { return Day(number: Self.greatest) }
    let newMonth = total % 12 + 1
    let last = Self.length(ofMonth: newMonth, year: total / 12)
    return Day(checkedYear: total / 12, month: newMonth, day: Swift.min(ofMonth, last))
  }

  private var monthAndDay: (month: Int, day: Int) {
    let year = self.year
    let inYear = Int(number) + Self.epoch - Self.daysBefore(year: year)
    var month = 1
    while month < 12, inYear >= Self.daysBefore(month: month + 1, year: year) { month += 1 }
    return (month, inYear - Self.daysBefore(month: month, year: year) + 1)
  }
}

/// A day of the week; the week begins on Monday.
public enum Weekday: String, Sendable, Hashable, CaseIterable {
  case monday = "Monday"
  case tuesday = "Tuesday"
  case wednesday = "Wednesday"
  case thursday = "Thursday"
  case friday = "Friday"
  case saturday = "Saturday"
  case sunday = "Sunday"

  /// The English name, with its capital.
  public var name: String { rawValue }

  public var isWeekend: Bool { self == .saturday || self == .sunday }
}

extension Day {
  /// 1 January 1970, in days from 1 January of year 1.
  private static let epoch = 719_162
  private static let least = -epoch
  private static let greatest = 2_932_896

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func daysBefore(year: Int) -> Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400
  }

  private static func daysBefore(month: Int, year: Int) -> Int {
    // From March on the lengths repeat 31, 30, 31, 30, 31, which is 153 days in five months.
    if month < 3 { return (month - 1) * 31 }
    return (153 * (month - 3) + 2) / 5 + 59 + (isLeap(year) ? 1 : 0)
  }
}
