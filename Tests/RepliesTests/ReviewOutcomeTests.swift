import BuiltIn
import Documents
import Requests
import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct ReviewOutcomeTests {
  private static let upheld = """
    3 March 2025

    Dear R Hale

    You asked us to look again at our answer about street lamps. I have completed an internal review of it.

    The lamp plans were withheld under section 31 of the Act. Having looked at them afresh, I uphold the original decision.

    If you are still unhappy, you may complain to the Information Commissioner.
    """

  @Test(arguments: [
    (upheld, Reply.Verdict.upheld),
    (
      "Outcome of Internal Review\n\nI read the lamp plans again, and therefore uphold the use of section 43.",
      .upheld
    ),
    (
      "I have carried out an internal review. The original decision is overturned in part: the plans of 2023 are enclosed.",
      .changed
    ),
    (
      "This is the outcome of your internal review. We uphold the use of section 31 for plan A. We have overturned our decision on plan B.",
      .changed
    ),
    (
      "The internal review has now been concluded. The first decision was overturned, and the plans are enclosed.",
      .overturned
    ),
    ("We have now concluded our review of the council's decision about the lamps.", nil),
    (
      "Having looked again, my decision is to uphold it. This concludes the internal review.",
      .upheld
    ),
    ("I can confirm that the original decision should be upheld.", .upheld),
  ])
  func theOutcomeOfAReviewIsNoRefusal(text: String, verdict: Reply.Verdict?) {
    let reply = Fixtures.read(text)
    #expect(reply.kind == .reviewOutcome)
    #expect(reply.verdict == verdict)
  }

  @Test(arguments: [
    "The plans are exempt from disclosure under section 31. You can ask for an internal review.",
    "The plans are exempt from disclosure under section 31. If an internal review has been carried out and you are still unhappy, you may complain to the Information Commissioner.",
    "The plans are exempt from disclosure under section 31. If you are unhappy with the outcome of the internal review, complain to the Information Commissioner.",
    "The plans are exempt from disclosure under section 31. Once the internal review has been completed you may write to the Commissioner, who may uphold our decision.",
    "They are exempt from disclosure. We aim to have completed an internal review within 20 working days.",
    "They are exempt from disclosure. The Commissioner expects you to have completed our internal review.",
    "They are exempt from disclosure. Should the original decision be upheld, you may complain.",
    "We have carried out a review of the lamp files. They are exempt from disclosure under section 31.",
  ])
  func aRefusalThatOffersAReviewStaysOne(text: String) {
    // Of so few words: a whole refusal with such sentences is among `Tests/Letters`.
    let letter = Source(name: "letter", text: text)
    #expect(KindEvidence(letter).phrases == .refusal)
    #expect(Reply(letter, as: .refusal).verdict == nil)
  }

  @Test func aReviewThatIsYetToComeIsNotItsOutcome() {
    let reply = Fixtures.read(
      "Thank you for your email. We will tell you the outcome of the internal review by 4 June 2025."
    )
    #expect(reply.kind == .acknowledgement)
  }

  @Test(arguments: [
    (Regime.foia, "2025-04-14", Clock.Due.Source.regulator), (.foisa, "2025-09-03", .law),
  ])
  func whatFollowsIsAComplaint(regime: Regime, day: String, source: Clock.Due.Source) throws {
    let table = try #require(BuiltIn.data["holidays.csv"])
    let holidays = try Holidays(CSV(Source(name: "holidays.csv", text: table.text)))
    let reply = Reply(Source(name: "letter", text: Self.upheld), under: regime)
    let clock = Clock(reply, received: nil, calendar: WorkingCalendar(holidays))
    #expect(clock.days.map(\.day.iso) == [day])
    #expect(clock.days.map(\.source) == [source])
    let page = ReplyPage(reply, clock).lines.joined(separator: "\n")
    #expect(page.contains("the outcome of a review: the first decision stands."))
    #expect(
      page.contains("complaint within \(regime.complaintWindow.text) to the \(regime.regulator)"))
    #expect(!page.contains("ask for a review"))
  }

  /// The first refusal is told again; what the review sets aside is relied on no more.
  @Test(arguments: [
    (
      "The plans were withheld under section 31(1). The first decision was overturned, and they are enclosed.",
      []
    ),
    (
      "The plans were withheld under section 31(1). I find that section 31(1) does not apply, and enclose them.",
      []
    ),
    (
      "The names and plans were withheld under sections 31(1) and 40(2). Section 31(1) was wrongly applied, and section 40(2) was correctly applied.",
      ["40(2)"]
    ),
    (
      "I cannot agree that section 31 applies to plan A. I uphold the use of section 43(2) for plan B.",
      ["43(2)"]
    ),
    (
      "We uphold the use of section 31 for plan A. Section 31 was wrongly applied to plan B.",
      ["31"]
    ),
    (
      "The plans were withheld under section 31(1). I have overturned our decision. The names in them are exempt under section 40(2).",
      ["40(2)"]
    ),
    (
      "I uphold the original decision under section 40(2). We no longer rely on section 31.",
      ["40(2)"]
    ),
    ("The plans were withheld under section 31. I uphold the original decision.", ["31"]),
    (
      "The original decision is overturned in part: section 31 no longer applies. Section 40(2) does.",
      ["40(2)"]
    ),
  ])
  func whatAReviewOverturnedIsReliedOnNoMore(text: String, sections: [String]) {
    let reply = Fixtures.read("Dear R Hale\n\nI have completed an internal review. \(text)")
    #expect(reply.kind == .reviewOutcome)
    #expect(reply.exemptions.map(\.section) == sections)
  }
}
