import Answerable
import Foundation
import Testing

@testable import Batches

/// Translates for one authority, as a batch does.
struct Translating {
  let offences: Offences
  let registry: Registry
  let linter: Linter
  let today: Day

  init() throws {
    offences = BuiltIn.offences()
    registry = BuiltIn.registry()
    linter = BuiltIn.linter(BuiltIn.ruleSet())
    today = try Day.read("6 March 2026")
  }

  func callAsFunction(_ text: String, to name: String, sheet: String = "") throws -> Translation {
    let authority = try registry.authority(named: name)
    return try Translation(
      RequestReading(Source(name: "request.md", text: text)), for: authority,
      sheet: self.sheet(sheet), offences: offences, linter: linter, today: today)
  }

  func sheet(_ text: String) throws -> DecisionSheet {
    try DecisionSheet(Source(name: "decisions.md", text: text)) { name in
      try? registry.authority(named: name).id
    }
  }
}

@Suite struct TranslationTests {
  private let translate: Translating

  init() throws { translate = try Translating() }

  /// An invented cousin of the founding case: other offences, another marker.
  static let cousin = """
    Title: Voyeurism and exposure with the hate marker, April 2024 to March 2025
    From: Rowan Hale
    Dates: 1 April 2024 to 31 March 2025
    Counted by: date recorded

    1. The number of crimes recorded for each offence.
    - offences: Sexual Offences Act 2003, sections 9, 66 and 67
    - answer: three numbers
    2. Of all the crimes in 1, the number with the hate crime marker.
    - flag: Home Office hate crime flag, or your own hate marker
    - answer: one number
    3. Of the crimes in 2, the number charged or summonsed.
    - outcome: 1
    - answer: one number
    """

  @Test func forcesOfTheSameLawGetItAsTyped() throws {
    let kent = try translate(Self.cousin, to: "kent")
    #expect(kent.reading.source.bytes == Array(Self.cousin.utf8))
    #expect(kent.open.isEmpty)
    #expect(kent.changes.isEmpty)
  }

  @Test func northernIrelandGetsItsOwnOffencesAndMarker() throws {
    let psni = try translate(Self.cousin, to: "psni")
    let document = psni.reading.request.document
    #expect(document.contains("- flag: the marker you use for hate crimes, if any\n"))
    #expect(document.contains("- outcome: 1\n"))
    #expect(document.contains("- answer: three numbers\n"))
    #expect(!document.contains("2003"))
    // Section 66 has no twin there in the table, and that of section 67 was not seen in a source.
    #expect(
      psni.open.map { $0.subject } == [
        "section 66 of the Sexual Offences Act 2003", "section 67 of the Sexual Offences Act 2003",
      ])
    #expect(
      psni.changes.first
        == "section 9 of the Sexual Offences Act 2003 → article 16, sexual activity with a child")
  }

  @Test func scotlandAsksForWhatHasNoSingleTwin() throws {
    let scotland = try translate(Self.cousin, to: "police-scotland")
    #expect(
      scotland.open.map { $0.subject } == [
        "section 9 of the Sexual Offences Act 2003", "question 3, outcome",
      ])
    #expect(
      scotland.open[0].choices.map { $0.text } == [
        "sections 28, 29 and 30 of the Sexual Offences (Scotland) Act 2009, together",
        "section 28 of the Sexual Offences (Scotland) Act 2009",
        "section 29 of the Sexual Offences (Scotland) Act 2009",
        "section 30 of the Sexual Offences (Scotland) Act 2009", "leave this offence out",
      ])
    #expect(
      scotland.open[1].choices.map { $0.text } == [
        "withdraw this question",
        "ask instead: Of the crimes in 2, the number that you reported to the procurator fiscal.",
      ])
  }

  private static let settled = """
    ## Scotland: section 9 of the Sexual Offences Act 2003
    - [x] * sections 28, 29 and 30 of the Sexual Offences (Scotland) Act 2009, together
    - [ ] leave this offence out
    ## Scotland: question 3, outcome
    - [ ] withdraw this question
    - [x] ask instead: Of the crimes in 2, the number that you reported to the procurator fiscal.
    """

  @Test func whatWasDecidedGoesIntoTheLetter() throws {
    let scotland = try translate(Self.cousin, to: "police-scotland", sheet: Self.settled)
    #expect(scotland.open.isEmpty)
    #expect(scotland.incomparable == ["3"])
    let understood = try Understanding(
      scotland.reading, offences: translate.offences.restricted(to: .scotland),
      today: translate.today)
    #expect(understood.figures == 5)
    #expect(
      understood.questions[0].lines[0].values == [
        "section 28, having intercourse with an older child, together with section 29, engaging in penetrative sexual activity with or towards an older child, together with section 30, engaging in sexual activity with or towards an older child",
        "section 8, sexual exposure", "section 9, voyeurism",
      ])
    #expect(
      understood.questions[2].text
        == "Of the crimes in 2, the number that you reported to the procurator fiscal.")
    #expect(understood.questions[2].lines.map { $0.label } == ["Answer"])
  }

  @Test func anOffenceLeftOutIsAFigureLess() throws {
    let sheet = """
      ## Scotland: section 9 of the Sexual Offences Act 2003
      - [x] leave this offence out
      ## Scotland: question 3, outcome
      - [x] withdraw
      """
    let scotland = try translate(Self.cousin, to: "police-scotland", sheet: sheet)
    let document = scotland.reading.request.document
    #expect(document.contains("- answer: two numbers\n"))
    #expect(!document.contains("3. "))
    #expect(scotland.withdrawn == ["3"])
    #expect(scotland.incomparable == ["1", "3"])
  }

  @Test func oneOfTwoFiguresIsWrittenAsOne() throws {
    let text = """
      Title: Exposure and voyeurism
      From: Rowan Hale
      Dates: 1 April 2024 to 31 March 2025

      1. The number of crimes recorded for each offence.
      - offences: Sexual Offences Act 2003, sections 9 and 66
      - answer: two numbers, one for each
      """
    let sheet = """
      ## Scotland: section 9 of the Sexual Offences Act 2003
      - [x] leave this offence out
      """
    let scotland = try translate(text, to: "police-scotland", sheet: sheet)
    #expect(scotland.reading.request.document.contains("- answer: one number, one for each\n"))
  }

  private static let threeQuestions = """
    Title: Bicycles
    From: Rowan Hale
    Dates: 1 April 2024 to 31 March 2025

    %1 The number of bicycle thefts recorded
    - offences: Theft Act 1968, section 1
    %2 How many of the bicycles were found
    - outcome: 1
    %3 A copy of your policy on bicycles
    %4 The number of officers on bicycles
    """

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
    let text = """
      Title: Thefts
      From: Rowan Hale
      Dates: 1 April 2024 to 31 March 2025

      1. For bicycles:
      a) the number of thefts
      b) the number found
      2. The number of officers.
      """
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
    let text = """
      Title: Exposure
      From: Rowan Hale
      Dates: 1 April 2024 to 31 March 2025

      1. A copy of your policy on exposure
      2. The number of crimes recorded
      - offences: Sexual Offences Act 2003, section 9
      - offences: Sexual Offences Act 2003, section 15
      3. The number of officers trained
      """
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
    let text = """
      Title: Exposure
      From: Rowan Hale
      Dates: 1 April 2024 to 31 March 2025

      1. The number of crimes recorded.
      - offences: Sexual Offences Act 2003, section 66
      2. The number of crimes recorded.
      - offences: section 999 of the Sexual Offences Act 2003
      3. A copy of your policy.
      """
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
    """
    Title: Thefts
    From: Rowan Hale
    Dates: 1 April 2024 to 31 March 2025

    1. The number of thefts recorded.
    \(question)
    3. A copy of your policy on theft.
    """
  }

  @Test func aQuestionIsAskedAboutForTheNationThatLosesWhatItCounts() throws {
    let text = """
      Title: Grooming
      From: Rowan Hale
      Dates: 1 April 2024 to 31 March 2025

      1. The number of crimes recorded.
      - offences: Sexual Offences Act 2003, section 9
      2. The number of arrests for it.
      """
    let sheet =
      "## Scotland: section 9 of the Sexual Offences Act 2003\n- [x] leave this offence out\n"
    let open = try translate(text, to: "police-scotland", sheet: sheet).open
    #expect(open.map { $0.key } == ["scotland: question 2"])
    #expect(open[0].choices.map { $0.text } == ["withdraw this question", "leave it as it is"])
    #expect(open[0].reason == "\"for it\" refers to question 1, which is withdrawn.")
  }

  @Test(arguments: [
    ("Protection from Harassment Act 1997, sections 2A and 4A", "two numbers", "one number"),
    (
      "Protection from Harassment Act 1997, section 4A\n- offences: Protection from Harassment Act 1997, section 2A",
      "2 figures", "1 figure"
    ),
    (
      "Protection from Harassment Act 1997, sections 2A and 4A; Sexual Offences Act 2003, section 9",
      "three numbers", "two numbers"
    ),
  ])
  func twoOffencesWithOneTwinAreAskedForOnce(_ typed: String, _ answer: String, _ fewer: String)
    throws
  {
    let text = """
      Title: Stalking
      From: Rowan Hale
      Dates: 1 April 2024 to 31 March 2025

      1. The number of crimes recorded for each offence.
      - offences: \(typed)
      - answer: \(answer)
      2. A copy of your policy on stalking.
      """
    let psni = try translate(text, to: "psni")
    #expect(psni.open.isEmpty)
    let question = psni.reading.request.questions[0]
    #expect(Set(question[.offences]).count == question[.offences].count)
    #expect(question[.answer] == [fewer])
    #expect(psni.incomparable == ["1"])
    #expect(try translate(text, to: "kent").reading.source.bytes == Array(text.utf8))
  }

  @Test func aForceInSeveralNationsIsAskedWhichFigures() throws {
    let btp = try translate(Self.cousin, to: "btp")
    #expect(btp.open.map { "\($0.scope.text): \($0.subject)" } == ["btp: which figures"])
    let sheet = "## btp: which figures\n- [x] * England and Wales only (the letter says so)\n"
    let settled = try translate(Self.cousin, to: "btp", sheet: sheet)
    #expect(settled.reading.request.context == "All figures are for England and Wales only.")
    let policy = "Title: Dogs\nFrom: Rowan Hale\n\n1. A copy of your policy on police dogs.\n"
    #expect(try translate(policy, to: "btp").open.isEmpty)
  }

  @Test func runningTextIsTranslatedOrAskedAbout() throws {
    let request = """
      Title: Exposure
      From: Rowan Hale

      I ask under the Freedom of Information Act 2000.

      1. The number of crimes of exposure (Home Office code 88/9) with the Home Office online crime flag, or your own marker if you use another, in 2024.
      2. The number sent to the Crown Prosecution Service in 2024 under SOA 2003.
      """
    let scotland = try translate(request, to: "police-scotland")
    #expect(
      scotland.reading.request.questions[0].text
        == "The number of crimes of exposure with the marker you use for cyber or online crimes, if any, in 2024."
    )
    #expect(
      scotland.reading.request.context
        == "I ask under the Freedom of Information (Scotland) Act 2002.")
    #expect(scotland.open.map { $0.subject } == ["question 2, wording"])
    let sheet = """
      ## Scotland: question 2, wording
      - [x] other: The number reported to the procurator fiscal in 2024.
      """
    let settled = try translate(request, to: "police-scotland", sheet: sheet)
    #expect(settled.open.isEmpty)
    #expect(
      settled.reading.request.questions[1].text
        == "The number reported to the procurator fiscal in 2024.")
  }

  @Test func ownDecisionsHoldForOneOrForAll() throws {
    let sheet = """
      ## kent: question 2, marker
      - [x] other: the CY marker
      ## all: dates
      - [x] other: 1 April 2023 to 31 March 2024
      ## Gwent Police: question 3
      - [x] withdraw
      """
    let kent = try translate(Self.cousin, to: "kent", sheet: sheet).reading.request
    #expect(kent.questions[1][.flag] == ["the CY marker"])
    #expect(kent[.dates] == ["1 April 2023 to 31 March 2024"])
    let gwent = try translate(Self.cousin, to: "gwent", sheet: sheet)
    #expect(gwent.reading.request.questions.map { $0.label } == ["1", "2"])
    #expect(
      gwent.reading.request.questions[1][.flag] == [
        "Home Office hate crime flag, or your own hate marker"
      ])
  }

  @Test func wordsOfADecisionCannotBecomeAQuestion() throws {
    let sheet = "## kent: question 2, marker\n- [x] other: x\u{2028}4. All e-mails\n"
    let kent = try translate(Self.cousin, to: "kent", sheet: sheet)
    #expect(kent.reading.request.questions[1][.flag] == ["x 4. All e-mails"])
  }

  @Test(arguments: [
    ("Home Office online crime flag, or your own online or cyber marker", "online crimes"),
    ("the Home Office knife-enabled crime flag", "knife-enabled crimes"),
    ("Home Office flag for domestic abuse", "domestic abuse"),
    ("the Home Office marker for hate crime, or your own equivalent if you use one", "hate crimes"),
    ("Home Office domestic abuse flag", "domestic abuse"),
  ])
  func markersOfTheHomeOfficeAreRead(_ typed: String, _ what: String) {
    let bytes = Array(typed.utf8)
    let phrases = MarkerWords.all(in: bytes, range: 0..<bytes.count)
    #expect(phrases.map { $0.range } == [0..<bytes.count])
    #expect(phrases[0].words(for: .northernIreland) == "the marker you use for \(what), if any")
  }
}
