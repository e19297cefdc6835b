/// The words of a text and the marks between them, found in one pass.
///
/// This is what the linter reads instead of bytes. White space, line wraps, quotation marks, emoji and
/// `<!-- comments -->` are no tokens, so a pattern meets the same tokens however a text is laid out;
/// what matters of them (a sentence begins here, a quotation ends there) is a trait of the token beside.
///
/// A word is a run of letters, digits and inner apostrophes: "don't" and "15A" are one word, "s.127" is
/// two with a full stop between. Letters beyond Latin are letters, but only ASCII, Latin-1 and Latin
/// Extended-A know capitals, because a table of all of them would outweigh the program.
///
/// Linear in the length of the text, and nothing is allocated for a word.
@usableFromInline
package struct Words: Sendable {
  /// A word, or a mark that stands between words; a run of one mark ("____") is one token.
  ///
  /// What is longer than any word goes on in a further token, so that a token takes sixteen bytes.
  @usableFromInline
  package struct Token: Sendable, Hashable {
    @usableFromInline let start: UInt32
    @usableFromInline let length: UInt16
    @usableFromInline package internal(set) var traits: Traits
    /// Equal for equal words and marks, whatever their capitals, apostrophes and dashes look like.
    @usableFromInline package let hash: WordHash

    @inlinable var end: Int { Int(start) &+ Int(length) }

    /// The bytes of the token.
    @inlinable
    package var range: ByteRange { ByteRange(uncheckedBounds: (Int(start), end)) }
  }

  @usableFromInline
  package struct Traits: OptionSet, Sendable, Hashable {
    @usableFromInline package let rawValue: UInt16

    @inlinable
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Written out, as what an option set comes with is not inlined into other modules: a list of traits is a number when the program is built.
    @inlinable @inline(__always)
    package init(arrayLiteral traits: Traits...) {
      var all: UInt16 = 0
      for trait in traits { all |= trait.rawValue }
      rawValue = all
    }

    /// Written out, as what an option set comes with is not inlined into other modules.
    @inlinable @inline(__always)
    package func contains(_ other: Traits) -> Bool { rawValue & other.rawValue == other.rawValue }

    @inlinable @inline(__always)
    package func isDisjoint(with other: Traits) -> Bool { rawValue & other.rawValue == 0 }

    /// No word: a comma, a slash, a bracket.
    @inlinable package static var mark: Traits { Traits(rawValue: 1 << 0) }
    /// A mark that a pattern need not spell: the hyphen of "body-worn", the full stop of "s.127", the
    /// asterisks of emphasis.
    @inlinable package static var slight: Traits { Traits(rawValue: 1 << 1) }
    @inlinable package static var startsSentence: Traits { Traits(rawValue: 1 << 2) }
    /// A blank line or a list label stands before it.
    @inlinable package static var startsParagraph: Traits { Traits(rawValue: 1 << 3) }
    @inlinable package static var startsLine: Traits { Traits(rawValue: 1 << 4) }
    @inlinable package static var afterSpace: Traits { Traits(rawValue: 1 << 5) }
    @inlinable package static var opensQuotation: Traits { Traits(rawValue: 1 << 6) }
    @inlinable package static var closesQuotation: Traits { Traits(rawValue: 1 << 7) }
    /// Begins with a capital letter.
    @inlinable package static var capital: Traits { Traits(rawValue: 1 << 8) }
    /// Begins with a digit.
    @inlinable package static var digitFirst: Traits { Traits(rawValue: 1 << 9) }
    /// Holds a digit.
    @inlinable package static var digits: Traits { Traits(rawValue: 1 << 10) }
    /// Holds a letter.
    @inlinable package static var letters: Traits { Traits(rawValue: 1 << 11) }
    /// Holds a small letter.
    @inlinable package static var smallLetters: Traits { Traits(rawValue: 1 << 12) }
    /// Is of ASCII letters alone.
    @inlinable package static var plain: Traits { Traits(rawValue: 1 << 13) }
  }

  @usableFromInline package let tokens: [Token]

  /// Reads a whole text.
  package init(_ bytes: [UInt8]) {
    self.init(bytes, in: 0..<bytes.count)
  }

  /// Reads a stretch of a text; offsets stay those of the whole text.
  package init(_ bytes: [UInt8], in range: ByteRange) {
    tokens = bytes.withUnsafeBufferPointer { bytes in
      var reader = WordReader(bytes, range)
      return reader.read()
    }
  }

  /// The indices of the tokens that begin inside a stretch of the text. A binary search.
  package func indices(in range: ByteRange) -> Range<Int> {
    let low = tokens.indices.boundary { Int(tokens[$0].start) >= range.lowerBound }
    return low..<(low..<tokens.count).boundary { Int(tokens[$0].start) >= range.upperBound }
  }

  /// The same for stretches that are asked for one after the other: a walk from the end of the last.
  package func indices(in range: ByteRange, from last: Int) -> Range<Int> {
    var low = last
    while low < tokens.count, Int(tokens[low].start) < range.lowerBound { low += 1 }
    var high = low
    while high < tokens.count, Int(tokens[high].start) < range.upperBound { high += 1 }
    return low..<high
  }

  /// The bytes from the first of these tokens to the last.
  @inlinable
  package func bytes(of indices: Range<Int>) -> ByteRange {
    guard !indices.isEmpty else { return 0..<0 }
    return Int(tokens[indices.lowerBound].start)..<tokens[indices.upperBound - 1].end
  }

  /// The tokens of the sentence that holds one.
  package func sentence(around index: Int) -> Range<Int> {
    var start = index
    while start > 0, !tokens[start].traits.contains(.startsSentence) { start -= 1 }
    var end = index + 1
    while end < tokens.count, !tokens[end].traits.contains(.startsSentence) { end += 1 }
    return start..<end
  }
}
