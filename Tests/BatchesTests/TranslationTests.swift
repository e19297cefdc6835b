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
