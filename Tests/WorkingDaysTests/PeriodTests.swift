import Testing
import WorkingDays

@Suite struct PeriodTests {
  private func period(_ first: String, _ last: String) -> Period? {
    guard let first = Day(iso: first), let last = Day(iso: last) else { return nil }
    return Period(first: first, last: last)
  }

  @Test func isWrittenWithBothDays() {
    let year = period("2019-04-01", "2020-03-31")
    #expect(year?.text == "1 April 2019 to 31 March 2020, both dates included")
    #expect(year?.days == 366)
    #expect(period("2021-01-05", "2021-01-05")?.text == "5 January 2021")
    #expect(period("2021-01-05", "2021-01-04") == nil)
  }

  @Test(arguments: [
    ("2020-01-01", "2020-12-31", "calendar year 2020"),
    ("2018-01-01", "2020-12-31", "calendar years 2018 to 2020"),
    ("2019-04-01", "2020-03-31", "financial year 2019/20"),
    ("1999-04-01", "2000-03-31", "financial year 1999/00"),
    ("2017-04-01", "2020-03-31", "financial years 2017/18 to 2019/20"),
    ("2020-03-01", "2020-03-31", "March 2020"), ("2020-02-01", "2020-02-29", "February 2020"),
  ])
  func hasANameWhereThereIsOne(first: String, last: String, name: String) {
    #expect(period(first, last)?.name == name)
  }

  @Test func otherPeriodsHaveNoName() {
    #expect(period("2019-04-01", "2020-03-30")?.name == nil)
    #expect(period("2020-02-01", "2020-02-28")?.name == nil)
  }
}
