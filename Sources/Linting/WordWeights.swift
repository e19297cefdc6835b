import Documents
import SourceText

/// How much the words of a text speak for each of several kinds that it may be of.
///
/// A table of words and of pairs of words, each with a weight for every kind. `swift run -c release learning` works it out
/// from letters of which the kind is known, so that a letter can be told whose phrases nobody thought of.
package struct WordWeights: Sendable {
  /// The kinds, in the order of the weights.
  package let kinds: [String]
  /// What the terms of the table are known by, the smallest first.
  private let keys: PackedRows<Int>
  /// For every term a weight of each kind, as a character.
  private let weights: PackedRows<UInt8>

  /// A weight is a whole number of these, because small numbers make a small table.
  package static let unitsOfOne = 4.0
  /// From the smallest weight to the largest, in those units.
  package static let range = -31...31
  private static let zero = 0x50

  /// Reads `words,kind,kind…` lines: a word, a pair of words, or a kind in brackets, each with its weights.
  ///
  /// - Throws: every weight that is none, at its place.
  package init(table source: Source) throws(Diagnostics) {
    let table = try CSV(source)
    kinds = table.header.dropFirst().map { $0.text }
    var rows: [(key: Int, weights: [UInt8])] = []
    for row in table.rows {
      var weights: [UInt8] = []
      for cell in row.dropFirst() {
        guard let weight = Int(cell.text), Self.range ~= weight else {
          throw source.error(
            "\"\(cell.text)\" is no weight", at: cell.range,
            remedy: "a whole number from \(Self.range.lowerBound) to \(Self.range.upperBound)")
        }
        weights.append(UInt8(Self.zero + weight))
      }
      rows.append((Self.key(of: row[0].text), weights))
    }
    rows.sort { $0.key < $1.key }
    keys = PackedRows(rows.map { $0.key })
    weights = PackedRows(rows.flatMap { $0.weights })
  }
}

// MARK: - Terms

extension WordWeights {
  /// A word, or two that follow one another.
  package struct Term: Sendable {
    package let key: Int
    /// The tokens of its words; the same one twice for a single word.
    package let first, last: Int
  }

  /// The marks that are words here: money is asked for, and a question is one.
  private static let tellingMarks = WordSet("£ ?")
  private static let anyNumber = WordHash("0")

  /// The words of a sentence and their pairs. All numbers are one word.
  package static func terms(of tokens: Range<Int>, in words: Words) -> [Term] {
    var terms: [Term] = []
    var before: (word: WordHash, token: Int)?
    for i in tokens {
      let token = words.tokens[i]
      if token.traits.contains(.mark), !tellingMarks.contains(token.hash) { continue }
      let word = token.traits.contains(.digitFirst) ? anyNumber : token.hash
      if let before {
        terms.append(
          Term(key: key(of: before.word.followed(by: word)), first: before.token, last: i))
      }
      terms.append(Term(key: key(of: word), first: i, last: i))
      before = (word, i)
    }
    return terms
  }

  /// By what a term is known that stands in a table.
  package static func key(of text: String) -> Int {
    // What else is known of a letter, such as the kind that its phrases show, is no word of it.
    if text.utf8.first == UInt8(ascii: "[") { return key(of: WordHash(of: text)) }
    let words = Words(Array(text.utf8))
    let terms = terms(of: 0..<words.tokens.count, in: words)
    return (terms.first { $0.first == 0 && $0.last == words.tokens.count - 1 })?.key ?? 0
  }

  /// Two different terms share one of 2³⁰ keys now and then, which does little harm among hundreds of terms.
  private static func key(of word: WordHash) -> Int {
    Int(truncatingIfNeeded: word.place >> 34)
  }
}

// MARK: - Weighing

extension WordWeights {
  /// What a term says for each kind; nil for one that the table does not have.
  package func row(of key: Int) -> Int? {
    let row = (0..<keys.count).boundary { keys[$0] >= key }
    return row < keys.count && keys[row] == key ? row : nil
  }

  /// How much a row of the table speaks for a kind.
  package func weight(_ row: Int, of kind: Int) -> Double {
    Double(Int(weights[row * kinds.count + kind]) - Self.zero) / Self.unitsOfOne
  }

  /// How much each of a text's terms counts: the more there are the less, so that a long letter says no more than a short
  /// one; but a few lines say less than a letter, and a few words nothing.
  package static func share(ofTerms count: Int) -> Double {
    count < fewWords ? 0 : 1 / Double(max(count, shortLetter)).squareRoot()
  }

  private static let (fewWords, shortLetter) = (24, 64)

  /// How much a text speaks for each kind.
  ///
  /// - Parameters:
  ///   - terms: each counts once, and the more there are the less does each.
  ///   - more: what else is known of it, which counts in full.
  package func scores(of terms: [Term], and more: Int) -> [Double] {
    var rows: [Int] = []
    for term in terms { if let row = row(of: term.key) { rows.append(row) } }
    rows.sort()
    var scores = Array(repeating: 0.0, count: kinds.count)
    var count = 0
    for (i, row) in rows.enumerated() where i == 0 || rows[i - 1] != row {
      count += 1
      for kind in kinds.indices { scores[kind] += weight(row, of: kind) }
    }
    let share = Self.share(ofTerms: count)
    let known = row(of: more)
    for kind in kinds.indices {
      scores[kind] = scores[kind] * share + (known.map { weight($0, of: kind) } ?? 0)
    }
    return scores
  }
}

extension WordWeights: Packable {
  package func pack(into out: inout PackedWriter) {
    out.write(kinds)
    keys.pack(into: &out)
    weights.pack(into: &out)
  }

  package init(unpacking reader: inout PackedReader) {
    kinds = reader.texts()
    keys = PackedRows(unpacking: &reader)
    weights = PackedRows(unpacking: &reader)
  }
}
