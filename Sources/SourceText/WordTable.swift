/// Finds the entries of a word in a list of entries, by the word's hash alone.
///
/// Hashes of words are spread well enough as they are; hashing them again, as a `Dictionary` does, would cost more than
/// all the rest where every word of a text is looked up.
///
/// The words lie in the order of their places, with a list of how many lie before each place: as good as a table with
/// gaps, and a third of its size, which every start has to fill.
@usableFromInline
package struct WordTable: Sendable {
  /// Each word once.
  @usableFromInline let words: [WordHash]
  /// The first entry of each word, and how many entries there are.
  @usableFromInline let firsts: [UInt32]
  /// How many words lie before each place.
  @usableFromInline let places: [UInt32]
  /// By how much a place that counts to 2⁶⁴ is shortened.
  @usableFromInline let shift: UInt64

  /// - Parameter keys: the word of each entry, in the order of their places.
  package init(_ keys: [WordHash]) {
    var words: [WordHash] = []
    var firsts: [UInt32] = []
    for (i, key) in keys.enumerated() where words.last != key {
      words.append(key)
      firsts.append(UInt32(i))
    }
    self.init(words, firsts + [UInt32(keys.count)])
  }

  private init(_ words: [WordHash], _ firsts: [UInt32]) {
    var bits: UInt64 = 1
    while 1 << bits < words.count { bits += 1 }
    shift = 64 - bits
    var places: [UInt32] = []
    places.reserveCapacity(1 << Int(bits) + 1)
    for (i, word) in words.enumerated() {
      let place = Int(truncatingIfNeeded: word.place >> shift)
      while places.count <= place { places.append(UInt32(i)) }
    }
    while places.count <= 1 << bits { places.append(UInt32(words.count)) }
    self.words = words
    self.firsts = firsts
    self.places = places
  }

  /// The entries of a word, by their index; empty when it has none.
  @inlinable @inline(__always)
  package func entries(of word: WordHash) -> Range<Int> {
    places.withUnsafeBufferPointer { places in
      let place = Int(truncatingIfNeeded: word.place &>> shift)
      var i = Int(places[place])
      let end = Int(places[place &+ 1])
      if i == end { return 0..<0 }
      return words.withUnsafeBufferPointer { words in
        while i < end {
          if words[i] == word { return Int(firsts[i])..<Int(firsts[i &+ 1]) }
          i &+= 1
        }
        return 0..<0
      }
    }
  }
}

extension WordTable: Packable {
  package func pack(into out: inout PackedWriter) {
    out.write(words) { out, word in out.write(word) }
    out.write(Array(zip(firsts.dropFirst(), firsts))) { out, ends in
      out.write(Int(ends.0 - ends.1))
    }
  }

  package init(unpacking reader: inout PackedReader) {
    let words = reader.list { $0.word() }
    var firsts: [UInt32] = [0]
    firsts.reserveCapacity(words.count + 1)
    for _ in 0..<reader.int() { firsts.append(firsts[firsts.count - 1] + UInt32(reader.int())) }
    self.init(words, firsts)
  }
}

/// The numbers of things, by the words that they go by.
package struct WordIndex: Sendable {
  private let numbers: [Int32]
  private let table: WordTable

  /// - Parameter entries: in any order; one may stand twice.
  package init(_ entries: [(word: WordHash, number: Int)]) {
    var keys: [WordHash] = []
    var numbers: [Int32] = []
    for (word, number) in entries.sorted(by: {
      ($0.word.place, $0.number) < ($1.word.place, $1.number)
    }) where keys.last != word || numbers.last.map({ Int($0) }) != number {
      keys.append(word)
      numbers.append(Int32(number))
    }
    self.numbers = numbers
    table = WordTable(keys)
  }

  /// The numbers of a word, the smallest first; empty when it has none.
  package subscript(word: WordHash) -> [Int] { table.entries(of: word).map { Int(numbers[$0]) } }
}

extension WordIndex: Packable {
  package func pack(into out: inout PackedWriter) {
    table.pack(into: &out)
    out.write(numbers) { out, number in out.write(Int(number)) }
  }

  package init(unpacking reader: inout PackedReader) {
    table = WordTable(unpacking: &reader)
    numbers = reader.list { $0.int32() }
  }
}

/// A fixed set of words, made once and asked for every word of a text.
@usableFromInline
package struct WordSet: Sendable {
  @usableFromInline let table: WordTable
  package let isEmpty: Bool

  /// The words of a list, in small letters and with white space between them.
  package init(_ list: String) {
    var words: [WordHash] = []
    var isInside = false
    for byte in list.utf8 {
      if byte.isWhitespace {
        isInside = false
        continue
      }
      if !isInside { words.append(WordHash()) }
      isInside = true
      words[words.count - 1].add(byte)
    }
    isEmpty = words.isEmpty
    table = WordTable(words.sorted { $0.place < $1.place })
  }

  @inlinable @inline(__always)
  package func contains(_ word: WordHash) -> Bool { !table.entries(of: word).isEmpty }

  package func isDisjoint(with words: Set<WordHash>) -> Bool { !words.contains { contains($0) } }
}
