import Answerable
import Testing

/// What a point of a letter gives to choose from, and what a choice does to the dates of the request.
@Suite struct RefinementChoicesTests {
  private static let request = """
    Title: Burglaries recorded, 1 April 2022 to 31 March 2024
    From: R Hale
    To: kent
    Dates: 1 April 2022 to 31 March 2024

    1. The number of burglaries recorded from 1 April 2022 to 31 March 2024.
    2. Of the burglaries in 1, the number where a suspect was identified.
    3. The number of crime reports in which the word "ladder" appears.
    """

  private func sheet(_ points: String, for request: String = request) throws -> RefinementSheet {
    let reply = Reply(
      Source(
        name: "letter.txt",
        text: """
          Dear R Hale

          We received your request on 4 November 2024. We need some more information from you before we can search.

          \(points)

          Please reply within 20 working days.

          Yours sincerely
          """))
    #expect(reply.kind == .clarification)
    var proposer = RefinementProposer(
      reply, to: try RequestReading(Source(name: "request.md", text: request)),
      linter: BuiltIn.linter(BuiltIn.ruleSet()), offences: BuiltIn.offences(),
      authority: try BuiltIn.registry().authority(named: "kent"), today: Day(iso: "2024-11-20"))
    return proposer.sheet(RefinementSheet.Details())
  }

  private func effects(_ points: String) throws -> [String] {
    try sheet(points).decisions[0].options.map { ($0.isMarked ? "* " : "") + $0.effect.text }
  }

  /// Applies a sheet in which the box with this effect is ticked, and in every other part the one that stands by it.
  private func refined(_ sheet: RefinementSheet, ticking effect: RefinementSheet.Effect) throws
    -> Request
  {
    var sheet = sheet
    for i in sheet.decisions.indices {
      var ticked = sheet.decisions[i].options.count - 1
      if case .dates = effect,
        let dates = sheet.decisions[i].options.firstIndex(where: {
          $0.text == "other dates"
        }), i == 0
      {
        ticked = dates
        sheet.decisions[i].options[dates].effect = effect
      } else {
        sheet.decisions[i].options[ticked].effect = .keep("it is meant so")
      }
      sheet.decisions[i].options[ticked].isTicked = true
    }
    return try Refinement(sheet, in: Source(name: "sheet.md", text: "")).request
  }

  @Test func aQuestionForYesOrNoHasABoxForEach() throws {
    for question in [
      "Can you confirm whether you want residential burglaries only?",
      "Would you like the figures broken down by district?", "Should we include attempts?",
      "Are you only interested in dwellings?",
    ] {
      let effects = try effects("1. Question 2: \(question)")
      #expect(effects.prefix(2) == ["answer: yes", "answer: no"], "\(question)")
      #expect(!effects.contains { $0.hasPrefix("*") }, "only the applicant knows")
    }
    for question in [
      "What do you mean by suspect?", "Do you want suspects charged or suspects named?",
      "Can you clarify what you want?", "Would you consider limiting this question to one year?",
    ] {
      #expect(try !effects("1. Question 2: \(question)").contains("answer: yes"), "\(question)")
    }
  }

  @Test func aWordWhoseMeaningIsAskedCanBeDefined() throws {
    for (question, term) in [
      ("What do you mean by 'identified suspects'?", "identified suspects"),
      (
        "By \"ladder\" are you referring to ladders that were carried in, found at the place, or standing on vans?",
        "ladder"
      ),
      ("Please give your definition of the term ladder, if any.", "ladder"),
      ("Please clarify what you mean by \"ladder or steps\" in this question.", "ladder or steps"),
    ] {
      let effects = try effects("1. Question 3: \(question)")
      #expect(effects.first == "* define: \(term): ____", "\(question)")
    }
  }

  @Test func aPointAboutDatesOffersItsOwnChoicesFirst() throws {
    let effects = try effects(
      "1. Question 1: for the period, do you mean burglaries recorded or burglaries committed?")
    #expect(effects.prefix(2) == ["* answer: burglaries recorded", "answer: burglaries committed"])
    #expect(effects.contains("dates: 1 April 2022 to 31 March 2024"))
  }

  @Test func datesThatWereGivenAreTheMarkedOnes() throws {
    for question in ["1", "3"] {
      let effects = try effects(
        "1. Question \(question): is it the financial years or the calendar years that you require?"
      )
      #expect(
        effects.prefix(2) == ["* dates: 1 April 2022 to 31 March 2024", "dates: ____"],
        "\(question)")
    }
  }

  @Test func newDatesForAllQuestionsChangeTheTitleToo() throws {
    let sheet = try sheet("1. Which financial years do you require?")
    let request = try refined(sheet, ticking: .dates("1 April 2024 to 31 March 2025"))
    #expect(request[.title] == ["Burglaries recorded, 1 April 2024 to 31 March 2025"])
    #expect(request[.dates] == ["1 April 2024 to 31 March 2025"])
    #expect(
      request.questions[0].text
        == "The number of burglaries recorded from 1 April 2024 to 31 March 2025.")
    #expect(request.questions.allSatisfy { $0[.dates].isEmpty })
  }

  @Test func newDatesForOneQuestionLeaveTheOthersTheirs() throws {
    let sheet = try sheet("1. Question 3: which financial years do you require?")
    let request = try refined(sheet, ticking: .dates("1 April 2024 to 31 March 2025"))
    #expect(request[.title] == ["Burglaries recorded, 1 April 2022 to 31 March 2024"])
    #expect(request[.dates] == ["1 April 2022 to 31 March 2024"])
    #expect(request.questions.map { $0[.dates] } == [[], [], ["1 April 2024 to 31 March 2025"]])
  }

  /// Each new question has a letter; what has none left is kept as it was, not lost.
  @Test func moreSuggestionsThanLettersLoseNoQuestion() throws {
    var request = "From: R Hale\n\n"
    var points = ""
    for number in 1...30 {
      request += "\(number). The number of burglaries in ward \(number).\n"
      points +=
        "\(number). Question \(number) is too broad. May I suggest that you ask for burglaries recorded in beat \(number) of the district.\n\n"
    }
    let sheet = try sheet(points, for: request)
    #expect(sheet.newQuestions.count == 26)
    #expect(Set(sheet.newQuestions.map(\.label)).count == 26)
    let again = try RefinementSheet(Source(name: "sheet.md", text: sheet.text))
    #expect(again.newQuestions.map(\.text) == sheet.newQuestions.map(\.text))
    #expect(
      again.decisions[29].options.contains {
        $0.effect == .reword("Burglaries recorded in beat 30 of the district.")
      })
  }
}
