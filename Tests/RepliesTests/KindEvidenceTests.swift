import Foundation
import Linting
import Replies
import SourceText
import Testing

@testable import Learning

/// Letters that nothing was learnt from, by writers of their own: the honest measure of a letter never seen before.
@Suite struct UnseenLettersTests {
  private func letters() throws -> [LetterSet.Letter] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Letters/unseen")
    return try LetterSet.all(in: folder).flatMap { $0.letters }
  }

  @Test func mostAreToldRightly() throws {
    let letters = try letters()
    #expect(letters.count == 276)
    #expect(letters.count { Reply($0.source).kind.rawValue == $0.kind } >= 240)
  }

  @Test func mostOfWhatTheyAskIsFound() throws {
    var asked = 0
    var found = 0
    var given = 0
    for letter in try letters() where !letter.points.isEmpty {
      let points = Reply(letter.source).points
      asked += letter.points.count
      given += points.count
      found += letter.points.count { point in
        points.contains {
          letter.source.bytes.unwrapped($0.range).contains(point.prefix(30))
            || point.contains($0.asks)
        }
      }
    }
    #expect(asked == 46)
    #expect(found >= 41)
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
    #expect(letter.source[letter.because].hasPrefix("I'd expect to have it with you"))
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
