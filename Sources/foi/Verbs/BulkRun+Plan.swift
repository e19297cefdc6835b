import Answerable
import CommandLineKit

extension BulkRun {
  mutating func plan() throws(Diagnostics) {
    var taken: [(wave: Ledger.Wave, day: Day?)] = []
    var without: [Authority] = []
    for member in roster.members {
      guard let row = ledger.row(member.authority.id, version: version) else { continue }
      if let wave = ledger.rows[row].wave {
        taken.append((wave, ledger.rows[row].day(.sendOn).day))
      } else if !ledger.rows[row].isSent {
        without.append(member.authority)
      }
    }
    guard !without.isEmpty else { return }
    let perDay = try number(Program.BulkOptions.perDay) ?? 6
    let (pilot, start) = (try pilot(), try day(Program.BulkOptions.start) ?? today)
    let rest = try day(Program.BulkOptions.rest)
    let plan: Plan
    do throws(Diagnostics) {
      plan = try Plan(
        without, taken: taken, pilot: pilot, start: start, perDay: perDay, rest: rest,
        holdBack: Set(summary.open.map { $0.authority }), calendar: calendar)
    } catch {
      // The letters are there; only their days are not.
      shell.show(error.all)
      shell.note(
        "The letters have no day to send on: \(perDay) a day would take \(without.count / perDay) working days. Say --per-day."
      )
      return
    }
    for stop in plan.stops {
      guard let row = ledger.row(stop.authority, version: version) else { continue }
      ledger.set(.wave, ofRow: row, to: stop.wave.text)
      ledger.set(.sendOn, ofRow: row, to: stop.day.iso)
    }
  }

  private func pilot() throws(Diagnostics) -> Plan.Pilot {
    guard let text = invocation[Program.BulkOptions.pilot] else { return .none }
    if let count = Int(text) { return .spread(count) }
    var ids: [String] = []
    for name in text.split(separator: ",") {
      ids.append(try registry.authority(named: String(name)).id)
    }
    return .named(ids)
  }

  private func day(_ option: Option<String?>) throws(Diagnostics) -> Day? {
    try invocation[option].map { text throws(Diagnostics) in
      try Day.read(text, as: "--\(option.entry.name)")
    }
  }

  private func number(_ option: Option<String?>) throws(Diagnostics) -> Int? {
    try invocation[option].map { text throws(Diagnostics) in
      guard let number = Int(text), number > 0 else {
        throw Diagnostics(
          "--\(option.entry.name) cannot be \"\(text)\"", remedy: "give a whole number from 1")
      }
      return number
    }
  }

  func decisionSheet() throws(Diagnostics) -> DecisionSheet {
    guard let source = try folder.source("decisions.md") else { return DecisionSheet() }
    return try DecisionSheet(source) { name in try? registry.authority(named: name).id }
  }

  func writeDecisions() throws(Diagnostics) {
    guard !summary.decisions.isEmpty else { return }
    let old = try folder.source("decisions.md").map { $0[$0.content] }
    guard let text = try decisionSheet().text(adding: summary.decisions, to: old) else { return }
    try folder.write(Array(text.utf8), to: "decisions.md")
  }

  /// Whether each answer can stand beside the others: those to older questions, and those of other laws.
  mutating func compare() throws(Diagnostics) {
    var older: [Int: Comparison] = [:]
    for i in ledger.rows.indices {
      let row = ledger.rows[i]
      if row.version == version {
        guard let labels = summary.incomparable[row.authority] else { continue }
        ledger.set(.comparable, ofRow: i, to: Comparison.text(nil, incomparable: labels))
        continue
      }
      if older[row.version] == nil, let old = try BatchRequest.saved(row.version, in: folder) {
        older[row.version] = Comparison(old.request, request.reading.request)
      }
      if let comparison = older[row.version] {
        ledger.set(.comparable, ofRow: i, to: Comparison.text(comparison, incomparable: []))
      }
    }
  }
}
