import Requests
import SourceText
import Testing
import WorkingDays

@Suite struct CostEstimateTests {
  let registry: Registry
  let limits: [CostLimit]

  init() throws {
    registry = try BuiltInTables.registry.get()
    limits = try BuiltInTables.limits.get()
  }

  private func limit(_ id: String) throws -> CostLimit {
    try #require(limits.limit(for: registry.authority(named: id)))
  }

  private func estimate(_ records: Int, minutes: Int) throws -> CostEstimate {
    try #require(CostEstimate(records: records, secondsEach: minutes * 60))
  }

  @Test(arguments: [(2, 540, 1200), (3, 360, 800), (5, 216, 480), (10, 108, 240), (15, 72, 160)])
  func saysHowManyRecordsFit(minutes: Int, foia: Int, foisa: Int) throws {
    let estimate = try estimate(1, minutes: minutes)
    #expect(try estimate.recordsThatFit(limit("kent")) == foia)
    #expect(try estimate.recordsThatFit(limit("police-scotland")) == foisa)
  }

  @Test func theLimitItselfIsNotOverIt() throws {
    let kent = try limit("kent")
    #expect(try !estimate(360, minutes: 3).exceeds(kent))
    #expect(try estimate(361, minutes: 3).exceeds(kent))
  }

  @Test func aDepartmentHasMoreRoom() throws {
    #expect(try estimate(1, minutes: 3).recordsThatFit(limit("home-office")) == 480)
  }

  @Test func reckonsInHoursAndPounds() throws {
    let estimate = try estimate(1144, minutes: 3)
    #expect(estimate.text == "1,144 records at 3 minutes each: 57 hours 12 minutes of work")
    #expect(try estimate.pence(under: limit("kent")) == 143_000)
    #expect(
      try estimate.verdict(under: limit("kent"), for: "Kent Police")
        == "That is £1,430 at £25 an hour. The limit for Kent Police is £450, which pays for "
        + "18 hours: room for 360 records.")
  }

  @Test func aPartOfAPennyCountsAsOne() throws {
    let one = try #require(CostEstimate(records: 1, secondsEach: 1))
    #expect(try one.pence(under: limit("kent")) == 1)
  }

  @Test func saysWhatToDoOnlyWhenItDoesNotFit() throws {
    let kent = try limit("kent")
    #expect(try estimate(360, minutes: 3).waysToFit(kent).isEmpty)
    let ways = try estimate(1144, minutes: 3).waysToFit(kent)
    #expect(ways.count == 4)
    #expect(ways[1].hasPrefix("Ask for a sample: 360 records would fit."))
    #expect(ways[2].hasSuffix("3 months of every twelve would fit."))
  }

  @Test func offersNoMonthWhenNotOneWouldFit() throws {
    let kent = try limit("kent")
    let many = try estimate(100_000, minutes: 3)
    #expect(many.monthsInTwelveThatFit(kent) == 0)
    #expect(many.waysToFit(kent).count == 3)
  }

  /// Scotland: the first £100 free, a tenth of the rest, £50 at most, and nothing to pay for what is refused.
  @Test(
    arguments: [
      (400, nil), (401, 2), (960, 1400), (2400, 5000), (2401, nil),
    ] as [(Int, Int64?)])
  func chargesInScotlandAbove100Pounds(records: Int, pence: Int64?) throws {
    #expect(try estimate(records, minutes: 1).fee(under: limit("police-scotland")) == pence)
    #expect(try estimate(records, minutes: 1).fee(under: limit("kent")) == nil)
  }

  @Test func saysThatAFeesNoticeIsPossibleInScotlandOnly() throws {
    let estimate = try estimate(960, minutes: 1)
    let scotland = try estimate.remarks(on: limit("police-scotland")).joined(separator: "\n")
    #expect(
      scotland.contains(
        "A fees notice is possible: up to £14 for this (10% of what is above £100, £50 at most)."))
    #expect(try !estimate.remarks(on: limit("kent")).joined().contains("fees notice"))
  }

  @Test func saysWhereTheLimitStandsAndWhenItWasSeen() throws {
    #expect(
      try limit("kent").provenance
        == "Freedom of Information Act 2000, section 12; in force since 1 January 2005; last seen to "
        + "apply on 23 July 2026. https://www.legislation.gov.uk/uksi/2004/3244/note/made")
    #expect(try limit("police-scotland").provenance.contains("not noted: check it"))
  }

  @Test(arguments: [(0, 60), (-1, 60), (10_000_001, 60), (1, 0), (1, 28_801)])
  func refusesWhatCannotBeReckoned(records: Int, seconds: Int) {
    #expect(CostEstimate(records: records, secondsEach: seconds) == nil)
  }
}
