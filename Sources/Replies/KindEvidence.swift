import BuiltIn
import Linting
import Requests
import SourceText

/// What the kind of a letter is told by: the words that are the authority's own, and what its phrases say.
///
/// Phrases know how offices have written; words tell the rest. Each word says little, all together say as a rule what
/// a letter is, in whatever manner it is written. How much each says was learnt from letters of known kinds.
package struct KindEvidence: Sendable {
  /// As ``words`` counts.
  package let source: Source
  package let words: Words
  private let sentences: [(range: ByteRange, terms: [WordWeights.Term])]
  /// What the phrases say that the letter is.
  package let phrases: Reply.Kind
  /// Whether it gives an estimate beside a cost that it names: an answer, though its words are a refusal's.
  private let isSettled: Bool

  private static let weights = WordWeights(PackedTable(BuiltIn.kindTable))

  package var terms: [WordWeights.Term] { sentences.flatMap { $0.terms } }

  init(_ outline: Outline, phrases: Reply.Kind) {
    self.phrases = phrases
    isSettled = outline.first(.costs) != nil && outline.first(.estimates) != nil
    source = outline.text.source
    words = outline.text.words
    sentences = outline.text.sentences.filter { outline.parts[$0.paragraph] == .letter }
      .map { [words] in ($0.range, WordWeights.terms(of: $0.tokens, in: words)) }
  }

  /// The evidence of a letter as pasted.
  package init(_ source: Source) {
    let phrases = PhraseReading(source)
    self.init(phrases.outline, phrases: phrases.said.kind)
  }

  /// How the table of weights names what phrases say.
  package static func name(of phrases: Reply.Kind) -> String { "[\(phrases.rawValue)]" }

  /// What the words say where that is another kind than the phrases say, with the sentence that says it most.
  ///
  /// - Parameter weights: nil for those that come with the program.
  package func judgement(
    by weights: WordWeights? = nil
  ) -> (kind: Reply.Kind, because: ByteRange)? {
    let weights = weights ?? Self.weights
    let scores = weights.scores(of: terms, and: WordWeights.key(of: Self.name(of: phrases)))
    guard !isSettled, let said = weights.kinds.firstIndex(of: phrases.rawValue),
      let likeliest = scores.indices.max(by: { scores[$0] < scores[$1] }),
      scores[likeliest] > scores[said],
      let kind = Reply.Kind(rawValue: weights.kinds[likeliest])
    else { return nil }
    var best = (score: 0.0, because: 0..<0)
    for (range, terms) in sentences {
      var score = 0.0
      for term in terms {
        if let row = weights.row(of: term.key) { score += weights.weight(row, of: likeliest) }
      }
      if score > best.score { best = (score, range) }
    }
    return (kind, best.because)
  }
}
