/// Finds the entries of a word in a list of entries, by the word's hash alone.
///
/// Hashes of words are spread well enough as they are; hashing them again, as a `Dictionary` does, would cost more than
/// all the rest where every word of a text is looked up.
@usableFromInline
package struct WordTable: Sendable {
  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var key = WordHash()
    @usableFromInline var first: Int32 = 0
    /// Zero in a slot that is free.
    @usableFromInline var end: Int32 = 0

    @usableFromInline init() {}
  }

  @usableFromInline var slots: [Slot]

  /// - Parameter keys: the word of each entry, equal ones side by side.
  package init(_ keys: [WordHash]) {
    var size = 4
    while size < keys.count * 2 { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
    var first = 0
    while first < keys.count {
      var end = first + 1
      while end < keys.count, keys[end] == keys[first] { end += 1 }
      var slot = Self.place(of: keys[first], in: size)
      while slots[slot].end > 0 { slot = (slot + 1) & (size - 1) }
      slots[slot].key = keys[first]
      slots[slot].first = Int32(first)
      slots[slot].end = Int32(end)
      first = end
    }
  }

  /// The entries of a word, by their index; empty when it has none.
  @inlinable @inline(__always)
  package func entries(of word: WordHash) -> Range<Int> {
    slots.withUnsafeBufferPointer { slots in
      var slot = Self.place(of: word, in: slots.count)
      while slots[slot].end > 0 {
        if slots[slot].key == word { return Int(slots[slot].first)..<Int(slots[slot].end) }
        slot = (slot &+ 1) & (slots.count &- 1)
      }
      return 0..<0
    }
  }

  /// The high bits mixed in, because the low bits of FNV-1a alone are the weaker ones.
  @inlinable @inline(__always)
  static func place(of word: WordHash, in size: Int) -> Int {
    Int(truncatingIfNeeded: word.value ^ word.value >> 32) & (size &- 1)
  }
}

/// The numbers of things, by the words that they go by.
package struct WordIndex: Sendable {
  private let keys: [WordHash]
  private let numbers: [Int]
  private let table: WordTable

  /// - Parameter entries: in any order; one may stand twice.
  package init(_ entries: [(word: WordHash, number: Int)]) {
    var keys: [WordHash] = []
    var numbers: [Int] = []
    for (word, number) in entries.sorted(by: {
      ($0.word.value, $0.number) < ($1.word.value, $1.number)
    }) where keys.last != word || numbers.last != number {
      keys.append(word)
      numbers.append(number)
    }
    self.init(keys, numbers)
  }

  private init(_ keys: [WordHash], _ numbers: [Int]) {
    self.keys = keys
    self.numbers = numbers
    table = WordTable(keys)
  }

  /// The numbers of a word, the smallest first; empty when it has none.
  package subscript(word: WordHash) -> ArraySlice<Int> { numbers[table.entries(of: word)] }
}

extension WordIndex: Packable {
  package func pack(into out: inout PackedWriter) {
    out.write(keys) { out, key in out.write(key.value) }
    out.write(numbers) { out, number in out.write(number) }
  }

  package init(unpacking reader: inout PackedReader) {
    let keys = reader.list { WordHash($0.number()) }
    self.init(keys, reader.list { $0.int() })
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
    table = WordTable(words)
  }

  @inlinable @inline(__always)
  package func contains(_ word: WordHash) -> Bool { !table.entries(of: word).isEmpty }

  package func isDisjoint(with words: Set<WordHash>) -> Bool { !words.contains { contains($0) } }
}
