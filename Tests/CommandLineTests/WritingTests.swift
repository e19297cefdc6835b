import Foundation
import Testing

/// Where results go, and what becomes of them when they cannot.
@Suite struct WritingTests {
  @Test func theLetterIsTheResultAndWhatWasUnderstoodIsNot() throws {
    try Foi.with(["a.md": Letters.sound]) { foi throws in
      let run = try foi("draft", "a.md")
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("Dear Kent Police,\n"))
      #expect(run.output.hasSuffix("Rowan Hale\n"))
      #expect(run.errors.hasPrefix("To Kent Police, under the Freedom of Information Act 2000.\n"))
      #expect(try foi("draft", "a.md", "--quiet").errors == "")
    }
  }

  @Test func whatIsThereIsKept() throws {
    try Foi.with(["a.md": Letters.sound, "kept.txt": "kept"]) { foi throws in
      let run = try foi("draft", "a.md", "--quiet", "--out", "kept.txt")
      #expect(run.status == 2)
      #expect(
        run.errors == """
          error: kept.txt is there already and was left as it is
            = choose another name, or say --force

          """)
      #expect(try foi.text("kept.txt") == "kept")
      #expect(try foi("draft", "a.md", "--out", "kept.txt", "--force").status == 0)
      #expect(try foi.text("kept.txt").hasPrefix("Dear Kent Police,\n"))
    }
  }

  @Test func aPlaceThatCannotHoldAFileIsNamed() throws {
    try Foi.with(["a.md": Letters.sound]) { foi throws in
      for path in ["a.md/letter.txt", "nowhere/letter.txt"] {
        let run = try foi("draft", "a.md", "--quiet", "--out", path)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: \(path) cannot be written: there is no folder "))
        #expect(run.errors.hasSuffix("  = make the folder first, or choose another name\n"))
      }
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full"))
  func aFullDiskIsNamed() throws {
    try Foi.with(["a.md": Letters.sound]) { foi throws in
      let run = try foi.shell("foi draft a.md --quiet >/dev/full")
      #expect(run.status == 2)
      #expect(run.errors == "error: the result cannot be written: No space left on device\n")
    }
  }

  @Test func aReaderWhoLeavesEndsItQuietly() throws {
    try Foi.with(["a.md": Letters.loose]) { foi throws in
      let run = try foi.shell("foi manual | head -n 1; foi lint a.md | head -n 1")
      #expect(run.status == 0)
      #expect(run.errors == "")
    }
  }

  @Test func aLetterIsWrittenThoughNobodyReadsTheNotes() throws {
    try Foi.with(["a.md": Letters.sound]) { foi throws in
      let run = try foi.shell("foi draft a.md --out b.txt 2>&-; foi draft a.md 2>&1 >c.txt | true")
      #expect(run.status == 0)
      #expect(try foi.text("b.txt").hasPrefix("Dear Kent Police,\n"))
    }
  }

  @Test func aPipeIsReadAndABrokenOneIsNoEmptyLetter() throws {
    try Foi.with(["a.md": Letters.loose]) { foi throws in
      #expect(try foi("lint", "-", input: Letters.loose).output.contains("associated with"))
      let pipe = try foi.shell("mkfifo p; cat a.md >p & foi lint p")
      #expect(pipe.output.contains("associated with"))
      let closed = try foi.shell("foi lint - <.")
      #expect(closed.status == 2)
      #expect(closed.errors == "error: standard input cannot be read: Is a directory\n")
    }
  }

  @Test func answersCanBePipedIn() throws {
    let answers = """
      Burglaries recorded in 2024
      Rowan Hale


      kent
      1
      1 April 2024 to 31 March 2025


      The number of burglaries recorded.



      n
      n

      """
    try Foi.with { foi throws in
      let run = try foi("new", input: answers)
      #expect(run.status == 0, "\(run.errors)")
      #expect(try foi.text("request.md").contains("From: Rowan Hale\n"))
      #expect(try foi("draft", "request.md", "--quiet").status == 0)
      let again = try foi("new", input: answers)
      #expect(again.status == 2)
      #expect(again.errors.hasPrefix("error: request.md is there already"))
      let short = try foi("new", "--out", "short.md", input: "Burglaries\n")
      #expect(short.status == 2)
      #expect(!foi.exists("short.md"))
    }
  }

  @Test func aPlaceThatCannotHoldTheListIsNamedBeforeAnythingIsAsked() throws {
    try Foi.with { foi throws in
      let run = try foi("new", "--out", "nowhere/o.md", input: "Burglaries\n")
      #expect(run.status == 2)
      #expect(
        run.errors.hasPrefix("error: nowhere/o.md cannot be written: there is no folder nowhere\n"))
    }
  }

  @Test func aRequestWithOneQuestionIsNotAskedWhatMayGo() throws {
    let start = "Burglaries\nRowan Hale\n\n\nkent\n7\n2\n1 April 2024 to 31 March 2025\n\n\n"
    try Foi.with { foi throws in
      let one = try foi("new", input: start + "The number of visits.\nmonth, age\n\nn\n")
      #expect(one.status == 0, "\(one.errors)")
      #expect(one.errors.contains("Type a number from 1 to 3.\n"))
      #expect(!one.errors.contains("be dropped"))
      let letter = try foi("draft", "request.md")
      #expect(!letter.output.contains("over the cost limit"))
      #expect(!letter.errors.contains("would come back"))
      let two = try foi(
        "new", "--out", "two.md",
        input: start + "The number of visits.\n\n\ny\nThe number of calls.\n\n\nn\nn\ny\n")
      #expect(two.status == 0, "\(two.errors)")
      let text = try foi.text("two.md")
      #expect(text.components(separatedBy: "withdraw this question").count == 2)
      #expect(text.hasSuffix("withdraw this question\n"))
    }
  }

  @Test func whatALetterHasAroundItIsNamed() throws {
    let letter = """
      FOI request

      Dear Sir/Madam,

      1. How many Tasers were fired in 2024?

      Best wishes,
      Rowan Hale
      The Leeds Gazette
      01632 960001
      """
    try Foi.with(["a.txt": letter]) { foi throws in
      let run = try foi("draft", "a.txt", "--to", "kent")
      #expect(
        run.errors.contains("Left out, as no part of the request: The Leeds Gazette; 01632 960001.")
      )
      #expect(!run.output.contains("FOI request") && !run.output.contains("Sir/Madam"))
      #expect(run.output.hasPrefix("Dear Kent Police,\n"))
      #expect(run.output.hasSuffix("Yours faithfully,\n\nRowan Hale\n"))
    }
  }

  @Test func wordsOfAQueryNeedNoQuotationMarks() throws {
    try Foi.with([:]) { foi throws in
      #expect(try foi("authorities", "West", "Yorks").output.hasPrefix("West Yorkshire Police"))
      #expect(try foi("authorities", "manchester").output.hasPrefix("Greater Manchester Police"))
      #expect(try foi("authorities", "nowhere").status == 2)
      #expect(try foi("offences", "rape", "--nation", "Scotland").output.contains("(Scotland)"))
    }
  }
}
