import Answerable
import Foundation
import Testing

@testable import Batches

/// What becomes of a request when one of its questions is not asked of somebody.
@Suite struct WithdrawnQuestionTests {
  private let translate: Translating

  init() throws { translate = try Translating() }

  private static func request(_ questions: String) -> String {
    "Title: Crimes\nFrom: Rowan Hale\nDates: 1 April 2024 to 31 March 2025\n\n" + questions
  }

  private static let threeQuestions = request(
    """
    %1 The number of bicycle thefts recorded
    - offences: Theft Act 1968, section 1
    %2 How many of the bicycles were found
    - outcome: 1
    %3 A copy of your policy on bicycles
    %4 The number of officers on bicycles
    """)

  @Test(arguments: [
    ["1.", "2.", "3.", "4."], ["1)", "2)", "3)", "4)"], ["Q1", "Q2", "Q3", "Q4"],
    ["(a)", "(b)", "(c)", "(d)"], ["1a.", "1b.", "2.", "3."], ["1.", "a)", "2.", "3."],
  ])
  func anyQuestionCanBeWithdrawnAndTheOthersKeepTheirLabels(_ marks: [String]) throws {
    var text = Self.threeQuestions
    for (i, mark) in marks.enumerated() {
      text = text.replacingOccurrences(of: "%\(i + 1)", with: mark)
    }
    let questions = try RequestReading(Source(name: "r", text: text)).request.questions
    #expect(questions.count == 4)
    for i in questions.indices {
      let sheet = "## all: question \(questions[i].label)\n- [x] withdraw\n"
      let kent = try translate(text, to: "kent", sheet: sheet)
      var left = questions
      left.remove(at: i)
      #expect(kent.reading.request.questions == left)
      #expect(kent.withdrawn == [questions[i].label])
    }
  }

  @Test func whatStandsUnderAWithdrawnQuestionIsAsked() throws {
    let text = Self.request(
      """
      1. For bicycles:
      a) the number of thefts
      b) the number found
      2. The number of officers.
      """)
    let kent = try translate(text, to: "kent", sheet: "## kent: question 1\n- [x] withdraw\n")
    #expect(kent.open.map { $0.key } == ["kent: question 1a", "kent: question 1b"])
    #expect(kent.open[0].reason == "It stands under question 1, which is withdrawn.")
  }

  @Test func ofALetterWithoutLabelsOneQuestionCanBeWithdrawn() throws {
    let text = """
      Dear Kent Police,

      Please tell me under the Act how many swans were hit by your cars in 2024.

      Please send me a copy of your policy on swans.

      How many officers keep swans?

      Yours faithfully,
      Rowan Hale
      """
    let kent = try translate(text, to: "kent", sheet: "## all: question 2\n- [x] withdraw\n")
    #expect(
      kent.reading.request.questions.map { "\($0.label) \($0.text)" } == [
        "1 Please tell me under the Act how many swans were hit by your cars in 2024.",
        "3 How many officers keep swans?",
      ])
  }

  @Test func withEveryQuestionWithdrawnNothingIsAsked() throws {
    let text = "Title: Dogs\nFrom: Rowan Hale\n\n1. A copy of your policy on dogs.\n"
    let kent = try translate(text, to: "kent", sheet: "## kent: question 1\n- [x] withdraw\n")
    #expect(kent.asksNothing)
  }

  @Test func aQuestionWithoutAnyOffenceLeftIsWithdrawnWithTheOthersAsTheyAre() throws {
    let text = Self.request(
      """
      1. A copy of your policy on exposure
      2. The number of crimes recorded
      - offences: Sexual Offences Act 2003, section 9
      - offences: Sexual Offences Act 2003, section 15
      3. The number of officers trained
      """)
    let one =
      "## Scotland: section 9 of the Sexual Offences Act 2003\n- [x] leave this offence out\n"
    let kept = try translate(text, to: "police-scotland", sheet: one)
    #expect(kept.withdrawn.isEmpty)
    #expect(kept.reading.request.questions[1][.offences].count == 1)
    let both = text.replacingOccurrences(
      of: "\n- offences: Sexual Offences Act 2003, section 15", with: "")
    let scotland = try translate(both, to: "police-scotland", sheet: one)
    #expect(scotland.open.isEmpty)
    #expect(scotland.reading.request.questions.map { $0.label } == ["1", "3"])
  }

  @Test func anUnknownOffenceLeftOutTakesItsQuestionAlong() throws {
    let text = Self.request(
      """
      1. The number of crimes recorded.
      - offences: Sexual Offences Act 2003, section 66
      2. The number of crimes recorded.
      - offences: section 999 of the Sexual Offences Act 2003
      3. A copy of your policy.
      """)
    let open = try translate(text, to: "police-scotland").open
    #expect(open.map { $0.subject } == ["section 999 of the Sexual Offences Act 2003"])
    let sheet = "## Scotland: \(open[0].subject)\n- [x] leave this offence out\n"
    let scotland = try translate(text, to: "police-scotland", sheet: sheet)
    #expect(scotland.reading.request.questions.map { $0.label } == ["1", "3"])
  }

  @Test(arguments: [
    "2. The number of arrests for it.", "2. Of those, the number charged.",
    "2. How many of these were charged?", "2. How many were charged?",
    "2. Of the crimes in 1, the number charged.", "2. The number charged for question 1.",
    "2. The number of charges.\n- only if: the answer to question 1 is not nought",
    "2. What percentage of them led to a charge?", "2. The same information for 2023.",
    "2. How old were they?", "2. The number of such crimes in schools.",
    "2. Of the above, the number in schools.", "2. The number of arrests for Q1.",
    "2. Arrests for questions 1 and 3.", "2. The number charged with this offence.",
    "2. Of the crimes counted in 1 above, those in schools.", "2. When was it last reviewed?",
  ])
  func whatRefersToAWithdrawnQuestionIsAsked(_ question: String) throws {
    let text = Self.leaning(question)
    let sheet = "## kent: question 1\n- [x] withdraw\n"
    let kent = try translate(text, to: "kent", sheet: sheet)
    #expect(kent.open.map { $0.key } == ["kent: question 2"], "\(question)")
    #expect(kent.open.first?.reason.hasSuffix("refers to question 1, which is withdrawn.") == true)
    let kept = try translate(
      text, to: "kent", sheet: sheet + "## kent: question 2\n- [x] leave it as it is\n")
    #expect(kept.open.isEmpty)
    #expect(kept.withdrawn == ["1"])
    let gone = try translate(
      text, to: "kent", sheet: sheet + "## kent: question 2\n- [x] * withdraw this question\n")
    #expect(gone.reading.request.questions.map { $0.label } == ["3"])
    #expect(try translate(text, to: "essex", sheet: sheet).open.isEmpty)
  }

  @Test(arguments: [
    "2. The number of arrests for theft in 2025.", "2. The number of those who were arrested.",
    "2. How many officers used their Taser?", "2. A copy of your policy, dated 1 April 2024.",
    "2. The number of crimes such as burglary.", "2. Officers of the rank of inspector and above.",
    "2. The number of dogs that you keep.", "2. The number of vans in use for 1 year or more.",
    "2. Arrests on the same day as the crime.", "2. The number of people under 18 in custody.",
    "2. Arrests in those years.", "2. The number of crimes, of which robberies are one kind.",
  ])
  func whatStandsByItselfIsNotAsked(_ question: String) throws {
    let sheet = "## kent: question 1\n- [x] withdraw\n"
    #expect(
      try translate(Self.leaning(question), to: "kent", sheet: sheet).open.isEmpty, "\(question)")
  }

  private static func leaning(_ question: String) -> String {
    request(
      """
      1. The number of thefts recorded.
      \(question)
      3. A copy of your policy on theft.
      """)
  }

  @Test func aQuestionIsAskedAboutForTheNationThatLosesWhatItCounts() throws {
    let text = Self.request(
      """
      1. The number of crimes recorded.
      - offences: Sexual Offences Act 2003, section 9
      2. The number of arrests for it.
      """)
    let sheet =
      "## Scotland: section 9 of the Sexual Offences Act 2003\n- [x] leave this offence out\n"
    let open = try translate(text, to: "police-scotland", sheet: sheet).open
    #expect(open.map { $0.key } == ["scotland: question 2"])
    #expect(open[0].choices.map { $0.text } == ["withdraw this question", "leave it as it is"])
    #expect(open[0].reason == "\"for it\" refers to question 1, which is withdrawn.")
  }
}
