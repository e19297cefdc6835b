import Answerable
import CommandLineKit

extension Program {
  static let authorities = Verb(
    command: Command(
      "authorities",
      summary: "Lists whom a request can be written to.",
      arguments: [
        .init(
          "QUERY", kind: .authority, isOptional: true, repeats: true,
          help: "A name or a part of one, or a group.")
      ],
      examples: [
        .init("foi authorities yorkshire", "Find the forces in Yorkshire."),
        .init("foi authorities wales", "List a group."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let registry = try Authorities.registry()
      let query = invocation.arguments.joined(separator: " ")
      guard !query.isEmpty else {
        shell.print(Authorities.list(registry.authorities))
        let groups = AuthorityGroup.allCases.map { $0.rawValue }
        shell.print("\nGroups: \(groups.joined(separator: ", "))")
        return 0
      }
      if let group = AuthorityGroup(typed: query) {
        shell.print(Authorities.list(registry.members(of: group)))
        return 0
      }
      var found = registry.search(query)
      if found.isEmpty {
        let selection = try registry.selection([query])
        found = selection.asked + selection.leftOut
      }
      shell.print(
        found.count == 1
          ? Authorities.page(found[0], shell.width) : Authorities.list(found))
      return 0
    })
}

enum Authorities {
  /// The registry that comes with the program, with the user's own e-mail addresses where the folder has an
  /// `addresses.csv`.
  static func registry() throws(Diagnostics) -> Registry {
    var registry = BuiltIn.registry()
    if Files.exists("addresses.csv") {
      try registry.useAddresses(Files.source("addresses.csv"))
    }
    return registry
  }

  static func list(_ authorities: [Authority]) -> String {
    var rows: [[String]] = []
    for authority in authorities {
      let remark = authority.canBeAsked ? "" : "cannot be asked: \(authority.reason)"
      rows.append([authority.id, authority.name, authority.regime?.shortName ?? "—", remark])
    }
    let text = table(rows)
    return String(text.dropLast())
  }

  static func page(_ authority: Authority, _ width: Int) -> String {
    var rows: [(String, String)] = [("Id", authority.id)]
    rows.append(("Law", authority.regime?.name ?? "none that foi writes letters for"))
    if !authority.reason.isEmpty { rows.append(("But", authority.reason)) }
    if !authority.slug.isEmpty, authority.canBeAsked {
      rows.append(("Write", "https://www.whatdotheyknow.com/new/\(authority.slug)"))
    }
    rows.append(
      ("E-mail", authority.email.isEmpty ? "none seen on its own pages" : authority.email))
    if !authority.website.isEmpty { rows.append(("Website", authority.website)) }
    if !authority.disclosureLog.isEmpty {
      rows.append(("Answered before", authority.disclosureLog))
    }
    if let records = authority.records { rows.append(("Records", records.text)) }
    if let note = authority.searchNote {
      rows.append(("Searching", "\(note.text) (\(note.source))"))
    }
    if !authority.sharesDeskWith.isEmpty {
      rows.append(("Same desk as", authority.sharesDeskWith.joined(separator: ", ")))
    }
    if !authority.caution.isEmpty { rows.append(("Know", authority.caution)) }
    var out = authority.name
    for (name, value) in rows {
      let gap = String(repeating: " ", count: 17 - name.count)
      out += "\n  \(name)\(gap)\(wrapped(value, width: width, indent: 19))"
    }
    return out
  }
}
