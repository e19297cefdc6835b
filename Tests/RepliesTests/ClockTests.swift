import BuiltIn
import Documents
import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct ClockTests {
  private func clock(_ text: String, received: String? = nil) throws -> Clock {
    let table = try #require(BuiltIn.data["holidays.csv"])
    let holidays = try Holidays(CSV(Source(name: "holidays.csv", text: table.text)))
    return try Clock(
      Fixtures.read(text), received: received.map { try Day.read($0) },
      calendar: WorkingCalendar(holidays))
  }

  @Test func aClarificationStopsTheClockAndSetsADay() throws {
    let clock = try clock(Fixtures.clarification, received: "12/11/2024")
    #expect(clock.effect == .stops)
    #expect(clock.days.map(\.day.iso) == ["2024-12-27"])
    #expect(clock.days.map(\.source) == [.authority])
    #expect(
      clock.days.first?.counted?.hasPrefix("30 working days from Tuesday 12 November 2024") == true)
  }

  @Test func withoutADateTheDayCannotBeCounted() throws {
    let clock = try clock(Fixtures.clarification)
    #expect(clock.needsDate)
    #expect(clock.days.isEmpty)
  }

  @Test func aDayThatCannotBeCountedIsLeftOutWithTheReason() throws {
    let clock = try clock(Fixtures.clarification, received: "12/11/2015")
    #expect(clock.effect == .stops && clock.days.isEmpty && !clock.needsDate)
    #expect(throws: Diagnostics.self) { try clock.counted() }
    let page = ReplyPage(Fixtures.read(Fixtures.clarification), clock).lines.joined(separator: "\n")
    #expect(page.contains("The last day is left out: foi cannot count working days in 2015"))
  }

  @Test func monthsAreCountedByTheCalendar() throws {
    let clock = try clock(Fixtures.plain("Which lamps do you mean?"), received: "31/12/2023")
    #expect(clock.days.map(\.day.iso) == ["2024-02-29"])
  }

  @Test(arguments: [
    (
      "If we do not hear from you within 20 working days, your request will be closed.",
      "2027-01-07"
    ),
    (
      "If we do not receive a response within 20 working days we will close your request.",
      "2027-01-07"
    ),
    ("Please reply by 5pm on Friday 15 January 2027 or we will close the request.", "2027-01-15"),
    ("Please reply by 17:00 on 15 January 2027.", "2027-01-15"),
    ("Please reply by close of business on 15 January 2027.", "2027-01-15"),
    ("We must respond within 20 working days of your clarification.", nil),
    ("You can complain if you have not had a response within 20 working days of our letter.", nil),
  ])
  func aClarificationHasTheDayThatTheAuthoritySets(sentence: String, day: String?) throws {
    let clock = try clock(
      "Could you please clarify which lamps you mean?\n\n\(sentence)", received: "2026-12-04")
    #expect(clock.days.map(\.day.iso) == (day.map { [$0] } ?? []))
    #expect(clock.days.allSatisfy { $0.source == .authority })
  }

  @Test func ofTwoDaysTheEarlierIsFollowed() throws {
    let clock = try clock(
      """
      You clarified this on 24/1/2021.

      To weigh the public interest we need a further 20 working days, and we plan to respond by
      19 March 2021.
      """)
    #expect(clock.effect == .runs)
    #expect(clock.days.map(\.day.iso) == ["2021-03-19", "2021-03-22"])
    #expect(clock.days.map(\.source) == [.authority, .law])
    #expect(clock.days.map(\.isFollowed) == [true, false])
  }

  @Test func aRefusalLeavesTimeForAReview() throws {
    let clock = try clock(
      "The names are exempt from disclosure under section 40.", received: "2021-01-05")
    #expect(clock.effect == .ends)
    #expect(clock.days.map(\.day.iso) == ["2021-03-02"])
    #expect(clock.days.map(\.source) == [.regulator], "the Act of 2000 knows no review")
  }

  @Test func inScotlandTheTimeForAReviewIsTheLaws() throws {
    let clock = try clock(
      "The names are exempt from disclosure under section 38 of the Freedom of Information (Scotland) Act 2002.",
      received: "2021-01-05")
    #expect(clock.days.map(\.source) == [.law])
  }
}
