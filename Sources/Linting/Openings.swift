import SourceText

/// With which words the patterns begin: the table that each word of a text is looked up in once.
///
/// Most patterns can only go on with certain words ("associated" with "with" or "to"). Those are kept by
/// both words together, so that a common first word ("all", "in") calls up few patterns.
struct Openings: Sendable {
  /// A pattern, and the step of it that takes the first word.
  ///
  /// Its columns are read when they are asked for: most openings are passed over at the first.
  struct Opening: PackedRow {
    private let columns: PackedColumns

    static var width: Int { 2 + 4 * Int.width }

    init(_ row: PackedColumns) { columns = row }

    var pattern: Int { columns.number(at: 2) }
    var first: Int { columns.number(at: 2 + Int.width) }
    var step: Int { columns.number(at: 2 + 2 * Int.width) }
    /// The number of what must come soon behind it; nil when that can be anything.
    var prospect: Int? {
      let number = columns.number(at: 2 + 3 * Int.width)
      return number == 0 ? nil : number - 1
    }
    /// Fits in passages of these only.
    var scope: Scope { Scope(rawValue: columns.digit(at: 0)) }
    /// Fits at the start of a question only.
    var atStart: Bool { columns.digit(at: 1) & 1 != 0 }
    /// What the brackets of the pattern match is noted.
    var isNoted: Bool { columns.digit(at: 1) & 2 != 0 }
    /// Stands for "look at the next word too".
    var needsNext: Bool { columns.digit(at: 1) & 4 != 0 }
  }

  let words: OpeningTable
  let pairs: OpeningTable
  let stems: OpeningTable
  let digits: PackedRows<Opening>
  let capitals: PackedRows<Opening>
  let quotations: PackedRows<Opening>

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
      if opening.needsNext { visitPairs(i, of: tokens, call) } else { call(opening) }
    }
    if token.traits.contains(.opensQuotation) { quotations.visit(call) }
    if token.traits.contains(.mark) { return }
    if !stems.isEmpty, let key = Stems.key(bytes, token.range) { stems.visit(key, call) }
    if token.traits.contains(.digits) { digits.visit(call) }
    if token.traits.contains(.capital) { capitals.visit(call) }
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

extension Openings: Packable {
  func pack(into out: inout PackedWriter) {
    for table in [words, pairs, stems] { table.pack(into: &out) }
    for openings in [digits, capitals, quotations] { openings.pack(into: &out) }
  }

  init(unpacking reader: inout PackedReader) {
    words = OpeningTable(unpacking: &reader)
    pairs = OpeningTable(unpacking: &reader)
    stems = OpeningTable(unpacking: &reader)
    digits = PackedRows(unpacking: &reader)
    capitals = PackedRows(unpacking: &reader)
    quotations = PackedRows(unpacking: &reader)
  }
}

extension PackedRows<Openings.Opening> {
  @inline(__always)
  fileprivate func visit(_ call: (Openings.Opening) -> Void) {
    for i in 0..<count { call(self[i]) }
  }
}

/// Openings by a word.
struct OpeningTable: Sendable {
  let table: WordTable
  let openings: PackedRows<Openings.Opening>

  var isEmpty: Bool { openings.count == 0 }

  @inline(__always)
  func visit(_ key: WordHash, _ call: (Openings.Opening) -> Void) {
    for i in table.entries(of: key) { call(openings[i]) }
  }
}

extension OpeningTable: Packable {
  func pack(into out: inout PackedWriter) {
    table.pack(into: &out)
    openings.pack(into: &out)
  }

  init(unpacking reader: inout PackedReader) {
    table = WordTable(unpacking: &reader)
    openings = PackedRows(unpacking: &reader)
  }
}
