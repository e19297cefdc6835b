import Documents
import Foundation
import Letters
import Requests
import SourceText
import Testing

@Suite struct DraftTests {
  @Test func writesAWholeLetter() throws {
    expectGolden(try Fixtures.letter().text, "new-request.txt")
  }

  @Test func saysWhatItUnderstoodAndWhatItAdded() throws {
    let draft = try Fixtures.draft()
    expectGolden((draft.echo + draft.route).joined(separator: "\n") + "\n", "echo.txt")
  }

  @Test func asksScotlandUnderItsOwnAct() throws {
    let letter = try Fixtures.letter(to: Fixtures.scotland)
    #expect(letter.text.hasPrefix("Dear Police Scotland,\n"))
    #expect(letter.text.contains("Freedom of Information (Scotland) Act 2002"))
  }

  @Test(arguments: [
    "clarification-reply", "follow-up", "internal-review", "requirement-for-review", "complaint",
    "extension", "extension-in-scotland", "transfer", "fees",
  ])
  func everyLetterCanBeWritten(template: String) throws {
    expectGolden(try Fixtures.letter(template: template).text, "\(template).txt")
  }

  /// Each value typed, and where it must come out: once in the letter, or in the echo or the mail's header.
  @Test func accountsForEveryFieldOnce() throws {
    let draft = try Fixtures.draft()
    let letter = try Fixtures.letter()
    let typed: [(FieldName, String)] = [
      (.from, "\nRowan Hale\n"), (.organisation, "\nHale News\n"),
      (.replyTo, "rowan@hale.example"), (.dates, "1 April 2024 to 31 March 2025"),
      (.countedBy, "date recorded"), (.splitBy, "calendar month"), (.format, "Excel or CSV"),
      (.define, "a house or a flat"), (.offences, "section 12"),
      (.flag, "domestic burglary marker"),
      (.answer, "two numbers"), (.outcome, "1, charge or summons"), (.unit, "Unit: crimes"),
      (.ifOverLimit, "for the latest year only"), (.dates, "1 January 2025 to 31 March 2025"),
      (.countedBy, "date of the visit"), (.splitBy, "week"), (.onlyIf, "visits are logged"),
      (.define, "an officer at the door"), (.ifOverLimit, "treat it as withdrawn"),
    ]
    for (name, text) in typed {
      #expect(occurrences(of: text, in: letter.text) == 1, "\(name.rawValue): \(text)")
    }
    #expect(letter.subject.contains("Burglaries in Kent, April 2024 to March 2025"))
    #expect(draft.echo.contains("Version 2 of this request."))
    let named = Set(typed.map(\.0)).union([
      .title, .version, .reference, .to, .law, .template, .allow,
    ])
    #expect(named == Set(FieldName.allCases))
  }

  @Test func aQuestionForADocumentHasNoPeriod() throws {
    let draft = try Fixtures.draft()
    #expect(draft.understanding.dated == ["1", "2"])
    #expect(try Fixtures.letter().text.contains("The figures in questions 1 and 2 are for"))
    #expect(
      try Fixtures.letter().text.contains("Version: the one in force when you receive this letter"))
  }

  @Test func refusesWhatTheAuthorityWouldHaveToAskAbout() throws {
    let text = """
      Title: Burglaries
      From: R Hale
      Dates: 2024/25

      1. The number of burglaries.
      - if over the limit: do what you can
      """
    let error = #expect(throws: Diagnostics.self) { try Fixtures.draft(text) }
    #expect(error?.all.count == 2)
    #expect(error?.text.contains("--> burglaries.md:3:8") == true)
    #expect(error?.text.contains("1 April 2024 to 31 March 2025") == true)
    #expect(
      error?.text.hasSuffix(
        """
        6 | - if over the limit: do what you can
          |                      ^^^^^^^^^^^^^^^ write "withdraw this question", "latest year only" or "totals only"
        """) == true)
  }

  @Test func refusesARequestThatNobodySigns() throws {
    let error = #expect(throws: Diagnostics.self) { try Fixtures.draft("Title: x\n\n1. How many?") }
    #expect(error?.text.contains("From: R Hale") == true)
  }

  @Test func neverWritesToAnAuthorityThatCannotBeAsked() throws {
    let nca = Authority(
      id: "nca", name: "National Crime Agency", regime: nil, coverage: .no,
      reason: "It is not subject to the Act.")
    let error = #expect(throws: Diagnostics.self) { try Fixtures.draft(to: nca) }
    #expect(error?.text.contains("not subject to the Act") == true)
  }

  @Test func keepsOffencesItDoesNotKnowAsTyped() throws {
    let text = "From: R Hale\nTitle: x\n\n1. The number.\n- offences: Widget Act 1999, section 3\n"
    #expect(try Fixtures.letter(text).text.contains("Offences: Widget Act 1999, section 3"))
  }

  private func occurrences(of part: String, in text: String) -> Int {
    text.components(separatedBy: part).count - 1
  }

  @Test func saysBothOfTwoKindsAndAllOfMore() throws {
    let text =
      "From: R Hale\nTitle: x\n\n1. The number.\n- offences: Theft Act 1968, section 9\n2. The number.\n- offences: commercial burglary\n"
    let echo = try Fixtures.draft(text).echo.joined(separator: "\n")
    #expect(echo.contains("section 9, all 4 kinds of it"), "\(echo)")
    #expect(echo.contains("section 9, both kinds of it"), "\(echo)")
  }

  @Test func aDepartmentHasItsArticleWithinASentence() {
    let office = Authority(id: "home-office", name: "Home Office", kind: .department)
    #expect(office.nameInSentence == "the Home Office")
    #expect(Fixtures.kent.nameInSentence == "Kent Police")
  }

  @Test func aSplitThatTheAnswerCountsIsCounted() throws {
    let text = "From: R Hale\nTitle: x\n\n1. The number.\n- split by: year\n- answer: two numbers\n"
    #expect(try Fixtures.draft(text).echo.contains("1 question, 2 figures would come back."))
  }
}
