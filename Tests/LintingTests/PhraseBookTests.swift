import SourceText
import Testing

@testable import Linting

@Suite struct PhraseBookTests {
  @Test func aPhraseIsKnownByItsMeaning() throws {
    let book = try PhraseBook(
      table: Source(name: "t", text: "asks: please say\n\nthanks: thank you\n"))
    let text = Array("Thank you. Please say which.".utf8)
    let words = Words(text)
    let found = book.matches(in: words, of: text, passages: [words.tokens.indices])
    #expect(found.map { book.meanings[book.meaning(of: $0.phrase)] } == ["thanks", "asks"])
  }

  @Test func everyLineThatIsNoneIsNamed() {
    let table = Source(name: "t", text: "asks please say\nasks: (please\nasks: please\n")
    #expect {
      _ = try PhraseBook(table: table)
    } throws: { error in
      let places = (error as? Diagnostics)?.all.compactMap { $0.place?.label }
      return places?.count == 2 && places?[0].hasPrefix("t:1:") == true
        && places?[1].hasPrefix("t:2:") == true
    }
  }
}
