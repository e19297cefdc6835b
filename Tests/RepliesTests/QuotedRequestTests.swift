import Requests
import Testing

@testable import Replies

/// How a letter repeats the request before, or while, it asks about it. All invented.
@Suite struct QuotedRequestTests {
  private static let questions = """
    1. How many tractors were stolen in 2022?
    2. How many of the tractors were found?
    """

  @Test(arguments: [
    "Thank you for your request of 4 March 2026:",
    "I acknowledge receipt of your e-mail received by us on 4 March 2026:",
    "For convenience your request is reproduced here:",
    "Your questions are set out below.",
    "Your request about tractors, which came to this office on 4 March 2026 by post, reads:",
    "Below is a copy of your request:",
  ])
  func aLeadBeforeAListQuotesTheRequest(lead: String) {
    for list in [Self.questions, "\"\(Self.questions)\""] {
      let reply = Fixtures.read(
        "Dear R Hale\n\n\(lead)\n\n\(list)\n\nI would be grateful if you could clarify the following:\n\nQuestion 2: by \"found\" do you mean returned to the owner?\n"
      )
      #expect(reply.kind == .clarification)
      #expect(reply.request?.request.questions.map(\.label) == ["1", "2"], "\(lead)")
      #expect(reply.points.map(\.questions) == [["2"]], "\(lead)")
    }
  }

  @Test(arguments: [
    "Thank you for your request of 4 March 2026. Please clarify:",
    "Before we can go on with your request of 4 March 2026 we need to know:",
    "We would like to clarify your request of 4 March 2026:",
    "Thank you for your request of 4 March 2026. There are two queries:",
  ])
  func aLeadThatAsksQuotesNothing(lead: String) {
    let reply = Fixtures.read(
      "Dear R Hale\n\n\(lead)\n\n1. Which years do you require?\n2. Do you mean tractors only?\n")
    #expect(reply.request == nil)
    #expect(reply.points.count == 2)
  }

  @Test(arguments: [
    "In response to your request of 4 March 2026:\n\n1. The fleet has 12 tractors.",
    "Further to your request of 4 March 2026:\n\n1. We hold nothing on tractors.",
    "We have queries on your request of 4 March 2026:\n\n1. Tractors with trailers?",
  ])
  func whatStandsBelowAnAnswerOrAQueryIsNoQuotation(body: String) {
    #expect(Fixtures.read("Dear R Hale\n\n\(body)\n2. The cost was nil.\n").request == nil)
  }

  @Test(arguments: [
    ("Question 1\n", "Clarification required\n", "Question 2\n"),
    ("Q1: ", "Clarification: ", "Q2: "),
    ("1) ", "", "2) "),
    ("Question 1\n\n", "Our comment\n\n", "Question 2\n\n"),
  ])
  func questionsAboveCommentsAreTheApplicants(first: String, head: String, second: String) {
    let reply = Fixtures.read(
      """
      Dear R Hale

      We need clarification before we can deal with your request.

      \(first)How many tractors were stolen from farms?

      \(head)Please give a time frame.

      \(second)What was the breakdown by area?

      \(head)Do you mean districts or parishes?

      Please reply by 19 June 2026.
      """)
    #expect(reply.kind == .clarification)
    #expect(reply.request?.request.questions.count == 2)
    #expect(reply.points.map(\.questions) == [["1"], ["2"]])
    #expect(reply.points.map(\.asks).last == "Do you mean districts or parishes?")
  }

  @Test func theAuthoritysOwnListWithReasonsIsNoQuotation() {
    let reply = Fixtures.read(
      """
      We cannot go on without some clarification.

      1. Which years are we to search, first of all?

      The records go back to 2011.

      2. Are quad bikes to be counted as tractors?

      They share a code.
      """)
    #expect(reply.request == nil)
    #expect(reply.points.map(\.number) == ["1", "2"])
  }

  @Test func aQuestionThatIsKnownIsNoPointWhereverItStands() throws {
    let request = try #require(
      Fixtures.read("You asked:\n\n\(Self.questions)\n\nWe will reply soon.").request)
    let letter = Fixtures.source(
      "About tractors -\n\n\(Self.questions)\n\nCould you tell us which area you mean?\n")
    #expect(
      Reply(letter, request: request).points.map(\.asks) == [
        "Could you tell us which area you mean?"
      ])
  }

  @Test func theMessageBelowTheLetterIsTheRequest() {
    let reply = Fixtures.read(
      """
      Dear R Hale

      Please clarify which years you would like for question 2.

      Kind regards

      -----Original Message-----
      From: R Hale
      Sent: 4 March 2026 18:22
      To: Freedom of Information
      Subject: tractors

      Dear Kent Police,

      Please provide:

      \(Self.questions)

      R Hale
      """)
    #expect(reply.request?.request.questions.map(\.label) == ["1", "2"])
    #expect(reply.points.map(\.questions) == [["2"]])
  }
}
