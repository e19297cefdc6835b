import SourceText

/// The bank holidays of the United Kingdom's nations in the years that the data cover.
///
/// Dates are data and never worked out: a royal proclamation can add, move or drop a holiday, as in
/// May 2020, June and September 2022, May 2023 and, in Scotland, June 2026.
public struct Holidays: Sendable, Hashable {
  /// In the order of their days.
  public let all: [Holiday]
  /// The first and the last day for which every holiday is known: whole calendar years.
  public let covered: Period

  /// Takes holidays in any order.
  ///
  /// They are taken to be complete from the year of the first to the year of the last.
  ///
  /// - Returns: nil when there are none.
  public init?(_ holidays: [Holiday]) {
    all = holidays.sorted { ($0.day, $0.name) < ($1.day, $1.name) }
    guard let first = all.first, let last = all.last else { return nil }
    covered = YearKind.calendar.years(first.day.year, through: last.day.year)
  }

  /// The holiday that a day is in any of some nations; nil on an ordinary day.
  public func holiday(on day: Day, in nations: Nations) -> Holiday? {
    var i = all.indices.boundary { all[$0].day >= day }
    while i < all.count, all[i].day == day {
      if !all[i].nations.isDisjoint(with: nations) { return all[i] }
      i += 1
    }
    return nil
  }
}

/// A bank holiday and where it is kept.
public struct Holiday: Sendable, Hashable {
  public let day: Day
  /// As GOV.UK writes it: `St Andrew's Day`.
  public let name: String
  public let nations: Nations
  /// The nations of these in which it stands in for a holiday that falls on a weekend.
  public let substitute: Nations

  public init(_ day: Day, _ name: String, in nations: Nations, substitute: Nations = []) {
    self.day = day
    self.name = name
    self.nations = nations
    self.substitute = substitute
  }
}

/// The parts of the United Kingdom that have bank holidays of their own.
public struct Nations: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let englandAndWales = Nations(rawValue: 1)
  public static let scotland = Nations(rawValue: 2)
  public static let northernIreland = Nations(rawValue: 4)

  public static let all: Nations = [.englandAndWales, .scotland, .northernIreland]
}
