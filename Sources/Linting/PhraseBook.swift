import SourceText

/// Phrases and what each of them shows, looked for in one pass without rules around them.
///
/// What the reader of letters takes from the linter: the language in which phrases are written, and the
/// one walk over the words of a text.
package struct PhraseBook: Sendable {
  /// What phrases show, each once, by name.
  package let meanings: [String]
  private let meaningNumbers: PackedRows<Int>
  private let matcher: Matcher

  /// A stretch of tokens that a phrase fits, and the passage it lies in; both by their index.
  package struct Match: Sendable, Hashable {
    package let phrase: Int
    package let passage: Int
    package let tokens: Range<Int>
  }

  /// Reads `meaning: phrase` lines.
  ///
  /// - Throws: every line without a meaning and every phrase that is no pattern, at its place.
  package init(table source: Source) throws(Diagnostics) {
    var patterns: [Pattern] = []
    var meanings: [String] = []
    var numbers: [Int] = []
    var problems: [Diagnostic] = []
    var start = 0
    while start < source.bytes.count {
      let line = start..<source.bytes.lineEnd(from: start)
      start = source.bytes.nextLine(after: start)
      if source.bytes.trimmed(line).isEmpty { continue }
      guard let colon = source.bytes[line].firstIndex(of: UInt8(ascii: ":")) else {
        problems.append(
          Diagnostic(
            "this line says no meaning", at: .init(source, line),
            remedy: "write \"meaning: phrase\""))
        continue
      }
      let meaning = source[line.lowerBound..<colon]
      do throws(Diagnostics) {
        patterns.append(try Pattern(source, source.bytes.trimmed(colon + 1..<line.upperBound)))
        numbers.append(meanings.firstIndex(of: meaning) ?? meanings.count)
        if numbers.last == meanings.count { meanings.append(meaning) }
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    self.meanings = meanings
    meaningNumbers = PackedRows(numbers)
    matcher = Matcher(patterns)
  }

  /// The number of what a phrase shows.
  package func meaning(of phrase: Int) -> Int { meaningNumbers[phrase] }

  /// The matches, ordered by passage, by where they begin, and then by phrase.
  ///
  /// - Parameter passages: stretches of tokens that do not overlap; `^` and `$` are their edges.
  package func matches(in words: Words, of bytes: [UInt8], passages: [Range<Int>]) -> [Match] {
    var asked: [Matcher.Passage] = []
    for tokens in passages { asked.append(.init(tokens: tokens)) }
    var found: [Match] = []
    for match in matcher.matches(in: words, of: bytes, passages: asked) {
      found.append(Match(phrase: match.pattern, passage: match.passage, tokens: match.tokens))
    }
    return found
  }
}

extension PhraseBook: Packable {
  package func pack(into out: inout PackedWriter) {
    out.write(meanings)
    meaningNumbers.pack(into: &out)
    matcher.pack(into: &out)
  }

  package init(unpacking reader: inout PackedReader) {
    meanings = reader.texts()
    meaningNumbers = PackedRows(unpacking: &reader)
    matcher = Matcher(unpacking: &reader)
  }
}
