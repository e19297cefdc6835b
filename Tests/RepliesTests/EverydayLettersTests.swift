import Linting
import Requests
import SourceText
import Testing
import WorkingDays

@testable import Replies

/// Letters as offices write them every day, with little of what letters of their kind should say. All invented.
@Suite struct EverydayLettersTests {
  @Test func aListUnderPleaseProvideTheFollowingIsAPointALine() {
    let reply = Fixtures.read(
      """
      Dear Mr Okafor,

      I write in connection with your request dated 3rd March 2026 about stop and search.

      In order for us to process your request could you please provide the following:

      • Are you asking about all searches, or only those under section 60?
      • What do you mean by "young people"? Please give an age range.
      • The time period you are interested in.

      If we do not hear back within 2 months your request will be treated as withdrawn.
      """)
    #expect(reply.kind == .clarification)
    #expect(reply.request == nil)
    #expect(
      reply.points.map(\.asks) == [
        "Are you asking about all searches, or only those under section 60?",
        "What do you mean by \"young people\"?", "The time period you are interested in.",
      ])
    #expect(reply.points.map(\.category) == [.undefinedTerm, .undefinedTerm, .missingPeriod])
    #expect(reply.dates.allowance == Allowance(2, .months))
  }

  @Test func theAuthoritysPointsBehindAQuotationAreItsOwn() {
    let reply = Fixtures.read(
      """
      Date: 14 May 2026

      Dear Ms Varga

      I write about your request, which was received by this office on 12/05/2026. I note you seek access to the following information:

      "1. How many officers were dismissed in the last 5 years?
      2. How many of these cases were about misuse of systems?
      3. What support was given?"

      Before we are able to process your request, we require clarification as follows:

      Q1 - Please confirm whether you require calendar or financial years.
      Q2 - Please clarify what you mean by 'misuse of systems'.
      Q3 - This asks for an explanation. Please can you specify what recorded information you are looking for?

      If the further information has not been received by 11 June 2026 I will treat the request as withdrawn.
      """)
    #expect(reply.kind == .clarification)
    #expect(reply.request?.request.questions.map(\.label) == ["1", "2", "3"])
    #expect(reply.points.map(\.questions) == [["1"], ["2"], ["3"]])
    #expect(reply.points.first?.category == .ambiguousPeriod)
    #expect(reply.points.first?.choices == ["calendar", "financial years"])
    #expect(reply.dates.received?.iso == "2026-05-12")
    #expect(reply.dates.named?.iso == "2026-06-11")
  }

  @Test func whatIsMissingIsAskedFor() {
    let reply = Fixtures.read(
      """
      Good afternoon

      I am unable to identify the information you want. Would you be content with a search of the words "e-scooter" and "electric scooter"? You have also not provided a time frame.

      Can you also let me know which divisions you are after?
      """)
    #expect(reply.kind == .clarification)
    #expect(reply.points.map(\.category).contains(.missingPeriod))
    #expect(reply.points.count == 3)
    let once = Fixtures.read(
      "We cannot go on because you have not given your full name. Could you please let us know your full name?"
    )
    #expect(once.points.count == 1)
  }

  @Test func aCostThatIsNamedToHaveTheRequestCutDownRefusesNothing() {
    let informal = Fixtures.read(
      """
      Many thanks for your FOI. There are about 12,000 records and no way of searching them. That's way over the 18 hour limit. Could you cut it down? One month might work.
      """)
    #expect(informal.kind == .clarification)
    #expect(informal.points.map(\.category) == [.costLimit])
    let formal = Fixtures.read(
      """
      The work would exceed the 18 hour limit and section 12 of the Freedom of Information Act applies. You may wish to reduce your request.
      """)
    #expect(formal.kind == .refusal)
  }

  @Test func anAnswerSaysWhatIsNotHeldAndATimeTakenIsNoFigure() {
    let reply = Fixtures.read(
      """
      Response

      Q1. How many burglaries were recorded?
      2022 - 1,204
      2023 – 1,377

      Q2. How many were solved?

      No information held.

      Q3. Names of the officers

      Exempt by virtue of Section 40(2).

      Total time taken 3 hours.
      """)
    #expect(
      reply.answers(to: []).map(\.text) == ["2022: 1,204; 2023: 1,377", "not held", "refused"])
    #expect(reply.notHeld == ["2"])
  }
}
