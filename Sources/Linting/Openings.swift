import SourceText

/// With which words the patterns begin: the table that each word of a text is looked up in once.
struct Openings: Sendable {
  /// A pattern, and the step of it that takes the first word.
  struct Opening: Sendable, Hashable {
    let pattern: Int
    let first: Int
    let step: Int
    /// Fits at the start of a question only.
    let atStart: Bool
  }

  private var words = HashTable()
  private var stems = HashTable()
  private var digits: [Opening] = []
  private var capitals: [Opening] = []
  private var quotations: [Opening] = []

  mutating func add(_ opening: Opening, taking step: Program.Step, of program: Program) {
    switch step {
    case .word(let hash): words.add(opening, for: hash)
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
    stems.freeze()
  }

  /// Calls with each opening that may take a token; of stems only the first letters are compared.
  @inline(__always)
  func visit(_ token: Words.Token, _ bytes: [UInt8], _ call: (Opening) -> Void) {
    words.visit(token.hash, call)
    if token.traits.contains(.mark) { return visitQuotations(token, call) }
    if !stems.isEmpty, let key = Stems.key(bytes, token.range) { stems.visit(key, call) }
    if token.traits.contains(.digits) { for opening in digits { call(opening) } }
    if token.traits.contains(.capital) { for opening in capitals { call(opening) } }
    visitQuotations(token, call)
  }

  @inline(__always)
  private func visitQuotations(_ token: Words.Token, _ call: (Opening) -> Void) {
    if token.traits.contains(.opensQuotation) { for opening in quotations { call(opening) } }
  }
}

/// Words whose ending is left open.
enum Stems {
  static let shortest = 3

  /// The hash of the first letters, by which stems are found.
  static func key(_ stem: [UInt8]) -> WordHash {
    key(stem, 0..<stem.count) ?? WordHash()
  }

  @inline(__always)
  static func key(_ bytes: [UInt8], _ range: ByteRange) -> WordHash? {
    guard range.count >= shortest else { return nil }
    var hash = WordHash()
    for i in range.lowerBound..<range.lowerBound + shortest { hash.add(bytes[i].folded) }
    return hash
  }

  static func fits(_ stem: [UInt8], _ bytes: [UInt8], _ range: ByteRange) -> Bool {
    guard range.count >= stem.count else { return false }
    for i in 0..<stem.count where bytes[range.lowerBound + i].folded != stem[i] { return false }
    return true
  }
}

/// A hash table with open addressing from a word to its openings.
private struct HashTable: Sendable {
  private var added: [(key: WordHash, opening: Openings.Opening)] = []
  private var openings: [Openings.Opening] = []
  private var slots: [Slot] = []
  private var mask: UInt64 = 0

  private struct Slot: Sendable {
    var key = WordHash()
    var openings: Range<Int32> = 0..<0
  }

  var isEmpty: Bool { openings.isEmpty }

  mutating func add(_ opening: Openings.Opening, for key: WordHash) {
    added.append((key, opening))
  }

  /// Lays the openings of each word side by side and the words into a table at most a quarter full.
  mutating func freeze() {
    guard !added.isEmpty else { return }
    added.sort {
      ($0.key.value, $0.opening.pattern, $0.opening.step)
        < ($1.key.value, $1.opening.pattern, $1.opening.step)
    }
    var size = 16
    while size < added.count * 4 { size *= 2 }
    mask = UInt64(size - 1)
    slots = Array(repeating: Slot(), count: size)
    var i = 0
    while i < added.count {
      let key = added[i].key
      let first = Int32(i)
      while i < added.count, added[i].key == key {
        openings.append(added[i].opening)
        i += 1
      }
      var slot = index(of: key)
      while !slots[slot].openings.isEmpty { slot = next(slot) }
      slots[slot] = Slot(key: key, openings: first..<Int32(i))
    }
    added = []
  }

  @inline(__always)
  func visit(_ key: WordHash, _ call: (Openings.Opening) -> Void) {
    guard !slots.isEmpty else { return }
    var slot = index(of: key)
    while true {
      let found = slots[slot]
      if found.openings.isEmpty { return }
      if found.key == key {
        for i in found.openings { call(openings[Int(i)]) }
        return
      }
      slot = next(slot)
    }
  }

  /// The high bits mixed in, because the low bits of FNV-1a alone are the weaker ones.
  @inline(__always)
  private func index(of key: WordHash) -> Int {
    Int(truncatingIfNeeded: (key.value ^ key.value >> 32) & mask)
  }

  @inline(__always)
  private func next(_ slot: Int) -> Int { (slot + 1) & Int(truncatingIfNeeded: mask) }
}
