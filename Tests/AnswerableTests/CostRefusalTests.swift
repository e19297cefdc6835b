import Answerable
import Testing

/// A refusal over the cost limit: what it claims, and what it offers instead.
@Suite struct CostRefusalTests {
  @Test func whatARefusalOffersIsShownAndNotTakenForWhatItRefuses() throws {
    let reply = Reply(
      Source(
        name: "letter.txt",
        text: """
          Dear R Hale

          Section 12 of the Act lets us refuse you, and we do: question 2 by itself is longer than 18 hours of work.

          You may wish to limit it to one district. We could provide question 1 for a single year. You may ask for an internal review.

          Yours sincerely
          """))
    let request = try RequestReading(
      Source(
        name: "request.md",
        text: """
          From: R Hale

          1. The number of burglaries in 2023.
          2. The number of burglaries with a ladder in 2023.
          3. The number of robberies in 2023.
          """))
    var proposer = RefinementProposer(
      reply, to: request, linter: BuiltIn.linter(BuiltIn.ruleSet()), offences: BuiltIn.offences(),
      authority: try BuiltIn.registry().authority(named: "kent"), today: Day(iso: "2024-11-20"))
    let sheet = proposer.costSheet(RefinementSheet.Details(), limit: nil)
    #expect(
      sheet.decisions[0].notes == [
        "They say: \"You may wish to limit it to one district.\"",
        "They say: \"We could provide question 1 for a single year.\"",
      ])
    #expect(sheet.decisions.dropFirst().map(\.questions) == [["2"]])
  }

  @Test(arguments: [
    ("1,144 records at 3 minutes each", 1144, 180),
    ("there were 97,000 recorded crimes, and each takes 5 mins to read", 97000, 300),
    ("question 2, 12 minutes for each of 360 files", 360, 720),
  ])
  func whatALetterSaysOfItsCostIsRead(text: String, records: Int, seconds: Int) {
    let claim = CostClaim(Source(name: "letter", text: text))
    #expect(claim.records == records)
    #expect(claim.secondsEach == seconds)
  }

  @Test func aLetterWithoutNumbersClaimsNothing() {
    let claim = CostClaim(
      Source(name: "letter", text: "section 12(1), 20 working days, 1 January 2024"))
    #expect(claim.records == nil)
    #expect(claim.secondsEach == nil)
  }
}
