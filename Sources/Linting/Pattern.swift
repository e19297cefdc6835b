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
  let node: Node
  /// How many brackets it has, round and angled.
  let captures: Int

  /// Reads a pattern that stands somewhere in a guide.
  ///
  /// - Throws: what is wrong with it, at its place in that file.
  public init(_ source: Source, _ range: ByteRange) throws(Diagnostics) {
    var parser = PatternParser(source, range)
    node = try parser.parse()
    captures = parser.captures
    text = source[range]
  }

  /// Reads a pattern that stands by itself.
  public init(_ text: String) throws(Diagnostics) {
    let source = Source(name: "pattern", text: text)
    try self.init(source, source.content)
  }

  /// A pattern with something taken out of it.
  private init(_ whole: Pattern, leaving node: Node) {
    text = whole.text
    captures = whole.captures
    self.node = node
  }

  /// What a pattern is made of.
  indirect enum Node: Sendable, Hashable {
    /// One word or mark.
    case word(WordHash)
    /// A word that begins with these small ASCII letters.
    case stem([UInt8])
    case kind(TokenKind)
    case sequence([Node])
    case choice([Branch])
    case optional(Branch)
    /// Up to so many words.
    case gap(Int)
    case start, end
    /// Something in brackets, by its number, so that a rewrite can insert what it matched.
    case captured(Int, Node)
    /// What a class like `<date>` stands for.
    case named(Node)

    static let nothing = Node.sequence([])
  }

  /// A part of a pattern that can be left out of it, and where it is written.
  struct Branch: Sendable, Hashable {
    let node: Node
    let range: ByteRange
  }

  /// The ways to tell a word by its looks.
  enum TokenKind: Sendable, Hashable, CaseIterable {
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

extension Pattern {
  /// The patterns that are left when one alternative or one optional word is taken out, and where it stood.
  ///
  /// A part whose absence no example notices is a part that no example tests.
  var reductions: [(pattern: Pattern, removed: ByteRange)] {
    var reductions: [(pattern: Pattern, removed: ByteRange)] = []
    for (node, removed) in node.reductions {
      reductions.append((Pattern(self, leaving: node), removed))
    }
    return reductions
  }
}

extension Pattern.Node {
  fileprivate var reductions: [(Pattern.Node, ByteRange)] {
    switch self {
    case .word, .stem, .kind, .gap, .start, .end, .named: return []
    case .captured(let number, let node):
      return node.reductions.map { (.captured(number, $0.0), $0.1) }
    case .optional(let branch):
      let inner = branch.node.reductions.map {
        (Self.optional(.init(node: $0.0, range: branch.range)), $0.1)
      }
      return [(.nothing, branch.range)] + inner
    case .sequence(let nodes):
      var all: [(Pattern.Node, ByteRange)] = []
      for (i, node) in nodes.enumerated() {
        for (reduced, removed) in node.reductions {
          var nodes = nodes
          nodes[i] = reduced
          all.append((.sequence(nodes), removed))
        }
      }
      return all
    case .choice(let branches):
      var all: [(Pattern.Node, ByteRange)] = []
      for (i, branch) in branches.enumerated() {
        var others = branches
        others.remove(at: i)
        all.append((.choice(others), branch.range))
        for (reduced, removed) in branch.node.reductions {
          var changed = branches
          changed[i] = .init(node: reduced, range: branch.range)
          all.append((.choice(changed), removed))
        }
      }
      return all
    }
  }

  /// Whether it can match without taking a word.
  var isEmpty: Bool {
    switch self {
    case .word, .stem, .kind, .named: false
    case .optional, .gap, .start, .end: true
    case .captured(_, let node): node.isEmpty
    case .sequence(let nodes): nodes.allSatisfy { $0.isEmpty }
    case .choice(let branches): branches.contains { $0.node.isEmpty }
    }
  }

  /// Whether a match can begin, or end, with words that the pattern does not name.
  func isOpen(atStart: Bool) -> Bool {
    switch self {
    case .gap: return true
    case .word, .stem, .kind, .start, .end, .named: return false
    case .captured(_, let node): return node.isOpen(atStart: atStart)
    case .optional(let branch): return branch.node.isOpen(atStart: atStart)
    case .choice(let branches): return branches.contains { $0.node.isOpen(atStart: atStart) }
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
    case .optional(let branch): branch.node.mostTokens
    case .sequence(let nodes): nodes.reduce(0) { $0 + $1.mostTokens }
    case .choice(let branches): branches.reduce(0) { max($0, $1.node.mostTokens) }
    }
  }

  var size: Int {
    switch self {
    case .word, .stem, .kind, .start, .end: 1
    case .gap(let most): most
    case .captured(_, let node), .named(let node): 1 + node.size
    case .optional(let branch): 1 + branch.node.size
    case .sequence(let nodes): nodes.reduce(0) { $0 + $1.size }
    case .choice(let branches): branches.reduce(0) { $0 + 1 + $1.node.size }
    }
  }
}
