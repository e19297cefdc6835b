import Answerable
import Testing

@Suite struct CaseFileTests {
  @Test func whatIsWrittenIsReadBack() throws {
    var file = try Fixtures.file()
    file.notes = "Rang them on Monday.\n"
    let text = file.text
    #expect(try CaseFile(Source(name: "case.md", text: text)) == file)
    #expect(
      text.contains("- 5 November 2024, received clarification: 3-clarification.txt\n"))
  }

  @Test(arguments: ["'x'", "\"Tools\"", "a\nTo: b", "Tools: thefts, and #2"])
  func titlesStayOnTheirLine(title: String) throws {
    let file = CaseFile(title: title, applicant: "R Hale", authority: "kent")
    let read = try CaseFile(Source(name: "case.md", text: file.text))
    #expect(read.authority == "kent")
    #expect(read.title == title.replacing("\n", with: " "))
  }

  @Test func lettersStandInTheOrderOfTheirDays() throws {
    var file = try Fixtures.file(3)
    file.add(.init(try Fixtures.day("2024-11-02"), .sent(.other), "x.txt"))
    #expect(file.letters.map { $0.day.day } == [1, 1, 2, 5])
    #expect(file.fileName(for: .sent(.refined), ending: "txt") == "5-refined-request.txt")
  }

  @Test func everyKindIsReadBack() {
    for kind in LetterKind.all { #expect(LetterKind(kind.text) == kind) }
    for word in LetterKind.words { #expect(LetterKind(word: word) != nil, "\(word)") }
  }

  @Test(arguments: [
    ("5 November, received clarification: a.txt", "has no year"),
    ("5 November 2024, received clarifcation: a.txt", "is no kind of letter"),
    ("5 November 2024 clarification a.txt", "no letter of a case"),
    ("5 November 2024, received refusal: ../a.txt", "the case's own folder"),
    ("5 November 2024, received refusal: /etc/passwd", "the case's own folder"),
  ])
  func aSlipIsShownWithItsLine(line: String, message: String) throws {
    let text = "Title: x\nFrom: R Hale\nTo: kent\nLetters:\n- \(line)\n"
    let error = try #require(throws: Diagnostics.self) {
      try CaseFile(Source(name: "case.md", text: text))
    }
    #expect(error.all.count == 1)
    #expect(error.all[0].text.contains(message), "\(error.all[0].text)")
    #expect(error.all[0].text.contains("case.md:5:"))
  }
}
