import SourceText

/// Reads the offences that a text names, from left to right.
///
/// First come Acts, lists of sections and codes, which can be told by their shape. Each list then belongs
/// to the Act that follows it directly ("section 15 of the …"), else to the last one before it, else to
/// one behind a comma. What is left is looked up as titles and everyday names, piece by piece.
struct OffenceScanner {
  let bytes: [UInt8]
  let index: OffenceIndex
  let tokens: [OffenceToken]
  private var mentions: [Mention] = []

  init(_ bytes: [UInt8], range: ByteRange, offences: Offences) {
    self.bytes = bytes
    index = offences.index
    tokens = OffenceToken.all(in: bytes, range: range)
  }

  struct Mention {
    enum Kind {
      case act(Int)
      case provisions([Item])
      case code(String)
    }

    let kind: Kind
    /// Tokens, end-exclusive.
    let tokens: Range<Int>
    /// The Act that a list belongs to.
    var act: Int?
    /// Whether a list belongs to this Act.
    var isUsed = false
  }

  struct Item {
    let provision: Provision
    let range: ByteRange
  }

  mutating func scan() -> [OffenceReference] {
    var i = 0
    while i < tokens.count {
      let mention = act(at: i) ?? provisions(at: i) ?? code(at: i)
      if let mention { mentions.append(mention) }
      i = mention?.tokens.upperBound ?? i + 1
    }
    attachActs()
    var references: [OffenceReference] = []
    var done = 0
    for mention in mentions {
      appendNames(in: done..<mention.tokens.lowerBound, to: &references)
      references += self.references(of: mention)
      done = mention.tokens.upperBound
    }
    appendNames(in: done..<tokens.count, to: &references)
    return references
  }
}

// MARK: Acts

extension OffenceScanner {
  /// The longest name of an Act that begins at a token.
  private func act(at start: Int) -> Mention? {
    guard let word = tokens[start].word else { return nil }
    for i in index.actNames.phrases(beginningWith: word) {
      let name = index.actNames[i]
      guard let end = end(of: name, at: start) else { continue }
      let range = tokens[start].range.lowerBound..<tokens[end - 1].range.upperBound
      let isDisbelieved =
        name.isConditional && bytes[range].contains { (0x61...0x7A).contains($0) }
      if isDisbelieved { continue }
      return Mention(kind: .act(name.number), tokens: start..<end)
    }
    return nil
  }

  /// Where a run of words ends, brackets, commas and hyphens between them left out of account.
  private func end(of name: PhraseTable.Phrase, at start: Int) -> Int? {
    var i = start
    for word in name.words {
      while i > start, i < tokens.count, tokens[i].isInsideTitle { i += 1 }
      guard i < tokens.count, tokens[i].word?.key == index.actNames.words[word] else { return nil }
      i += 1
    }
    return i
  }

  private mutating func attachActs() {
    var before: Int?
    for i in mentions.indices {
      switch mentions[i].kind {
      case .act: before = i
      case .provisions:
        guard let owner = following(i, comma: false) ?? before ?? following(i, comma: true) else {
          continue
        }
        guard case .act(let act) = mentions[owner].kind else { continue }
        mentions[i].act = act
        mentions[owner].isUsed = true
      case .code: break
      }
    }
  }

  /// The Act that comes after a list with nothing between but "of the", a bracket, or a comma.
  private func following(_ list: Int, comma: Bool) -> Int? {
    guard list + 1 < mentions.count, case .act = mentions[list + 1].kind else { return nil }
    var i = mentions[list].tokens.upperBound
    let end = mentions[list + 1].tokens.lowerBound
    while i < end {
      if tokens[i].symbol == UInt8(ascii: "(") {
        while i < end, tokens[i].symbol != UInt8(ascii: ")") { i += 1 }
      } else if !(tokens[i].isOne(of: Self.links)
        || comma && tokens[i].symbol == UInt8(ascii: ","))
      {
        return nil
      }
      i += 1
    }
    return list + 1
  }
}

// MARK: Sections

extension OffenceScanner {
  /// A list such as "sections 8, 10 to 12 and 15A" or "s.127(1)".
  private func provisions(at start: Int) -> Mention? {
    guard var next = keyword(at: start) else { return nil }
    var items: [Item] = []
    var end = next
    while let (item, after) = item(at: next) {
      items.append(item)
      end = after
      guard let (isRange, behind) = separator(at: after) else { break }
      if isRange, let (last, after) = self.item(at: behind) {
        items += Self.between(item, last)
        items.append(last)
        end = after
        guard let (_, behind) = separator(at: after) else { break }
        next = keyword(at: behind) ?? behind
      } else {
        next = keyword(at: behind) ?? behind
      }
    }
    return items.isEmpty ? nil : Mention(kind: .provisions(items), tokens: start..<end)
  }

  /// Where the number begins after "section", "ss." and the like.
  private func keyword(at i: Int) -> Int? {
    guard i < tokens.count, tokens[i].isOne(of: Self.provisionWords) else { return nil }
    return tokens[at: i + 1]?.symbol == UInt8(ascii: ".") ? i + 2 : i + 1
  }

  /// A number with its letters and subsections, written without blanks.
  private func item(at start: Int) -> (Item, after: Int)? {
    guard let token = tokens[at: start], isSectionNumber(token) else { return nil }
    var subsections: [String] = []
    var i = start + 1
    while i + 2 < tokens.count, tokens[i].symbol == UInt8(ascii: "("),
      tokens[i + 2].symbol == UInt8(ascii: ")"), tokens[i + 1].range.count <= 4,
      tokens[i].range.lowerBound == tokens[i - 1].range.upperBound,
      tokens[i + 2].range.lowerBound == tokens[i].range.upperBound + tokens[i + 1].range.count
    {
      subsections.append(text(of: tokens[i + 1]))
      i += 3
    }
    let range = token.range.lowerBound..<tokens[i - 1].range.upperBound
    let provision = Provision(number: text(of: token), subsections: subsections)
    return (Item(provision: provision, range: range), i)
  }

  /// Commas, "and" and the like between two numbers; whether they mean all between.
  private func separator(at start: Int) -> (isRange: Bool, after: Int)? {
    guard let token = tokens[at: start] else { return nil }
    if token.word == WordHash("to") || token.symbol == UInt8(ascii: "-") || token.isDash {
      return (true, start + 1)
    }
    var i = start
    while let token = tokens[at: i],
      token.word != nil && token.isSeparator || token.symbol == UInt8(ascii: ",")
        || token.symbol == UInt8(ascii: "/")
    {
      i += 1
    }
    return i > start ? (false, i) : nil
  }

  /// The whole numbers between two; a range too wide to be meant is left as its two ends.
  private static func between(_ first: Item, _ last: Item) -> [Item] {
    guard let low = Int(first.provision.number), let high = leadingNumber(last.provision.number),
      low < high, high - low <= 50
    else { return [] }
    let end = Int(last.provision.number) == nil ? high + 1 : high
    return (low + 1..<end).map {
      Item(
        provision: Provision(number: "\($0)", subsections: []),
        range: first.range.lowerBound..<last.range.upperBound)
    }
  }

  private static func leadingNumber(_ text: String) -> Int? {
    Int(String(decoding: text.utf8.prefix { $0.isDigit }, as: UTF8.self))
  }
}

// MARK: Codes

extension OffenceScanner {
  /// "71/17", or a class such as "88A"; a bare number only after "class" or "code".
  private func code(at i: Int) -> Mention? {
    guard bytes[tokens[i].range.lowerBound].isDigit else { return nil }
    let isAnnounced = i > 0 && tokens[i - 1].isOne(of: Self.codeWords)
    if let (code, end) = subcode(at: i) {
      if isAnnounced || index.hasCode(code) {
        return Mention(kind: .code(code), tokens: i..<end)
      }
      return nil
    }
    let text = String(decoding: bytes[tokens[i].range], as: UTF8.self)
    guard isAnnounced || !text.utf8.allSatisfy({ $0.isDigit }), isSectionNumber(tokens[i]),
      index.hasCode(text)
    else { return nil }
    return Mention(kind: .code(text), tokens: i..<i + 1)
  }

  /// A number, a slash and a number, as the table writes it: "088/05" is 88/5.
  private func subcode(at i: Int) -> (code: String, end: Int)? {
    guard i + 2 < tokens.count, tokens[i + 1].symbol == UInt8(ascii: "/"),
      tokens[i].range.count <= 3, tokens[i + 2].range.count <= 3,
      let before = Int(text(of: tokens[i])), let after = Int(text(of: tokens[i + 2])),
      tokens[at: i + 3]?.symbol != UInt8(ascii: "/"),
      i == 0 || tokens[i - 1].symbol != UInt8(ascii: "/")
    else { return nil }
    return ("\(before)/\(after)", i + 3)
  }
}

// MARK: Words

extension OffenceScanner {
  /// The word of a token in small letters.
  private func text(of token: OffenceToken) -> String {
    comparableWords(bytes[token.range]).joined(separator: "")
  }

  /// `8`, `15A`, `139AA`: up to three digits, then up to two letters; no year.
  private func isSectionNumber(_ token: OffenceToken) -> Bool {
    var digits = token.range.lowerBound
    while digits < token.range.upperBound, bytes[digits].isDigit { digits += 1 }
    let letters = digits..<token.range.upperBound
    return (1...3).contains(digits - token.range.lowerBound) && letters.count <= 2
      && bytes[letters].allSatisfy { $0.isASCIILetter }
  }

  private static let links = WordSet("of the under in")
  private static let provisionWords = WordSet(
    "section sections sec s ss article articles art arts")
  private static let codeWords = WordSet("class classes code codes")
}
