/// Finds the entries of a word in a list of entries, by the word's hash alone.
///
/// Hashes of words are spread well enough as they are; hashing them again, as a `Dictionary` does, would cost more than
/// all the rest where every word of a text is looked up.
///
/// A word lies at its place, or at the next that was free. So the table is read where it stands, and a word that is not
/// in it, as most are not, costs one look.
@usableFromInline
package struct WordTable: Sendable {
  @usableFromInline let slots: PackedRows<Slot>
  /// By how much a place that counts to 2⁶⁴ is shortened.
  @usableFromInline let shift: UInt64

  /// A word and its entries; where nothing lies the word is that of the hash 0.
  @usableFromInline
  struct Slot: PackedRow {
    @usableFromInline let columns: PackedColumns

    @inlinable static var width: Int { WordKey.width + 2 * Int.width }

    @inlinable
    init(_ row: PackedColumns) { columns = row }

    @inlinable var word: WordKey { columns.word(at: 0) }

    @inlinable var entries: Range<Int> {
      columns.number(at: WordKey.width)..<columns.number(at: WordKey.width + Int.width)
    }
  }

  /// - Parameter keys: the word of each entry, equal ones side by side.
  package init(_ keys: [WordHash]) {
    var count = 0
    for i in keys.indices where i == 0 || keys[i] != keys[i - 1] { count += 1 }
    var bits: UInt64 = 1
    while 1 << bits <= count + count / 2 { bits += 1 }
    shift = 64 - bits
    var slots: [Range<Int>?] = Array(repeating: nil, count: 1 << Int(bits))
    for (i, key) in keys.enumerated() {
      if i > 0, key == keys[i - 1] { continue }
      var place = Int(truncatingIfNeeded: key.place >> shift)
      while slots[place] != nil { place = (place + 1) % slots.count }
      var end = i + 1
      while end < keys.count, keys[end] == key { end += 1 }
      slots[place] = i..<end
    }
    self.slots = PackedRows(slots) { out, entries in
      out.write(column: entries.map { keys[$0.lowerBound].key } ?? WordHash(0).key)
      out.write(column: entries?.lowerBound ?? 0)
      out.write(column: entries?.upperBound ?? 0)
    }
  }

  /// The entries of a word, by their index; empty when it has none.
  @inlinable @inline(__always)
  package func entries(of word: WordHash) -> Range<Int> {
    // A slot does not keep the table that it is read from.
    defer { withExtendedLifetime(slots.owner) {} }
    var place = Int(truncatingIfNeeded: word.place &>> shift)
    while true {
      let slot = slots[place]
      if slot.word == word.key { return slot.entries }
      if slot.word == WordHash(0).key { return 0..<0 }
      place = (place &+ 1) & (slots.count &- 1)
    }
  }
}

extension WordTable: Packable {
  package func pack(into out: inout PackedWriter) {
    slots.pack(into: &out)
    out.write(shift)
  }

  package init(unpacking reader: inout PackedReader) {
    slots = PackedRows(unpacking: &reader)
    shift = reader.number()
  }
}

/// The numbers of things, by the words that they go by.
package struct WordIndex: Sendable {
  private let numbers: PackedRows<Int>
  private let table: WordTable

  /// - Parameter entries: in any order; one may stand twice.
  package init(_ entries: [(word: WordHash, number: Int)]) {
    var keys: [WordHash] = []
    var numbers: [Int] = []
    for (word, number) in entries.sorted(by: {
      ($0.word.place, $0.number) < ($1.word.place, $1.number)
    }) where keys.last != word || numbers.last != number {
      keys.append(word)
      numbers.append(number)
    }
    self.numbers = PackedRows(numbers)
    table = WordTable(keys)
  }

  /// The numbers of a word, the smallest first; empty when it has none.
  package subscript(word: WordHash) -> [Int] { table.entries(of: word).map { numbers[$0] } }
}

extension WordIndex: Packable {
  package func pack(into out: inout PackedWriter) {
    table.pack(into: &out)
    numbers.pack(into: &out)
  }

  package init(unpacking reader: inout PackedReader) {
    table = WordTable(unpacking: &reader)
    numbers = PackedRows(unpacking: &reader)
  }
}
