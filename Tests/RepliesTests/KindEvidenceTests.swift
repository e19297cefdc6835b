import Foundation
import Linting
import Replies
import SourceText
import Testing

@Suite struct KindEvidenceTests {
  /// Letters that nothing was learnt from, by writers of their own: the honest measure of a letter never seen before.
  @Test func mostUnseenLettersAreToldRightly() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Letters/unseen")
    var letters = 0
    var right = 0
    for name in ["first", "sample", "cross-section"] {
      let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
      for part in "\n\(text)".components(separatedBy: "\n=== ").dropFirst() {
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
        let body = lines.dropFirst().drop { $0.hasPrefix("? ") }.joined(separator: "\n")
        letters += 1
        let kind = Fixtures.read(body).kind.rawValue
        if kind == lines[0] || kind == "refusal" && lines[0] == "partial" { right += 1 }
      }
    }
    #expect(letters == 204)
    #expect(right >= 180)
  }

  @Test func aFewWordsDoNotSpeakAgainstPhrases() {
    let letter = Fixtures.read("We passed your request to them. Pay the fee.")
    #expect(letter.kind == .transfer)
    #expect(letter.isCertain)
  }

  @Test func whatWordsSayRestsOnASentence() {
    let letter = Fixtures.read(
      """
      Hi Olwen,

      Bad news on timing I'm afraid. The two people who can run your report are both off until the new year, so this is going to be late. I'd expect to have it with you by 12 January, and you are welcome to complain about the delay in the meantime.

      Dilys
      """)
    #expect(letter.kind == .extension)
    #expect(!letter.isCertain)
    #expect(
      letter.source[letter.because].contains("late")
        || letter.source[letter.because].contains("delay"))
  }
}

@Suite struct WordWeightsTests {
  private static let table = """
    words,fish,fowl
    [fowl],-4,4
    your fins,8,-8
    0,2,-2
    wings,-20,20

    """

  private func weights(_ table: String = table) throws -> WordWeights {
    try WordWeights(table: Source(name: "kinds.csv", text: table))
  }

  @Test func findsWordsAndPairs() throws {
    let weights = try weights()
    for term in ["your fins", "YOUR FINS", "412", "Wings", "[fowl]"] {
      #expect(weights.row(of: WordWeights.key(of: term)) != nil)
    }
    for term in ["fins", "your", "wing", "[fish]"] {
      #expect(weights.row(of: WordWeights.key(of: term)) == nil)
    }
    let row = try #require(weights.row(of: WordWeights.key(of: "your fins")))
    #expect(weights.weight(row, of: 0) == 2)
    #expect(weights.weight(row, of: 1) == -2)
  }

  @Test func whatIsKnownCountsInFullAndFewWordsNotAtAll() throws {
    let words = Words(Array("Wings".utf8))
    let scores = try weights().scores(
      of: WordWeights.terms(of: 0..<1, in: words), and: WordWeights.key(of: "[fowl]"))
    #expect(scores == [-1, 1])
  }

  @Test func aTableMadeReadyIsTheSame() throws {
    let weights = try weights()
    let again = WordWeights(PackedTable(Array(weights.packed.utf8)))
    #expect(again.kinds == ["fish", "fowl"])
    let key = WordWeights.key(of: "wings")
    #expect(again.row(of: key) == weights.row(of: key))
    #expect(again.row(of: key).map { again.weight($0, of: 1) } == 5)
  }

  @Test(arguments: ["words,fish\nfins,32\n", "words,fish\nfins,lots\n"])
  func aWeightThatIsNoneIsAnErrorAtItsPlace(text: String) {
    let error = #expect(throws: Diagnostics.self) { try weights(text) }
    #expect(error?.text.contains("kinds.csv:2:6") == true)
  }
}
