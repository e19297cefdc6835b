import Foundation
import Linting
import Replies
import SourceText
import Testing

/// Letters that nothing was learnt from, by writers of their own: the honest measure of a letter never seen before.
@Suite struct UnseenLettersTests {
  private struct Letter {
    let kind: String
    /// What it asks, on one line each.
    let points: [String]
    let reply: Reply
  }

  private func letters() throws -> [Letter] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Letters/unseen")
    return try ["first", "sample", "cross-section"].flatMap { name in
      let text = try String(contentsOf: folder.appending(path: "\(name).txt"), encoding: .utf8)
      return "\n\(text)".components(separatedBy: "\n=== ").dropFirst().map { part in
        let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
        let points = lines.dropFirst().prefix { $0.hasPrefix("? ") }
        return Letter(
          kind: lines[0] == "partial" ? "refusal" : String(lines[0]),
          points: points.map { String($0.dropFirst(2)) },
          reply: Fixtures.read(lines.dropFirst(1 + points.count).joined(separator: "\n")))
      }
    }
  }

  @Test func mostAreToldRightly() throws {
    let letters = try letters()
    #expect(letters.count == 204)
    #expect(letters.count { $0.reply.kind.rawValue == $0.kind } >= 182)
  }

  @Test func mostOfWhatTheyAskIsFound() throws {
    var asked = 0
    var found = 0
    var given = 0
    for letter in try letters() where !letter.points.isEmpty {
      asked += letter.points.count
      given += letter.reply.points.count
      for point in letter.points {
        let isFound = letter.reply.points.contains {
          letter.reply.source.bytes.unwrapped($0.range).contains(point.prefix(30))
            || point.contains($0.asks)
        }
        if isFound { found += 1 }
      }
    }
    #expect(asked == 31)
    #expect(found >= 27)
    #expect(given <= found + 2)
  }
}

@Suite struct KindEvidenceTests {
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
