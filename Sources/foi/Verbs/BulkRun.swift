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
  /// The names of the letters in `replies/`, by authority.
  let replies: [String: [String]]
  let strangeReplies: [String]
  var ledger: Ledger
  var summary = BulkSummary()

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
    (replies, strangeReplies) = try Self.replies(in: folder, roster)
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
    warnOfStrangeReplies()
    if invocation[Program.BulkOptions.answers] { try gatherAnswers() }
    return summary.warnings.isEmpty && summary.open.isEmpty && strangeReplies.isEmpty ? 0 : 1
  }

  var version: Int { request.version }
}

extension BulkRun {
  /// What was understood, once for each nation's law.
  func say(_ letter: BatchLetter) {
    guard !invocation[Program.BulkOptions.quiet] else { return }
    for line in letter.draft.echo { shell.note(sanitised(line)) }
    for change in letter.translation.changes { shell.note(sanitised("  \(change)")) }
    shell.note("")
  }

  func say() {
    for line in summary.lines(
      roster: roster, ledger: ledger, version: version, folder: folder.path, registry: registry)
    {
      shell.print(sanitised(line))
    }
  }
}
