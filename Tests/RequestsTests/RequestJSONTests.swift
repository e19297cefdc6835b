import Documents
import Requests
import SourceText
import Testing

@Suite struct RequestJSONTests {
  static let typed = Source(
    name: "burglaries.md",
    text: """
      Title: Burglaries in Kent: "dwellings" only
      From: R Hale
      To:
      - kent
      - essex
      Dates: 1 April 2024 to 31 March 2025

      Context with a 😀.

      1. The number of crimes recorded:
      - by beat
      - offences: Theft Act 1968, section 9
      - answer: one number
      1a. Below.
      4. Four.
      4. Four again.

      Thank you for your help.
      """)

  @Test func writingAndReadingAgainLosesNothing() throws {
    let request = try RequestReading(Self.typed).request
    let again = try Request(json: Source(name: "b.json", text: request.json.text(.pretty)))
    #expect(again == request)
    #expect(again.questions.map(\.label) == ["1", "1a", "4", "4#2"])
  }

  @Test func saysWhichMembersAreWrongAllAtOnce() throws {
    let source = Source(
      name: "b.json", text: #"{"titel": "x", "questions": [{"text": 5, "anwser": "one"}]}"#)
    let error = #expect(throws: Diagnostics.self) { try Request(json: source) }
    #expect(error?.all.count == 3)
    #expect(
      error?.text.hasPrefix(
        """
        error: unknown member "titel"
          --> b.json:1:2
        1 | {"titel": "x", "questions": [{"text": 5, "anwser": "one"}]}
          |  ^^^^^^^ did you mean "title"?
        """) == true)
  }
}
