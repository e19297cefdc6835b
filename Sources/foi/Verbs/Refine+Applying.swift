import Answerable
import CommandLineKit

/// One run of `foi refine --apply`.
struct Applying {
  let invocation: Invocation
  let shell: Shell
  let sheet: RefinementSheet
  let refinement: Refinement
  let name: String

  init(_ path: String, _ invocation: Invocation, _ shell: Shell) throws(Diagnostics) {
    self.invocation = invocation
    self.shell = shell
    let source = try Files.source(path)
    name = path
    sheet = try RefinementSheet(source)
    refinement = try Refinement(sheet, in: source)
  }

  func run() throws(Diagnostics) -> Int32 {
    let today = try shell.today()
    let document = refinement.request.document + history
    let reading = try RequestReading(Source(name: "the refined request", text: document))
    let registry = try Authorities.registry()
    guard let name = refinement.request[.to].first else {
      throw Diagnostics("the sheet does not say who asks", remedy: "fill in its line \"to: ____\"")
    }
    let authority = try registry.authority(named: name)
    let calendar = try BuiltIn.calendar()
    let law = authority.regime?.workingDays ?? .foia
    let draft = try Draft(
      reading,
      understanding: try Understanding(reading, offences: BuiltIn.offences(), today: today),
      authority: authority, today: today, sent: sheet.details.requested,
      due: try? calendar.due(after: today, under: law).due,
      answering: Draft.Answering(
        refinement.answers.map { .init($0.point, questions: $0.about, answer: $0.text) },
        replaces: refinement.replaces, received: sheet.details.received))
    let isNew = sheet.purpose == .cost
    let letter = try draft.letter(
      Templates.library().letter(isNew ? "new-request" : "clarification-reply"))
    sayChanges()
    for line in draft.echo { shell.note(sanitised(line)) }
    if isNew { sayOtherRoad() }
    shell.note("")
    try deliver(document, letter)
    return try lint(reading, authority, today)
  }

  /// The refusal can still go to a review.
  private func sayOtherRoad() {
    shell.note("This is a new request, with a clock of its own.")
    let by = sheet.details.reviewBy.map { ", to be asked for by \($0.textWithWeekday)" } ?? ""
    shell.note("The other road stays open: a review of the refusal\(by) (foi reply).")
  }

  /// What was decided, as lines that no reader takes for a part of the request.
  private var history: String {
    let version = refinement.request[.version].first ?? "2"
    var out = "\n<!-- version \(version)"
    if let day = sheet.details.received { out += ", after the letter of \(day.text)" }
    out += " -->\n"
    for line in refinement.history { out += "<!-- \(line.withoutCommentMarks) -->\n" }
    return out
  }

  /// The old request and the new, word by word.
  private func sayChanges() {
    shell.note("What changes:")
    let before = sheet.request.questions.map { "\($0.label). \($0.text)" }
    let after = refinement.request.questions.map { "\($0.label). \($0.text)" }
    let words = WordDifference(before.joined(separator: "\n"), after.joined(separator: "\n"))
    for line in words.text.split(separator: "\n") {
      shell.note("  " + sanitised(wrapped(String(line), width: shell.width, indent: 2)))
    }
    shell.note("")
  }

  private func deliver(_ document: String, _ letter: Letter) throws(Diagnostics) {
    guard let folder = invocation[Program.RefineOptions.out] else {
      return shell.print(Array(letter.text.utf8))
    }
    let replacing = invocation[Program.RefineOptions.force]
    let version = refinement.request[.version].first ?? "2"
    try Files.makeFolder(folder)
    let paths = [
      "\(folder)/request-\(version).md",
      "\(folder)/\(sheet.purpose == .cost ? "letter" : "reply").txt",
    ]
    for path in paths { try Files.checkRoom(for: path, replacing: replacing) }
    try Files.write(Array(document.utf8), to: paths[0], replacing: replacing)
    try Files.write(Array(letter.text.utf8), to: paths[1], replacing: replacing)
    for path in paths { shell.note("Written: \(path)") }
  }

  private func lint(_ reading: RequestReading, _ authority: Authority, _ today: Day)
    throws(Diagnostics) -> Int32
  {
    let linter = BuiltIn.linter(BuiltIn.ruleSet())
    let findings = linter.lint(reading, to: authority, today: today)
    let report = LintReport(
      path: "the refined request", source: reading.source, addressee: authority, findings: findings)
    let page = ReportPage(
      linter: linter, palette: shell.notePalette, width: shell.width, isShort: true)
    shell.note(page.decisions(report))
    return findings.contains { $0.severity >= .warning } ? 1 : 0
  }
}

extension String {
  /// A comment ends at `-->`, so none may stand inside it.
  fileprivate var withoutCommentMarks: String {
    split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")
  }
}
