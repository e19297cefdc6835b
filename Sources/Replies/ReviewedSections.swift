import Requests
import SourceText

/// What a review made of the sections that the first decision relied on.
///
/// The outcome of a review tells the refusal again before it sets it aside, so that a section is named whether it still
/// stands or not.
struct ReviewedSections {
  /// As written, with their subsections as far as they are named: `31`, `40(2)`.
  private var overturned: [String] = []
  private var upheld: Set<String> = []
  /// Where the first decision was overturned as a whole.
  private var end: Int?

  init(_ outline: Outline, _ regime: Regime, _ verdict: Reply.Verdict?) {
    let text = outline.text
    for (i, sentence) in text.sentences.enumerated()
    where outline.parts[sentence.paragraph] == .letter {
      let falls = outline.all(.overturns, inSentence: i).prefix(Self.mostSignals)
      let stands = outline.all(.upholds, inSentence: i).prefix(Self.mostSignals)
      let isGivenUp = falls.isEmpty && Self.givesUp(sentence.tokens, text)
      for mention in SectionMention.all(in: sentence.tokens, of: text, under: regime) {
        let tokens = text.words.indices(in: mention.range)
        let toFall = Self.distance(from: tokens, to: falls) ?? (isGivenUp ? 0 : nil)
        guard let nearest = toFall ?? Self.distance(from: tokens, to: stands) else { continue }
        if toFall == nil || Self.distance(from: tokens, to: stands).map({ $0 < nearest }) == true {
          upheld.insert(mention.number)
        } else {
          let section = mention.number + mention.subsections
          if !overturned.contains(section) { overturned.append(section) }
        }
      }
      if !falls.isEmpty { end = sentence.range.upperBound }
    }
    if verdict != .overturned || !overturned.isEmpty { end = nil }
  }

  /// Whether a section is still relied on.
  func stands(_ claim: ClaimedExemption) -> Bool {
    if let end { return claim.range.lowerBound >= end }
    if upheld.contains(claim.number) { return true }
    return !overturned.contains { section in
      claim.section == section || claim.section.hasPrefix(section + "(")
    }
  }

  /// No sentence decides more often; a text made to be slow might.
  private static let mostSignals = 20

  /// How many words lie between a section and the nearest of some phrases.
  private static func distance(from section: Range<Int>, to phrases: ArraySlice<Range<Int>>) -> Int?
  {
    var nearest: Int?
    for phrase in phrases {
      let between = max(
        section.lowerBound - phrase.upperBound, phrase.lowerBound - section.upperBound, 0)
      nearest = min(nearest ?? between, between)
    }
    return nearest
  }

  /// "We no longer rely on section 31", "section 31 is withdrawn".
  private static func givesUp(_ tokens: Range<Int>, _ text: LetterText) -> Bool {
    tokens.contains { i in
      let word = text.words.tokens[i].hash
      return withdrawing.contains(word)
        || word == longer && i > tokens.lowerBound && text.words.tokens[i - 1].hash == no
    }
  }

  private static let withdrawing = WordSet("withdraw withdrawn withdrawing disapplied")
  private static let no = WordHash("no")
  private static let longer = WordHash("longer")
}
