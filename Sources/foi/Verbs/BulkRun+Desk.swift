import Answerable
import CommandLineKit

extension BulkRun {
  /// With more letters than this the page links to them instead of showing them.
  private static let mostShown = 500

  func writeDesk() throws(Diagnostics) {
    var items: [DeskPage.Item] = []
    var authorities: [String: Authority] = [:]
    for member in roster.members { authorities[member.authority.id] = member.authority }
    for row in ledger.rows {
      let authority = authorities[row.authority]
      var item = DeskPage.Item(row, nation: authority?.jurisdiction.name ?? "")
      let letter = row[.letter]
      if !letter.isEmpty {
        let stem = letter.hasSuffix(".txt") ? String(letter.dropLast(4)) : letter
        item.files = [("text", letter), ("e-mail", "\(stem).eml")]
        if ledger.rows.count <= Self.mostShown {
          item.text = folder.contents(letter).map { String(decoding: $0, as: UTF8.self) }
          let links = folder.contents("\(stem).links.txt").map {
            String(decoding: $0, as: UTF8.self)
          }
          for address in (links ?? "").split(separator: "\n").map({ String($0) }) {
            let isMail = address.hasPrefix("mailto:")
            item.links.append((isMail ? "open in your mail" : "fill in on WhatDoTheyKnow", address))
          }
        } else if !row[.link].isEmpty {
          item.links = [("WhatDoTheyKnow", row[.link])]
        }
      }
      if row.status == .decide { item.remarks.append("A decision is open in decisions.md.") }
      if !row[.note].isEmpty { item.remarks.append(row[.note]) }
      let others = authority?.sharesDeskWith.compactMap { authorities[$0]?.name } ?? []
      if !others.isEmpty {
        item.remarks.append("One office answers for this and \(others.joined(separator: ", ")).")
      }
      items.append(item)
    }
    let left =
      roster.leftOut.map { ($0.name, $0.reason) } + summary.without.map { ($0.name, $0.reason) }
    let page = DeskPage(
      title: request.reading.request.subject, today: today, items: items, leftOut: left)
    try folder.write(Array(page.html.utf8), to: "index.html")
  }
}
