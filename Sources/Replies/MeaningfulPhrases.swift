import Linting
import SourceText

/// Phrases that the build made ready, and what each of them means here.
struct MeaningfulPhrases<Meaning: RawRepresentable & Sendable>: Sendable
where Meaning.RawValue == String {
  let book: PhraseBook
  /// By the numbers that the book gives them; a test sees to it that none is missing.
  private let meanings: [Meaning]

  init(_ table: StaticString) {
    book = PhraseBook(PackedTable(table))
    meanings = book.meanings.compactMap { Meaning(rawValue: $0) }
  }

  /// What a phrase of the book means.
  func meaning(of phrase: Int) -> Meaning { meanings[book.meaning(of: phrase)] }
}
