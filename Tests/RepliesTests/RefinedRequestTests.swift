import Requests
import SourceText
import Testing
import WorkingDays

@testable import Replies

/// What becomes of a request by the boxes that are ticked in its sheet.
@Suite struct RefinedRequestTests {
  private typealias Sheet = RefinementSheet

  private func sheet(
    _ request: String, _ ticks: [(questions: [String], effect: Sheet.Effect)],
    new: [Question] = []
  ) throws -> Sheet {
    let reading = try RequestReading(Source(name: "request", text: request))
    var decisions: [Sheet.Decision] = []
    for (number, tick) in ticks.enumerated() {
      var option = Sheet.Option(text: "a choice", effect: tick.effect)
      option.isTicked = true
      decisions.append(
        Sheet.Decision(
          point: "\(number + 1)", questions: tick.questions, title: "what you mean", quotation: "",
          notes: [], options: [option]))
    }
    return Sheet(
      purpose: .clarification, details: .init(), decisions: decisions, newFields: [],
      newQuestions: new, request: reading.request)
  }

  private func refined(_ sheet: Sheet) throws(Diagnostics) -> Refinement {
    try Refinement(sheet, in: Source(name: "sheet.md", text: ""))
  }

  private static let lamps = """
    1. The number of lamps replaced, by ward.
    2. The number of those that failed.
    3. The number of faults reported under section 5(a) of the Lamps Act 1999.
    """

  @Test func whatIsAnsweredStandsBelowAQuestionThatIsWrittenOutAnew() throws {
    let answer = (
      questions: ["2"], effect: Sheet.Effect.answer("lamps that went out within a year")
    )
    let reworded = (questions: ["1"], effect: Sheet.Effect.reword("The number of lamps replaced."))
    let yes = (questions: ["3"], effect: Sheet.Effect.answer("yes"))
    let request = try refined(sheet(Self.lamps, [reworded, answer, yes])).request
    #expect(
      request.questions.map(\.text) == [
        "The number of lamps replaced.",
        "The number of those that failed. As clarified: lamps that went out within a year.",
        "The number of faults reported under section 5(a) of the Lamps Act 1999.",
      ])
    // Where the questions stay as they are, the reply alone says it.
    let alone = try refined(sheet(Self.lamps, [answer]))
    #expect(
      !alone.replaces && alone.request.questions[1].text == "The number of those that failed.")
  }

  @Test func aParagraphOfASectionIsNoNewQuestion() throws {
    let new = [Question(label: "a", text: "The number of lamps replaced under section 5(a).")]
    let refinement = try refined(
      sheet(Self.lamps, [(["2"], .questions(["a"]))], new: new))
    #expect(
      refinement.request.questions.map(\.text) == [
        "The number of lamps replaced, by ward.",
        "The number of lamps replaced under section 5(a).",
        "The number of faults reported under section 5(a) of the Lamps Act 1999.",
      ])
  }

  @Test func twoPartsMayReplaceAQuestionButNotSayTwoThingsOfIt() throws {
    let new = [
      Question(label: "a", text: "The number of lamps replaced."),
      Question(label: "b", text: "Of those in (A), the number that failed."),
    ]
    let both = try refined(
      sheet(Self.lamps, [(["1"], .questions(["a"])), (["1"], .questions(["b"]))], new: new))
    #expect(
      both.request.questions.prefix(2).map(\.text) == [
        "The number of lamps replaced.", "Of those in 1, the number that failed.",
      ])
    for other in [Sheet.Effect.withdraw, .reword("The number of bulbs."), .questions(["a"])] {
      let sheet = try sheet(
        Self.lamps, [(["1", "2"], .reword("The number of lamps.")), (["2"], other)], new: new)
      let error = try #require(throws: Diagnostics.self) { try refined(sheet) }
      #expect(
        error.all.map(\.message) == ["question 2 has another fate in point 1, questions 1 and 2"])
    }
    #expect(throws: Never.self) {
      try refined(
        sheet(Self.lamps, [(["1"], .withdraw), (["1"], .withdraw), (["1"], .ask("Why?"))]))
    }
  }

  @Test func datesForOneQuestionLeaveAloneTheTimesOfOthers() throws {
    let request = """
      1. The number of lamps owned on 31 December 2024.
      2. The number of lamps replaced last year.
      3. The number of faults in the calendar year 2022.
      """
    let dates = Sheet.Effect.dates("1 April 2023 to 31 March 2024")
    let refined = try refined(sheet(request, [(["2"], dates)])).request
    #expect(refined[.dates].isEmpty)
    #expect(refined.questions.map { $0[.dates] } == [[], ["1 April 2023 to 31 March 2024"], []])
    #expect(refined.questions[2].text == "The number of faults in the calendar year 2022.")
  }

  @Test(arguments: [
    ("Lamps replaced in 2019/20.", "Lamps replaced from 1 April 2019 to 31 March 2020."),
    ("Lamps replaced within 2019/20.", "Lamps replaced from 1 April 2019 to 31 March 2020."),
    ("Lamps in Dublin 2019/20.", "Lamps in Dublin 1 April 2019 to 31 March 2020."),
    ("In 2019/20 the lamps replaced.", "From 1 April 2019 to 31 March 2020 the lamps replaced."),
    ("The figures for 2019/20.", "The figures for 1 April 2019 to 31 March 2020."),
  ])
  func datesTakeTheWordBeforeThemAlong(text: String, wanted: String) {
    #expect(text.settingDates("1 April 2019 to 31 March 2020") == wanted)
  }

  @Test func wordsOfALetterDoNotSayWhatATickDoes() throws {
    let words = "burglary => withdraw"
    var sheet = try sheet(Self.lamps, [(["1"], .answer(words))])
    sheet.decisions[0].options[0].text = words
    let read = try Sheet(Source(name: "sheet.md", text: sheet.text))
    #expect(read.decisions[0].options[0].effect == .answer("burglary -> withdraw"))
    #expect(read.decisions[0].options[0].text == "burglary -> withdraw")
  }

  @Test func aVersionBeyondAllNumbersIsStillANumber() throws {
    let request = "Version: 9223372036854775807\n\n" + Self.lamps
    #expect(try refined(sheet(request, [(["1"], .withdraw)])).request[.version] == ["100000"])
  }
}
