/// Phrases, by the word they begin with: what each stands for is a number.
@usableFromInline
package struct PhraseTable: Sendable {
  @usableFromInline
  package struct Phrase: Sendable {
    /// Its words, by their places in ``PhraseTable/words``.
    package let words: Range<Int>
    /// What it stands for.
    package let number: Int
    /// Whether more is needed than the words.
    package let isConditional: Bool
  }

  /// Of those with one first word the longest first, of equals the smallest number.
  @usableFromInline let phrases: PackedRows<Phrase>
  /// The words of all phrases.
  @usableFromInline package let words: PackedRows<WordKey>
  @usableFromInline let byFirstWord: WordTable

  /// - Parameter phrases: in any order; one without words is left out.
  package init(_ phrases: [(words: [WordHash], number: Int, isConditional: Bool)]) {
    var sorted = phrases.filter { !$0.words.isEmpty }
    sorted.sort {
      ($0.words[0].place, $1.words.count, $0.number)
        < ($1.words[0].place, $0.words.count, $1.number)
    }
    var rows: [Phrase] = []
    var words: [WordKey] = []
    for phrase in sorted {
      let start = words.count
      words += phrase.words.map { $0.key }
      rows.append(
        Phrase(
          words: start..<words.count, number: phrase.number, isConditional: phrase.isConditional))
    }
    self.phrases = PackedRows(rows)
    self.words = PackedRows(words)
    byFirstWord = WordTable(sorted.map { $0.words[0] })
  }

  /// The phrases that begin with a word, by their index.
  @inlinable @inline(__always)
  package func phrases(beginningWith word: WordHash) -> Range<Int> { byFirstWord.entries(of: word) }

  package subscript(i: Int) -> Phrase { phrases[i] }
}

extension PhraseTable: Packable {
  package func pack(into out: inout PackedWriter) {
    phrases.pack(into: &out)
    words.pack(into: &out)
    byFirstWord.pack(into: &out)
  }

  package init(unpacking reader: inout PackedReader) {
    phrases = PackedRows(unpacking: &reader)
    words = PackedRows(unpacking: &reader)
    byFirstWord = WordTable(unpacking: &reader)
  }
}

extension PhraseTable.Phrase: PackableRow {
  @inlinable package static var width: Int { 3 * Int.width + 1 }

  @usableFromInline
  package func pack(into out: inout PackedWriter) {
    for number in [words.lowerBound, words.upperBound, number] { out.write(column: number) }
    out.write(digit: isConditional ? 1 : 0)
  }

  @usableFromInline
  package init(_ row: PackedColumns) {
    words = row.number(at: 0)..<row.number(at: Int.width)
    number = row.number(at: 2 * Int.width)
    isConditional = row.digit(at: 3 * Int.width) == 1
  }
}
