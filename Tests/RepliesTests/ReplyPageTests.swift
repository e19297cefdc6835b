import BuiltIn
import Documents
import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct ReplyPageTests {
  @Test func saysInPlainWordsWhatTheLetterIs() throws {
    let table = try #require(BuiltIn.data["holidays.csv"])
    let holidays = try Holidays(CSV(Source(name: "holidays.csv", text: table.text)))
    let reply = Fixtures.read(
      """
      Our ref: 12/21

      You asked:

      1. How many lamps were replaced in 2019/20?
      2. How many lamps failed?

      Could you please clarify whether you mean posts or bulbs in question 2? You could ask for lamps aged under
      years. Please reply within 10 working days.
      """)
    let clock = Clock(
      reply, received: Day(year: 2021, month: 1, day: 5), calendar: WorkingCalendar(holidays))
    #expect(
      ReplyPage(reply, clock).lines.joined(separator: "\n") == """
        It says: please clarify. This is not a refusal.
          because: "Could you please clarify"
        Reference: 12/21

        The 20 working days do not run until they have your answer; then they begin anew.
        Answer by Tuesday 19 January 2021: the authority's own rule; the Act sets none.
          10 working days from Tuesday 5 January 2021; skipped: weekends

        One point to settle:

        1  question 2 · undefined-term
           Could you please clarify whether you mean posts or bulbs in question 2?
           Choose: posts | bulbs
           They suggest: ask for lamps aged under years
           Careful: the age is missing in their letter.

        No point mentions: 1

        Your request is quoted in the letter (2 questions).
        """)
  }
}
