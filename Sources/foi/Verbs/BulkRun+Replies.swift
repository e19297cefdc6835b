import Answerable
import CommandLineKit

extension BulkRun {
  mutating func followUp() throws(Diagnostics) {
    var due = FollowUp.due(in: ledger, today: today, calendar: calendar) { laws[$0] }
    due.removeAll { followUp in
      guard followUp.kind == .reminder, let reply = unentered(ledger.rows[followUp.row].authority)
      else { return false }
      summary.held.append((ledger.rows[followUp.row][.name], reply.file, reply.status))
      return true
    }
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
      var advice = followUp.advice
      if followUp.kind == .reminder, let file = replies[row.authority]?.last {
        advice += "; replies/\(file) reads as an acknowledgement only: look at it first"
      }
      summary.followUps.append("\(path): \(advice)")
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
  /// The letters in `replies/` by the id of the authority that their names begin with, and those of nobody in the batch.
  static func replies(
    in folder: BatchFolder, _ roster: Roster
  ) throws(Diagnostics) -> (byAuthority: [String: [String]], strange: [String]) {
    var replies: [String: [String]] = [:]
    var strange: [String] = []
    guard Files.isFolder(folder.file("replies")) else { return (replies, strange) }
    let ids = Set(roster.members.map { $0.authority.id })
    for file in try Files.letters(in: folder.file("replies")) {
      if let id = [file.stem, file.stemWithoutNumber].first(where: { ids.contains($0) }) {
        replies[id, default: []].append(file)
      } else {
        strange.append(file)
      }
    }
    return (replies, strange)
  }

  /// The last reply of an authority that its rows in the ledger know nothing of, and the status to enter for it.
  ///
  /// An acknowledgement is no answer.
  private func unentered(_ authority: String) -> (file: String, status: String?)? {
    let answered = ledger.rows(of: authority).count { $0.isAnswered }
    let files = replies[authority] ?? []
    guard files.count > answered else { return nil }
    var answers: [(file: String, status: String?)] = []
    for file in files {
      // What cannot be read may be the answer all the same.
      let letter = try? LetterFiles.open(folder.file("replies/\(file)"))
      let reply = letter.map { Reply($0.source, sent: $0.date, request: request.reading) }
      let answersNothing = reply?.figures.isEmpty != false && reply?.notHeld.isEmpty != false
      switch reply?.kind {
      case .acknowledgement where answersNothing: continue
      case .clarification: answers.append((file, "clarification"))
      case .refusal: answers.append((file, "refused"))
      default: answers.append((file, nil))
      }
    }
    return answers.count > answered ? answers.last : nil
  }

  /// Says which replies belong to nobody of the batch, and whose they may be.
  func warnOfStrangeReplies() {
    var warnings: [Diagnostic] = []
    let ids = roster.members.map { $0.authority.id }
    for file in strangeReplies {
      let stem = file.stemWithoutNumber
      var meant = nearestName(to: stem, among: ids)
      if let authority = registry.authority(knownAs: stem), ids.contains(authority.id) {
        meant = authority.id
      }
      warnings.append(
        Diagnostic(
          "\(folder.file("replies/\(file)")) was not read: no authority of this batch has the id \"\(stem)\"",
          severity: .warning,
          remedy: meant.map { "did you mean \"\($0)\(file.dropFirst(stem.count))\"?" }
            ?? "begin its name with an id from ledger.csv, such as \(ids[0]).txt"))
    }
    if !warnings.isEmpty { shell.show(warnings) }
  }

  /// Fills `answers.csv` from the letters in `replies/`, whose names begin with the authority's id.
  func gatherAnswers() throws(Diagnostics) {
    var sheet = try AnswerSheet(
      for: request.reading.request, old: folder.source("answers.csv"))
    try folder.makeFolders(["replies"])
    var authorities: [(id: String, name: String)] = []
    for member in roster.members {
      let authority = member.authority
      guard let row = ledger.rows(of: authority.id).last else { continue }
      sheet.add(authority.id, name: authority.name, version: row.version)
      authorities.append((authority.id, authority.name))
      for file in replies[authority.id] ?? [] {
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
  /// A reply's name up to its ending: the `kent-2` of `kent-2.eml`.
  fileprivate var stem: String { String(prefix { $0 != "." }) }

  /// The `kent` of `kent-2.eml`.
  fileprivate var stemWithoutNumber: String {
    let stem = stem
    guard let dash = stem.lastIndex(of: "-"), case let number = stem[dash...].dropFirst(),
      !number.isEmpty, number.allSatisfy({ $0.isNumber })
    else { return stem }
    return String(stem[..<dash])
  }
}
