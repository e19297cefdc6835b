import SourceText

/// Finds the matches of many patterns in one pass over a text.
///
/// Each word of the text is looked up once, in a table of the words with which any pattern can begin
/// (``Openings``). Only the patterns that begin with that very word are then tried from there, so what a
/// further rule costs depends on how often its words occur and not on how many rules there are.
struct Matcher: Sendable {
  private let program: Program
  private let openings: Openings

  /// A stretch of tokens that a pattern fits.
  struct Match: Sendable, Hashable {
    let pattern: Int
    let tokens: Range<Int>
    /// The passage it lies in, by its index.
    var passage = 0
    /// What the brackets of the pattern matched, by their number; empty unless noted.
    var captures: [Range<Int>?] = []
  }

  /// A stretch of the text that is read by itself: a paragraph of a question.
  struct Passage {
    let tokens: Range<Int>
    var scope: Scope = .all
    /// Whether the question begins and ends with it.
    var opensQuestion = true
    var closesQuestion = true
  }

  /// - Parameters:
  ///   - scope: where each pattern, by its index, is looked for.
  ///   - notingCaptures: the patterns, by their index, whose brackets are noted.
  init(
    _ patterns: [Pattern], in scope: (Int) -> Scope = { _ in .all },
    notingCaptures: (Int) -> Bool = { _ in false }
  ) {
    var program = ProgramBuilder()
    var openings = OpeningsBuilder()
    for (i, pattern) in patterns.enumerated() {
      let isNoted = notingCaptures(i)
      let first = program.add(pattern, notingCaptures: isNoted)
      for opening in program.openings(from: first) {
        openings.add(
          .init(
            pattern: i, first: first, step: opening.step,
            prospect: program.prospect(after: opening.step), scope: scope(i),
            atStart: opening.atStart, isNoted: isNoted),
          of: program)
      }
    }
    self.program = program.program
    self.openings = openings.openings
  }

  /// The matches in a text, ordered by where they begin and then by pattern.
  ///
  /// Of the matches of one pattern that begin at one token only the longest is given.
  func matches(in words: Words, of bytes: [UInt8], passages: [Passage]) -> [Match] {
    // What is read of the program's tables does not keep them.
    defer { withExtendedLifetime(self) {} }
    return words.tokens.withUnsafeBufferPointer { tokens in
      bytes.withUnsafeBufferPointer { bytes in
        Walk.with(program, tokens, bytes) { walk in
          matches(of: &walk, tokens, bytes, passages)
        }
      }
    }
  }

  private func matches(
    of walk: inout Walk, _ tokens: UnsafeBufferPointer<Words.Token>,
    _ bytes: UnsafeBufferPointer<UInt8>, _ passages: [Passage]
  ) -> [Match] {
    var found: [Match] = []
    for (number, passage) in passages.enumerated() {
      walk.passage = passage
      for i in passage.tokens {
        let before = found.count
        openings.visit(i, of: tokens, bytes) { opening in
          if opening.scope.isDisjoint(with: passage.scope) { return }
          if opening.atStart, i > passage.tokens.lowerBound || !passage.opensQuestion { return }
          guard var match = walk.match(opening, at: i) else { return }
          match.passage = number
          found.append(match)
        }
        if found.count > before + 1 { found.keepLongest(from: before) }
      }
    }
    return found
  }
}

extension Matcher: Packable {
  func pack(into out: inout PackedWriter) {
    program.pack(into: &out)
    openings.pack(into: &out)
  }

  init(unpacking reader: inout PackedReader) {
    program = Program(unpacking: &reader)
    openings = Openings(unpacking: &reader)
  }
}

extension Array<Matcher.Match> {
  /// A pattern can begin in several ways with the same word; one match of it is kept.
  fileprivate mutating func keepLongest(from first: Int) {
    let here = self[first...].sorted {
      ($0.pattern, $1.tokens.upperBound) < ($1.pattern, $0.tokens.upperBound)
    }
    removeLast(count - first)
    for match in here where count == first || self[count - 1].pattern != match.pattern {
      append(match)
    }
  }
}
