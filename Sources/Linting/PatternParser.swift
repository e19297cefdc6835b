import SourceText

/// Reads the pattern language described at ``Pattern``.
struct PatternParser {
  private let source: Source
  private let range: ByteRange
  private var i: Int
  private var depth = 0
  private(set) var captures = 0

  /// Brackets inside brackets beyond this are no pattern that a person could read.
  private static let deepest = 16
  private static let widestGap = 20
  private static let longest = 40
  /// Words and signs in all, those that classes stand for included.
  private static let largest = 400

  init(_ source: Source, _ range: ByteRange) {
    self.source = source
    self.range = range
    i = range.lowerBound
  }

  mutating func parse() throws(Diagnostics) -> Pattern.Node {
    guard !source.bytes.trimmed(range).isEmpty else {
      throw source.error("this pattern is empty", at: range, remedy: "write the words to look for")
    }
    let node = try choice()
    if i < range.upperBound {
      throw error("this bracket closes nothing", at: i..<i + 1, remedy: "write \\) for the mark")
    }
    try check(node)
    return node
  }

  private func check(_ node: Pattern.Node) throws(Diagnostics) {
    if node.isOpen(atStart: true) || node.isOpen(atStart: false) {
      throw error(
        "a gap stands at the edge of this pattern", at: range,
        remedy: "a gap stands between words")
    }
    if node.isEmpty {
      throw error(
        "this pattern can match without a word", at: range,
        remedy: "at least one word must be needed")
    }
    // What a pattern can cost at one word of a text is the product of the two.
    if node.mostTokens > Self.longest || node.size > Self.largest {
      throw error(
        "this pattern is too long", at: range,
        remedy: "split it; a match has at most \(Self.longest) words")
    }
  }

  private func error(_ message: String, at place: ByteRange, remedy: String) -> Diagnostics {
    // What is missing is missing at the end.
    source.error(message, at: place.clamped(to: range), remedy: remedy)
  }
}

// MARK: - Alternatives and sequences

extension PatternParser {
  private var byte: UInt8? { i < range.upperBound ? source.bytes[i] : nil }

  private mutating func choice() throws(Diagnostics) -> Pattern.Node {
    var branches = [try branch()]
    while byte == UInt8(ascii: "|") {
      i += 1
      branches.append(try branch())
    }
    if branches.count == 1 { return branches[0] }
    return .choice(branches)
  }

  private mutating func branch() throws(Diagnostics) -> Pattern.Node {
    let start = i
    let node = try sequence()
    if case .sequence(let nodes) = node, nodes.isEmpty {
      throw error(
        "there are no words here", at: start..<max(i, start + 1),
        remedy: "write (word)? where a word may be missing")
    }
    return node
  }

  private mutating func sequence() throws(Diagnostics) -> Pattern.Node {
    var nodes: [Pattern.Node] = []
    while let byte {
      switch byte {
      case UInt8(ascii: "|"), UInt8(ascii: ")"):
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
      case UInt8(ascii: "("): nodes.append(try group())
      case UInt8(ascii: "<"): nodes.append(try angles())
      case UInt8(ascii: "^"):
        i += 1
        nodes.append(.start)
      case UInt8(ascii: "$"):
        i += 1
        nodes.append(.end)
      case UInt8(ascii: "?"):
        throw error(
          "this question mark follows no bracket", at: i..<i + 1,
          remedy: "write (word)? for a word that may be missing, \\? for the mark")
      case UInt8(ascii: "*"):
        throw error(
          "this asterisk follows no word", at: i..<i + 1,
          remedy: "write arrest* for any ending, \\* for the mark")
      case _ where byte.isWhitespace: i += 1
      default: nodes += try literal()
      }
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func group() throws(Diagnostics) -> Pattern.Node {
    let start = i
    guard depth < Self.deepest else {
      throw error(
        "these brackets are nested too deeply", at: i..<i + 1,
        remedy: "at most \(Self.deepest) stand inside each other")
    }
    depth += 1
    defer { depth -= 1 }
    i += 1
    captures += 1
    let number = captures
    let inner = try choice()
    guard byte == UInt8(ascii: ")") else {
      throw error(
        "this bracket is not closed", at: start..<start + 1,
        remedy: "close it, or write \\( for the mark")
    }
    i += 1
    guard byte == UInt8(ascii: "?") else { return .captured(number, inner) }
    i += 1
    return .captured(number, .optional(inner))
  }
}

// MARK: - Words

extension PatternParser {
  /// Words and marks up to the next blank or sign of the pattern language.
  private mutating func literal() throws(Diagnostics) -> [Pattern.Node] {
    let start = i
    var typed: [UInt8] = []
    while let byte, !byte.isWhitespace, !Self.isSyntax(byte) {
      if byte == UInt8(ascii: "\\") { i += 1 }
      guard let byte = self.byte else {
        throw error(
          "this backslash stands before nothing", at: i - 1..<i, remedy: "write \\\\ for the mark")
      }
      typed.append(byte)
      i += 1
    }
    var nodes: [Pattern.Node] = []
    for token in Words(typed).tokens where !(token.traits.contains(.slight) && typed.count > 1) {
      nodes.append(.word(token.hash))
    }
    guard byte == UInt8(ascii: "*") else { return nodes }
    return nodes.dropLast() + [try stem(of: typed, start..<i)]
  }

  private mutating func stem(of typed: [UInt8], _ place: ByteRange) throws(Diagnostics)
    -> Pattern.Node
  {
    var first = typed.count
    while first > 0, typed[first - 1].isASCIILetter || typed[first - 1].isDigit { first -= 1 }
    guard typed.count - first >= Stems.shortest else {
      throw error(
        "too little stands before this asterisk", at: place.lowerBound..<i + 1,
        remedy: "begin the word with at least three plain letters")
    }
    i += 1
    var letters: [UInt8] = []
    for byte in typed[first...] { letters.append(byte.folded) }
    return .stem(letters)
  }

  private static func isSyntax(_ byte: UInt8) -> Bool { "()|<^$?*".utf8.contains(byte) }
}

// MARK: - Classes and gaps

extension PatternParser {
  private mutating func angles() throws(Diagnostics) -> Pattern.Node {
    let start = i
    while let byte, byte != UInt8(ascii: ">") {
      if byte.isLineBreak { break }
      i += 1
    }
    guard byte == UInt8(ascii: ">") else {
      throw error(
        "this bracket is not closed", at: start..<start + 1,
        remedy: "close it, or write \\< for the mark")
    }
    i += 1
    captures += 1
    return .captured(captures, try named(source[start + 1..<i - 1], at: start..<i))
  }

  private func named(_ name: String, at place: ByteRange) throws(Diagnostics) -> Pattern.Node {
    if name.utf8.starts(with: "..".utf8) {
      guard let most = Int(name.dropFirst(2)), (1...Self.widestGap).contains(most) else {
        throw error(
          "no gap is written <\(name)>", at: place,
          remedy: "write <..3> for up to three words; \(Self.widestGap) are the most")
      }
      return .gap(most)
    }
    guard let node = Self.classes.first(where: { $0.name == name })?.node else {
      var names: [String] = []
      for known in Self.classes { names.append(known.name) }
      throw error(
        "unknown class <\(name)>", at: place,
        remedy: didYouMean(name, among: names)
          ?? "there are: \(names.joined(separator: ", ")), and <..3> for a gap")
    }
    return .named(node)
  }

  private static let classes: [(name: String, node: Pattern.Node)] = {
    let number = anyOf(
      "one two three four five six seven eight nine ten eleven twelve", or: .kind(.numeral))
    let month = anyOf(
      """
      january february march april may june july august september october november december \
      jan feb mar apr jun jul aug sep sept oct nov dec
      """)
    let day = Pattern.Node.kind(.day)
    let year = Pattern.Node.kind(.year)
    let comma = maybe(.word(WordHash(",")))
    func apart(by mark: StaticString) -> Pattern.Node {
      let mark = Pattern.Node.word(WordHash(mark))
      let numeral = Pattern.Node.kind(.numeral)
      return .sequence([numeral, mark, numeral, mark, numeral])
    }
    let date = anyOf([
      .sequence([day, maybe(.word(WordHash("of"))), month, comma, maybe(year)]),
      .sequence([month, day, comma, year]),
      .sequence([month, comma, year]),
      apart(by: "/"), apart(by: "."), apart(by: "-"),
    ])
    // Longer quotations are other people's words, and longer names are headings.
    var quotation = Pattern.Node.kind(.closesQuotation)
    for _ in 0..<10 {
      quotation = .sequence([maybe(.kind(.insideQuotation)), quotation])
    }
    let quoted = anyOf([
      .kind(.isQuotation), .sequence([.kind(.opensQuotation), quotation]),
    ])
    var name = Pattern.Node.kind(.capitalised)
    for _ in 0..<4 { name = .sequence([.kind(.capitalised), maybe(name)]) }
    let code = Pattern.Node.kind(.code)
    let slash = Pattern.Node.word(WordHash("/"))
    return [
      ("number", number), ("year", year), ("month", month), ("date", date), ("quoted", quoted),
      ("code", .sequence([code, maybe(.sequence([slash, code]))])), ("name", name),
    ]
  }()

  private static func maybe(_ node: Pattern.Node) -> Pattern.Node {
    .optional(node)
  }

  private static func anyOf(_ nodes: [Pattern.Node]) -> Pattern.Node {
    .choice(nodes)
  }

  private static func anyOf(_ words: String, or other: Pattern.Node? = nil) -> Pattern.Node {
    var nodes = other.map { [$0] } ?? []
    for token in Words(Array(words.utf8)).tokens { nodes.append(.word(token.hash)) }
    return anyOf(nodes)
  }
}
