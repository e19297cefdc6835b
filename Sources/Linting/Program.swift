import SourceText

/// Patterns turned into steps that a ``Matcher`` walks, one pattern after the other.
///
/// A step takes one token or decides where to go on. Nothing but marks in a gap repeats without end, and a match ends
/// with its sentence at the latest; as the walk keeps a *set* of steps rather than trying one way after another, no
/// pattern costs more than its length times that of the sentence.
struct Program: Sendable {
  /// Words, choices and stems are numbers in their lists.
  enum Step: Sendable {
    case word(Int)
    /// One of several words.
    case anyOf(Int)
    case stem(Int)
    case kind(Pattern.TokenKind)
    case anyWord, anyMark
    /// Goes on with the next step and at another, which may come first.
    case fork(Int, isFirst: Bool)
    case jump(Int)
    case start, end
    /// Notes that something in brackets begins or ends here.
    case note(Int)
    case found
  }

  let steps: PackedRows<Step>
  let words: PackedRows<WordKey>
  /// The words of all choices by their numbers, and where each choice begins; one more says where the last ends.
  let chosen: PackedRows<Int>
  let choices: PackedRows<Int>
  /// The letters of all stems, and where each begins; one more says where the last ends.
  let letters: PackedRows<UInt8>
  let stems: PackedRows<Int>
  let prospects: PackedRows<Prospect>
  /// How many steps the longest pattern has.
  let longest: Int

  /// What must come soon behind a step for a match to go on.
  ///
  /// A set of bits rather than of words: what it lets through wrongly only costs a walk.
  struct Prospect: PackableRow, Hashable {
    private var words = WordBits()
    private var stems = WordBits()
    private var traits: Words.Traits = []
    /// Among how many words.
    var window = 1

    init() {}

    mutating func add(word: WordHash) { words.insert(word) }
    mutating func add(traits: Words.Traits) { self.traits.formUnion(traits) }
    mutating func add(stem: WordHash) { stems.insert(stem) }

    /// Whether a word or mark can be one of them.
    @inline(__always)
    func allows(_ token: Words.Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      if words.mayHold(token.hash) || !token.traits.isDisjoint(with: traits) { return true }
      guard !stems.isEmpty, let key = Stems.key(bytes, token.range) else { return false }
      return stems.mayHold(key)
    }
  }
}

/// Which words may be among some, a bit for each: 96 bits, of each byte the six that a character of a table has.
private struct WordBits: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  var isEmpty: Bool { low | high == 0 }

  mutating func insert(_ word: WordHash) {
    let (isHigh, bit) = Self.place(of: word)
    if isHigh { high |= bit } else { low |= bit }
  }

  @inline(__always)
  func mayHold(_ word: WordHash) -> Bool {
    let (isHigh, bit) = Self.place(of: word)
    return (isHigh ? high : low) & bit != 0
  }

  @inline(__always)
  private static func place(of word: WordHash) -> (isHigh: Bool, bit: UInt64) {
    let mixed = word.value ^ word.value >> 29
    let (byte, bit) = (mixed & 7, ((mixed >> 4 & 0xFF) &* 6) >> 8)
    return (mixed & 8 != 0, 1 &<< (8 &* byte &+ bit))
  }

  static var width: Int { 2 * WordKey.width }

  func pack(into out: inout PackedWriter) {
    out.write(bits: low)
    out.write(bits: high)
  }

  init() {}

  @inline(__always)
  init(_ columns: PackedColumns, at column: Int) {
    low = columns.bits(at: column)
    high = columns.bits(at: column + WordKey.width)
  }
}

// MARK: - As a table

extension Program: Packable {
  func pack(into out: inout PackedWriter) {
    steps.pack(into: &out)
    words.pack(into: &out)
    chosen.pack(into: &out)
    choices.pack(into: &out)
    letters.pack(into: &out)
    stems.pack(into: &out)
    prospects.pack(into: &out)
    out.write(longest)
  }

  init(unpacking reader: inout PackedReader) {
    steps = PackedRows(unpacking: &reader)
    words = PackedRows(unpacking: &reader)
    chosen = PackedRows(unpacking: &reader)
    choices = PackedRows(unpacking: &reader)
    letters = PackedRows(unpacking: &reader)
    stems = PackedRows(unpacking: &reader)
    prospects = PackedRows(unpacking: &reader)
    longest = reader.int()
  }
}

extension Program.Step: PackableRow {
  /// What it is, and its number.
  static var width: Int { 1 + Int.width }

  func pack(into out: inout PackedWriter) {
    let (kind, number): (UInt8, Int) =
      switch self {
      case .word(let word): (0, word)
      case .stem(let stem): (1, stem)
      case .kind(let kind): (2, kind.rawValue)
      case .anyWord: (3, 0)
      case .anyMark: (4, 0)
      case .fork(let other, isFirst: true): (5, other)
      case .fork(let other, isFirst: false): (6, other)
      case .jump(let next): (7, next)
      case .start: (8, 0)
      case .end: (9, 0)
      case .note(let mark): (10, mark)
      case .found: (11, 0)
      case .anyOf(let choice): (12, choice)
      }
    out.write(digit: kind)
    out.write(column: number)
  }

  @inline(__always)
  init(_ row: PackedColumns) {
    switch row.digit(at: 0) {
    case 0: self = .word(row.number(at: 1))
    case 1: self = .stem(row.number(at: 1))
    case 2: self = .kind(Pattern.TokenKind(rawValue: row.number(at: 1)) ?? .numeral)
    case 3: self = .anyWord
    case 4: self = .anyMark
    case 5: self = .fork(row.number(at: 1), isFirst: true)
    case 6: self = .fork(row.number(at: 1), isFirst: false)
    case 7: self = .jump(row.number(at: 1))
    case 8: self = .start
    case 9: self = .end
    case 10: self = .note(row.number(at: 1))
    case 12: self = .anyOf(row.number(at: 1))
    default: self = .found
    }
  }
}

extension Program.Prospect {
  static var width: Int { 2 * WordBits.width + 2 * Int.width }

  func pack(into out: inout PackedWriter) {
    words.pack(into: &out)
    stems.pack(into: &out)
    out.write(column: Int(traits.rawValue))
    out.write(column: window)
  }

  @inline(__always)
  init(_ row: PackedColumns) {
    words = WordBits(row, at: 0)
    stems = WordBits(row, at: WordBits.width)
    let rest = 2 * WordBits.width
    traits = Words.Traits(rawValue: UInt16(truncatingIfNeeded: row.number(at: rest)))
    window = row.number(at: rest + Int.width)
  }
}
