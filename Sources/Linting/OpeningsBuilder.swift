import SourceText

/// Sorts the openings of patterns into the tables of ``Openings``.
struct OpeningsBuilder {
  /// What ``Openings/Opening`` reads.
  struct Opening: Equatable {
    let pattern: Int
    let first: Int
    let step: Int
    let prospect: Int?
    let scope: Scope
    let atStart: Bool
    let isNoted: Bool
    var needsNext = false
  }

  private typealias Entries = [(key: WordHash, opening: Opening)]

  private var words: Entries = []
  private var pairs: Entries = []
  private var stems: Entries = []
  private var digits: [Opening] = []
  private var capitals: [Opening] = []
  private var quotations: [Opening] = []

  private static let pairsFollow = Opening(
    pattern: 0, first: 0, step: 0, prospect: nil, scope: .all, atStart: false, isNoted: false,
    needsNext: true)

  mutating func add(_ opening: Opening, of program: ProgramBuilder) {
    switch program.steps[opening.step] {
    case .word(let word):
      // A word that must follow directly says more than a prospect.
      if let next = program.words(after: opening.step) {
        words.append((program.words[word], Self.pairsFollow))
        for second in next { pairs.append((program.words[word].followed(by: second), opening)) }
      } else {
        words.append((program.words[word], opening))
      }
    case .stem(let stem): stems.append((Stems.key(program.stems[stem]), opening))
    case .kind(.capitalised): capitals.append(opening)
    case .kind(.opensQuotation), .kind(.isQuotation): quotations.append(opening)
    case .kind: digits.append(opening)
    // No pattern begins with a gap, nor is a decision a first step: the parser and the program see to it.
    case .anyWord, .anyMark, .fork, .jump, .start, .end, .note, .found: break
    }
  }

  func pack(into out: inout PackedWriter) {
    for entries in [words, pairs, stems] { Self.pack(entries, into: &out) }
    for openings in [digits, capitals, quotations] { Self.pack(openings, into: &out) }
  }

  /// Lays the openings of each word side by side, in the order of the patterns.
  private static func pack(_ entries: Entries, into out: inout PackedWriter) {
    var keys: [WordHash] = []
    var openings: [Opening] = []
    for (key, opening) in entries.sorted(by: {
      ($0.key.place, $0.opening.pattern, $0.opening.step)
        < ($1.key.place, $1.opening.pattern, $1.opening.step)
    }) where keys.last != key || openings.last != opening {
      keys.append(key)
      openings.append(opening)
    }
    WordTable(keys).pack(into: &out)
    pack(openings, into: &out)
  }

  private static func pack(_ openings: [Opening], into out: inout PackedWriter) {
    out.write(openings) { out, opening in
      out.write(digit: opening.scope.rawValue)
      out.write(
        digit: (opening.atStart ? 1 : 0) + (opening.isNoted ? 2 : 0) + (opening.needsNext ? 4 : 0))
      for number in [opening.pattern, opening.first, opening.step] { out.write(column: number) }
      out.write(column: opening.prospect.map { $0 + 1 } ?? 0)
    }
  }
}
