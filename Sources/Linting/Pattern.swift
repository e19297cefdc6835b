import SourceText

/// A phrase that a rule looks for, in words rather than in letters.
///
/// | written | matches |
/// |---|---|
/// | `stop and search` | these words; capitals, line wraps, quotation marks and hyphens make no difference |
/// | `(crimes\|offences)` | either |
/// | `(recorded)? crimes` | with the word or without it |
/// | `arrest*` | any word that begins so |
/// | `<number>` `<year>` `<date>` `<name>` `<code>` `<quoted>` | a word or words of that kind |
/// | `<..3>` | up to three words, whatever they are |
/// | `^` `$` | the start and the end of a question |
/// | `and / or`, `e.g.` | marks where they are spelled |
/// | `\(` | the mark itself |
///
/// A match never crosses the end of a sentence.
public struct Pattern: Sendable, Hashable {
  /// The pattern as written.
  public let text: String
  /// How many brackets it has, round and angled.
  let captures: Int
  /// What it is made of; nil for one that comes with the program, until somebody asks.
  private let parsed: Node?

  /// Reads a pattern that stands somewhere in a guide.
  ///
  /// - Throws: what is wrong with it, at its place in that file.
  public init(_ source: Source, _ range: ByteRange) throws(Diagnostics) {
    var parser = PatternParser(source, range)
    parsed = try parser.parse()
    captures = parser.captures
    text = source[range]
  }

  /// Reads a pattern that stands by itself.
  public init(_ text: String) throws(Diagnostics) {
    let source = Source(name: "pattern", text: text)
    try self.init(source, source.content)
  }

  func pack(into out: inout PackedWriter) {
    out.write(text)
    out.write(captures)
  }

  init(unpacking reader: inout PackedReader) {
    text = reader.text()
    captures = reader.int()
    parsed = nil
  }

  /// Its text is all there is to a pattern.
  public static func == (a: Pattern, b: Pattern) -> Bool { a.text == b.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }

  /// What it is made of: only a matcher that is being made asks.
  var node: Node {
    if let parsed { return parsed }
    let source = Source(name: "pattern", text: text)
    var parser = PatternParser(source, source.content)
    return (try? parser.parse()) ?? .nothing
  }

  /// What a pattern is made of.
  indirect enum Node: Sendable, Hashable {
    /// One word or mark.
    case word(WordHash)
    /// A word that begins with these small ASCII letters.
    case stem([UInt8])
    case kind(TokenKind)
    case sequence([Node])
    case choice([Node])
    case optional(Node)
    /// Up to so many words.
    case gap(Int)
    case start, end
    /// Something in brackets, by its number, so that a rewrite can insert what it matched.
    case captured(Int, Node)
    /// What a class like `<date>` stands for.
    case named(Node)

    static let nothing = Node.sequence([])
  }

  /// The ways to tell a word by its looks.
  enum TokenKind: Int, Sendable, Hashable, CaseIterable {
    /// "12", "15A"
    case numeral
    /// "2019"
    case year
    /// "1" to "31", "2nd"
    case day
    /// Has a digit in it.
    case code
    case capitalised
    case opensQuotation, insideQuotation, closesQuotation, isQuotation
  }
}

extension Pattern.Node {
  /// Whether it can match without taking a word.
  var isEmpty: Bool {
    switch self {
    case .word, .stem, .kind, .named: false
    case .optional, .gap, .start, .end: true
    case .captured(_, let node): node.isEmpty
    case .sequence(let nodes): nodes.allSatisfy { $0.isEmpty }
    case .choice(let branches): branches.contains { $0.isEmpty }
    }
  }

  /// Whether a match can begin, or end, with words that the pattern does not name.
  func isOpen(atStart: Bool) -> Bool {
    switch self {
    case .gap: return true
    case .word, .stem, .kind, .start, .end, .named: return false
    case .captured(_, let node): return node.isOpen(atStart: atStart)
    case .optional(let node): return node.isOpen(atStart: atStart)
    case .choice(let branches): return branches.contains { $0.isOpen(atStart: atStart) }
    case .sequence(let nodes):
      for i in nodes.indices {
        let node = atStart ? nodes[i] : nodes[nodes.count - 1 - i]
        if node.isOpen(atStart: atStart) { return true }
        if !node.isEmpty { return false }
      }
      return false
    }
  }

  /// The tokens that a match can have at most, marks in gaps not counted.
  var mostTokens: Int {
    switch self {
    case .word, .stem, .kind: 1
    case .gap(let most): most
    case .start, .end: 0
    case .captured(_, let node), .named(let node): node.mostTokens
    case .optional(let branch): branch.mostTokens
    case .sequence(let nodes): nodes.reduce(0) { $0 + $1.mostTokens }
    case .choice(let branches): branches.reduce(0) { max($0, $1.mostTokens) }
    }
  }

  var size: Int {
    switch self {
    case .word, .stem, .kind, .start, .end: 1
    case .gap(let most): most
    case .captured(_, let node), .named(let node): 1 + node.size
    case .optional(let branch): 1 + branch.size
    case .sequence(let nodes): nodes.reduce(0) { $0 + $1.size }
    case .choice(let branches): branches.reduce(0) { $0 + 1 + $1.size }
    }
  }
}
