import SourceText

/// Names by number, so that a look-up compares two integers.
struct Names: Sendable {
  private(set) var all: [String] = []
  private var hashes: [WordHash] = []
  /// Where the hash of a name leads: one more than its number, zero where there is none. At most half full.
  private var slots: [Int32] = []

  /// The number of a name, given to it now if it has none.
  mutating func number(for name: String) -> Int {
    let hash = WordHash(of: name)
    if let known = number(of: name, hash) { return known }
    all.append(name)
    hashes.append(hash)
    if all.count * 2 > slots.count {
      slots = Array(repeating: 0, count: max(32, slots.count * 4))
      for number in all.indices { enter(number) }
    } else {
      enter(all.count - 1)
    }
    return all.count - 1
  }

  func number(of name: String) -> Int? { number(of: name, WordHash(of: name)) }

  /// The number here of each name of another list, -1 for those that are not here.
  func numbers(of others: Names) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(others.all.count)
    for (i, name) in others.all.enumerated() {
      numbers.append(number(of: name, others.hashes[i]) ?? -1)
    }
    return numbers
  }

  subscript(number: Int) -> String { all[number] }

  private func number(of name: String, _ hash: WordHash) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = place(of: hash)
    while slots[slot] > 0 {
      let number = Int(slots[slot]) - 1
      if hashes[number] == hash, all[number] == name { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private mutating func enter(_ number: Int) {
    var slot = place(of: hashes[number])
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number + 1)
  }

  private func place(of hash: WordHash) -> Int {
    Int(truncatingIfNeeded: hash.value ^ hash.value >> 32) & (slots.count - 1)
  }
}
