import Foundation
import Testing

/// The menu that `foi` alone opens, its answers piped in.
@Suite struct StartTests {
  @Test func manyAuthoritiesAreWrittenToInTheWordsOfTheirNations() throws {
    let request = BulkRunTests.request
    try Foi.with(["my request.md": request]) { foi throws in
      let answers = "3\nnone.md\nmy request.md\nkent, police-scotland\nmy letters\n"
      let run = try foi("start", input: answers)
      #expect(run.status != 2, "\(run.errors)")
      #expect(run.errors.contains("error: none.md does not exist\n"))
      #expect(
        run.errors.contains(
          "$ foi bulk 'my request.md' --to 'kent, police-scotland' --out 'my letters'\n"))
      #expect(try foi.text("my letters/letters-1/kent.txt").contains("Theft Act 1968"))
      #expect(foi.exists("my letters/ledger.csv"))
    }
  }

  @Test func aLetterIsReadAndAnswered() throws {
    let letter = """
      Kent Police
      5 January 2026

      Dear Rowan Hale,

      Thank you for your request of 10 December 2025. Unfortunately we need more time to answer it.
      """
    try Foi.with(["letter.txt": letter]) { foi throws in
      let run = try foi("start", input: "4\nletter.txt\nn\n")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("$ foi read letter.txt\n"))
    }
  }
}
