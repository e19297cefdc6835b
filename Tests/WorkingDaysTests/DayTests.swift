import SourceText
import Testing
import WorkingDays

@Suite struct DayTests {
  @Test func countsDaysAsTheCalendarDoes() throws {
    let start = try #require(Day(year: 1, month: 1, day: 1))
    let end = try #require(Day(year: 9999, month: 12, day: 31))
    #expect(start.number == -719_162 && start.weekday == .monday)
    #expect(Day(year: 1970, month: 1, day: 1)?.number == 0)
    #expect(end - start == 3_652_058 && end.weekday == .friday)
    var day = start
    var (year, month, dayOfMonth) = (1, 1, 1)
    var weekday = 0
    while day < end {
      guard day.year == year, day.month == month, day.day == dayOfMonth,
        day.weekday == Weekday.allCases[weekday],
        Day(year: year, month: month, day: dayOfMonth) == day
      else {
        Issue.record("\(day) is taken for another day than \(year)-\(month)-\(dayOfMonth)")
        return
      }
      day = day + 1
      weekday = (weekday + 1) % 7
      dayOfMonth += 1
      if Day(year: year, month: month, day: dayOfMonth) == nil {
        (month, dayOfMonth) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test func knowsLeapYears() {
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
    #expect(Day(year: 1900, month: 2, day: 29) == nil)
    #expect(Day(year: 2023, month: 2, day: 29) == nil)
    #expect(Day(year: 2024, month: 2, day: 30) == nil)
    #expect(Day(year: 0, month: 1, day: 1) == nil && Day(year: 2020, month: 13, day: 1) == nil)
  }

  @Test func isWrittenInThreeWays() throws {
    let day = try #require(Day(iso: "2021-01-05"))
    #expect(day.iso == "2021-01-05")
    #expect(day.text == "5 January 2021")
    #expect(day.textWithWeekday == "Tuesday 5 January 2021")
    #expect(Day(year: 33, month: 4, day: 3)?.iso == "0033-04-03")
  }

  @Test(arguments: ["2021-1-5", "2021-02-30", "20210105", "2021-01-05 ", "２021-01-05", ""])
  func isoIsReadExactly(text: String) { #expect(Day(iso: text) == nil) }

  @Test func sumsStopAtTheEndsOfTheCalendar() {
    let day = Day(number: 0)
    #expect((day + Int.max).iso == "9999-12-31")
    #expect((day - Int.min).iso == "9999-12-31")
    #expect((day + Int.min).iso == "0001-01-01")
  }
}

@Suite struct DayReadTests {
  @Test(arguments: [
    "5 January 2021", "5th Jan 2021", "January 5 2021", "January 5, 2021", "05/01/2021", "5/1/21",
    "5/1/2021", "2021-01-05", "5.1.2021", "05-01-2021", "Tuesday 5 January 2021",
    "tue 5th of january, 2021",
    "the 5th of January 2021", "  5 JAN 2021\t", "5 Jan 21",
  ])
  func readsWhatPeopleWrite(text: String) throws {
    #expect(try Day.read(text).iso == "2021-01-05")
  }

  @Test func twoDigitsAreAYearFrom1970() throws {
    #expect(try Day.read("1/2/69").year == 2069)
    #expect(try Day.read("1/2/70").year == 1970)
  }

  @Test(arguments: [
    ("31/02/2020", "there is no 31 February 2020", "February 2020 has 29 days"),
    (
      "12/25/2020", "there is no month 25",
      "if you mean 25 December 2020, write that"
    ),
    (
      "20-05-21", "\"20-05-21\" can be more than one day", "write 20 May 2021 or 21 May 2020"
    ),
    ("5 January", "\"5 January\" has no year", "write the year too, as in 5 January 2021"),
    (
      "January 2021", "\"January 2021\" is not one day", "write the day too, as in 5 January 2021"
    ),
    (
      "yesterday", "\"yesterday\" is not a date",
      "write it as 5 January 2021, 05/01/2021 or 2021-01-05"
    ),
    (
      "5 January 2021 or so", "\"5 January 2021 or so\" is not a date",
      "write it as 5 January 2021, 05/01/2021 or 2021-01-05"
    ),
    (" ", "there is no date", "write it as 5 January 2021"),
  ])
  func saysWhyItIsNoDay(text: String, message: String, remedy: String) {
    let error = #expect(throws: Diagnostics.self) { try Day.read(text, as: "--today") }
    #expect(error?.all.map(\.message) == [message])
    #expect(error?.all.map(\.remedy) == [remedy])
  }

  @Test func anErrorPointsAtTheDate() {
    let error = #expect(throws: Diagnostics.self) {
      try Day.read("Monday 5 January 2021", as: "--today")
    }
    #expect(
      error?.text == """
        error: 5 January 2021 is a Tuesday, not a Monday
          --> --today:1:1
        1 | Monday 5 January 2021
          | ^^^^^^^^^^^^^^^^^^^^^
        """)
  }
}
