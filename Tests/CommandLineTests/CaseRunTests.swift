import Foundation
import Testing

/// A case kept from the command line, from the request to the reminder.
@Suite struct CaseRunTests {
  private static let files = [
    "request.md": Letters.sound,
    "clarification.txt": """
    Dear Rowan Hale

    Reference: KP-431/24

    Please clarify whether in question 1 you mean burglaries of homes or of shops. If we do not hear from you within 30
    working days, your request will be closed.
    """,
    "answer.txt": """
    Dear Kent Police,

    I mean this:

    1. The number of burglaries of homes recorded from 1 April 2024 to 31 March 2025.

    Yours sincerely,

    Rowan Hale
    """,
  ]

  @Test func aCaseIsKeptInPlainFiles() throws {
    try Foi.with(Self.files) { foi in
      #expect(try foi("case", "new", "case", "request.md", "--on", "3/11/2025").status == 0)
      #expect(try foi("case", "add", "case", "clarification.txt", "--on", "5/11/2025").status == 0)
      let added = try foi("case", "add", "case", "answer.txt", "--on", "24/11/2025")
      #expect(added.status == 0)
      #expect(added.output.contains("you sent a refined request: version 2, one question"))
      #expect(
        try foi.text("case/case.md") == """
          Title: Burglaries recorded, April 2024 to March 2025
          From: Rowan Hale
          To: kent
          Reference: KP-431/24
          Letters:
          - 3 November 2025, sent request: 1-request.md
          - 5 November 2025, received clarification: 2-clarification.txt
          - 24 November 2025, sent refined request: 3-refined-request.txt

          """)
      #expect(try foi.text("case/2-clarification.txt") == Self.files["clarification.txt"])
      let status = try foi("case", "status", ".")
      #expect(status.output.contains("Tuesday 23 December 2025  13 days late"))
      let reminder = try foi("reply", "case")
      #expect(reminder.output.contains("By my count the answer was due by 23 December 2025."))
      #expect(reminder.output.contains("On 24 November 2025 I sent you"))
      let calendar = try foi("case", "status", ".", "--as", "ics")
      #expect(calendar.output.contains("DTSTART;VALUE=DATE:20251223\r\n"))
    }
  }

  @Test func notesAndCorrectionsStay() throws {
    try Foi.with(Self.files) { foi in
      _ = try foi("case", "new", "case", "request.md", "--on", "3/11/2025")
      try foi.write(
        Data((try foi.text("case/case.md") + "\nRang them on Monday.\n").utf8), to: "case/case.md")
      _ = try foi(
        "case", "add", "case", "clarification.txt", "--on", "5/11/2025", "--kind", "letter")
      let text = try foi.text("case/case.md")
      #expect(text.contains("received letter: 2-letter.txt\n\nRang them on Monday.\n"))
    }
  }

  @Test func commandsThatAreNamedCanBeCopied() throws {
    try Foi.with(Self.files) { foi in
      _ = try foi("case", "new", "my case", "request.md", "--on", "3/11/2025")
      let late = try foi("case", "show", "my case")
      #expect(late.output.contains("foi reply 'my case' --kind overdue"))
      let piped = try foi("read", "-", input: try foi.text("clarification.txt"))
      #expect(piped.output.contains("foi refine --letter letter.txt"))
    }
  }

  @Test func whatCannotBeDoneSaysWhatToDo() throws {
    try Foi.with(Self.files) { foi in
      #expect(try foi("case", "show", "nowhere").errors.contains("foi case new nowhere REQUEST"))
      _ = try foi("case", "new", "case", "request.md", "--on", "23/12/2025")
      let again = try foi("case", "new", "case", "request.md")
      #expect(again.status == 2)
      #expect(again.errors.contains("is a case already"))
      let undated = try foi("case", "add", "case", "clarification.txt")
      #expect(undated.status == 2)
      #expect(undated.errors.contains("--on 5/1/2021"))
      #expect(!foi.exists("case/2-clarification.txt"))
      let early = try foi("reply", "case")
      #expect(early.status == 2)
      #expect(early.errors.contains("not overdue: they have until"))
      let own = try foi("read", "answer.txt")
      #expect(own.status == 2)
      #expect(own.errors.contains("a letter to an authority, not from one"))
    }
  }

  @Test func aLetterIsAnsweredWithoutACase() throws {
    let refusal = """
      Dear Ms Hale

      Reference: KP-431/24

      1. The number of burglaries.

      We estimate that it would take 40 hours, which exceeds the appropriate limit in section 12 of the Act. Your request
      is therefore refused.

      Kent Police
      """
    try Foi.with(Self.files.merging(["refusal.txt": refusal]) { $1 }) { foi in
      let review = try foi("reply", "refusal.txt", "--request", "request.md")
      #expect(review.status == 0, "\(review.errors)")
      #expect(review.output.contains("Please carry out an internal review"))
      #expect(review.output.contains("was a sample tried?"))
      #expect(review.output.hasSuffix("Rowan Hale\n"))
      #expect(review.errors.contains("a narrower request, with its own 20 working days"))
      let next = try foi("read", "refusal.txt").output
      #expect(next.contains("What next: foi refine --letter refusal.txt"))
      #expect(next.contains("or: foi reply refusal.txt"))
      // Dated the day before it came: all verbs count from the earlier day.
      try foi.write(Data("3 December 2025\n\n\(refusal)".utf8), to: "dated.txt")
      let read = try foi("read", "dated.txt", "--received", "4/12/2025")
      let made = try foi(
        "refine", "request.md", "--letter", "dated.txt", "--received", "4/12/2025", "--take-marked",
        "--out", "sheet.md")
      #expect(made.status == 0, "\(made.errors)")
      let applied = try foi("refine", "--apply", "sheet.md")
      for said in [read.output, applied.errors] {
        #expect(said.contains("Tuesday 3 February 2026"), "\(said)")
      }
      let refine = try foi("reply", "clarification.txt", "--to", "kent")
      #expect(refine.status == 2)
      #expect(refine.errors.contains("foi refine"))
    }
  }

  @Test func aTransferIsAnsweredToWhoSignsIt() throws {
    let letter = """
      Hi Rowan,

      The Home Office holds what you ask for, and we have transferred your request to them.

      """
    let files = ["signed.txt": letter + "\nFOI team\nEssex Police\n", "bare.txt": letter]
    try Foi.with(files) { foi in
      let reply = try foi("reply", "signed.txt", "--title", "Lamps")
      #expect(reply.output.hasPrefix("Dear Essex Police,"), "\(reply.errors)")
      #expect(reply.output.hasSuffix("\nRowan\n"))
      #expect(reply.errors.contains("sign with your full name, --from \"R Hale\""))
      let named = try foi("reply", "signed.txt", "--title", "Lamps", "--from", "Rowan Hale")
      #expect(!named.errors.contains("full name"))
      let unknown = try foi("reply", "bare.txt", "--title", "Lamps")
      #expect(unknown.errors.contains("it cannot be told which authority"))
    }
  }

  /// The files are known, so the whole command is named, and it works.
  @Test func aClarificationNamesTheCommandThatAnswersIt() throws {
    try Foi.with(Self.files) { foi in
      _ = try foi("case", "new", "my case", "request.md", "--on", "3/11/2025")
      let added = try foi("case", "add", "my case", "clarification.txt", "--on", "5/11/2025")
      let line =
        "foi refine 'my case/1-request.md' --letter 'my case/2-clarification.txt' --out sheet.md"
      #expect(added.output.contains("better request: \(line)"))
      #expect(try foi("case", "show", "my case").output.contains(line))
      #expect(try foi("reply", "my case").errors.contains(line))
      let made = try foi.shell(
        "\(line) && foi reply clarification.txt --to kent --request request.md")
      #expect(foi.exists("sheet.md"), "\(made.errors)")
      #expect(
        made.errors.contains("foi refine request.md --letter clarification.txt --out sheet.md"))
    }
  }

  @Test func whatComesNextCarriesWhatIsGivenAndNeeded() throws {
    let refusal = "I refuse your request, which is exempt under section 31(1) of the Act."
    let files = [
      "signed.txt": "Dear R Hale\n\n\(refusal)\n\nKent Police\n",
      "bare.txt": "Hello\n\n\(refusal)\n",
    ]
    try Foi.with(files) { foi in
      let signed = try foi("read", "signed.txt", "--received", "4/12/2025")
      let line = "foi reply signed.txt --received 4/12/2025 --title \"…\""
      #expect(signed.output.hasSuffix("What next: \(line)\n"))
      let reply = try foi.shell(line)
      #expect(reply.status == 0, "\(reply.errors)")
      let bare = try foi("read", "bare.txt")
      #expect(
        bare.output.hasSuffix(
          "What next: foi reply bare.txt --to \"…\" --title \"…\" --from \"…\"\n"))
    }
  }
}
