import SourceText

/// Many patterns looked for in one pass, without rules around them.
///
/// What the reader of letters takes from the linter: the language in which phrases are written, and the
/// one walk over the words of a text.
package struct Phrases: Sendable {
  private let matcher: Matcher

  /// A stretch of tokens that a pattern fits, and the passage it lies in; both by their index.
  package struct Match: Sendable, Hashable {
    package let pattern: Int
    package let passage: Int
    package let tokens: Range<Int>
  }

  package init(_ patterns: [Pattern]) {
    matcher = Matcher(patterns)
  }

  /// The matches, ordered by passage, by where they begin, and then by pattern.
  ///
  /// - Parameter passages: stretches of tokens that do not overlap; `^` and `$` are their edges.
  package func matches(in words: Words, of bytes: [UInt8], passages: [Range<Int>]) -> [Match] {
    var asked: [Matcher.Passage] = []
    for tokens in passages { asked.append(.init(tokens: tokens)) }
    var found: [Match] = []
    for match in matcher.matches(in: words, of: bytes, passages: asked) {
      found.append(Match(pattern: match.pattern, passage: match.passage, tokens: match.tokens))
    }
    return found
  }
}
