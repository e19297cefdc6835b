import Answerable
import Foundation
import Testing

@Suite struct TimelineTests {
  @Test func theWholeCase() throws {
    expectGolden(
      try Fixtures.page(Fixtures.timeline(), today: "2025-01-21"), "timeline.txt")
  }

  @Test func aRequestRunsForTwentyWorkingDays() throws {
    let timeline = try Fixtures.timeline(2)
    #expect(timeline.state == .awaitingAnswer)
    #expect(timeline.due?.day.iso == "2024-11-29")
  }

  @Test func clarificationStopsTheClockAndTheAnswerStartsANewOne() throws {
    let stopped = try Fixtures.timeline(3)
    #expect(stopped.state == .awaitingClarification)
    #expect(stopped.due?.what == .clarification)
    // 30 working days from Tuesday 5 November 2024; Monday 2 December is a holiday in Scotland.
    #expect(stopped.due?.day.iso == "2024-12-18")
    let anew = try Fixtures.timeline(4)
    #expect(anew.version == 2)
    #expect(anew.requested?.iso == "2024-11-23")
    #expect(anew.due?.day.iso == "2024-12-23")
  }

  @Test func theEarlierDayOfAnExtensionIsFollowedAndTheOtherShown() throws {
    let due = try #require(try Fixtures.timeline(5).due)
    #expect(due.day.iso == "2025-01-20")
    #expect(due.other?.contains("40 working days from Saturday 23 November 2024") == true)
  }

  @Test func scotlandKnowsNoExtension() throws {
    let due = try #require(try Fixtures.timeline(5, under: .foisa).due)
    #expect(due.day.iso == "2024-12-23", "20 working days, 2 December left out")
  }

  @Test(arguments: [
    (Regime.foia, "2025-02-24", "2025-04-07"), (.foisa, "2025-02-24", "2025-08-24"),
  ])
  func aReviewAndAComplaintHaveTheirOwnTimes(regime: Regime, review: String, complaint: String)
    throws
  {
    let asked = (
      "2025-01-27", LetterKind.sent(.review), "Please carry out an internal review."
    )
    let reviewing = try Fixtures.timeline(under: regime, more: [asked])
    #expect(reviewing.state == .underReview)
    #expect(reviewing.due?.day.iso == review)
    let outcome = (
      "2025-02-24", LetterKind.received(.response), "We uphold our decision on question 3."
    )
    let reviewed = try Fixtures.timeline(under: regime, more: [asked, outcome])
    #expect(reviewed.state == .reviewed)
    #expect(reviewed.due?.what == .complaint)
    #expect(reviewed.due?.day.iso == complaint)
  }

  @Test func theOutcomeOfAReviewIsFiledAsOne() throws {
    let text = """
      Dear R Hale

      I have completed an internal review of our answer, and uphold the original decision.
      """
    let kind = LetterKind.of(
      Source(name: "letter", text: text), after: [], applicant: "R Hale", under: .foia,
      registry: BuiltIn.registry())
    #expect(kind == .received(.reviewOutcome))
    // The request for the review went out by another way.
    let reviewed = try Fixtures.timeline(more: [("2025-02-24", kind, text)])
    #expect(reviewed.state == .reviewed)
    #expect(reviewed.due?.day.iso == "2025-04-07")
    #expect(reviewed.events.last?.outcome == "the first decision stands")
    #expect(try Fixtures.page(reviewed, today: "2025-02-25").contains("--kind complaint"))
  }

  @Test func aRefusalOverTheCostIsSaidOnceAndCanBeRefined() throws {
    let refusal = (
      "2025-01-20", LetterKind.received(.refusal),
      "To answer would exceed the appropriate limit, so we refuse the request under section 12(1)."
    )
    let timeline = try Fixtures.timeline(5, more: [refusal])
    #expect(timeline.events.last?.outcome == "refused (all questions)")
    let page = try Fixtures.page(timeline, today: "2025-01-21")
    let refine =
      "foi refine cases/tools/4-refined-request.txt --letter cases/tools/6-refusal.txt --out sheet.md"
    #expect(page.contains("For a narrower request, with its own 20 working days: \(refine)"))
    #expect(page.contains("--kind review"))
    #expect(try !Fixtures.page(Fixtures.timeline(), today: "2025-01-21").contains("foi refine"))
  }

  @Test func silenceLeadsToTheRegulatorOrInScotlandToAReview() throws {
    let silent = try Fixtures.timeline(1)
    #expect(try Fixtures.page(silent, today: "2024-11-29").contains("They have until"))
    #expect(try Fixtures.page(silent, today: "2024-11-30").contains("--kind overdue"))
    let reminder = ("2024-12-02", LetterKind.sent(.reminder), "I have not had an answer yet.")
    let reminded = try Fixtures.timeline(1, more: [reminder])
    #expect(try Fixtures.page(reminded, today: "2024-12-10").contains("--kind complaint"))
    let scottish = try Fixtures.timeline(1, under: .foisa)
    #expect(
      try Fixtures.page(scottish, under: .foisa, today: "2024-12-10").contains("--kind review"))
  }

  @Test func aClosedCaseHasNothingDue() throws {
    var file = try Fixtures.file(1)
    file.closed = "withdrawn"
    let timeline = try Timeline(
      file, letters: [Source(name: "letter", text: Fixtures.request)], under: .foia,
      calendar: BuiltIn.calendar())
    #expect(timeline.state == .closed)
    #expect(timeline.due == nil)
  }
}

/// The case on which the product is founded; its letters lie beside the project, never in it.
@Suite(.enabled(if: FoundingCase.folder != nil, "there is no folder of shared letters"))
struct FoundingCaseTests {
  @Test func theSixLettersGiveTheTimeline() throws {
    let timeline = try FoundingCase.timeline()
    let outcomes = timeline.events.map { $0.outcome }
    #expect(outcomes[2] == "5 points, answer by Tuesday 2 March 2021")
    #expect(outcomes[3] == "version 2, 6 questions")
    #expect(outcomes[4] == "to Friday 19 March 2021")
    #expect(
      outcomes[5] == "3, 3, neither confirmed nor denied, neither confirmed nor denied, 2, refused")
  }
}

private enum FoundingCase {
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = ProcessInfo.processInfo.environment["SHARED"]
    let folder = (path.map { URL(filePath: $0) } ?? root.appending(path: "../shared"))
      .appending(path: "founding")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// The letters with the days on which they came; what each is is for the reader to find out.
  static func timeline() throws -> Timeline {
    let folder = try #require(folder)
    let registry = BuiltIn.registry()
    var file = CaseFile(title: "x", applicant: "D Moore", authority: "west-midlands")
    var sources: [Source] = []
    for (name, iso) in [
      ("1-request", "2021-01-02"), ("2-acknowledgement", "2021-01-02"),
      ("3-clarification", "2021-01-05"), ("4-refined", "2021-01-24"), ("5-extension", "2021-02-19"),
      ("6-response", "2021-03-19"),
    ] {
      let bytes = try Data(contentsOf: folder.appending(path: "\(name).txt"))
      let source = try Source(name: name, bytes: Array(bytes))
      let kind = LetterKind.of(
        source, after: file.letters.map { $0.kind }, applicant: file.applicant, under: .foia,
        registry: registry)
      file.add(.init(try #require(Day(iso: iso)), kind, name))
      sources.append(source)
    }
    #expect(
      file.letters.map { $0.kind } == [
        .sent(.request), .received(.acknowledgement), .received(.clarification), .sent(.refined),
        .received(.extension), .received(.refusal),
      ])
    return try Timeline(file, letters: sources, under: .foia, calendar: BuiltIn.calendar())
  }
}
