import SourceText

/// A place in a text that says a time, and what it can mean.
public struct PeriodMention: Sendable, Hashable {
  /// The bytes of the words themselves, with "from", "between" or "the financial year" where they are said.
  public let range: ByteRange
  public let reading: PeriodReading

  package init(_ range: ByteRange, _ reading: PeriodReading) {
    self.range = range
    self.reading = reading
  }
}

/// What words about a time can mean.
public enum PeriodReading: Sendable, Hashable {
  /// Both ends are said, or the kind of year is: nothing is left to ask.
  case exact(Period)
  /// One day or one month: "5 January 2021", "March 2020".
  case point(Period)
  /// Plain year numbers, "in 2020", "2018 to 2020": calendar years, the first of the readings, unless the
  /// office counts by financial years.
  case years([NamedPeriod])
  /// More than one period fits and none is the plain one: "2019/20", "Q1 2021".
  case ambiguous([NamedPeriod])
  /// Depends on the day it is read: "last year". The readings are worked out from today's date and there
  /// is none when it was not given or no number is said ("in recent years").
  case relative([NamedPeriod])
  /// Only one end is said, or none: "since 2015", "until March 2020", "to date".
  case open(start: Day?, end: Day?)
  /// Time still to come, for which nothing is held yet: "from now on".
  case future
  /// No such time: "31/02/2020", or an end before the start.
  case impossible(String, remedy: String?)

  /// Every period that it can mean; the likeliest first.
  public var readings: [NamedPeriod] {
    switch self {
    case .exact(let period), .point(let period):
      [NamedPeriod(period.name ?? period.dates, period)]
    case .years(let readings), .ambiguous(let readings), .relative(let readings): readings
    case .open, .future, .impossible: []
    }
  }

  /// The one period that it means, when there is only one.
  ///
  /// For a relative time this is the period as of today, which the letter should say in full.
  public var period: Period? {
    let readings = self.readings
    return readings.count == 1 ? readings[0].period : nil
  }
}

/// A period and what one would call it: "financial year", "calendar years", "twelve months to today".
public struct NamedPeriod: Sendable, Hashable {
  public let name: String
  public let period: Period

  public init(_ name: String, _ period: Period) {
    self.name = name
    self.period = period
  }
}
