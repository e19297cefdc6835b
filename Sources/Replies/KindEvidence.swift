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
  /// Sentence by sentence.
  package let terms: [[WordWeights.Term]]
  /// What the phrases say that the letter is.
  package let phrases: Reply.Kind
  private let ranges: [ByteRange]

  package static let weights = WordWeights(PackedTable(BuiltIn.kindTable))

  init(_ outline: Outline, phrases: Reply.Kind) {
    self.phrases = phrases
    source = outline.text.source
    words = outline.text.words
    var terms: [[WordWeights.Term]] = []
    var ranges: [ByteRange] = []
    for sentence in outline.text.sentences where outline.parts[sentence.paragraph] == .letter {
      terms.append(WordWeights.terms(of: sentence.tokens, in: words))
      ranges.append(sentence.range)
    }
    self.terms = terms
    self.ranges = ranges
  }

  /// The evidence of a letter as pasted.
  package init(_ source: Source) {
    let outline = Outline(LetterText(source))
    let questions = outline.quotedRequest()?.request.questions ?? []
    let figures = AnswerReader(outline, outline.regime).figures
    let phrased = outline.kind(
      asking: PointReader(outline, questions).points(), giving: figures)
    self.init(outline, phrases: phrased.kind)
  }

  /// How the table of weights names what phrases say.
  package static func name(of phrases: Reply.Kind) -> String { "[\(phrases.rawValue)]" }

  /// What the words say where that is another kind than the phrases say, with the sentence that says it most.
  package func judgement(
    by weights: WordWeights = weights
  ) -> (kind: Reply.Kind, because: ByteRange)? {
    let scores = weights.scores(
      of: terms.flatMap { $0 }, and: WordWeights.key(of: Self.name(of: phrases)))
    guard var likeliest = weights.kinds.firstIndex(of: phrases.rawValue) else { return nil }
    for kind in scores.indices where scores[kind] > scores[likeliest] { likeliest = kind }
    guard let kind = Reply.Kind(rawValue: weights.kinds[likeliest]), kind != phrases else {
      return nil
    }
    var best = (score: 0.0, because: 0..<0)
    for (terms, range) in zip(terms, ranges) {
      var score = 0.0
      for term in terms {
        if let row = weights.row(of: term.key) { score += weights.weight(row, of: likeliest) }
      }
      if score > best.score { best = (score, range) }
    }
    return (kind, best.because)
  }
}
