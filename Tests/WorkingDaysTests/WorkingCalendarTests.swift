import Foundation
import SourceText
import Testing
import WorkingDays

/// The bank holidays from November 2020 to April 2021 and some of 2026, by hand.
///
/// The built-in data has them all; these are enough for the table below and keep it readable.
private let someHolidays: [(String, String, Nations)] = [
  ("2020-11-30", "St Andrew's Day", .scotland), ("2020-12-25", "Christmas Day", .all),
  ("2020-12-28", "Boxing Day", .all), ("2021-01-01", "New Year's Day", .all),
  ("2021-01-04", "2nd January", .scotland), ("2021-03-17", "St Patrick's Day", .northernIreland),
  ("2021-04-02", "Good Friday", .all),
  ("2021-04-05", "Easter Monday", [.englandAndWales, .northernIreland]),
  ("2026-03-17", "St Patrick's Day", .northernIreland), ("2026-04-03", "Good Friday", .all),
  ("2026-04-06", "Easter Monday", [.englandAndWales, .northernIreland]),
  ("2026-06-15", "World Cup bank holiday", .scotland), ("2026-11-30", "St Andrew's Day", .scotland),
  ("2026-12-25", "Christmas Day", .all), ("2026-12-28", "Boxing Day", .all),
]

private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

private func calendar() throws -> WorkingCalendar {
  var holidays: [Holiday] = []
  for (date, name, nations) in someHolidays {
    holidays.append(Holiday(try day(date), name, in: nations))
  }
  return WorkingCalendar(try #require(Holidays(holidays)))
}

@Suite struct WorkingCalendarTests {
  @Test(arguments: [
    ("2021-01-02", 20, "2021-02-01", WorkingCalendar.Law.foia),
    ("2021-01-02", 20, "2021-02-01", .foisa), ("2021-01-05", 40, "2021-03-02", .foia),
    ("2021-01-24", 20, "2021-02-19", .foia), ("2021-01-24", 40, "2021-03-22", .foia),
    ("2021-01-24", 40, "2021-03-19", .foisa), ("2021-01-25", 40, "2021-03-23", .foia),
    ("2021-03-11", 20, "2021-04-13", .foia), ("2021-03-11", 20, "2021-04-09", .foisa),
    ("2026-03-06", 20, "2026-04-08", .foia), ("2026-03-06", 20, "2026-04-06", .foisa),
    ("2026-11-23", 20, "2026-12-22", .foia), ("2020-12-25", 1, "2020-12-29", .foia),
    ("2021-01-05", 0, "2021-01-05", .foia), ("2021-01-08", 1, "2021-01-11", .foia),
  ])
  func countsFromTheDayOfReceipt(
    received: String, days: Int, due: String, law: WorkingCalendar.Law
  ) throws {
    let calendar = try calendar()
    let deadline = try calendar.due(after: day(received), workingDays: days, under: law)
    #expect(deadline.due.iso == due)
    #expect(
      try calendar.workingDays(after: day(received), through: day(due), under: law) == days)
  }

  @Test func listsTheHolidaysLeftOut() throws {
    let calendar = try calendar()
    let autumn = try calendar.due(after: day("2026-11-23"), under: .foia)
    #expect(autumn.skippedText == "weekends; Monday 30 November, St Andrew's Day")
    let winter = try calendar.due(after: day("2021-01-05"), workingDays: 40, under: .foia)
    #expect(winter.skippedText == "weekends")
    let boxingDay = try builtInCalendar().due(after: day("2026-11-27"), under: .foia)
    #expect(boxingDay.skippedText.contains("Monday 28 December, Boxing Day (substitute day)"))
    let spring = try calendar.due(after: day("2026-03-06"), under: .foisa)
    #expect(spring.skipped.map(\.name) == ["Good Friday"])
  }

  @Test func aForceMayCountAWeekendAsTheNextWorkingDay() throws {
    let calendar = try calendar()
    let sunday = try day("2021-01-24")
    let later = try calendar.due(after: sunday, under: .foia, receipt: .onTheNextWorkingDay)
    #expect(later.due.iso == "2021-02-22" && later.received == sunday)
    let monday = try day("2021-01-25")
    let same = try calendar.due(after: monday, under: .foia, receipt: .onTheNextWorkingDay)
    #expect(same.due.iso == "2021-02-22")
  }

  @Test func saysWhenTheDataEnd() throws {
    let calendar = try calendar()
    for received in ["2026-12-18", "2019-12-20", "2027-01-04"] {
      #expect(throws: Diagnostics.self) { try calendar.due(after: day(received), under: .foia) }
    }
    let error = #expect(throws: Diagnostics.self) {
      try calendar.due(after: day("2026-12-18"), under: .foia)
    }
    #expect(
      error?.text == """
        error: cannot count working days in 2027: the bank holidays are known for 2020 to 2026 only
          = give a date for which the count stays within 2020 to 2026
        """)
  }

  @Test func noHolidaysAreNoCalendar() { #expect(Holidays([]) == nil) }
}

/// The vectors beside the project, where they are, with the built-in data.
@Suite struct DeadlineVectorTests {
  private struct Vector: Decodable {
    let received: String
    let working_days: Int
    let due: String
    let regime: String
  }

  @Test func everyVectorHolds() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["SHARED"].map { URL(filePath: $0) }
      ?? root.appending(path: "../shared")
    guard let data = try? Data(contentsOf: shared.appending(path: "facts/deadline-vectors.json"))
    else {
      print("deadline-vectors.json is not beside the project: its vectors were not tried")
      return
    }
    let calendar = try builtInCalendar()
    let vectors = try JSONDecoder().decode([Vector].self, from: data)
    #expect(vectors.count >= 24)
    for vector in vectors {
      let law: WorkingCalendar.Law = vector.regime == "FOIA" ? .foia : .foisa
      let deadline = try calendar.due(
        after: day(vector.received), workingDays: vector.working_days, under: law)
      #expect(deadline.due.iso == vector.due, "\(vector)")
    }
  }

  @Test func theBuiltInDataCoverTenYears() throws {
    let holidays = try builtInCalendar().holidays
    #expect(holidays.covered.dates == "1 January 2019 to 31 December 2028")
    #expect(holidays.all.allSatisfy { !$0.day.weekday.isWeekend && !$0.nations.isEmpty })
    let worldCup = try day("2026-06-15")
    #expect(holidays.holiday(on: worldCup, in: .scotland)?.name == "World Cup bank holiday")
    #expect(holidays.holiday(on: worldCup, in: .englandAndWales) == nil)
  }
}
