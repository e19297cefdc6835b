import Answerable
import Testing

@Suite struct ReplyPlanTests {
  private func letter(
    _ purpose: ReplyPlan.Purpose, to text: String?, under regime: Regime = .foia
  ) throws -> String {
    let id = regime == .foia ? "kent" : "police-scotland"
    let authority = try BuiltIn.registry().authority(named: id)
    let reply = text.map { Reply(Source(name: "letter", text: $0), under: regime) }
    let due = try Fixtures.day("2025-03-18")
    let plan = ReplyPlan(
      purpose, to: reply, due: due, under: regime, questions: ["1", "2", "3"])
    let correspondence = Correspondence(
      "Thefts of tools from vans", from: Applicant(name: "Rowan Hale"), to: authority,
      under: regime, reference: "KP-431/24", sent: try Fixtures.day("2024-11-23"),
      received: text == nil ? nil : try Fixtures.day("2025-01-20"), due: due, points: plan.points)
    let template = try TemplateLibrary(BuiltIn.templateFiles()).letter(
      for: purpose.template, under: regime)
    let letter = try correspondence.letter(template, on: Fixtures.day("2025-01-21"))
    return plan.advice.joined(separator: "\n") + "\n\n" + letter.text
  }

  @Test func aRefusalIsReviewed() throws {
    expectGolden(try letter(.review, to: Fixtures.refusal), "review.txt")
  }

  @Test func inScotlandAReviewIsRequired() throws {
    let refusal = """
      Dear R Hale

      Our response under the Freedom of Information (Scotland) Act 2002 to question 3:

      We refuse to provide the information, which is exempt under section 35(1)(a).
      """
    expectGolden(try letter(.review, to: refusal, under: .foisa), "requirement-for-review.txt")
  }

  @Test func silenceIsRemindedOf() throws {
    expectGolden(try letter(.overdue, to: nil), "overdue.txt")
  }

  @Test func anExtensionIsAnswered() throws {
    expectGolden(try letter(.extension, to: Fixtures.extension), "extension.txt")
  }

  @Test func aComplaintGoesToTheRegulator() throws {
    expectGolden(try letter(.complaint, to: Fixtures.refusal), "complaint.txt")
  }

  @Test func feesAreAskedAbout() throws {
    let text = "Dear R Hale\n\nThis is a fees notice: please pay a fee of £25 before we go on."
    expectGolden(try letter(.fees, to: text, under: .foisa), "fees.txt")
  }

  @Test func theLetterIsChosenByWhatCame() throws {
    func purpose(_ text: String) throws -> ReplyPlan.Purpose {
      try ReplyPlan.purpose(answering: Reply(Source(name: "letter", text: text)))
    }
    #expect(try purpose(Fixtures.refusal) == .review)
    #expect(try purpose("We have completed an internal review of our decision.") == .complaint)
    #expect(try purpose(Fixtures.extension) == .extension)
    #expect(throws: Diagnostics.self) { try purpose(Fixtures.clarification) }
    #expect(throws: Diagnostics.self) { try purpose(Fixtures.acknowledgement) }
  }

  @Test func nothingIsOverdueBeforeItsDay() throws {
    let timeline = try Fixtures.timeline(1)
    #expect(throws: Diagnostics.self) {
      try ReplyPlan.purpose(in: timeline, today: Fixtures.day("2024-11-29"))
    }
    #expect(try ReplyPlan.purpose(in: timeline, today: Fixtures.day("2024-11-30")) == .overdue)
    #expect(
      try ReplyPlan.purpose(in: Fixtures.timeline(), today: Fixtures.day("2025-02-01")) == .review)
  }

  @Test func noReminderGoesToThoseWhoHaveAnswered() throws {
    let today = try Fixtures.day("2025-02-01")
    #expect(throws: Diagnostics.self) {
      try ReplyPlan.purpose(.overdue, in: Fixtures.timeline(), today: today)
    }
    #expect(try ReplyPlan.purpose(.complaint, in: Fixtures.timeline(), today: today) == .complaint)
    #expect(
      try ReplyPlan.due(.complaint, in: Fixtures.timeline(), under: .foia)?.iso == "2025-03-03")
  }

  /// A reviewer is asked nothing twice about one part of the request.
  @Test func noQuestionIsPutTwice() throws {
    let reply = Reply(Source(name: "letter", text: Fixtures.refusal))
    let plan = ReplyPlan(.review, to: reply, due: nil, under: .foia, questions: [])
    let questions = plan.points.flatMap { $0.questions }
    #expect(!questions.isEmpty)
    #expect(Set(questions).count == questions.count)
  }

  /// A refusal behind a number has its points in the letter, also where most of the letter answers.
  @Test(arguments: [
    "1. 44\n2. This is exempt under section 31(1) of the Act.",
    "Response to Q1: 44\nResponse to Q2: Withheld under s.31(1).",
  ])
  func whatIsRefusedByNumberIsReviewed(text: String) throws {
    let reply = Reply(Source(name: "letter", text: "Dear R Hale\n\n\(text)\n\nKent Police"))
    #expect(try ReplyPlan.purpose(answering: reply) == .review)
    let plan = ReplyPlan(.review, to: reply, due: nil, under: .foia, questions: [])
    #expect(plan.points.map { $0.answer.hasPrefix("Section 31(1), question 2.") } == [true])
  }
}
