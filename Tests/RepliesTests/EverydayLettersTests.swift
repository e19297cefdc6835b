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
      "This has to wait, since you have not given a name to write to. Would you kindly tell us who is asking?"
    )
    #expect(once.points.count == 1)
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

  @Test func pointsInRomanNumbersAndADayInPlainWords() {
    let reply = Fixtures.read(
      """
      Freedom of Information request 2026/00871

      Your request was received on the 2nd of February 2026 and reads:

      Please tell me how many motorists were caught using a mobile phone.

      We are considering your request but it would assist us if you would confirm the following points -

      i. Over what period do you want the figures?
      ii. By "caught" are you referring to drivers who were stopped or convicted?
      iii. Do you want the ages individually or in bands?

      If we do not receive a response by the close of play on Friday 27 February 2026 we shall close the file.
      """)
    #expect(reply.kind == .clarification)
    #expect(reply.reference == "2026/00871")
    #expect(reply.points.map(\.number) == ["i", "ii", "iii"])
    #expect(reply.points.last?.choices == ["the ages individually", "in bands"])
    #expect(reply.dates.named?.iso == "2026-02-27")
  }

  @Test func whatStandsBelowEachOfTheQuestionsIsTheirs() {
    let reply = Fixtures.read(
      """
      Further clarification is required. Please see our questions below each of yours:

      1. How many thefts were recorded in 2025?
      Is this calendar year 2025 or financial year 2024/25?

      2. How many were on trains?
      Would this include stations as well?

      Please respond within 14 days.
      """)
    #expect(reply.points.map(\.questions) == [["1"], ["2"]])
    #expect(
      reply.points.map(\.asks) == [
        "Is this calendar year 2025 or financial year 2024/25?",
        "Would this include stations as well?",
      ])
    #expect(reply.dates.allowance == Allowance(14, .days))
  }

  @Test func bulletsWithoutAFullStopAreApart() {
    let reply = Fixtures.read(
      """
      Before I log it I want to check a couple of things with you:

      - which boroughs?
      - when you say "youths" is that under 18s or under 25s
      - happy with numbers only or do you need the crime numbers too?

      Drop me a line when you can.
      """)
    #expect(reply.points.count == 3)
    #expect(
      reply.points.last?.choices == [
        "happy with numbers only", "do you need the crime numbers too",
      ])
  }

  @Test func linesWithLabelsAreApartWithoutFullStops() {
    let reply = Fixtures.read(
      "26-2211\n\nQ1 Horses: 12\nQ2 Cost in 2025-26: £61,480.20\nQ3 Injured: nil\n")
    #expect(reply.reference == "26-2211")
    #expect(reply.figures.map(\.question) == ["1", "2", "3"])
    #expect(reply.figures.map(\.value) == ["12", "61480.20", "0"])
  }

  /// A day without a year is the next of its name; without a date of the letter nobody knows which.
  @Test(arguments: [
    ("Date: 17 June 2026", "by 1 July", "2026-07-01"),
    ("Date: 17 December 2026", "no later than Friday 8th January", "2027-01-08"),
    ("We received your request on 9 May 2026.", "by 5pm on 1 June", "2026-06-01"),
    ("Hello", "by 1 July", ""),
  ])
  func aDayWithoutAYearIsTheNextOfItsName(head: String, day: String, expected: String) {
    let reply = Fixtures.read(
      "\(head)\n\nYour request is not clear. Please clarify which area you mean. Please reply \(day).\n"
    )
    #expect(reply.kind == .clarification)
    #expect(reply.dates.named?.iso ?? "" == expected)
  }

  @Test(arguments: [
    (
      "Thank you for your letter dated 5 May 2026, received by us 6 May 2026.",
      "Please reply by 3 June 2026.", "2026-06-03"
    ),
    (
      "Your request was received on 6 May 2026. A response should be with you by 4 June 2026.",
      "Please reply soon.", ""
    ),
    (
      "Your request was received on 6 May 2026. We will write to you by 4 June 2026.",
      "Please reply by 1 June 2026.", "2026-06-01"
    ),
    (
      "Your request was received on 6 May 2026.",
      "Your clarification must be received by us by 3 June 2026.", "2026-06-03"
    ),
  ])
  func theDayForAnAnswerIsNeitherThatOfTheRequestNorTheirs(
    head: String, end: String, expected: String
  ) {
    let reply = Fixtures.read("\(head)\n\nPlease clarify which area you mean.\n\n\(end)\n")
    #expect(reply.dates.named?.iso ?? "" == expected)
  }

  @Test(arguments: [
    ("three calendar months", Allowance(3, .months)),
    ("two (2) calendar months", Allowance(2, .months)),
    ("28 clear days", Allowance(28, .days)), ("two months", Allowance(2, .months)),
  ])
  func aTimeInCalendarMonthsIsATimeInMonths(time: String, expected: Allowance) {
    let reply = Fixtures.read(
      "Please clarify which area you mean.\n\nIf we have not heard from you within \(time) we will close it.\n"
    )
    #expect(reply.dates.allowance == expected)
  }

  @Test func theDayOnWhichTheRequestWasWrittenIsNoClarification() {
    let first = Fixtures.read(
      "You wrote to us on 24 March 2026 to ask: \"How many vans?\"\n\nPlease clarify which vans you mean.\n"
    )
    #expect(first.dates.clarified == nil)
    let second = Fixtures.read(
      "You wrote back to us on 24 March 2026.\n\nPlease clarify which vans you mean.\n")
    #expect(second.dates.clarified?.iso == "2026-03-24")
  }

  @Test(
    arguments: [
      ("FOI 31006", "FOI 31006"), ("RFI 44871", "RFI 44871"), ("FOI 2026", nil),
      ("FOI Act 2000", nil),
      ("FOI 31006 is your case.", nil),
    ] as [(String, String?)])
  func aNumberBehindFOIOnALineOfItsOwnIsTheReference(line: String, expected: String?) {
    let reply = Fixtures.read("Kent Police\n\n\(line)\n\nDear R Hale\n\nWhich vans do you mean?\n")
    #expect(reply.reference == expected)
  }

  @Test func severalFiguresOnALineAreApart() {
    let reply = Fixtures.read(
      "Please find our response below.\n\n1. Reports\n\nAnswer: 2024 = 87, 2025 = 1,091\n\n2. Arrests\n\nAnswer: 6\n"
    )
    #expect(reply.answers(to: []).map(\.text) == ["2024: 87; 2025: 1,091", "6"])
    let named = Fixtures.read(
      "Please find our response below.\n\n1. Burglary, dwelling: 40\nBurglary, other: 7\n")
    #expect(named.figures.map(\.of) == ["Burglary, dwelling", "Burglary, other"])
  }

  @Test func pointsAreCountedByTheWordToo() {
    let reply = Fixtures.read(
      """
      Your request asks for information on a number of matters.

      Point 1 - It isn't obvious whether you want figures for the force as a whole or for each district.

      Point 2 - Could you tell us if attempted offences should be counted?

      Point 3 - "Youth clubs" isn't something we record. If you gave us a list of addresses we could search those.

      Please let me know how you would like to proceed within ten working days.
      """)
    #expect(reply.kind == .clarification)
    #expect(reply.points.map(\.number) == ["1", "2", "3"])
    #expect(
      reply.points.first?.choices == ["figures for the force as a whole", "for each district"])
    #expect(reply.dates.allowance == Allowance(10, .workingDays))
  }
}
