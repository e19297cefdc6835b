import Documents
import Foundation
import SourceText
import Testing
import WorkingDays

/// The calendar of the data that Answerable carries, from the file in this package.
func builtInCalendar() throws -> WorkingCalendar {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let file = root.appending(path: "Sources/BuiltIn/Data/holidays.csv")
  let source = try Source(name: "holidays.csv", bytes: Array(Data(contentsOf: file)))
  return WorkingCalendar(try Holidays(CSV(source)))
}

@Suite struct HolidaysTests {
  private let header = "date,england_and_wales,scotland,northern_ireland,name\n"

  @Test func readsATable() throws {
    let text = """
      2026-12-28,substitute,substitute,substitute,Boxing Day
      2026-11-30,,yes,,St Andrew's Day

      """
    let holidays = try Holidays(CSV(Source(name: "holidays.csv", text: header + text)))
    #expect(holidays.all.map(\.name) == ["St Andrew's Day", "Boxing Day"])
    #expect(holidays.all.map(\.nations) == [.scotland, .all])
    #expect(holidays.all.map(\.substitute) == [[], .all])
    #expect(holidays.covered.dates == "1 January 2026 to 31 December 2026")
  }

  @Test func saysEverythingThatIsWrong() {
    let text = """
      2026-11-31,,yes,,St Andrew's Day
      2026-12-25,yes,aye,yes,Christmas Day
      2026-12-26,,,,Boxing Day

      """
    let error = #expect(throws: Diagnostics.self) {
      try Holidays(CSV(Source(name: "holidays.csv", text: header + text)))
    }
    #expect(
      error?.text == """
        error: "2026-11-31" is not a date
          --> holidays.csv:2:1
        2 | 2026-11-31,,yes,,St Andrew's Day
          | ^^^^^^^^^^ write it as 2026-11-30

        error: "aye" does not say whether the day is a holiday
          --> holidays.csv:3:16
        3 | 2026-12-25,yes,aye,yes,Christmas Day
          |                ^^^ write yes or substitute, or leave it empty

        error: Boxing Day is a holiday of no nation
          --> holidays.csv:4:1
        4 | 2026-12-26,,,,Boxing Day
          | ^^^^^^^^^^ write yes or substitute for one nation at least
        """)
  }

  @Test func aTableWithoutRowsIsAnError() {
    #expect(throws: Diagnostics.self) {
      try Holidays(CSV(Source(name: "holidays.csv", text: header)))
    }
  }
}
