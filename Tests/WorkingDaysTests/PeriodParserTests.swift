import SourceText
import Testing
import WorkingDays

/// Mentions as readable lines: the words, then what they mean.
func mentions(_ text: String, today: Day? = nil) -> [String] {
  let bytes = Array(text.utf8)
  let mentions = periodMentions(in: bytes, range: 0..<bytes.count, today: today)
  // Where the words have been read already it must come to the same.
  let knowing = periodMentions(
    in: bytes, range: 0..<bytes.count, words: Words(bytes), first: 0, today: today)
  #expect(knowing == mentions)
  return mentions.map { mention in
    "\(String(decoding: bytes[mention.range], as: UTF8.self)) = \(dump(mention.reading))"
  }
}

func dump(_ reading: PeriodReading) -> String {
  let readings = reading.readings.map { "\($0.name): \($0.period)" }.joined(separator: " | ")
  return switch reading {
  case .exact(let period): "\(period)"
  case .point(let period): "point \(period.name ?? period.dates)"
  case .years: "years \(readings)"
  case .ambiguous: "either \(readings)"
  case .relative: "relative \(readings)"
  case .open(let start, let end): "open \(start?.text ?? "…") to \(end?.text ?? "…")"
  case .future: "future"
  case .impossible(let message, _): "impossible \(message)"
  }
}

@Suite struct PeriodParserTests {
  @Test(arguments: [
    "1 April 2019 to 31 March 2020", "from 1 April 2019 until 31 March 2020",
    "between 1 April 2019 and 31 March 2020", "01/04/2019 - 31/03/2020", "1/4/19–31/3/20",
    "1.4.2019 to 31.3.2020", "01-04-2019 to 31-03-2020", "2019-04-01 to 2020-03-31",
    "1st April, 2019 to 31st of March 2020", "April 1, 2019 — March 31st, 2020",
    "Monday 1 April 2019 to Tuesday, 31 March 2020", "FROM 1 APRIL 2019 TO 31 MARCH 2020",
    "1 Apr 2019 through 31 Mar. 2020", "from 1 April 2019 up to and including 31 March 2020",
    "1 April 2019\nto 31\nMarch 2020", "April 2019 to March 2020", "April 2019 - 31 March 2020",
    "April to March 2020", "1 April to 31 March 2020",
    "financial year 2019/20", "the Financial Year 2019-20", "financial year 2019/2020",
    "the financial year 2019 to 2020", "FY 2019-20", "FY19/20", "FY2019/20", "FY 2019 – 2020",
    "financial year 19/20", "2019/20 financial year", "2019/20 (financial year)", "2019-2020 FY",
    "2019/20 (April to March)", "financial year ending 2020", "fiscal year ended 31 March 2020",
    "year ending March 2020", "the year ending 31 March 2020", "year to 31 March 2020",
    "12 months to March 2020", "the twelve months ending 31 March 2020",
    "year beginning 1 April 2019", "the last year to 31 March 2020",
  ])
  func readsOneFinancialYear(text: String) {
    let found = mentions("Crimes \(text), please.")
    #expect(found == ["\(text.replacing("Mar.", with: "Mar.")) = 1 April 2019 to 31 March 2020"])
  }

  @Test(arguments: [
    ("calendar year 2020", "1 January 2020 to 31 December 2020"),
    ("2020 calendar year", "1 January 2020 to 31 December 2020"),
    ("the calendar years 2018 to 2020", "1 January 2018 to 31 December 2020"),
    ("the calendar years 2018-2020", "1 January 2018 to 31 December 2020"),
    ("2018 to 2020 calendar years", "1 January 2018 to 31 December 2020"),
    ("financial years 2017/18 to 2019/20", "1 April 2017 to 31 March 2020"),
    ("financial years 17/18 - 19/20", "1 April 2017 to 31 March 2020"),
    ("2017/18 to 2019/20 financial years", "1 April 2017 to 31 March 2020"),
    ("financial year 2017/18 to financial year 2019/20", "1 April 2017 to 31 March 2020"),
    ("three years ending 31 March 2020", "1 April 2017 to 31 March 2020"),
    ("the last three financial years to 31 March 2020", "1 April 2017 to 31 March 2020"),
    ("academic year 2019/20", "1 September 2019 to 31 August 2020"),
    ("tax year 2019/20", "6 April 2019 to 5 April 2020"),
    ("January to June 2021", "1 January 2021 to 30 June 2021"),
    ("Jan-Jun 2021", "1 January 2021 to 30 June 2021"),
    ("November to February 2021", "1 November 2020 to 28 February 2021"),
    ("from 1 to 7 July 2024", "1 July 2024 to 7 July 2024"),
    ("1st–7th July 2024", "1 July 2024 to 7 July 2024"),
    ("2018 to March 2020", "1 January 2018 to 31 March 2020"),
    ("Q1 2020/21", "1 April 2020 to 30 June 2020"),
    ("quarter ending June 2021", "1 April 2021 to 30 June 2021"),
    ("Q1 to Q3 2020/21", "1 April 2020 to 31 December 2020"),
  ])
  func readsWhatIsExact(text: String, period: String) {
    #expect(mentions("Crimes, \(text).") == ["\(text) = \(period)"])
  }

  @Test(arguments: [
    "2019/20", "2019-20", "2019-2020", "2019/2020", "2019–20", "2019 / 20", "2019 - 2020",
  ])
  func aSlashYearIsOneOfThree(text: String) {
    let readings = """
      either financial year: 1 April 2019 to 31 March 2020 \
      | calendar years: 1 January 2019 to 31 December 2020 \
      | academic year: 1 September 2019 to 31 August 2020
      """
    #expect(mentions("arrests in \(text) for") == ["\(text) = \(readings)"])
    #expect(mentions("(\(text))") == ["\(text) = \(readings)"])
    #expect(mentions("“\(text)”.") == ["\(text) = \(readings)"])
    #expect(mentions("😀 \(text)") == ["\(text) = \(readings)"])
  }

  @Test(arguments: [
    (
      "Q1 2021",
      "quarter of the calendar year: 1 January 2021 to 31 March 2021 | quarter of the financial year: 1 April 2021 to 30 June 2021"
    ),
    (
      "2017/18 to 2019/20",
      "financial years: 1 April 2017 to 31 March 2020 | calendar years: 1 January 2017 to 31 December 2020 | academic years: 1 September 2017 to 31 August 2020"
    ),
    (
      "2019 to 2020",
      "financial year: 1 April 2019 to 31 March 2020 | calendar years: 1 January 2019 to 31 December 2020"
    ),
    (
      "August 2022-2023",
      "12 months from August 2022: 1 August 2022 to 31 July 2023 | August 2022 to August 2023: 1 August 2022 to 31 August 2023 | August 2022 to December 2023: 1 August 2022 to 31 December 2023"
    ),
    (
      "FY 2020",
      "financial year 2020/21: 1 April 2020 to 31 March 2021 | financial year 2019/20: 1 April 2019 to 31 March 2020"
    ),
    (
      "year ending 2020",
      "financial year: 1 April 2019 to 31 March 2020 | calendar year: 1 January 2020 to 31 December 2020"
    ),
    (
      "financial years 2017 to 2020",
      "financial years 2017/18 to 2019/20: 1 April 2017 to 31 March 2020 | financial years 2017/18 to 2020/21: 1 April 2017 to 31 March 2021 | financial years 2016/17 to 2019/20: 1 April 2016 to 31 March 2020"
    ),
  ])
  func listsWhatIsAmbiguous(text: String, readings: String) {
    #expect(mentions("Crimes, \(text).") == ["\(text) = either \(readings)"])
  }

  @Test func plainYearsAreCalendarYearsFirst() {
    #expect(
      mentions("crimes recorded in 2020") == [
        "2020 = years calendar year: 1 January 2020 to 31 December 2020 | financial year: 1 April 2020 to 31 March 2021"
      ])
    #expect(
      mentions("crimes, 2018 to 2020") == [
        "2018 to 2020 = years calendar years: 1 January 2018 to 31 December 2020 | financial years: 1 April 2018 to 31 March 2020"
      ])
    #expect(mentions("in 2018, 2019 and 2020").count == 3)
    #expect(mentions("each of three years (2018, 2019, 2020)").count == 3)
    #expect(
      mentions("the calendar years 2018, 2019 and 2020") == [
        "the calendar years 2018 = 1 January 2018 to 31 December 2018",
        "2019 = 1 January 2019 to 31 December 2019", "2020 = 1 January 2020 to 31 December 2020",
      ])
  }

  @Test(arguments: [
    ("your letter of 5 January 2021", "5 January 2021 = point 5 January 2021"),
    ("your letter of Tuesday 5th Jan 2021", "Tuesday 5th Jan 2021 = point 5 January 2021"),
    ("received 2/1/2021", "2/1/2021 = point 2 January 2021"),
    ("crimes in March 2020", "March 2020 = point March 2020"),
  ])
  func oneDayOrMonthIsAPoint(text: String, mention: String) {
    #expect(mentions(text) == [mention])
  }

  @Test(arguments: [
    ("since 2015", "open 1 January 2015 to …"),
    ("since 1 March 2015", "open 1 March 2015 to …"),
    ("from 2018 to date", "open 1 January 2018 to …"),
    ("2015/16 to date", "open 1 April 2015 to …"),
    ("the financial year 2015/16 to the present day", "open 1 April 2015 to …"),
    ("1 April 2019 onwards", "open 1 April 2019 to …"),
    ("from April 2019 until now", "open 1 April 2019 to …"),
    ("until 31 March 2020", "open … to 31 March 2020"),
    ("before 2015", "open … to 31 December 2014"),
    ("after 2015", "open 1 January 2016 to …"),
    ("since records began", "open … to …"), ("to date", "open … to …"),
    ("to the present", "open … to …"), ("from now on", "future"), ("going forward", "future"),
    ("the next 12 months", "future"), ("in future", "future"),
    ("from 31/02/2020 to 31/03/2020", "impossible there is no 31 February 2020"),
    ("12/25/2020", "impossible there is no month 25"),
    (
      "31 March 2020 to 1 April 2019",
      "impossible the period ends before it begins: 1 April 2019 comes before 31 March 2020"
    ),
    (
      "Monday 5 January 2021", "impossible 5 January 2021 is a Tuesday, not a Monday"
    ),
  ])
  func saysWhatHasNoEndOrCannotBe(text: String, reading: String) {
    #expect(mentions("Crimes \(text).") == ["\(text) = \(reading)"])
  }

  @Test func aPossessiveIsATimeToo() {
    #expect(mentions("last year's figures") == ["last year = relative "])
    #expect(mentions("last year’s figures") == ["last year = relative "])
  }

  @Test(arguments: [
    (
      "the last three complete financial years",
      "complete financial years: 1 April 2023 to 31 March 2026"
    ),
    (
      "the three most recent complete financial years",
      "complete financial years: 1 April 2023 to 31 March 2026"
    ),
    (
      "the most recent complete financial year",
      "complete financial year: 1 April 2025 to 31 March 2026"
    ),
    ("the last financial year", "complete financial year: 1 April 2025 to 31 March 2026"),
    (
      "last year",
      "complete calendar year: 1 January 2025 to 31 December 2025 | complete financial year: 1 April 2025 to 31 March 2026 | year to today: 24 November 2025 to 23 November 2026"
    ),
    (
      "the past five years",
      "complete calendar years: 1 January 2021 to 31 December 2025 | complete financial years: 1 April 2021 to 31 March 2026 | 5 years to today: 24 November 2021 to 23 November 2026"
    ),
    (
      "the past 5 calendar years",
      "complete calendar years: 1 January 2021 to 31 December 2025 | calendar years with the current one to today: 1 January 2022 to 23 November 2026"
    ),
    (
      "the last 12 months",
      "complete months: 1 November 2025 to 31 October 2026 | 12 months to today: 24 November 2025 to 23 November 2026"
    ),
    (
      "this year",
      "calendar year to today: 1 January 2026 to 23 November 2026 | financial year to today: 1 April 2026 to 23 November 2026"
    ),
    ("the current financial year", "financial year to today: 1 April 2026 to 23 November 2026"),
    ("the financial year to date", "financial year to today: 1 April 2026 to 23 November 2026"),
    ("last month", "complete month: 1 October 2026 to 31 October 2026"),
    ("last week", "complete week: 16 November 2026 to 22 November 2026"),
    ("the last quarter", "complete quarters: 1 July 2026 to 30 September 2026"),
    ("the last 30 days", "30 days to today: 25 October 2026 to 23 November 2026"),
    ("recent years", ""), ("the past few years", ""),
    (
      "1 April 2026 to the date of this request",
      "until the day of the request: 1 April 2026 to 23 November 2026"
    ),
  ])
  func worksRelativeTimesOutFromToday(text: String, readings: String) throws {
    let today = try #require(Day(iso: "2026-11-23"))
    let found = mentions("Crimes in \(text).", today: today)
    #expect(found == ["\(text) = relative \(readings)"])
    #expect(mentions("Crimes in \(text).") == ["\(text) = relative "])
  }

  @Test(arguments: [
    "case 27/2020", "reference 8/21", "FOI 2019/412", "2019/20/123", "ref COM-2019-20",
    "call 0121 496 0000", "0800 2019 2020", "https://www.example.org/2019/20/figures",
    "www.example.org/2019-20.csv", "the Sexual Offences Act 2003", "sections 8, 10, 12 and 15A",
    "2000 crimes", "between 1900 and 2100 hours", "from 1900 to 2000 hours", "you may apply",
    "keep me up to date", "an up-to-date list", "to present evidence", "the date of arrest",
    "to date of birth", "in order to march 2 by 2", "1990s", "£2019", "4.5.1",
    "Home Office code 88/1",
    "year 10 pupils", "each year", "10 years old", "aged 12 to 15", "5-10 officers",
    "1 to 7", "2019-12-1", "version 1.2.2019.4", "in 10 days", "on Monday", "in March",
    "the Order 2008 and 2009", "(2003 Act)", "[2020] UKSC 32", "a study (2017)", "5 January",
    "Q1. How many?", "12/13", "on demand",
  ])
  func leavesAloneWhatOnlyLooksLikeAYear(text: String) {
    #expect(mentions("Please: \(text) or so").isEmpty)
  }

  @Test(arguments: [
    "2019/20 (1 April 2019 to 31 March 2020)", "2019/20 (April 2019 - March 2020)",
    "the last year (April 2019 to March 2020)", "last year, 1 April 2019 to 31 March 2020",
    "the last financial year 2019/20", "FY 2019/20 (01/04/2019 to 31/03/2020)",
  ])
  func aPeriodSaidAgainInFullIsExact(text: String) {
    #expect(mentions("in \(text).") == ["\(text) = 1 April 2019 to 31 March 2020"])
  }

  @Test func anotherPeriodInBracketsStandsByItself() {
    #expect(mentions("2019/20 (1 April 2019 to 31 March 2021)").count == 2)
    #expect(mentions("in March 2020, 1 April 2019 to 31 March 2020").count == 2)
  }

  @Test func wordsAfterAnOpenEndAreNoPartOfIt() {
    #expect(
      mentions("since 2 January 2022 on the grounds").first?.hasPrefix("since 2 January 2022 =")
        == true)
    #expect(
      mentions("2022 to date\nKent has received")
        == ["2022 to date = open 1 January 2022 to …"])
    #expect(mentions("from 2022-2024").first?.contains("= years calendar years") == true)
    #expect(mentions("by 19^th March 2021") == ["19^th March 2021 = point 19 March 2021"])
  }

  @Test func emptyLinesAndBulletsPartWords() {
    #expect(mentions("1 April 2019\n\nto 31 March 2020").count == 2)
    #expect(mentions("crimes in:\n- 2019\n- 2020").allSatisfy { !$0.contains("-") })
    #expect(mentions("1 April 2019\r\nto 31 March 2020").count == 1)
  }

  @Test func staysWithinItsRange() {
    let bytes = Array("in 2019/20 and 2021".utf8)
    #expect(periodMentions(in: bytes, range: 0..<7, today: nil).first?.range == 3..<7)
    #expect(
      periodMentions(in: bytes, range: 5..<500, today: nil).allSatisfy { $0.range.upperBound <= 19 }
    )
    #expect(periodMentions(in: [], range: 0..<0, today: nil).isEmpty)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "2019/", "the last ", "1 to ", "2019/20 to ", "((", "from ", "\u{A0}", "\u{2013}", "Q1 ",
    ])
  func hostileTextEnds(piece: String) {
    let bytes = Array(String(repeating: piece, count: 10_000).utf8)
    for mention in periodMentions(in: bytes, range: 0..<bytes.count, today: nil) {
      #expect(mention.range.upperBound <= bytes.count)
    }
  }

  @Test func bytesThatAreNotTextDoNoHarm() {
    for tail: [UInt8] in [[0xE2], [0xE2, 0x80], [0xC2], [0xFF], [0xE2, 0x88, 0x92]] {
      let bytes = Array("in 2020".utf8) + tail
      _ = periodMentions(in: bytes, range: 0..<bytes.count, today: nil)
      _ = periodMentions(in: bytes, range: 0..<bytes.count - 1, today: nil)
    }
  }
}
