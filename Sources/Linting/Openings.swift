import SourceText

/// With which words the patterns begin: the table that each word of a text is looked up in once.
///
/// Most patterns can only go on with certain words ("associated" with "with" or "to"). Those are kept by
/// both words together, so that a common first word ("all", "in") calls up few patterns.
struct Openings: Sendable {
  /// A pattern, and the step of it that takes the first word.
  struct Opening: Sendable, Hashable {
    let pattern: Int32
    let first: Int32
    let step: Int32
    /// The number of what must come soon behind it; -1 when that can be anything.
    let prospect: Int32
    /// Fits in passages of these only.
    let scope: Scope
    /// Fits at the start of a question only.
    let atStart: Bool
  }

  private var words = OpeningTable()
  private var pairs = OpeningTable()
  private var stems = OpeningTable()
  private var digits: [Opening] = []
  private var capitals: [Opening] = []
  private var quotations: [Opening] = []
  /// Stands in ``words`` for "look at the next word too".
  private static let pairsFollow = Opening(
    pattern: -1, first: 0, step: 0, prospect: -1, scope: .all, atStart: false)

  init() {}

  mutating func add(_ opening: Opening, of program: Program) {
    switch program.steps[Int(opening.step)] {
    case .word(let word):
      let hash = program.words[Int(word)]
      // A word that must follow directly says more than a prospect.
      if let next = program.words(after: Int(opening.step)) {
        words.add(Self.pairsFollow, for: hash)
        for second in next { pairs.add(opening, for: hash.followed(by: second)) }
      } else {
        words.add(opening, for: hash)
      }
    case .stem(let stem): stems.add(opening, for: Stems.key(program.stems[Int(stem)]))
    case .kind(.capitalised): capitals.append(opening)
    case .kind(.opensQuotation), .kind(.isQuotation): quotations.append(opening)
    case .kind: digits.append(opening)
    // No pattern begins with a gap, nor is a decision a first step: the parser and the program see to it.
    case .anyWord, .anyMark, .fork, .jump, .start, .end, .note, .found: break
    }
  }

  mutating func freeze() {
    words.freeze()
    pairs.freeze()
    stems.freeze()
  }

  /// Calls with each opening that may take a token; of stems only the first letters are compared.
  ///
  /// The same opening may come twice.
  @inline(__always)
  func visit(
    _ i: Int, of tokens: UnsafeBufferPointer<Words.Token>, _ bytes: UnsafeBufferPointer<UInt8>,
    _ call: (Opening) -> Void
  ) {
    let token = tokens[i]
    words.visit(token.hash) { opening in
      if opening.pattern >= 0 { call(opening) } else { visitPairs(i, of: tokens, call) }
    }
    if token.traits.contains(.opensQuotation) { for opening in quotations { call(opening) } }
    if token.traits.contains(.mark) { return }
    if !stems.isEmpty, let key = Stems.key(bytes, token.range) { stems.visit(key, call) }
    if token.traits.contains(.digits) { for opening in digits { call(opening) } }
    if token.traits.contains(.capital) { for opening in capitals { call(opening) } }
  }

  /// The second word may stand behind marks that no pattern need spell.
  @inline(__always)
  private func visitPairs(
    _ first: Int, of tokens: UnsafeBufferPointer<Words.Token>, _ call: (Opening) -> Void
  ) {
    var i = first + 1
    while i < tokens.count {
      pairs.visit(tokens[first].hash.followed(by: tokens[i].hash), call)
      guard tokens[i].traits.contains(.slight) else { return }
      i += 1
    }
  }
}

// MARK: - As a table

extension Openings {
  func pack(into out: inout PackedWriter) {
    for table in [words, pairs, stems] { table.pack(into: &out) }
    for openings in [digits, capitals, quotations] {
      out.write(openings) { out, opening in opening.pack(into: &out) }
    }
  }

  init(unpacking reader: inout PackedReader) {
    words = OpeningTable(unpacking: &reader)
    pairs = OpeningTable(unpacking: &reader)
    stems = OpeningTable(unpacking: &reader)
    digits = reader.list { Opening(unpacking: &$0) }
    capitals = reader.list { Opening(unpacking: &$0) }
    quotations = reader.list { Opening(unpacking: &$0) }
  }
}

extension Openings.Opening {
  fileprivate func pack(into out: inout PackedWriter) {
    out.write(Int(pattern + 1))
    out.write(Int(first))
    out.write(Int(step - first))
    out.write(Int(prospect + 1))
    out.write(Int(scope.rawValue))
    out.write(atStart)
  }

  fileprivate init(unpacking reader: inout PackedReader) {
    pattern = reader.int32() - 1
    first = reader.int32()
    step = first + reader.int32()
    prospect = reader.int32() - 1
    scope = Scope(rawValue: UInt8(reader.int()))
    atStart = reader.flag()
  }
}

/// Words whose ending is left open.
enum Stems {
  static let shortest = 3

  /// The hash of the first letters, by which stems are found.
  static func key(_ stem: [UInt8]) -> WordHash {
    stem.withUnsafeBufferPointer { key($0, 0..<stem.count) } ?? WordHash()
  }

  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) -> WordHash? {
    guard range.count >= shortest else { return nil }
    var hash = WordHash()
    for i in range.lowerBound..<range.lowerBound + shortest { hash.add(bytes[i] | 0x20) }
    return hash
  }

  static func fits(
    _ stem: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange
  ) -> Bool {
    guard range.count >= stem.count else { return false }
    // A stem is small letters and digits, on which the bit has no effect.
    for i in 0..<stem.count where bytes[range.lowerBound + i] | 0x20 != stem[i] { return false }
    return true
  }
}

/// Openings by a word.
private struct OpeningTable: Sendable {
  private var added: [(key: WordHash, opening: Openings.Opening)] = []
  private var openings: [Openings.Opening] = []
  private var table = WordTable([])

  init() {}

  var isEmpty: Bool { openings.isEmpty }

  mutating func add(_ opening: Openings.Opening, for key: WordHash) {
    added.append((key, opening))
  }

  /// Lays the openings of each word side by side, in the order of the patterns.
  mutating func freeze() {
    added.sort {
      ($0.key.place, $0.opening.pattern, $0.opening.step)
        < ($1.key.place, $1.opening.pattern, $1.opening.step)
    }
    var keys: [WordHash] = []
    for (key, opening) in added where keys.last != key || openings.last != opening {
      keys.append(key)
      openings.append(opening)
    }
    table = WordTable(keys)
    added = []
  }

  func pack(into out: inout PackedWriter) {
    table.pack(into: &out)
    out.write(openings) { out, opening in opening.pack(into: &out) }
  }

  init(unpacking reader: inout PackedReader) {
    table = WordTable(unpacking: &reader)
    openings = reader.list { Openings.Opening(unpacking: &$0) }
  }

  @inline(__always)
  func visit(_ key: WordHash, _ call: (Openings.Opening) -> Void) {
    for i in table.entries(of: key) { call(openings[i]) }
  }
}
