import SourceText

/// Patterns turned into steps that a ``Matcher`` walks, one pattern after the other.
///
/// A step takes one token or decides where to go on. Nothing in a pattern repeats without end, so the
/// steps of a pattern bound how many tokens a match of it can have; and as the walk keeps a *set* of
/// steps rather than trying one way after another, no pattern costs more than its length times that.
struct Program: Sendable {
  /// Words and stems are numbers in their lists.
  enum Step: Sendable {
    case word(Int)
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
    private var words: UInt64 = 0
    private var stems: UInt64 = 0
    private var traits: Words.Traits = []
    /// Among how many words.
    var window = 1

    init() {}

    mutating func add(word: WordHash) { words |= Self.bit(of: word) }
    mutating func add(traits: Words.Traits) { self.traits.formUnion(traits) }
    mutating func add(stem: WordHash) { stems |= Self.bit(of: stem) }

    /// Whether a word or mark can be one of them.
    @inline(__always)
    func allows(_ token: Words.Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      if words & Self.bit(of: token.hash) != 0 || !token.traits.isDisjoint(with: traits) {
        return true
      }
      guard stems != 0, let key = Stems.key(bytes, token.range) else { return false }
      return stems & Self.bit(of: key) != 0
    }

    /// One of 48: of each byte the six bits that a character of a table has.
    @inline(__always)
    private static func bit(of word: WordHash) -> UInt64 {
      let mixed = word.value ^ word.value >> 29
      let (byte, bit) = (mixed & 7, ((mixed >> 3 & 0xFF) &* 6) >> 8)
      return 1 &<< (8 &* byte &+ bit)
    }
  }
}

// MARK: - As a table

extension Program: Packable {
  func pack(into out: inout PackedWriter) {
    steps.pack(into: &out)
    words.pack(into: &out)
    letters.pack(into: &out)
    stems.pack(into: &out)
    prospects.pack(into: &out)
    out.write(longest)
  }

  init(unpacking reader: inout PackedReader) {
    steps = PackedRows(unpacking: &reader)
    words = PackedRows(unpacking: &reader)
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
    default: self = .found
    }
  }
}

extension Program.Prospect {
  static var width: Int { 2 * WordKey.width + 2 * Int.width }

  func pack(into out: inout PackedWriter) {
    out.write(bits: words)
    out.write(bits: stems)
    out.write(column: Int(traits.rawValue))
    out.write(column: window)
  }

  @inline(__always)
  init(_ row: PackedColumns) {
    words = row.bits(at: 0)
    stems = row.bits(at: WordKey.width)
    traits = Words.Traits(rawValue: UInt16(truncatingIfNeeded: row.number(at: 2 * WordKey.width)))
    window = row.number(at: 2 * WordKey.width + Int.width)
  }
}
