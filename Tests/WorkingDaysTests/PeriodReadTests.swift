import SourceText
import Testing
import WorkingDays

@Suite struct PeriodReadTests {
  private func read(_ text: String) throws(Diagnostics) -> Period {
    let source = Source(name: "burglaries.md", text: text)
    return try Period.read(source, source.content, today: Day(iso: "2026-11-23"))
  }

  @Test(arguments: [
    ("1 April 2019 to 31 March 2020", "1 April 2019 to 31 March 2020"),
    (" 1 April 2019 to 31 March 2020, both dates included.", "1 April 2019 to 31 March 2020"),
    ("the period 1 April 2019 to 31 March 2020 (inclusive)", "1 April 2019 to 31 March 2020"),
    ("01/04/19 - 31/03/20", "1 April 2019 to 31 March 2020"),
    ("1 April 19 to 31 March 20", "1 April 2019 to 31 March 2020"),
    ("2019/20 (1 April 2019 to 31 March 2020)", "1 April 2019 to 31 March 2020"),
    ("financial year 2019/20 (April 2019 to March 2020)", "1 April 2019 to 31 March 2020"),
    ("2020", "1 January 2020 to 31 December 2020"),
    ("in 2018, 2019 and 2020", "1 January 2018 to 31 December 2020"),
    ("2018-2020", "1 January 2018 to 31 December 2020"),
    ("financial years 2017/18, 2018/19 and 2019/20", "1 April 2017 to 31 March 2020"),
    ("March 2020", "1 March 2020 to 31 March 2020"), ("5 January 2021", "5 January 2021"),
    ("the last three complete financial years", "1 April 2023 to 31 March 2026"),
  ])
  func readsAField(text: String, period: String) throws {
    #expect(try read(text).dates == period)
  }

  @Test(arguments: [
    (
      "2019/20", "\"2019/20\" can mean more than one period",
      "write 1 April 2019 to 31 March 2020, 1 January 2019 to 31 December 2020, or 1 September 2019 to 31 August 2020"
    ),
    (
      "2019 to 2020", "\"2019 to 2020\" can mean more than one period",
      "write 1 April 2019 to 31 March 2020, or 1 January 2019 to 31 December 2020"
    ),
    (
      "31 March 2020 to 1 April 2019",
      "the period ends before it begins: 1 April 2019 comes before 31 March 2020",
      "write the earlier day first: 1 April 2019 to 31 March 2020"
    ),
    ("since 2015", "\"since 2015\" has no last day", "write 1 January 2015 to 23 November 2026"),
    (
      "until March 2020", "\"until March 2020\" has no first day",
      "write the first and the last day, as in 1 April 2019 to 31 March 2020"
    ),
    (
      "1 April 2019 to 31 April 2020", "there is no 31 April 2020", "April 2020 has 30 days"
    ),
    (
      "whenever", "\"whenever\" holds no dates",
      "write the first and the last day, as in 1 April 2019 to 31 March 2020"
    ),
    (
      "", "there are no dates",
      "write the first and the last day, as in 1 April 2019 to 31 March 2020"
    ),
    (
      "March 2020 except Sundays", "cannot read \"except Sundays\" as part of the dates",
      "write the first and the last day, as in 1 April 2019 to 31 March 2020"
    ),
    (
      "March 2020 and March 2021", "there is more than one period",
      "write one period here, and another under the question it is for"
    ),
    (
      "from now on", "\"from now on\" is still to come, and nothing is held about it yet",
      "write the first and the last day, as in 1 April 2019 to 31 March 2020"
    ),
  ])
  func saysWhyAFieldIsNoPeriod(text: String, message: String, remedy: String) {
    let error = #expect(throws: Diagnostics.self) { try read(text) }
    #expect(error?.all.map(\.message) == [message])
    #expect(error?.all.map(\.remedy) == [remedy])
  }

  @Test func anErrorStandsOnTheWords() {
    let source = Source(name: "burglaries.md", text: "Dates: crimes of 2019-20\n")
    let error = #expect(throws: Diagnostics.self) { try Period.read(source, 17..<24, today: nil) }
    #expect(
      error?.text == """
        error: "2019-20" can mean more than one period
          --> burglaries.md:1:18
        1 | Dates: crimes of 2019-20
          |                  ^^^^^^^ write 1 April 2019 to 31 March 2020, 1 January 2019 to 31 December 2020, or 1 September 2019 to 31 August 2020
        """)
  }
}
