import Foundation
import Testing

@Suite struct LintRunTests {
  @Test func aSoundLetterEndsWithNoughtAndALooseOneWithOne() throws {
    try Foi.with(["sound.md": Letters.sound, "loose.md": Letters.loose]) { foi throws in
      let sound = try foi("lint", "sound.md")
      #expect(sound.status == 0)
      #expect(sound.errors == "")
      let loose = try foi("lint", "loose.md")
      #expect(loose.status == 1)
      #expect(loose.output.contains("\"associated with\""))
      #expect(loose.errors == "")
      #expect(try foi("lint", "loose.md", "--fail-on", "never").status == 0)
      #expect(try foi("lint", "loose.md", "--fail-on", "error").status == 0)
    }
  }

  @Test(arguments: [
    (
      "How many arrests did you make in 2022/23?",
      "How many arrests did you make from 1 April 2022 to 31 March 2023?"
    ),
    (
      "During 2022/23 how many arrests did you make?",
      "From 1 April 2022 to 31 March 2023 how many arrests did you make?"
    ),
    (
      "How many arrests were recorded from 2022/23 to 2023/24?",
      "How many arrests were recorded from 1 April 2022 to 31 March 2024?"
    ),
    (
      "From 2022/23 to 2023/24, how many arrests did you make?",
      "From 1 April 2022 to 31 March 2024, how many arrests did you make?"
    ),
    (
      "How many arrests did you make for 2022/23?",
      "How many arrests did you make for 1 April 2022 to 31 March 2023?"
    ),
  ])
  func aYearGivesWayToDatesThatRead(question: String, mended: String) throws {
    try Foi.with(["letter.md": "1. \(question)\n"]) { foi throws in
      _ = try foi(
        "lint", "letter.md", "--to", "kent", "--fix", "--review", "--only", "slash-year")
      #expect(try foi.text("letter.md") == "1. \(mended)\n")
    }
  }

  @Test func whatALetterCannotBeSentWithIsSaid() throws {
    let letter = """
      Title: Burglaries
      From: R Hale
      To: kentt
      Dates: 31 March 2025 to 1 April 2024

      1. The number of burglaries recorded, as a spreadsheet.
      """
    try Foi.with(["letter.md": letter]) { foi throws in
      let run = try foi("lint", "letter.md")
      #expect(run.status == 1)
      #expect(run.output.contains("FIX BEFORE SENDING"))
      #expect(run.output.contains("The period ends before it begins"))
      #expect(run.errors.contains("no authority is called \"kentt\""))
      #expect(run.errors.contains("letter.md:3:5"))
      let named = try foi("lint", "letter.md", "--to", "kent")
      #expect(!named.errors.contains("kentt"))
    }
  }

  @Test func aBaselineLeavesOutWhatItKnowsAndSaysWhatIsGone() throws {
    try Foi.with(["loose.md": Letters.loose, "sound.md": Letters.sound]) { foi throws in
      #expect(try foi("lint", "loose.md", "--baseline", "known.txt").status == 2)
      let accepted = try foi("lint", "loose.md", "--baseline", "known.txt", "--accept")
      #expect(accepted.status == 0)
      #expect(try foi.text("known.txt").contains("vague-association:"))
      let again = try foi("lint", "loose.md", "--baseline", "known.txt")
      #expect(again.status == 0)
      #expect(!again.output.contains("associated with"))
      #expect(!again.errors.contains("Gone"))
      let sound = try foi("lint", "sound.md", "--baseline", "known.txt")
      #expect(sound.errors.contains("Gone since known.txt was written"))
      #expect(sound.errors.contains("[ associated with ]"))
      #expect(try foi("lint", "loose.md", "--accept").status == 2)
    }
  }

  @Test func aFolderMayHoldRulesTemplatesAndPagesBesideRequests() throws {
    let template = "---\ntemplate: own\nfor: new-request\ntitle: t\nsubject: s\n---\n"
    let files = [
      "all/page.md": "# A page\n\nCrimes associated with 2019/20.\n",
      "all/letter.md": template + "Dear {{authority.salutation}},\n\nCrimes associated with it.\n",
      "all/partials/part.md": "{{#questions}}\n{{label}}\n{{/questions}}\n",
      "all/loose.md": Letters.loose,
    ]
    try Foi.with(files) { foi throws in
      let run = try foi("lint", "--each", "all")
      #expect(run.status == 1)
      #expect(run.output.contains("all/letter.md:9:8"))
      #expect(run.output.contains("all/loose.md:"))
      #expect(!run.output.contains("authority.salutation"))
      #expect(!run.output.contains("all/page.md"))
      #expect(try foi("lint", "all/page.md").status == 1)
      try foi.write(Data("---\nrule: bad\n---\n".utf8), to: "all/bad.md")
      let bad = try foi("lint", "all")
      #expect(bad.status == 2)
      #expect(bad.errors.contains("all/bad.md:"))
    }
  }

  @Test(arguments: ["text", "json", "sarif", "github", "rdjson"])
  func everyRunWritesTheSameBytes(_ form: String) throws {
    try Foi.with(["a.md": Letters.loose, "b.md": Letters.sound]) { foi throws in
      let first = try foi("lint", "a.md", "b.md", "--as", form)
      #expect(first.status == 1)
      #expect(!first.output.isEmpty)
      #expect(try foi("lint", "a.md", "b.md", "--as", form).output == first.output)
    }
  }

  @Test func theJSONHasTheMembersThatOthersRelyOn() throws {
    try Foi.with(["loose.md": Letters.loose]) { foi throws in
      let output = try foi("lint", "loose.md", "--as", "json").output
      let report = try members(of: JSONSerialization.jsonObject(with: Data(output.utf8)))
      #expect(Set(report.keys) == ["schemaVersion", "files"])
      let file = try members(of: #require((report["files"] as? [Any])?.first))
      #expect(Set(file.keys) == ["path", "addressee", "known", "findings"])
      #expect(file["addressee"] as? String == "kent")
      let findings = try #require(file["findings"] as? [Any]).map { try members(of: $0) }
      #expect(!findings.isEmpty)
      for finding in findings {
        #expect(
          Set(finding.keys) == [
            "rule", "category", "outlook", "severity", "confidence", "message", "decision",
            "start", "end", "excerpt", "question", "guide", "evidence", "fixes",
          ])
        let start = try members(of: #require(finding["start"]))
        #expect(Set(start.keys) == ["offset", "line", "column"])
        let end = try members(of: #require(finding["end"]))
        let range = try #require(start["offset"] as? Int)..<#require(end["offset"] as? Int)
        let words = String(decoding: Array(Letters.loose.utf8)[range], as: UTF8.self)
        let excerpt = try #require(finding["excerpt"] as? String)
        #expect(words.contains(excerpt))
      }
    }
  }

  @Test(.enabled(if: validator != nil, "there is no ../shared/checks/validate-sarif"))
  func theSARIFIsValid() throws {
    let validator = try #require(Self.validator)
    try Foi.with(["loose.md": Letters.loose]) { foi throws in
      let run = try foi.shell(
        "foi lint loose.md --as sarif >out.sarif; python3 '\(validator)' out.sarif")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
    }
  }

  @Test func coloursAreForThoseWhoWantThem() throws {
    try Foi.with(["loose.md": Letters.loose]) { foi throws in
      let piped = try foi("lint", "loose.md")
      #expect(!piped.output.contains("\u{1B}"))
      #expect(try foi("lint", "loose.md", "--color", "always").output.contains("\u{1B}"))
      let quiet = try foi("lint", "nothing.md", environment: ["NO_COLOR": "1"])
      #expect(!quiet.errors.contains("\u{1B}"))
    }
  }

  @Test(arguments: ["-5", "0", "1", "99999999999999999999", "9223372036854775807"])
  func anyWidthOfTheTerminalWillDo(_ columns: String) throws {
    try Foi.with(["loose.md": Letters.loose]) { foi throws in
      #expect(try foi("lint", "loose.md", environment: ["COLUMNS": columns]).status == 1)
    }
  }

  @Test func aFixIsMadeInTheFileAndADifferenceOnlyShown() throws {
    let text = Letters.sound.replacing("burglaries recorded.", with: "burglaries in 2023/24.")
    try Foi.with(["a.md": text]) { foi throws in
      let shown = try foi("lint", "a.md", "--diff", "--review")
      #expect(try foi.text("a.md") == text)
      let made = try foi("lint", "a.md", "--fix", "--review")
      #expect(made.errors.hasPrefix("a.md: "))
      let isChanged = try foi.text("a.md") != text
      #expect(isChanged == shown.output.hasPrefix("--- a.md\n+++ a.md\n"))
    }
  }

  @Test func aFixFollowsALinkAndLeavesItOne() throws {
    try Foi.with(["a.md": Letters.loose + "\n"]) { foi throws in
      try FileManager.default.createSymbolicLink(
        atPath: foi.folder.appending(path: "link.md").path, withDestinationPath: "a.md")
      _ = try foi("lint", "link.md", "--fix", "--review")
      let kind = try FileManager.default.attributesOfItem(
        atPath: foi.folder.appending(path: "link.md").path)[.type]
      #expect(kind as? FileAttributeType == .typeSymbolicLink)
    }
  }

  /// It is read without its slots, and what was read must not be written over it.
  @Test func noFixIsMadeInATemplate() throws {
    let template = "---\ntemplate: mine\n---\nHow many arrests did you make in 2022/23, {{name}}?\n"
    try Foi.with(["mine.md": template]) { foi throws in
      let run = try foi("lint", "mine.md", "--to", "kent", "--fix", "--review")
      #expect(run.status == 2)
      #expect(run.errors.contains("mine.md is a template, and fixes are made in question lists"))
      #expect(try foi.text("mine.md") == template)
    }
  }

  /// Words from a file come into a message too.
  @Test func noMessageMovesTheCursor() throws {
    try Foi.with(["a.md": "To: \u{1B}]0;x\u{7}\nDates: \u{1B}[2J\n\n1. The number of thefts.\n"]) {
      foi throws in
      for verb in ["lint", "draft"] {
        let run = try foi(verb, "a.md")
        #expect(!run.errors.contains("\u{1B}"))
        #expect(run.errors.contains("\u{FFFD}"))
      }
    }
  }

  @Test func noNameOfAFileMovesTheCursor() throws {
    try Foi.with(["a\u{1B}[2J.md": Letters.loose]) { foi throws in
      for option in ["--short", "--each", "--fix", "--diff"] {
        let run = try foi("lint", "a\u{1B}[2J.md", option)
        #expect(run.status < 2)
        #expect(!(run.output + run.errors).contains("\u{1B}"), "\(option)")
      }
    }
  }

  @Test func theDifferenceOfAFileOfWindowsIsOneOfItsLines() throws {
    let text =
      "Dear Kent Police,\r\n\r\n1. The number of arrests in 2022/23.\r\n\r\nYours,\r\nR Hale"
    try Foi.with(["a.md": text]) { foi throws in
      let bare = try foi("lint", "a.md", "--diff")
      #expect(!bare.output.hasPrefix("---"))
      #expect(bare.errors.contains("for you to read over (--review)"))
      let lines = try foi("lint", "a.md", "--diff", "--review").output.utf8
        .split(separator: UInt8(ascii: "\n"))
      let marks = lines.prefix(10).compactMap(\.first).filter { "+-".utf8.contains($0) }
      // Two for the names of the files, two for the one line that changes.
      #expect(
        marks.count == 4
          && lines.contains { $0.elementsEqual("-1. The number of arrests in 2022/23.\r".utf8) })
      #expect(lines.contains { $0.elementsEqual("\\ No newline at end of file".utf8) })
    }
  }

  @Test func noFixIsMadeInJSON() throws {
    try Foi.with(["a.md": Letters.loose]) { foi throws in
      let json = try foi("draft", "a.md", "--as", "json", "--out", "a.json")
      #expect(json.status == 0)
      let before = try foi.text("a.json")
      let run = try foi("lint", "a.json", "--fix", "--review")
      #expect(run.status == 2)
      #expect(
        run.errors == """
          error: a.json is JSON, and fixes are made in question lists
            = lint it without --fix and --diff

          """)
      #expect(try foi.text("a.json") == before)
      #expect(try foi("lint", "a.json").status == 1)
    }
  }

  @Test func aFolderIsReadWholeAndEachTextOnce() throws {
    let files = ["letters/b.md": Letters.loose, "letters/deep.md/a.txt": Letters.sound]
    try Foi.with(files) { foi throws in
      let run = try foi("lint", "letters", "letters/b.md", "--short")
      #expect(run.status == 1)
      #expect(run.errors == "")
      #expect(run.output.components(separatedBy: "letters/b.md").count == 2)
      #expect(run.output.contains("letters/deep.md/a.txt"))
    }
  }

  private func members(of value: Any) throws -> [String: Any] {
    try #require(value as? [String: Any])
  }

  static let validator: String? = {
    let shared =
      ProcessInfo.processInfo.environment["SHARED"]
      ?? URL(filePath: FileManager.default.currentDirectoryPath)
      .deletingLastPathComponent().appending(path: "shared").path
    let path = "\(shared)/checks/validate-sarif"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()

  @Test func aRequestToSeveralSaysAsWhoseLetterItIsRead() throws {
    let sound = Letters.sound.replacingOccurrences(of: "To: kent", with: "To: durham, kent")
    let list = Letters.sound.replacingOccurrences(of: "To: kent", with: "To:\n- durham\n- kent")
    try Foi.with(["a.md": sound, "b.md": list, "c.md": Letters.sound]) { foi throws in
      for file in ["a.md", "b.md"] {
        let run = try foi("lint", file)
        #expect(run.output.contains("To Durham Constabulary."))
        #expect(
          run.errors.contains(
            "it goes to several authorities and is read as a letter to Durham Constabulary"))
        #expect(run.errors.contains("read it for another with --to kent"))
      }
      #expect(try foi("lint", "c.md").errors.isEmpty)
      let two = try foi("lint", "a.md", "--to", "kent,essex")
      #expect(two.status == 2 && two.errors.contains("names 2 authorities, and one is wanted here"))
    }
  }
}
