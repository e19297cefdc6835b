import Answerable
import CommandLineKit

extension BulkRun {
  mutating func followUp() throws(Diagnostics) {
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

  mutating func warnOfAggregation() throws(Diagnostics) {
    var requests = Aggregation.Request.all(in: ledger, of: folder.name)
    for path in invocation[Program.BulkOptions.beside] {
      let file = "\(path)/ledger.csv"
      let name = path.split(separator: "/").last.map { String($0) } ?? path
      requests += Aggregation.Request.all(in: try Ledger(Files.source(file)), of: name)
    }
    summary.aggregations = Aggregation.warnings(requests, calendar: calendar) { laws[$0] }
  }
}

extension BulkRun {
  /// Fills `answers.csv` from the letters in `replies/`, whose names begin with the authority's id.
  func gatherAnswers() throws(Diagnostics) {
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
