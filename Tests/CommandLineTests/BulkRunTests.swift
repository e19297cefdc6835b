import Foundation
import Testing

/// A batch as people run it: into a folder, again and again, interrupted, and with a ledger that a spreadsheet saved.
@Suite struct BulkRunTests {
  static let request = """
    Title: Robberies recorded, April 2024 to March 2025
    From: Rowan Hale
    Dates: 1 April 2024 to 31 March 2025
    Counted by: date recorded

    1. The number of crimes recorded for each offence.
    - offences: Theft Act 1968, section 8
    - answer: one number
    2. Of the crimes in 1, the number charged or summonsed.
    - outcome: 1
    - answer: one number

    """

  private func ledger(_ foi: Foi) throws -> [[String: String]] {
    let lines = try foi.text("batch/ledger.csv").drop { $0 == "\u{FEFF}" }
      .split(whereSeparator: \.isNewline).map { $0.components(separatedBy: ",") }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  private func files(_ foi: Foi) throws -> [String: Data] {
    let root = foi.folder.appending(path: "batch")
    var files: [String: Data] = [:]
    // A run that was killed at once has not even made it.
    guard FileManager.default.fileExists(atPath: root.path) else { return files }
    for name in try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted() {
      let file = root.appending(path: name)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
        !isFolder.boolValue, name != ".lock"
      {
        files[name] = try Data(contentsOf: file)
      }
    }
    return files
  }

  @Test func eachAuthorityGetsItsOwnLetterAndTheNextRunChangesNothing() throws {
    let request = Self.request.replacingOccurrences(
      of: "Theft Act 1968, section 8", with: "Sexual Offences Act 2003, section 15")
    try Foi.with(["r.md": request]) { foi throws in
      let run = try foi(
        "bulk", "r.md", "--to", "kent,psni,police-scotland,nca", "--out", "batch", "-q")
      #expect(run.status == 1, "a decision is open for Scotland")
      #expect(run.output.contains("2 letters in batch/letters-1"))
      #expect(run.output.contains("National Crime Agency"))
      #expect(foi.exists("batch/letters-1/kent.eml"))
      #expect(!foi.exists("batch/letters-1/police-scotland.txt"))
      #expect(try foi.text("batch/decisions.md").contains("## Scotland: question 2, outcome"))
      let letter = try foi.text("batch/letters-1/northern-ireland.txt")
      #expect(letter.contains("Sexual Offences (Northern Ireland) Order 2008"))
      #expect(!letter.contains("Sexual Offences Act 2003"))
      let before = try files(foi)
      #expect(try foi("bulk", "--out", "batch", "-q").status == 1)
      #expect(try files(foi) == before)
    }
  }

  @Test func whatWasEnteredStaysAndDatesFollow() throws {
    try Foi.with(["r.md": Self.request]) { foi throws in
      _ = try foi("bulk", "r.md", "--to", "kent,essex", "--out", "batch", "-q")
      var text = try foi.text("batch/ledger.csv")
      text = text.replacingOccurrences(of: ",to send,,,", with: ",to send,05/01/2026,,")
      // As another country's spreadsheet saves it.
      text = text.replacingOccurrences(of: ",", with: ";").replacingOccurrences(
        of: "\r\n", with: "\n")
      try foi.write(Data(text.utf8), to: "batch/ledger.csv")
      let late = try foi.shell("foi bulk --out batch -q --chase --today 2026-03-02")
      #expect(late.output.contains("2 overdue"))
      let after = try foi.text("batch/ledger.csv")
      #expect(after.contains("05/01/2026"))
      #expect(after.contains("2026-02-02"))
      #expect(after.contains(";"))
      #expect(try foi.text("batch/follow-ups/kent-reminder.txt").contains("2 February 2026"))
    }
  }

  private static func reply(_ text: String) -> String {
    "Dear Rowan Hale,\n\n\(text)\n\nYours sincerely,\nFreedom of Information Officer\n"
  }

  @Test func whoseReplyIsThereIsNotChased() throws {
    let replies = [
      "kent.txt": "I can confirm that the information is held. Question 1: 512. Question 2: 30.",
      "essex-2.txt": "Please clarify which offences you mean in question 1.",
      "gwent.txt": "We have received your request and will answer within 20 working days.",
    ]
    try Foi.with(["r.md": Self.request]) { foi throws in
      _ = try foi("bulk", "r.md", "--to", "kent,essex,gwent,surrey", "--out", "batch", "-q")
      let text = try foi.text("batch/ledger.csv").replacingOccurrences(
        of: ",to send,,,", with: ",to send,2026-01-05,,")
      try foi.write(Data(text.utf8), to: "batch/ledger.csv")
      for (name, text) in replies {
        try foi.write(Data(Self.reply(text).utf8), to: "batch/replies/\(name)")
      }
      let asked = try foi.shell("foi bulk --out batch -q --answers --today 2026-03-02").output
      #expect(asked.contains("2 letters are due to be chased"))
      #expect(asked.contains("  Kent Police: the day of replies/kent.txt under answered\n"))
      #expect(
        asked.contains(
          "  Essex Police: the day of replies/essex-2.txt under answered and \"clarification\" under status\n"
        ))
      let chased = try foi.shell("foi bulk --out batch -q --chase --today 2026-03-02").output
      #expect(!foi.exists("batch/follow-ups/kent-reminder.txt"))
      #expect(!foi.exists("batch/follow-ups/essex-reminder.txt"))
      #expect(foi.exists("batch/follow-ups/surrey-reminder.txt"))
      #expect(
        chased.contains("; replies/gwent.txt reads as an acknowledgement only: look at it first"))
    }
  }

  @Test func aReplyOfNobodyIsNamed() throws {
    try Foi.with(["r.md": Self.request]) { foi throws in
      _ = try foi("bulk", "r.md", "--to", "kent,gwent,psni", "--out", "batch", "-q")
      for name in ["gwnt.txt", "psni-2.eml", "kent-3.txt", "zzzzzzzz.txt"] {
        try foi.write(Data(Self.reply("Question 1: 5.").utf8), to: "batch/replies/\(name)")
      }
      let run = try foi("bulk", "--out", "batch", "-q", "--answers")
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "warning: batch/replies/gwnt.txt was not read: no authority of this batch has the id \"gwnt\"\n  = did you mean \"gwent.txt\"?"
        ))
      #expect(run.errors.contains("did you mean \"northern-ireland-2.eml\"?"))
      #expect(run.errors.contains("begin its name with an id from ledger.csv, such as kent.txt"))
      #expect(!run.errors.contains("kent-3.txt was not read"))
    }
  }

  @Test func whomNothingIsAskedGetsNoLetterAndTheOthersDo() throws {
    try Foi.with(["r.md": Self.request]) { foi throws in
      _ = try foi("bulk", "r.md", "--to", "kent,essex", "--out", "batch", "-q")
      let sheet = "## essex: question 1\n- [x] withdraw\n## essex: question 2\n- [x] withdraw\n"
      try foi.write(Data(sheet.utf8), to: "batch/decisions.md")
      let run = try foi("bulk", "--out", "batch", "-q")
      #expect(run.output.contains("1 letter in batch/letters-1"))
      #expect(run.output.contains("Essex Police: every question is withdrawn in decisions.md"))
    }
  }

  @Test func aNewVersionGoesToNobodyWhoWorksOnTheOld() throws {
    try Foi.with(["r.md": Self.request]) { foi throws in
      _ = try foi("bulk", "r.md", "--to", "kent,essex", "--out", "batch", "-q")
      let text = try foi.text("batch/ledger.csv").replacingOccurrences(
        of: "kent_police,to send,,", with: "kent_police,to send,2026-01-05,")
      try foi.write(Data(text.utf8), to: "batch/ledger.csv")
      let changed = Self.request.replacingOccurrences(of: "charged or summonsed", with: "charged")
      try foi.write(Data(changed.utf8), to: "r.md")
      let refused = try foi("bulk", "r.md", "--out", "batch", "-q")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("version 1 was sent already"))
      try foi.write(Data(("Version: 2\n" + changed).utf8), to: "r.md")
      let run = try foi("bulk", "r.md", "--out", "batch", "-q")
      #expect(run.output.contains("Kent Police: works on version 1"))
      #expect(foi.exists("batch/letters-2/essex.txt"))
      #expect(!foi.exists("batch/letters-2/kent.txt"))
      let rows = try ledger(foi)
      #expect(
        rows.map { "\($0["authority"] ?? "") \($0["version"] ?? "")" }.sorted() == [
          "essex 2", "kent 1",
        ])
    }
  }

  @Test func aTableFillsSlotsAndItsHostileRowsStayInTheFolder() throws {
    let table = """
      name,nation,district
      Kent Police,England,Ashford
      ../../escape,England,"=cmd|' /C calc'!A0"
      "Two\nlines <script>",Scotland,Leith
      Nowhere Police,,Nowhere
      """
    let request = Self.request.replacingOccurrences(
      of: "for each offence.", with: "for each offence in {{district}}.")
    try Foi.with(["r.md": request, "t.csv": table]) { foi throws in
      let run = try foi("bulk", "r.md", "--to", "t.csv", "--out", "batch", "-q")
      #expect(run.status != 2)
      #expect(try foi.text("batch/letters-1/kent.txt").contains("in Ashford."))
      #expect(run.output.contains("Nowhere Police"))
      for name in try files(foi).keys { #expect(!name.contains("..")) }
      #expect(!foi.exists("../escape.txt"))
      for row in try foi.text("batch/ledger.csv").split(whereSeparator: \.isNewline) {
        #expect(!row.hasPrefix("="))
        #expect(!row.contains(",="))
      }
    }
  }

  /// Killed at any moment, a run loses nothing, and the next one ends where an undisturbed one would have.
  @Test func aKilledRunIsCompletedByTheNext() throws {
    try Foi.with(["r.md": Self.request]) { foi throws in
      let whole = try foi.shell("foi bulk r.md --to territorial --out batch -q --today 2026-01-05")
      #expect(whole.status != 2)
      let wanted = try files(foi)
      try FileManager.default.removeItem(at: foi.folder.appending(path: "batch"))
      let program = Foi.program.path
      for delay in ["0.01", "0.05", "0.1", "0.2", "0.3", "0.5"] {
        _ = try foi.shell(
          "timeout -s KILL \(delay) '\(program)' bulk r.md --to territorial --out batch -q --today 2026-01-05 >/dev/null 2>&1; true"
        )
        for (name, data) in try files(foi) where !name.hasSuffix(".writing") {
          #expect(data == wanted[name], "\(name) is half written")
        }
      }
      #expect(
        try foi.shell("foi bulk r.md --to territorial --out batch -q --today 2026-01-05").status
          != 2)
      #expect(try files(foi).filter { !$0.key.hasSuffix(".writing") } == wanted)
    }
  }

  @Test func aSecondRunInTheSameFolderSaysSo() throws {
    try Foi.with(["r.md": Self.request]) { foi throws in
      _ = try foi("bulk", "r.md", "--to", "kent", "--out", "batch", "-q")
      let run = try foi.shell(
        "flock batch/.lock sleep 3 & sleep 0.5; foi bulk --out batch -q; status=$?; kill %1 2>/dev/null; exit $status"
      )
      #expect(run.status == 2)
      #expect(run.errors.contains("another run of foi bulk is working in batch"))
    }
  }

  /// At one a day they would take longer than the bank holidays are known for: the letters come, the days do not.
  @Test func moreThanThePlanCanHoldStillGetTheirLetters() throws {
    let table = "name,nation\n" + (0..<900).map { "Council \($0),England\n" }.joined()
    try Foi.with(["r.md": Self.request, "t.csv": table]) { foi throws in
      let run = try foi("bulk", "r.md", "--to", "t.csv", "--out", "batch", "-q", "--per-day", "1")
      #expect(run.status != 2)
      #expect(run.errors.contains("Say --per-day"))
      #expect(run.output.contains("900 letters in batch/letters-1"))
      #expect(try ledger(foi).count == 900)
      let planned = try foi("bulk", "--out", "batch", "-q", "--per-day", "100")
      #expect(planned.status != 2)
      #expect(!planned.errors.contains("Say --per-day"))
    }
  }

  @Test func aMisspeltNameInATableIsGuessedAt() throws {
    try Foi.with([
      "r.md": Self.request, "t.csv": "name\nKent Police\nNorthern Irland\nKemt Polise\n",
    ]) {
      foi throws in
      let run = try foi("bulk", "r.md", "--to", "t.csv", "--out", "batch", "-q")
      #expect(
        run.output.contains(
          "Northern Irland: not in foi's list; did you mean \"Police Service of Northern Ireland\"?"
        ))
      #expect(run.output.contains("Kemt Polise: not in foi's list; did you mean \"Kent Police\"?"))
    }
  }

  @Test func aBatchInWhichNobodyGetsALetterSaysSo() throws {
    let request = Self.request.replacingOccurrences(
      of: "for each offence.", with: "for each offence in {{district}}.")
    try Foi.with(["r.md": request, "t.csv": "name,district\nKent Police,\n"]) { foi throws in
      let run = try foi("bulk", "r.md", "--to", "t.csv", "--out", "batch", "-q")
      #expect(run.output.contains("Ledger: empty, because no letter was written."))
      #expect(!run.output.contains("Enter in"))
    }
  }
}
