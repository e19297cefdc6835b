import Answerable
import CommandLineKit

extension BulkRun {
  mutating func writeLetters() throws(Diagnostics) {
    let sheet = try decisionSheet()
    let rules = try Rules.load(invocation[Program.BulkOptions.guides], shell)
    var maker = LetterMaker(
      try Slots(request.reading, table: roster.table), sheet: sheet,
      offences: BuiltIn.offences(), linter: BuiltIn.linter(rules.set),
      templates: try Templates.library(), today: today)
    var again: Set<String> = []
    for name in invocation[Program.BulkOptions.again] {
      again.insert(try registry.authority(named: name).id)
    }
    try folder.makeFolders([letters])
    let thread = WritingThread(folder)
    var progress = Progress(of: roster.members.count, shell)
    var told: Set<Jurisdiction> = []
    for member in roster.members {
      let authority = member.authority
      let assignment = Assignment(authority.id, version: version, in: ledger, again: again)
      let row = ledger.row(authority.id, version: version)
      let isOut = row.map { ledger.rows[$0].isSent || ledger.rows[$0].isAnswered } ?? false
      switch assignment {
      case .working, .asked, .answered, .over:
        summary.keep(assignment, authority)
        progress.advance()
        continue
      case .has where isOut:
        summary.had += 1
        progress.advance()
        continue
      case .new, .inPlaceOf, .has, .again: break
      }
      switch try maker.result(for: member) {
      case .leftOut(let reason): summary.without.append((authority.id, authority.name, reason))
      case .open(let decisions):
        summary.open.append((authority.id, authority.name))
        summary.decisions += decisions
        enter(authority, assignment)
      case .letter(let letter):
        if told.insert(authority.jurisdiction).inserted { say(letter) }
        try thread.write(files(of: letter.letter))
        summary.add(letter)
        enter(authority, assignment)
        if let row = ledger.row(authority.id, version: version) { fill(row, letter) }
        if let edition = letter.edition {
          if summary.editions[edition] == nil {
            summary.editionOrder.append(edition)
            summary.pro[edition] = try maker.proText(like: letter)
          }
          summary.editions[edition, default: []].append(authority.name)
        }
      }
      progress.advance()
    }
    try thread.finish()
    progress.finish()
    try writePro()
  }

  private var letters: String { "letters-\(version)" }

  private mutating func enter(_ authority: Authority, _ assignment: Assignment) {
    guard let row = ledger.enter(authority.id, version: version, as: assignment) else { return }
    ledger.set(.name, ofRow: row, to: authority.name)
    ledger.set(.law, ofRow: row, to: authority.regime?.shortName ?? "")
  }

  private mutating func fill(_ row: Int, _ letter: BatchLetter) {
    let authority = letter.letter.authority
    ledger.set(.letter, ofRow: row, to: "\(letters)/\(authority.id).txt")
    let link =
      authority.slug.isEmpty ? "" : "https://www.whatdotheyknow.com/new/\(authority.slug)"
    ledger.set(.link, ofRow: row, to: link)
    summary.incomparable[authority.id] = letter.translation.incomparable
  }

  /// The letter as text, as an e-mail, and the links that open it elsewhere.
  private func files(of letter: Letter) -> [(name: String, bytes: [UInt8])] {
    let name = "\(letters)/\(letter.authority.id)"
    let email = letter.authority.email.isEmpty ? nil : letter.authority.email
    var links = ""
    if !letter.authority.slug.isEmpty, let link = letter.whatDoTheyKnowLink {
      links += "\(link.address)\n"
    }
    if let link = letter.mailtoLink(to: email) { links += "\(link.address)\n" }
    return [
      ("\(name).txt", Array(letter.text.utf8)),
      ("\(name).eml", letter.message(to: email, on: today)),
      ("\(name).links.txt", Array(links.utf8)),
    ]
  }

  /// One text for each law and nation, and the names it is for: what WhatDoTheyKnow Pro takes.
  private func writePro() throws(Diagnostics) {
    let written = summary.editionOrder.filter { summary.pro[$0] != nil }
    guard !written.isEmpty else { return }
    try folder.makeFolders(["pro-\(version)"])
    for edition in written {
      let name = "pro-\(version)/\(edition)"
      try folder.write(Array((summary.pro[edition] ?? "").utf8), to: "\(name).txt")
      let names = (summary.editions[edition] ?? []).joined(separator: "\n") + "\n"
      try folder.write(Array(names.utf8), to: "\(name)-names.txt")
    }
  }
}
