import Foundation
import Testing

/// What people hand to the program by mistake, and what the machine does to it.
@Suite struct BadInputTests {
  @Test func anEmptyFileIsNoLetterAndOneQuestionIs() throws {
    try Foi.with(["empty.md": " \n", "one.md": "1. The number of burglaries.\n"]) { foi throws in
      let empty = try foi("lint", "empty.md")
      #expect(empty.status == 2)
      #expect(empty.errors.contains("there is no text in empty.md"))
      #expect(try foi("lint", ".").status == 1)
      #expect(try foi("lint", "one.md").status == 1)
      #expect(try foi("draft", "one.md", "--to", "kent").status == 2)
    }
  }

  @Test func aMillionBytesAreReadToTheEnd() throws {
    let questions = (1...20_000).map {
      "\($0). The number of burglaries in ward \($0), by month.\n"
    }
    let text = Letters.sound.replacing("1. The number of burglaries recorded.", with: "")
    try Foi.with(["big.md": text + questions.joined()]) { foi throws in
      #expect((0...1).contains(try foi("lint", "big.md", "--short").status))
      #expect([0, 2].contains(try foi("draft", "big.md", "--quiet").status))
    }
  }

  @Test func bytesThatAreNotUTF8AreNamedAndTheOtherFilesStillLinted() throws {
    try Foi.with(["loose.md": Letters.loose]) { foi throws in
      try foi.write(Data("Title: x\n\n1. The ".utf8) + [0xFF, 0x0A], to: "bad.md")
      let run = try foi("lint", "bad.md", "loose.md", "--short")
      #expect(run.status == 2)
      #expect(
        run.errors.hasPrefix(
          "error: bad.md is not UTF-8 text: the byte at offset 17 fits no character\n"))
      #expect(run.output.hasPrefix("loose.md\n"))
    }
  }

  @Test func noNULByteReachesTheTerminal() throws {
    try Foi.with(["a.md": Letters.loose.replacing("associated", with: "asso\0ciated\0")]) {
      foi throws in
      for words in [["lint"], ["lint", "--each"]] {
        let run = try foi.shell("foi \(words.joined(separator: " ")) a.md")
        #expect(!run.output.contains("\0"))
      }
    }
  }

  @Test func aHeaderThatNeverClosesIsShown() throws {
    try Foi.with(["a.md": "---\nTitle: x\n1. The number of burglaries.\n"]) { foi throws in
      let run = try foi("lint", "a.md")
      #expect(run.status == 2)
      #expect(
        run.errors == """
          error: this header is never closed
            --> a.md:1:1
          1 | ---
            | ^^^ end it with a line of three hyphens

          """)
    }
  }

  @Test func quotesAndTagsInARequestAreWordsLikeOthers() throws {
    let text = Letters.sound.replacing("burglaries recorded.", with: "\"burglaries {{recorded.")
    try Foi.with(["a.md": text]) { foi throws in
      let run = try foi("draft", "a.md", "--quiet")
      #expect(run.status == 0)
      #expect(run.output.contains("The number of \"burglaries {{recorded."))
    }
  }

  @Test func templatesThatDoNotEndAreShown() throws {
    let files = ["p/loop.md": "{{>loop}}", "a.md": "{{>loop}}", "b.md": "{{#a}}x", "d.json": "{}"]
    try Foi.with(files) { foi throws in
      let loop = try foi("templates", "render", "a.md", "--data", "d.json", "--partials", "p")
      #expect(loop.status == 2)
      #expect(loop.errors.hasPrefix("error: partial \"loop\" includes itself without end\n"))
      let open = try foi("templates", "check", "b.md")
      #expect(open.status == 2)
      #expect(open.errors.hasPrefix("error: section \"a\" is never closed\n"))
      let nowhere = try foi("templates", "check", "a.md", "--partials", "q")
      #expect(nowhere.errors == "error: there is no folder q\n")
    }
  }

  @Test(arguments: [
    ("draft a.md --to kentt", "no authority is called \"kentt\"", "\"kent\""),
    ("lint a.md --to kentt", "no authority is called \"kentt\"", "\"kent\""),
    ("draft a.md --template new-reqest", "no letter template is called", "\"new-request\""),
    ("lint a.md --only slash-yaer", "no rule is called \"slash-yaer\"", "\"slash-year\""),
    ("explain slash-yaer", "no rule is called \"slash-yaer\"", "\"slash-year\""),
    ("lint a.md --shrt", "unknown option \"--shrt\"", "\"--short\""),
    ("lnt a.md", "foi has no verb \"lnt\"", "\"lint\""),
    ("lint b.md", "b.md does not exist", "\"a.md\""),
    ("lint key.md", "unknown header \"preiod\"", "\"period\""),
  ])
  func anUnknownNameIsAnsweredWithTheNearest(
    _ line: String, _ message: String, _ nearest: String
  ) throws {
    try Foi.with(["a.md": Letters.sound, "key.md": "Title: x\nPreiod: 2024\n\n1. x\n"]) {
      foi throws in
      let run = try foi.shell("foi \(line)")
      #expect(run.status == 2)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("error: \(message)"), "\(run.errors)")
      #expect(run.errors.contains("did you mean \(nearest)?"), "\(run.errors)")
    }
  }

  @Test func aFolderIsNoRequest() throws {
    try Foi.with(["letters/a.csv": ""]) { foi throws in
      let draft = try foi("draft", "letters")
      #expect(draft.status == 2)
      #expect(draft.errors == "error: letters is a folder\n  = give one of the files in it\n")
      let lint = try foi("lint", "letters")
      #expect(lint.status == 2)
      #expect(
        lint.errors == """
          error: there is no text in the folder letters
            = lint reads .md and .txt files

          """)
    }
  }

  @Test func whoCannotBeAskedHasNoDayToAnswerBy() throws {
    try Foi.with { foi throws in
      for id in ["guernsey-police", "national-crime-agency"] {
        let run = try foi("due", "2026-01-05", "--to", id)
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains(" cannot be asked: "))
      }
    }
  }

  @Test func aGroupIsNoAuthority() throws {
    try Foi.with(["a.md": Letters.sound]) { foi throws in
      for words in ["due 2026-01-05", "lint a.md"] {
        let run = try foi.shell("foi \(words) --to territorial")
        #expect(run.status == 2)
        #expect(
          run.errors == """
            error: "territorial" is a group of 45, and one authority is wanted here
              = name one of them; foi authorities territorial lists them

            """)
      }
    }
  }

  @Test func whatIsNoTextIsRefusedWithTheWayOut() throws {
    try Foi.with { foi throws in
      try foi.write(Data("PK\u{3}\u{4}".utf8) + [0x00, 0xFF], to: "a.docx")
      try foi.write(Data("%PDF-1.7\n".utf8), to: "a.pdf")
      try foi.write(Data("Title: Caf".utf8) + [0xE9, 0x0A], to: "windows.md")
      for verb in ["lint", "draft"] {
        #expect(try foi(verb, "a.docx").errors.contains("open it and save it as text"))
        #expect(try foi(verb, "a.pdf").errors.contains("a.pdf is a PDF\n"))
        #expect(try foi(verb, "windows.md").errors.contains("save it again as UTF-8"))
      }
    }
  }

  @Test func aNegativeNumberIsNamed() throws {
    try Foi.with { foi throws in
      let run = try foi("cost", "--records", "-4", "--minutes", "3")
      #expect(run.status == 2)
      #expect(run.errors.hasPrefix("error: --records must not be negative\n"))
    }
  }
}
