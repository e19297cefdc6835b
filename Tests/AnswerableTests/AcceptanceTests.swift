import Answerable
import Foundation
import Testing

/// The case that the project began with, where its letters are at hand: a folder `../shared`, or `$SHARED`.
@Suite(.enabled(if: FoundingCase.isThere, "there is no folder ../shared with the founding case"))
struct AcceptanceTests {
  @Test func theFirstLetterGivesTheEightDecisionsInTheirTwentyThreePlaces() throws {
    let places = try FoundingCase.warnings(in: "1-request.txt")
    let wanted: [String: [String]] = [
      "blanks-left-in": ["7:28", "7:68", "7:108", "7:147", "7:186", "7:246"],
      "slash-year": ["3:54", "11:53", "13:53", "15:197"],
      "arrest-records": ["3:34", "11:33", "13:33"],
      "vague-association": ["3:62", "5:59", "11:61", "13:61", "15:142"],
      "open-ended-list": ["3:95"],
      "unrecorded-attribute": ["9:75", "11:150"],
      "unrecorded-source": ["13:129"],
      "names-of-all": ["15:23"],
    ]
    #expect(places == wanted)
  }

  @Test func theRefinedLetterStillHasItsYearItsBrokenReferenceAndItsDecoys() throws {
    let places = try FoundingCase.warnings(in: "4-refined.txt")
    #expect(places["slash-year"] == ["7:95"])
    #expect(places["broken-reference"] == ["12:118"])
    #expect(places["unrecorded-attribute"] == ["9:59", "10:59", "11:59"])
  }

  @Test func theTermsItQuotesForASearchAreLeftAlone() throws {
    let text = try FoundingCase.text("4-refined.txt")
    let found = try findings(in: text, to: "west-midlands")
    #expect(!found.contains("OCAG"))
    #expect(!found.contains("activist group"))
  }

  @Test func theWholePageIsSevenLettersWithoutItsRemarks() throws {
    let page = Source(name: "thread", text: try FoundingCase.text("thread.txt"))
    let thread = try #require(LetterThread(page))
    #expect(
      thread.messages.map(\.isFromAuthority) == [false, true, true, false, true, true, true])
    #expect(
      thread.replies.map { Reply($0.source).kind } == [
        .acknowledgement, .clarification, .acknowledgement, .extension, .refusal,
      ])
    let final = try #require(thread.replies.last)
    #expect(Reply(final.source).figures.map(\.value) == ["3", "3", "2"])
  }

  /// Sections 4 and 5 of the worked example: the marked choices answer every point, and leave nothing to settle.
  @Test func theMarkedChoicesAnswerTheFivePointsAndTheQuestionNoneMentions() throws {
    let reply = Reply(Source(name: "3", text: try FoundingCase.text("3-clarification.txt")))
    let request = try #require(reply.request)
    let force = try BuiltIn.registry().authority(named: "west-midlands")
    let linter = BuiltIn.linter(BuiltIn.ruleSet())
    var details = RefinementSheet.Details()
    details.to = force.id
    details.from = "D Moore"
    details.reference = reply.reference
    var proposer = RefinementProposer(
      reply, to: request, linter: linter, offences: BuiltIn.offences(), authority: force,
      today: Day(iso: "2021-01-24"))
    var sheet = proposer.sheet(details)
    #expect(
      sheet.decisions.map(\.name) == [
        "point 1, questions 1a, 2, 3 and 4", "point 2, question 1a", "point 3, question 1b",
        "point 4, question 2", "point 4, question 3", "point 5, question 4",
        "no point mentions question 1c",
      ])
    // Nothing of this very case stands among what became of such words elsewhere.
    #expect(!sheet.decisions.contains { $0.notes.contains { $0.contains("8A/21") } })
    sheet.takeMarked()
    let source = Source(name: "sheet.md", text: sheet.text)
    let refinement = try Refinement(RefinementSheet(source), in: source)
    #expect(refinement.answers.map(\.point) == ["1", "2", "3", "4", "5", nil])
    #expect(
      refinement.answers.map(\.about) == [
        "questions 1a, 2, 3 and 4", "question 1a", "question 1b", "questions 2 and 3",
        "question 4", "question 1c",
      ])
    #expect(refinement.replaces)
    #expect(refinement.request[.dates] == ["1 April 2019 to 31 March 2020"])
    #expect(
      refinement.request.questions[0][.offences] == [
        "Sexual Offences Act 2003, sections 8, 10, 12, 14, 15 and 15A"
      ])
    #expect(refinement.request.questions.count == 4)
    let reading = try RequestReading(Source(name: "2", text: refinement.request.document))
    let findings = linter.lint(reading, to: force, today: Day(iso: "2021-01-24"))
    #expect(findings.filter { $0.outlook != .tip }.map(\.rule) == [])
  }
}

enum FoundingCase {
  static let folder = URL(
    filePath: ProcessInfo.processInfo.environment["SHARED"] ?? FileManager.default
      .currentDirectoryPath + "/../shared"
  ).appending(path: "founding")

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "1-request.txt").path)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The places of errors and warnings as `line:column`, by rule.
  static func warnings(in name: String) throws -> [String: [String]] {
    var places: [String: [String]] = [:]
    for line in try findings(in: text(name), to: "west-midlands", from: .warning).split(
      separator: "\n")
    {
      let words = line.split(separator: " ")
      places[String(words[2]), default: []].append(String(words[0]))
    }
    return places
  }
}
