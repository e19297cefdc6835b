import Linting
import Requests
import SourceText
import Testing

@testable import Replies

@Suite struct PointReaderTests {
  private let reply = Fixtures.read(Fixtures.clarification)

  @Test func findsEachNumberedPointWithItsQuestions() {
    #expect(reply.kind == .clarification)
    #expect(reply.points.map(\.number) == ["1", "2", "3", "4", "5"])
    #expect(
      reply.points.map(\.questions) == [["1a", "2", "3", "4"], ["1a"], ["1b"], ["2", "3"], ["4"]])
    #expect(reply.untouched == ["1c"])
    #expect(
      reply.points.map(\.category) == [
        .ambiguousPeriod, .unsearchableTerm, .vagueAssociation, .unsearchableTerm,
        .namesOfThirdParties,
      ])
  }

  @Test func keepsTheForcesSuggestionsAndSaysWhatIsMissing() {
    #expect(reply.points.map(\.suggestions.count) == [0, 1, 1, 0, 1])
    #expect(reply.points[1].suggestions.first?.missing == "the age")
    #expect(
      reply.points[2].suggestions.first?.text == "ask for \"thefts recorded\" by section")
    #expect(reply.points[2].suggestions.first?.missing == nil)
  }

  @Test func offersTheChoices() {
    #expect(
      reply.points[0].choices == [
        "the financial year 2023/2024", "the calendar years 2023 and 2024",
      ])
  }

  /// A letter may ask without ever saying "clarification"; a single courtesy does not make it ask.
  @Test func severalQuestionsInAnAcknowledgementAskForClarification() {
    let thanks = "Dear R Hale\n\nThank you for your request, which has been logged as 12/26.\n\n"
    let asking = Fixtures.read(
      thanks
        + "1. Do you want thefts of tools only?\n\n2. Which districts do you mean?\n\nYours sincerely\n"
    )
    #expect(asking.kind == .clarification)
    #expect(asking.points.map(\.choices) == [["yes", "no"], []])
    let courteous = Source(
      name: "letter", text: thanks + "Would you tell us how you heard of us?\n\nYours sincerely\n")
    #expect(KindEvidence(courteous).phrases == .acknowledgement)
  }

  @Test func aPointEndsBeforeWhatEveryLetterSays() {
    let source = reply.source
    let second = source[reply.points[1].range]
    #expect(second.hasPrefix("2. In Question 1a"))
    #expect(second.hasSuffix("aged over years."))
    #expect(source[reply.points[4].range].hasSuffix("Please list them."))
  }

  @Test func theRequestThatTheLetterQuotesIsRead() {
    #expect(
      reply.request?.request.questions.map(\.label) == ["1a", "1b", "1c", "2", "3", "4"])
  }

  @Test(arguments: [
    ("Please could you say which lamps you mean.", 1),
    (
      "For question 2, would you like lamps in the whole county or only those\nin towns? Also, can you please confirm the time frame?",
      2
    ),
    (
      "How are lamps counted?\nDoes this mean posts or bulbs?\nWhat does each lamp cost?\nIs this about energy or repairs?",
      2
    ),
    ("1. Do you mean posts or bulbs?\n2. Which years do you require?", 2),
    ("We have interpreted lamps to mean lit posts.", 1),
    ("Your lamps request was passed round the team.", 0),
    ("We cannot go on as it stands.\n\n• Confirm whether posts count.\n• State the years.", 2),
    ("I must ask that you describe the lamps.\n\nWe'd be glad to know if bulbs count.", 2),
    ("You are therefore invited to say which lamps you mean.", 1),
    (
      "Please let us know which of these you need:\n- posts\n- bulbs\n- brackets", 1
    ),
  ])
  func countsWhatIsAsked(body: String, points: Int) {
    let reply = Fixtures.read(Fixtures.plain(body))
    #expect(reply.kind == .clarification)
    #expect(reply.points.count == points, "\(reply.points.map(\.asks))")
    for point in reply.points { #expect(!reply.source[point.range].contains("clock")) }
  }

  @Test func aListUnderAPointIsItsChoices() {
    let reply = Fixtures.read(
      Fixtures.plain("Please let us know which of these you need:\n- posts\n- bulbs\n- brackets"))
    #expect(reply.points.first?.choices == ["posts", "bulbs", "brackets"])
  }

  @Test(arguments: [
    ("In Question 1a, what do you mean by lit?", ["1a"]),
    ("Question 2 and 3 are unclear, please define posts.", ["2", "3"]),
    ("For questions 4-7, please specify the dates.", ["4", "5", "6", "7"]),
    ("For your second question, please specify the dates.", ["2"]),
    ("Q1, Q2 & Q5: please specify the dates.", ["1", "2", "5"]),
    ("Question 1(a) and 1(b): which years do you need?", ["1a", "1b"]),
    ("Please specify the dates.", []),
  ])
  func readsHowAPointNamesItsQuestions(body: String, questions: [String]) {
    #expect(Fixtures.read(Fixtures.plain(body)).points.first?.questions == questions)
  }

  @Test(arguments: [
    (
      "Regarding question 1, do you want posts or bulbs? With regard to your second question, please give the years. As for Q3, we hold no \"old\" lamps as such. Please say what you mean.",
      [["1"], ["2"], ["3"]]
    ),
    (
      "Can you clarify your request? For question 1, which lamps? For question 2, which years?",
      [["1"], ["2"]]
    ),
    ("What do you mean by lit in question 1? In question 1, is that by day?", [["1"]]),
    ("Which lamps do you mean in question 1? For question 2 we have what we need.", [["1", "2"]]),
  ])
  func aSentenceThatTurnsToAnotherQuestionBeginsAPoint(body: String, questions: [[String]]) {
    let reply = Fixtures.read(Fixtures.plain(body))
    #expect(reply.points.map(\.questions) == questions)
  }

  @Test func aQuestionRepeatedAndNothingElseNamesItself() {
    let reply = Fixtures.read(
      """
      You asked:

      1. How many lamps were replaced in the borough during 2022?
      2. How many lamps failed within a year of being replaced?

      We need some clarification before we start.

      How many lamps failed within a year of being replaced?
      What do you mean by this?
      """)
    #expect(reply.points.map(\.questions) == [["2"]])
    #expect(reply.untouched == ["1"])
  }
}
