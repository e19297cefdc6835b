import Requests
import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct ReplyReaderTests {
  @Test(arguments: [
    (
      Reply.Kind.acknowledgement,
      "Thank you for your request. It has been logged and you will receive a response by 4 June 2024."
    ),
    (.clarification, "Could you please clarify which stations you mean?"),
    (
      .extension,
      "A qualified exemption applies. We need an additional 20 working days to weigh the public interest."
    ),
    (.refusal, "The information is exempt from disclosure under section 31 of the Act."),
    (.refusal, "To answer would take 90 hours, which would exceed the appropriate limit."),
    (.refusal, "Kent Police neither confirms nor denies holding any of this."),
    (.response, "Please find our response below.\n\n17"),
    (
      .response,
      "This would exceed the cost limit, but an estimated figure is provided below.\n\n17"
    ),
    (.transfer, "We have transferred your request to Essex Police, who hold the records."),
    (.fees, "Please find a fees notice. The fee of £25 must be paid before we begin."),
    (.other, "The office is shut on Fridays."),
    (.other, ""),
  ])
  func tellsTheKindByItsWords(kind: Reply.Kind, text: String) {
    let reply = Fixtures.read(text)
    #expect(reply.kind == kind)
    if kind != .other { #expect(!reply.because.isEmpty) }
  }

  @Test(arguments: [
    "We found that the lamp search would prove too costly.",
    "In accordance with section 12(1) of the Freedom of Information (Scotland) Act 2002 the council can refuse.",
  ])
  func aScottishRefusalOnCostIsOne(sentence: String) {
    let letter = Source(
      name: "letter",
      text:
        "Thank you for your request under the Freedom of Information (Scotland) Act 2002.\n\n\(sentence)"
    )
    #expect(KindEvidence(letter).phrases == .refusal)
    let reply = Reply(letter, as: .refusal)
    #expect(reply.regime == .foisa)
    #expect(reply.refusesOnCost)
  }

  @Test func quotedWordsDecideNothing() {
    let reply = Fixtures.read(
      """
      Could you please clarify which stations you mean?

      > I know that this is exempt from disclosure under section 31.
      """)
    #expect(reply.kind == .clarification)
  }

  @Test(arguments: [
    ("FOI Request Reference: 12A/34", "12A/34"),
    ("Our ref: KP-431/24", "KP-431/24"),
    ("Re – Request – Reference – FOI / 1695", "FOI / 1695"),
    ("Ref No: 2024/0012.", "2024/0012"),
    ("FOI/2026/4471\n\nDear R Hale", "FOI/2026/4471"),
    ("Re: FOI/2026/4471\n\nDear R Hale", "FOI/2026/4471"),
    ("Dear R Hale\n\nFreedom of Information request FOI/2026/4471", "FOI/2026/4471"),
    ("See https://lamps.example/FOI/2026/4471 and the FOI Act 2000.", nil),
    ("Your FOI request of 4/5/2026 is FOI-related.", nil),
    ("You will find our reference number at the head of this letter.", nil),
  ])
  func readsTheReference(text: String, reference: String?) {
    #expect(Fixtures.read(text).reference == reference)
  }

  @Test func aDayOfReceiptIsNotTheLettersDate() {
    let reply = Fixtures.read(Fixtures.clarification)
    #expect(reply.dates.dated == nil)
    #expect(reply.dates.received?.iso == "2024-11-04")
    #expect(reply.dates.allowance == Allowance(30, .workingDays))
  }

  @Test func aDateWrappedOntoALineOfItsOwnIsNotTheLettersEither() {
    let reply = Fixtures.read(
      "Dear R Hale\n\nWe thank you for the request that this office received on\n2/1/2021\n\nPlease clarify it."
    )
    #expect(reply.dates.dated == nil)
    #expect(reply.dates.received?.iso == "2021-01-02")
  }

  @Test(arguments: [
    "5th January 2021\n\nDear R Hale\n\nPlease clarify this.",
    "Date: Tuesday 5 January 2021\n\nDear R Hale\n\nPlease clarify this.",
    "Our ref: 12/21\nDated: 5/1/2021\n\nDear R Hale\n\nPlease clarify this.",
  ])
  func readsTheLettersOwnDate(text: String) {
    #expect(Fixtures.read(text).dates.dated?.iso == "2021-01-05")
  }

  @Test func readsTheDayAnExtensionNames() {
    let reply = Fixtures.read(
      """
      You clarified this on 2 May 2024.

      To weigh the public interest we need a further 20 working days. You should have our
      answer by 28^th June 2024. The exemption is S31 (3) Law Enforcement.
      """)
    #expect(reply.kind == .extension)
    #expect(reply.dates.named?.iso == "2024-06-28")
    #expect(reply.dates.clarified?.iso == "2024-05-02")
    #expect(reply.exemptions.map(\.section) == ["31(3)"])
  }

  @Test func aLetterQuotedAsAWholeIsReadAsIfItWereNot() {
    let quoted = Fixtures.clarification.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "> \($0)" }.joined(separator: "\n")
    let reply = Fixtures.read(quoted)
    #expect(
      reply.points.map(\.questions) == [["1a", "2", "3", "4"], ["1a"], ["1b"], ["2", "3"], ["4"]])
  }

  @Test(
    arguments: [{ $0 }, withCarriageReturns, withNoBreakSpaces] as [@Sendable (String) -> String])
  func layoutMakesNoDifference(disguise: @Sendable (String) -> String) {
    let reply = Fixtures.read(disguise(Fixtures.clarification))
    #expect(reply.points.count == 5)
    #expect(reply.untouched == ["1c"])
  }
}

private func withCarriageReturns(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
}

private func withNoBreakSpaces(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { $0.isEmpty ? "\u{A0}" : String($0) }.joined(separator: "\n")
}
