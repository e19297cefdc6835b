/// A fixed set of words, made once and asked for every word of a text.
@usableFromInline
package struct WordSet: Sendable {
  /// A word lies at its place or at the next that was free; where nothing lies is 0.
  @usableFromInline let slots: [Slot]
  @usableFromInline let shift: UInt64
  package let isEmpty: Bool

  @usableFromInline
  struct Slot: Sendable {
    @usableFromInline var word = WordHash(0)
    @usableFromInline var number: UInt32 = 0
  }

  /// The words of a list, in small letters and with white space between them.
  package init(_ list: StaticString) {
    var words: [WordHash] = []
    words.addWords(of: list)
    self.init(words)
  }

  package init(_ words: [WordHash]) {
    isEmpty = words.isEmpty
    var bits: UInt64 = 2
    while 1 << bits < 2 * words.count { bits += 1 }
    shift = 64 - bits
    var slots = Array(repeating: Slot(), count: 1 << Int(bits))
    for (number, word) in words.enumerated() {
      var i = Int(truncatingIfNeeded: word.place >> shift)
      while slots[i].word.value != 0, slots[i].word != word { i = (i + 1) % slots.count }
      slots[i] = Slot(word: word, number: UInt32(number))
    }
    self.slots = slots
  }

  /// The place of a word in the list; of two the later.
  @inlinable @inline(__always)
  package func number(of word: WordHash) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var i = Int(truncatingIfNeeded: word.place &>> shift)
      while slots[i].word.value != 0 {
        if slots[i].word == word { return Int(slots[i].number) }
        i = (i &+ 1) & (slots.count &- 1)
      }
      return nil
    }
  }

  @inlinable @inline(__always)
  package func contains(_ word: WordHash) -> Bool { number(of: word) != nil }

  package func isDisjoint(with words: Set<WordHash>) -> Bool { !words.contains { contains($0) } }
}

extension Array<WordHash> {
  /// Adds the words of a list, in small letters and with white space between them.
  package mutating func addWords(of list: StaticString) {
    list.withUTF8Buffer { bytes in
      var word: WordHash?
      for byte in bytes {
        if byte.isWhitespace {
          if let word { append(word) }
          word = nil
        } else {
          var longer = word ?? WordHash()
          longer.add(byte)
          word = longer
        }
      }
      if let word { append(word) }
    }
  }
}
