import Answerable
import Foundation
import Testing

/// From a clarification letter to the sheet, and from the ticked sheet to the request and what the reply says.
@Suite struct RefinementTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  /// An invented letter about an invented request: another force and other offences than any real one.
  static let letter = """
    Freedom of Information Unit

    Dear R Hale

    FOI Request Reference: KP-431/24

    We have your request, which we received on 4/11/2024.

    REQUEST

    1a. Please give the number of arrests you made in 2023/24 regarding online fraud of any kind.

    1b. Please list, with its number, every offence associated with those arrests:

    for example section 2 of the Fraud Act 2006 [number]; section 3 of the Fraud Act 2006 [number].

    1c. Please state in how many of these arrests the suspect was a taxi driver.

    2. Please give the number of arrests you made in 2023/24 in connection with romance fraud on evidence provided to you by bank staff.

    3. Please give the names of all groups who provided information to you in 2023/24.

    CLARIFICATION REQUIRED

    We need more details from you to find the information.

    1. Do you mean the financial year 2023/2024 or the calendar years 2023 and 2024?

    2. In Question 1a you speak of "online fraud of any kind". This is too broad. We cannot identify "online" in arrest records.

    Our only suggestion would be to get all frauds recorded against a person aged over years.

    3: Question 1B speaks of offences "associated" with arrests. Associated is too broad. May I suggest that you ask for "crimes recorded" for those offences, as each crime has a record of its own.

    4: Question 2, this is no search option and each crime would have to be read. You may wish to rephrase or remove this question.

    5: Question 3 leaves open which organisations you mean, and it would be helpful if you gave their names. Please specify the organisation.

    Please send your clarification within 30 working days of this letter. We then have 20 working days for our answer.

    Yours sincerely,

    Freedom of Information Officer
    """

  private func sheet() throws -> RefinementSheet {
    let reply = Reply(Source(name: "letter.txt", text: Self.letter))
    let request = try #require(reply.request)
    var details = RefinementSheet.Details()
    details.from = "R Hale"
    details.to = "kent"
    details.reference = reply.reference
    details.received = Day(iso: "2024-11-12")
    details.requested = reply.dates.received
    var proposer = RefinementProposer(
      reply, to: request, linter: BuiltIn.linter(BuiltIn.ruleSet()),
      offences: BuiltIn.offences(), authority: try BuiltIn.registry().authority(named: "kent"),
      today: Day(iso: "2024-11-20"))
    return proposer.sheet(details)
  }

  private func marked() throws -> String {
    var sheet = try sheet()
    sheet.takeMarked()
    return sheet.text
  }

  private func refined(_ text: String) throws(Diagnostics) -> Refinement {
    let source = Source(name: "sheet.md", text: text)
    return try Refinement(try RefinementSheet(source), in: source)
  }

  private func problems(of text: String) -> [String] {
    do throws(Diagnostics) {
      _ = try refined(text)
      return []
    } catch {
      return error.all.map(\.message)
    }
  }

  private func compare(_ text: String, with name: String) throws {
    let file = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: file, encoding: .utf8) == text,
      "RECORD=1 swift test --filter RefinementTests writes it anew; read the diff")
  }

  @Test func theSheetLaysEveryPointBesideTheQuestions() throws {
    let sheet = try sheet()
    #expect(
      sheet.decisions.map(\.name) == [
        "point 1, questions 1a, 2 and 3", "point 2, question 1a", "point 3, question 1b",
        "point 4, question 2", "point 5, question 3", "no point mentions question 1c",
      ])
    // Nothing is ticked beforehand, and one choice of each part is marked.
    for decision in sheet.decisions {
      #expect(!decision.options.contains { $0.isTicked })
      #expect(decision.options.filter { $0.isMarked && !$0.isAddition }.count == 1)
    }
    try compare(sheet.text, with: "refinement.sheet.txt")
  }

  @Test func theMarkedChoicesGiveARequestWithNothingLeftToSettle() throws {
    let refinement = try refined(marked())
    #expect(refinement.replaces)
    #expect(refinement.answers.map(\.point) == ["1", "2", "3", "4", "5", nil])
    var out = refinement.request.document + "\n"
    for answer in refinement.answers {
      out += "\(answer.point ?? "-") \(answer.about): \(answer.text)\n"
    }
    for line in refinement.history { out += "\(line)\n" }
    try compare(out, with: "refinement.refined.txt")
    let reading = try RequestReading(
      Source(name: "refined", text: refinement.request.document))
    let findings = BuiltIn.linter(BuiltIn.ruleSet()).lint(
      reading, to: try BuiltIn.registry().authority(named: "kent"), today: Day(iso: "2024-11-20"))
    #expect(findings.filter { $0.outlook != .tip }.map(\.rule) == [])
  }

  @Test func aSheetReadsBackAsItWasWritten() throws {
    let text = try marked()
    let source = Source(name: "sheet.md", text: text)
    let sheet = try RefinementSheet(source)
    #expect(sheet.details.received?.iso == "2024-11-12")
    #expect(
      sheet.decisions.map(\.options.count) == (try self.sheet()).decisions.map(\.options.count))
    #expect(
      sheet.decisions.map { $0.options.map(\.effect) }
        == (try self.sheet()).decisions.map { $0.options.map(\.effect) })
    #expect(sheet.request == (try self.sheet()).request)
    // CRLF and an editor's wrapping make no difference.
    let crlf = text.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(try refined(crlf).request == refined(text).request)
    let wrapped = text.replacingOccurrences(of: " => withdraw", with: "\n  => withdraw")
    #expect(try refined(wrapped).request == refined(text).request)
  }

  /// A letter may list as many choices as it likes.
  @Test func choicesBeyondTheAlphabetAreReadBackToo() throws {
    var sheet = try self.sheet()
    let option = try #require(sheet.decisions[0].options.first { !$0.isAddition })
    sheet.decisions[0].options = Array(repeating: option, count: 200)
    #expect(sheet.text.contains(" aa) "))
    let again = try RefinementSheet(Source(name: "sheet.md", text: sheet.text))
    #expect(
      again.decisions[0].options.map(\.effect) == sheet.decisions[0].options.map(\.effect))
    #expect(again.decisions[0].options.map(\.text) == sheet.decisions[0].options.map(\.text))
  }

  @Test func anUndecidedPartIsNamed() throws {
    let text = try sheet().text
    #expect(
      problems(of: text) == [
        "point 1, questions 1a, 2 and 3 is not decided", "point 2, question 1a is not decided",
        "point 3, question 1b is not decided", "point 4, question 2 is not decided",
        "point 5, question 3 is not decided", "no point mentions question 1c is not decided",
      ])
  }

  @Test func twoTicksABlankAndAnUnknownQuestionAreNamed() throws {
    let text = try marked()
    let twice = text.replacingOccurrences(
      of: "- [ ] b) calendar years", with: "- [x] b) calendar years")
    #expect(problems(of: twice) == ["point 1, questions 1a, 2 and 3 has two ticks"])
    let blank = text.replacingOccurrences(
      of: "=> dates: 1 April 2023 to 31 March 2024", with: "=> dates: ____")
    #expect(problems(of: blank).contains("this choice has a blank to fill"))
    let unknown = text.replacingOccurrences(of: "=> questions (A)", with: "=> questions (Z)")
    #expect(problems(of: unknown).contains("there is no new question (Z)"))
    let unclear = text.replacingOccurrences(of: "=> withdraw", with: "=> forget it")
    #expect(problems(of: unclear).contains("what this box does is not clear"))
  }

  /// Their suggestion lacks the age, so it cannot be taken until somebody fills it in.
  @Test func aSuggestionWithAHoleIsRefusedUntilFilled() throws {
    let lines = try marked().split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let suggestion = try #require(
      lines.firstIndex { $0.contains(") their suggestion => questions") })
    let taken = try #require(lines[..<suggestion].lastIndex { $0.hasPrefix("- [x] *") })
    var changed = lines
    changed[taken] = changed[taken].replacingOccurrences(of: "[x]", with: "[ ]")
    changed[suggestion] = changed[suggestion].replacingOccurrences(of: "[ ]", with: "[x]")
    let text = changed.joined(separator: "\n")
    #expect(problems(of: text).contains { $0.hasSuffix("has a blank to fill") })
    let filled = text.replacingOccurrences(of: "over ____ years", with: "over 60 years")
    #expect(problems(of: filled) == [])
    #expect(try refined(filled).request.questions[0].text.contains("over 60 years"))
  }

  @Test func standingByAQuestionKeepsItsWords() throws {
    var sheet = try sheet()
    for i in sheet.decisions.indices {
      for k in sheet.decisions[i].options.indices {
        guard case .keep = sheet.decisions[i].options[k].effect else { continue }
        sheet.decisions[i].options[k].effect = .keep("other forces answered it")
        sheet.decisions[i].options[k].isTicked = true
      }
    }
    let refinement = try refined(sheet.text)
    #expect(!refinement.replaces)
    #expect(refinement.request.questions == sheet.request.questions)
    #expect(
      refinement.answers[1].text == "I stand by question 1a, because other forces answered it.")
    sheet.decisions[1].questions = []
    #expect(
      try Refinement(sheet, in: Source(name: "sheet.md", text: sheet.text)).answers[1].text
        == "I stand by my request, because other forces answered it.")
  }

  /// A refusal over the cost limit becomes a new request: less time, and the slow question on a condition.
  @Test func aCostRefusalBecomesASmallerRequest() throws {
    let letter = """
      Dear R Hale

      Reference: KP-77/25

      REQUEST

      1. The number of burglaries recorded in Ashford from 1 January 2020 to 31 December 2024.

      2. In how many burglaries in that time did the burglar use a stolen key?

      RESPONSE

      Our data for question 2 is not held in a searchable form. There are 4,310 crime records, and reading each would take about 5 minutes. The cost of complying would exceed the appropriate limit, and the request is refused under section 12(1) of the Freedom of Information Act 2000.

      Yours sincerely,

      Kent Police
      """
    let reply = Reply(Source(name: "letter.txt", text: letter))
    #expect(reply.kind == .refusal)
    let claim = CostClaim(reply.source)
    #expect(claim.records == 4310)
    #expect(claim.secondsEach == 300)
    let kent = try BuiltIn.registry().authority(named: "kent")
    var details = RefinementSheet.Details()
    details.from = "R Hale"
    details.to = "kent"
    details.reference = "KP-77/25"
    var proposer = RefinementProposer(
      reply, to: try #require(reply.request), linter: BuiltIn.linter(BuiltIn.ruleSet()),
      offences: BuiltIn.offences(), authority: kent, today: Day(iso: "2025-03-10"))
    var sheet = proposer.costSheet(details, limit: try BuiltIn.limits().limit(for: kent))
    #expect(sheet.decisions.map(\.name) == ["the whole request", "question 2"])
    #expect(sheet.decisions[0].notes[1].contains("room for 216 records"))
    sheet.takeMarked()
    let refinement = try refined(sheet.text)
    #expect(refinement.request[.dates] == ["1 January 2024 to 31 December 2024"])
    #expect(refinement.request[.reference] == [])
    #expect(
      refinement.request.questions[0].text
        == "The number of burglaries recorded in Ashford from 1 January 2024 to 31 December 2024.")
    #expect(
      refinement.request.questions[1][.onlyIf]
        == ["you can search for it without reading single records"])
  }
}
