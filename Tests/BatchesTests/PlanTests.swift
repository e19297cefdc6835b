import Answerable
import Testing

@testable import Batches

@Suite struct PlanTests {
  private static func plan(
    _ names: [String], pilot: Plan.Pilot = .none, start: String = "2026-01-05", perDay: Int = 2,
    rest: String? = nil, taken: [(wave: Ledger.Wave, day: Day?)] = []
  ) throws -> [String] {
    let authorities = try BuiltIn.registry().selection(names).asked
    let plan = try Plan(
      authorities, taken: taken, pilot: pilot, start: try Day.read(start), perDay: perDay,
      rest: try rest.map { try Day.read($0) }, calendar: try BuiltIn.calendar())
    return plan.stops.map { "\($0.authority) \($0.wave.text) \($0.day.iso)" }
  }

  @Test func wavesGoOutOnWorkingDays() throws {
    #expect(
      try Self.plan(["kent", "gwent", "essex", "dorset", "sussex"], start: "2026-01-02") == [
        "kent 1 2026-01-05", "gwent 1 2026-01-05", "essex 2 2026-01-06", "dorset 2 2026-01-06",
        "sussex 3 2026-01-07",
      ])
  }

  /// 20 working days from 5 January end on 2 February.
  @Test func theRestWaitsForThePilotsAnswers() throws {
    #expect(
      try Self.plan(["kent", "gwent", "essex"], pilot: .named(["gwent"])) == [
        "gwent pilot 2026-01-05", "kent 1 2026-02-03", "essex 1 2026-02-03",
      ])
    #expect(
      try Self.plan(["kent", "gwent"], pilot: .named(["gwent"]), rest: "2026-01-10") == [
        "gwent pilot 2026-01-05", "kent 1 2026-01-12",
      ])
  }

  @Test func aPilotIsASpread() throws {
    let authorities = try BuiltIn.registry().selection(["territorial"]).asked
    let chosen = authorities.spread(5, holdingBack: [])
    #expect(Set(chosen.map { $0.jurisdiction }).count == 3)
    #expect(Set(chosen.map { $0.records?.text }).count == 4)
    for force in chosen {
      #expect(!chosen.contains { $0.sharesDeskWith.contains(force.id) })
    }
    #expect(
      !authorities.spread(5, holdingBack: ["police-scotland"]).contains { $0.regime == .foisa })
    #expect(authorities.spread(500, holdingBack: []).count == authorities.count)
  }

  @Test func whoComesLaterGoesBehindTheOthers() throws {
    let taken: [(wave: Ledger.Wave, day: Day?)] = [
      (.pilot, try Day.read("2026-01-05")), (.number(4), try Day.read("2026-02-10")),
    ]
    #expect(
      try Self.plan(["kent"], pilot: .spread(1), taken: taken) == ["kent 5 2026-02-11"])
  }
}
