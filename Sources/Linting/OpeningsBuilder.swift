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
    case .word, .anyOf:
      // A word that must follow directly says more than a prospect.
      let next = program.words(after: opening.step)
      for word in program.words(of: program.steps[opening.step]) {
        words.append((word, next == nil ? opening : Self.pairsFollow))
        for second in next ?? [] { pairs.append((word.followed(by: second), opening)) }
      }
    case .stem(let stem): stems.append((Stems.key(program.stems[stem]), opening))
    case .kind(.capitalised): capitals.append(opening)
    case .kind(.opensQuotation), .kind(.isQuotation): quotations.append(opening)
    case .kind: digits.append(opening)
    // No pattern begins with a gap, nor is a decision a first step: the parser and the program see to it.
    case .anyWord, .anyMark, .fork, .jump, .start, .end, .note, .found: break
    }
  }

  var openings: Openings {
    Openings(
      words: Self.table(of: words), pairs: Self.table(of: pairs), stems: Self.table(of: stems),
      digits: Self.rows(of: digits), capitals: Self.rows(of: capitals),
      quotations: Self.rows(of: quotations))
  }

  /// Lays the openings of each word side by side, in the order of the patterns.
  private static func table(of entries: Entries) -> OpeningTable {
    var keys: [WordHash] = []
    var openings: [Opening] = []
    for (key, opening) in entries.sorted(by: {
      ($0.key.place, $0.opening.pattern, $0.opening.step)
        < ($1.key.place, $1.opening.pattern, $1.opening.step)
    }) where keys.last != key || openings.last != opening {
      keys.append(key)
      openings.append(opening)
    }
    return OpeningTable(table: WordTable(keys), openings: rows(of: openings))
  }

  private static func rows(of openings: [Opening]) -> PackedRows<Openings.Opening> {
    PackedRows(openings) { out, opening in
      out.write(digit: opening.scope.rawValue)
      out.write(
        digit: (opening.atStart ? 1 : 0) + (opening.isNoted ? 2 : 0) + (opening.needsNext ? 4 : 0))
      for number in [opening.pattern, opening.first, opening.step] { out.write(column: number) }
      out.write(column: opening.prospect.map { $0 + 1 } ?? 0)
    }
  }
}
