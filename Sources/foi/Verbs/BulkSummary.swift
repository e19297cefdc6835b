import Answerable
import CommandLineKit

/// What a run of `foi bulk` came to.
struct BulkSummary {
  var written = 0
  /// Letters that were sent already and stay as they are.
  var had = 0
  var open: [(authority: String, name: String)] = []
  var decisions: [Decision] = []
  var without: [(authority: String, name: String, reason: String)] = []
  /// Authorities that keep an older version, with the reason.
  private var kept: [(name: String, reason: String)] = []
  /// How many letters have a warning or an error of each rule.
  private(set) var warnings: [String: Int] = [:]
  var incomparable: [String: [String]] = [:]
  var editions: [String: [String]] = [:]
  var editionOrder: [String] = []
  var pro: [String: String] = [:]
  var due = 0
  var followUps: [String] = []
  /// Authorities that get no reminder, because a reply is there that the ledger does not know of.
  var held: [(name: String, file: String, status: String?)] = []
  var aggregations: [Aggregation] = []

  mutating func add(_ letter: BatchLetter) {
    written += 1
    var rules: Set<String> = []
    for finding in letter.findings where finding.severity >= .warning {
      if rules.insert(finding.rule).inserted { warnings[finding.rule, default: 0] += 1 }
    }
  }

  mutating func keep(_ assignment: Assignment, _ authority: Authority) {
    let reason =
      switch assignment {
      case .working(let version): "works on version \(version); --again would start its clock anew"
      case .asked: "asked what is meant: it gets a reply of its own (foi refine)"
      case .answered(let version): "has answered version \(version)"
      default: "withdrawn or passed over"
      }
    kept.append((authority.name, reason))
  }

  func lines(
    roster: Roster, ledger: Ledger, version: Int, folder: String, registry: Registry
  ) -> [String] {
    var lines = [
      "\(written) \(written == 1 ? "letter" : "letters") in \(folder)/letters-\(version)"
    ]
    if had > 0 { lines.append("\(had) sent already and left as they are") }
    for edition in editionOrder where pro[edition] != nil {
      let count = editions[edition]?.count ?? 0
      lines.append("WhatDoTheyKnow Pro: pro-\(version)/\(edition).txt for \(count)")
    }
    if !warnings.isEmpty {
      lines += ["", "Likely to come back, by rule:"]
      let rows = warnings.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      lines += table(rows.map { ["  \($0.key)", "\($0.value)"] }).asLines
      lines.append("  foi lint --to AUTHORITY shows the places.")
    }
    if !open.isEmpty {
      lines += ["", "Not written, because a decision is open in \(folder)/decisions.md:"]
      lines += open.map { "  \($0.name)" }
    }
    let left = roster.leftOut.map { ($0.name, $0.reason) } + without.map { ($0.name, $0.reason) }
    if !left.isEmpty {
      lines += ["", "Left out:"]
      lines += left.map { "  \($0): \($1)" }
    }
    if !kept.isEmpty {
      lines += ["", "Without this version:"]
      lines += kept.map { "  \($0.name): \($0.reason)" }
    }
    lines += desks(roster, registry)
    if roster.withoutNation > 0 {
      lines += [
        "", "\(roster.withoutNation) of your own list name no nation: taken for England and Wales.",
      ]
    }
    if !aggregations.isEmpty {
      lines += ["", "May be added together for the cost limit (60 working days):"]
      lines += aggregations.map { "  \($0.authority): \($0.requests.joined(separator: ", "))" }
    }
    lines += ["", states(ledger)]
    if !followUps.isEmpty {
      lines += ["Written:"] + followUps.map { "  \($0)" }
    } else if due > 0 {
      lines.append(
        "\(due) \(due == 1 ? "letter is" : "letters are") due to be chased: --chase writes them.")
    }
    if !held.isEmpty {
      lines += ["Not to be chased, because a reply is there. Enter in \(folder)/ledger.csv:"]
      lines += held.map { one in
        let status = one.status.map { " and \"\($0)\" under status" } ?? ""
        return "  \(one.name): the day of replies/\(one.file) under answered\(status)"
      }
    }
    guard !ledger.rows.isEmpty else { return lines }
    lines.append(
      "Enter in \(folder)/ledger.csv when you sent each, and run \(shellLine(["foi", "bulk", "--out", folder])) again."
    )
    return lines
  }

  /// Offices that would get the same letter twice.
  private func desks(_ roster: Roster, _ registry: Registry) -> [String] {
    let ids = Set(roster.members.map { $0.authority.id })
    var lines: [String] = []
    var told: Set<String> = []
    for member in roster.members {
      let others = member.authority.sharesDeskWith.filter { ids.contains($0) }
      guard !others.isEmpty, told.insert(member.authority.id).inserted else { continue }
      told.formUnion(others)
      let names = others.map { registry[$0]?.name ?? $0 }
      lines.append(
        "  \(member.authority.name) and \(names.joined(separator: ", ")): one office answers for them"
      )
    }
    return lines.isEmpty ? [] : ["", "Same desk:"] + lines
  }

  /// `12 to send, 3 waiting, 1 overdue`
  private func states(_ ledger: Ledger) -> String {
    guard !ledger.rows.isEmpty else { return "Ledger: empty, because no letter was written." }
    var counts: [(status: String, count: Int)] = []
    for row in ledger.rows {
      let text = row.status.text
      if let i = counts.firstIndex(where: { $0.status == text }) {
        counts[i].count += 1
      } else {
        counts.append((text, 1))
      }
    }
    return "Ledger: " + counts.map { "\($0.count) \($0.status)" }.joined(separator: ", ") + "."
  }
}

extension String {
  fileprivate var asLines: [String] { split(separator: "\n").map { String($0) } }
}
