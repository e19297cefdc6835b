import SourceText

/// With which words the patterns begin: the table that each word of a text is looked up in once.
///
/// Most patterns can only go on with certain words ("associated" with "with" or "to"). Those are kept by
/// both words together, so that a common first word ("all", "in") calls up few patterns.
struct Openings: Sendable {
  /// A pattern, and the step of it that takes the first word.
  struct Opening: Sendable, Hashable {
    let pattern: Int
    let first: Int
    let step: Int
    /// Fits at the start of a question only.
    let atStart: Bool
    /// Fits in passages of these only.
    var scope: Scope = .all
    /// What must come soon behind it; nil when that can be anything.
    var prospect: Program.Prospect? = nil
  }

  private var words = OpeningTable()
  private var pairs = OpeningTable()
  private var stems = OpeningTable()
  private var digits: [Opening] = []
  private var capitals: [Opening] = []
  private var quotations: [Opening] = []
  /// Stands in ``words`` for "look at the next word too".
  private static let pairsFollow = Opening(pattern: -1, first: 0, step: 0, atStart: false)

  init() {}

  mutating func add(_ opening: Opening, of program: Program) {
    switch program.steps[opening.step] {
    case .word(let hash):
      // A word that must follow directly says more than a prospect.
      if let next = program.words(after: opening.step) {
        words.add(Self.pairsFollow, for: hash)
        for second in next { pairs.add(opening, for: hash.followed(by: second)) }
      } else {
        words.add(opening, for: hash)
      }
    case .stem(let stem): stems.add(opening, for: Stems.key(program.stems[stem]))
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
    var prospects: [Program.Prospect?] = []
    var numbers: [Program.Prospect?: Int] = [:]
    for opening in all where numbers[opening.prospect] == nil {
      numbers[opening.prospect] = prospects.count
      prospects.append(opening.prospect)
    }
    out.write(prospects) { out, prospect in
      out.write(prospect != nil)
      prospect?.pack(into: &out)
    }
    func write(_ out: inout PackedWriter, _ opening: Opening) {
      out.write(opening.pattern + 1)
      out.write(opening.first)
      out.write(opening.step - opening.first)
      out.write(opening.atStart)
      out.write(Int(opening.scope.rawValue))
      out.write(numbers[opening.prospect] ?? 0)
    }
    for table in [words, pairs, stems] { table.pack(into: &out, write) }
    for openings in [digits, capitals, quotations] { out.write(openings, write) }
  }

  init(unpacking reader: inout PackedReader) {
    let prospects = reader.list { reader in
      reader.flag() ? Program.Prospect(unpacking: &reader) : nil
    }
    func read(_ reader: inout PackedReader) -> Opening {
      let (pattern, first) = (reader.int() - 1, reader.int())
      return Opening(
        pattern: pattern, first: first, step: first + reader.int(), atStart: reader.flag(),
        scope: Scope(rawValue: UInt8(reader.int())), prospect: prospects[reader.int()])
    }
    words = OpeningTable(unpacking: &reader, read)
    pairs = OpeningTable(unpacking: &reader, read)
    stems = OpeningTable(unpacking: &reader, read)
    digits = reader.list(read)
    capitals = reader.list(read)
    quotations = reader.list(read)
  }

  private var all: [Opening] {
    words.openings + pairs.openings + stems.openings + digits + capitals + quotations
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
  private(set) var openings: [Openings.Opening] = []
  private var keys: [WordHash] = []
  private var table = WordTable([])

  init() {}

  var isEmpty: Bool { openings.isEmpty }

  mutating func add(_ opening: Openings.Opening, for key: WordHash) {
    added.append((key, opening))
  }

  /// Lays the openings of each word side by side, in the order of the patterns.
  mutating func freeze() {
    added.sort {
      ($0.key.value, $0.opening.pattern, $0.opening.step)
        < ($1.key.value, $1.opening.pattern, $1.opening.step)
    }
    for (key, opening) in added where keys.last != key || openings.last != opening {
      keys.append(key)
      openings.append(opening)
    }
    table = WordTable(keys)
    added = []
  }

  func pack(
    into out: inout PackedWriter, _ write: (inout PackedWriter, Openings.Opening) -> Void
  ) {
    out.write(keys.count)
    for i in keys.indices {
      out.write(i == 0 || keys[i] != keys[i - 1])
      if i == 0 || keys[i] != keys[i - 1] { out.write(keys[i].value) }
      write(&out, openings[i])
    }
  }

  init(
    unpacking reader: inout PackedReader, _ read: (inout PackedReader) -> Openings.Opening
  ) {
    var key = WordHash()
    for _ in 0..<reader.int() {
      if reader.flag() { key = WordHash(reader.number()) }
      keys.append(key)
      openings.append(read(&reader))
    }
    table = WordTable(keys)
  }

  @inline(__always)
  func visit(_ key: WordHash, _ call: (Openings.Opening) -> Void) {
    for i in table.entries(of: key) { call(openings[i]) }
  }
}
