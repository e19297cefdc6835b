import Answerable
import CommandLineKit

/// One run of `foi bulk`: reads what stands in the folder, writes what is new, and says what came of it.
///
/// Letters are made one by one, written and forgotten; what is kept is a row of the ledger for each. The ledger is
/// written last: a run that is stopped before leaves letters that the next run writes again, byte for byte.
struct BulkRun {
  let invocation: Invocation
  let shell: Shell
  let folder: BatchFolder
  let today: Day
  let registry: Registry
  let calendar: WorkingCalendar
  let request: BatchRequest
  let roster: Roster
  let laws: [String: Regime]
  private var ledger: Ledger
  private var summary = BulkSummary()

  init(_ invocation: Invocation, _ shell: Shell, folder: BatchFolder) throws(Diagnostics) {
    self.invocation = invocation
    self.shell = shell
    self.folder = folder
    today = try shell.today()
    registry = try Authorities.registry()
    calendar = try BuiltIn.calendar()
    ledger = try folder.ledger()
    request = try BatchRequest(invocation.arguments.first, in: folder)
    roster = try RosterFile.roster(
      invocation[Program.BulkOptions.to], request.reading, in: folder, registry: registry)
    var laws: [String: Regime] = [:]
    for member in roster.members { laws[member.authority.id] = member.authority.regime }
    self.laws = laws
    shell.show(request.reading.notes + ledger.notes)
    guard !roster.members.isEmpty else {
      for one in roster.leftOut { shell.note(sanitised("Left out: \(one.name): \(one.reason).")) }
      throw Diagnostics(
        "there is nobody to write to", remedy: "name somebody with --to, such as --to territorial")
    }
  }

  mutating func run() throws(Diagnostics) -> Int32 {
    try writeLetters()
    try plan()
    ledger.refresh(
      today: today, calendar: calendar, open: Set(summary.open.map { $0.authority }),
      leftOut: Set(summary.without.map { $0.authority })
    ) { laws[$0] }
    try compare()
    try writeDecisions()
    try request.save(in: folder)
    try RosterFile.save(invocation[Program.BulkOptions.to], roster, in: folder)
    try folder.write(ledger.bytes, to: "ledger.csv")
    let events = ledger.events(of: folder.name, calendar: calendar) { laws[$0] }
    try folder.write(events.calendar(madeOn: today), to: "calendar.ics")
    try writeDesk()
    try followUp()
    try warnOfAggregation()
    say()
    if invocation[Program.BulkOptions.answers] { try gatherAnswers() }
    return summary.warnings.isEmpty && summary.open.isEmpty ? 0 : 1
  }

  private var version: Int { request.version }
}

// MARK: - Letters

extension BulkRun {
  private mutating func writeLetters() throws(Diagnostics) {
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

// MARK: - Plan and decisions

extension BulkRun {
  private mutating func plan() throws(Diagnostics) {
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

  private func decisionSheet() throws(Diagnostics) -> DecisionSheet {
    guard let source = try folder.source("decisions.md") else { return DecisionSheet() }
    return try DecisionSheet(source) { name in try? registry.authority(named: name).id }
  }

  private func writeDecisions() throws(Diagnostics) {
    guard !summary.decisions.isEmpty else { return }
    let old = try folder.source("decisions.md").map { $0[$0.content] }
    guard let text = try decisionSheet().text(adding: summary.decisions, to: old) else { return }
    try folder.write(Array(text.utf8), to: "decisions.md")
  }

  /// Whether each answer can stand beside the others: those to older questions, and those of other laws.
  private mutating func compare() throws(Diagnostics) {
    for i in ledger.rows.indices {
      let row = ledger.rows[i]
      if row.version == version {
        guard let labels = summary.incomparable[row.authority] else { continue }
        ledger.set(.comparable, ofRow: i, to: Comparison.text(nil, incomparable: labels))
      } else if let old = try BatchRequest.saved(row.version, in: folder) {
        let comparison = Comparison(old.request, request.reading.request)
        ledger.set(.comparable, ofRow: i, to: Comparison.text(comparison, incomparable: []))
      }
    }
  }
}

// MARK: - What comes next

extension BulkRun {
  private mutating func followUp() throws(Diagnostics) {
    let due = FollowUp.due(in: ledger, today: today, calendar: calendar) { laws[$0] }
    summary.due = due.count
    guard invocation[Program.BulkOptions.chase], !due.isEmpty else { return }
    let templates = try Templates.library()
    let fields = request.reading.request
    guard let name = fields[.from].first else {
      throw Diagnostics("the request has no name to sign with", remedy: "add a line From: R Hale")
    }
    let applicant = Applicant(
      name: name, organisation: fields[.organisation].first, replyTo: fields[.replyTo].first)
    try folder.makeFolders(["follow-ups"])
    for followUp in due {
      let row = ledger.rows[followUp.row]
      guard
        let authority = roster.members.first(where: { $0.authority.id == row.authority })?
          .authority
      else { continue }
      let letter = try followUp.letter(
        row, to: authority, from: applicant, title: fields.subject, templates: templates,
        today: today)
      let path = "follow-ups/\(authority.id)-\(followUp.kind.rawValue).txt"
      try folder.write(Array(letter.text.utf8), to: path)
      summary.followUps.append("\(path): \(followUp.advice)")
    }
  }

  private mutating func warnOfAggregation() throws(Diagnostics) {
    var requests = Aggregation.Request.all(in: ledger, of: folder.name)
    for path in invocation[Program.BulkOptions.beside] {
      let file = "\(path)/ledger.csv"
      let name = path.split(separator: "/").last.map { String($0) } ?? path
      requests += Aggregation.Request.all(in: try Ledger(Files.source(file)), of: name)
    }
    summary.aggregations = Aggregation.warnings(requests, calendar: calendar) { laws[$0] }
  }
}

// MARK: - Answers

extension BulkRun {
  /// Fills `answers.csv` from the letters in `replies/`, whose names begin with the authority's id.
  private func gatherAnswers() throws(Diagnostics) {
    var sheet = try AnswerSheet(
      for: request.reading.request, old: folder.source("answers.csv"))
    try folder.makeFolders(["replies"])
    let files = try Files.letters(in: folder.file("replies"))
    var authorities: [(id: String, name: String)] = []
    for member in roster.members {
      let authority = member.authority
      guard let row = ledger.rows(of: authority.id).last else { continue }
      sheet.add(authority.id, name: authority.name, version: row.version)
      authorities.append((authority.id, authority.name))
      for file in files where file.isOf(authority.id) {
        let letter = try LetterFiles.open(folder.file("replies/\(file)"))
        let reply = Reply(
          letter.source, sent: letter.date, request: request.reading,
          under: authority.regime ?? .foia)
        for filling in sheet.take(reply, from: authority.id, letter: file) {
          shell.print(
            sanitised(
              "\(filling.authority), \(filling.figure): \(filling.text) (\(filling.letter))"))
        }
      }
    }
    try folder.write(sheet.bytes, to: "answers.csv")
    let report = sheet.report(for: authorities)
    shell.print("\nAnswers in \(folder.file("answers.csv")):")
    for line in report { shell.print(sanitised("  \(line)")) }
    if report.isEmpty { shell.print("  every figure has its answer") }
  }
}

extension String {
  /// Whether a reply's file is of an authority: `kent.txt`, `kent-2.eml`.
  fileprivate func isOf(_ id: String) -> Bool {
    guard hasPrefix(id) else { return false }
    let rest = dropFirst(id.count)
    let number = rest.dropFirst().prefix { $0.isNumber }
    return rest.hasPrefix(".")
      || rest.hasPrefix("-") && !number.isEmpty
        && rest.dropFirst(1 + number.count).hasPrefix(".")
  }
}

// MARK: - The desk

extension BulkRun {
  /// With more letters than this the page links to them instead of showing them.
  private static let mostShown = 500

  private func writeDesk() throws(Diagnostics) {
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

// MARK: - What is said

extension BulkRun {
  /// What was understood, once for each nation's law.
  private func say(_ letter: BatchLetter) {
    guard !invocation[Program.BulkOptions.quiet] else { return }
    for line in letter.draft.echo { shell.note(sanitised(line)) }
    for change in letter.translation.changes { shell.note(sanitised("  \(change)")) }
    shell.note("")
  }

  private func say() {
    for line in summary.lines(
      roster: roster, ledger: ledger, version: version, folder: folder.path, registry: registry)
    {
      shell.print(sanitised(line))
    }
  }
}
