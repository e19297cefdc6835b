import SourceText

extension PointDescriber {
  private static let or = WordHash("or")
  static let comma = WordHash(",")
  private static let longestChoice = 30

  func choices(_ extent: PointReader.Extent, _ sentences: Range<Int>) -> [String] {
    var choices: [String] = []
    for line in extent.list {
      var words = line
      while let first = text.bytes[at: words.lowerBound], !first.isASCIILetter, !first.isDigit,
        first < 0x80, !words.isEmpty
      {
        words = words.lowerBound + 1..<words.upperBound
      }
      choices.append(text.text(words))
    }
    for sentence in sentences where roles[sentence] == .asks { choices += self.choices(sentence) }
    let asking = sentences.filter { roles[$0] == .asks }
    guard choices.isEmpty, asking.count == 1, isYesOrNo(asking[0]) else { return choices }
    return Point.yesOrNo
  }

  private static let openQuestions = WordSet("what which how why when where who whom whose or")

  private func isYesOrNo(_ sentence: Int) -> Bool {
    guard !outline.shows(.suggests, inSentence: sentence),
      let found = outline.found(.yesOrNo, inSentence: sentence), !isQuoted[found.tokens.lowerBound]
    else { return false }
    let words = text.sentences[sentence].tokens
    let clause = or(in: words).flatMap { isInClause($0, words, sentence) ? $0 : nil }
    return !words.contains {
      Self.openQuestions.contains(tokens[$0].hash) && !isQuoted[$0] && $0 != clause
    }
  }

  private static let relatives = WordSet("which who whom whose that where")
  private static let openers = WordSet(
    "the a an those these all only just any both either whether to in by for of from at on")

  /// Whether an "or" stands inside a clause, where it leaves nothing to choose: "vans that were lent or hired".
  private func isInClause(_ or: Int, _ words: Range<Int>, _ sentence: Int) -> Bool {
    guard or + 1 < words.upperBound, or > words.lowerBound, tokens[or - 1].hash != Self.comma,
      !Self.openers.contains(tokens[or + 1].hash)
    else { return false }
    let first =
      outline.last(.leadsIn, inSentence: sentence, before: or)?.upperBound ?? words.lowerBound
    guard
      let clause = (first..<or).dropFirst().first(where: {
        Self.relatives.contains(tokens[$0].hash)
      })
    else { return false }
    return !(first..<clause).contains { tokens[$0].hash == tokens[or + 1].hash }
  }

  private static let amounts = WordSet(
    "more less fewer over under so other otherwise older younger above below later earlier longer not"
  )
  private static let modals = WordSet("should would could can will must")

  /// The "or" between what is offered.
  private func or(in range: Range<Int>) -> Int? {
    var depth = 0
    /// Where a term in quotation marks ends: the "or" of "theft or loss" leaves nothing to choose.
    var termEnd = range.lowerBound
    for i in range {
      if tokens[i].traits.contains(.opensQuotation) {
        let term = i..<min(i + PointReader.longestTerm, range.upperBound)
        termEnd = term.first { tokens[$0].traits.contains(.closesQuotation) } ?? termEnd
      }
      if tokens[i].traits.contains(.mark) { depth += bracket(tokens[i]) }
      let isBesideSlash = i > 0 && text.bytes[tokens[i - 1].range.lowerBound] == UInt8(ascii: "/")
      let isInside = depth > 0 || isQuoted[i] || i < termEnd
      guard tokens[i].hash == Self.or, !isInside, !isBesideSlash else { continue }
      // "two or more", "whether or not"
      let isAmount = i + 1 < range.upperBound && Self.amounts.contains(tokens[i + 1].hash)
      if !isAmount { return i }
    }
    return nil
  }

  /// Where a stretch begins anew: behind the last colon or dash.
  private func behindDash(_ range: Range<Int>) -> Int {
    var depth = 0
    let dash = range.last {
      depth -= bracket(tokens[$0])
      if depth > 0 { return false }
      let byte = text.bytes[tokens[$0].range.lowerBound]
      return byte == UInt8(ascii: ":")
        || (byte == UInt8(ascii: "-") || byte == 0xE2) && tokens[$0].traits.contains(.mark)
          && tokens[$0].traits.contains(.afterSpace)
    }
    return dash.map { $0 + 1 } ?? range.lowerBound
  }

  private static let pairs = [
    (WordHash("with"), WordHash("without")), (WordHash("before"), WordHash("after")),
    (WordHash("inside"), WordHash("outside")), (WordHash("above"), WordHash("below")),
  ]

  /// "the fuel including VAT", "the fuel excluding VAT" of "the fuel including or excluding VAT".
  private func shared(_ a: Range<Int>, _ b: Range<Int>) -> [String]? {
    guard let last = a.last, let first = b.first, a.count > 1 || b.count > 1 else { return nil }
    let (x, y) = (tokens[last].hash, tokens[first].hash)
    let isPair =
      Self.pairs.contains { $0 == x && $1 == y || $0 == y && $1 == x }
      || isParticiple(last) && isParticiple(first)
    guard isPair else { return nil }
    let tail = first + 1..<b.upperBound
    let head = a.lowerBound..<last
    return [
      phrase(a) + (tail.isEmpty ? "" : " " + phrase(tail)),
      (head.isEmpty ? "" : phrase(head) + " ") + phrase(b),
    ]
  }

  private func isParticiple(_ token: Int) -> Bool {
    let range = tokens[token].range
    return range.count > 5 && text.bytes.matches("ing", at: range.upperBound - 3)
  }

  /// "X" and "Y" of "is it X or Y that you require?"
  private func choices(_ sentence: Int) -> [String] {
    let range = text.words(ofSentence: sentence)
    guard let or = or(in: range), let last = range.last, !isInClause(or, range, sentence),
      !Self.modals.contains(tokens[min(or + 1, last)].hash)
    else { return [] }
    let isQuestion = text.bytes[tokens[last].range.lowerBound] == UInt8(ascii: "?")
    var first = behindDash(range.lowerBound..<or)
    if let lead = outline.last(.leadsIn, inSentence: sentence, before: or) {
      first = max(first, lead.upperBound)
    } else if !isQuestion || or - first > 12 {
      return []
    }
    while first < or,
      tokens[first].traits.contains(.mark) && bracket(tokens[first]) == 0
        || Self.asking.contains(tokens[first].hash)
    {
      first += 1
    }
    var end = last + 1
    if let trail = outline.found(.trailsOff, inSentence: sentence), trail.tokens.lowerBound > or {
      end = trail.tokens.lowerBound
    }
    if let stop = (or..<end).first(where: { tokens[$0].hash == Self.semicolon }) { end = stop }
    while end > or, tokens[end - 1].traits.contains(.mark), !closes(end - 1, from: or) { end -= 1 }
    var before = or
    while before > first, tokens[before - 1].traits.contains(.mark),
      bracket(tokens[before - 1]) == 0
    {
      before -= 1
    }
    var after = or + 1
    if let lead = outline.last(.leadsIn, inSentence: sentence, before: min(or + 4, end)),
      lead.lowerBound == after
    {
      after = lead.upperBound
    } else {
      after = behindRepeated(first, after..<end)
    }
    guard first < before, after < end, before - first <= Self.longestChoice,
      end - after <= Self.longestChoice
    else { return [] }
    if let shared = shared(first..<before, after..<end) { return shared }
    let isList = tokens[or - 1].hash == Self.comma
    return (listed(first..<before, isList) + [after..<end]).map {
      phrase(behindRepeated(first, $0)..<$0.upperBound)
    }
  }

  /// Where a choice begins that repeats the word before the first: "as this or as that".
  private func behindRepeated(_ first: Int, _ choice: Range<Int>) -> Int {
    let start = choice.lowerBound
    let isRepeated = first > 0 && start != first && choice.count > 1
    return isRepeated && tokens[start].hash == tokens[first - 1].hash ? start + 1 : start
  }

  private static let asking = WordSet("which what")
  private static let semicolon = WordHash(";")

  /// Whether a mark closes a bracket that was opened behind a token.
  private func closes(_ mark: Int, from start: Int) -> Bool {
    guard bracket(tokens[mark]) < 0, mark - start <= 2 * Self.longestChoice else { return false }
    var depth = 0
    for i in start...mark where tokens[i].traits.contains(.mark) { depth += bracket(tokens[i]) }
    return depth == 0
  }

  private func phrase(_ indices: Range<Int>) -> String {
    var range = text.words.bytes(of: indices)
    if text.bytes[at: range.upperBound] == UInt8(ascii: "\"") {
      range = range.lowerBound..<range.upperBound + 1
    }
    let closes = indices.contains { tokens[$0].traits.contains(.closesQuotation) }
    if closes, text.bytes[at: range.lowerBound - 1] == UInt8(ascii: "\"") {
      range = range.lowerBound - 1..<range.upperBound
    }
    return text.text(range)
  }

  private static let longestListed = 5
  /// Where a comma stands before "or" too: "A, B, or C".
  private static let longestInList = 12
  private static let remarks = WordSet(
    "including excluding such e.g which who where with as so and")

  /// "A, B" of "A, B or C", where each is short enough to be one of a list.
  private func listed(_ indices: Range<Int>, _ isList: Bool) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = indices.lowerBound
    for i in indices where tokens[i].hash == Self.comma {
      if i > start { pieces.append(start..<i) }
      start = i + 1
    }
    if start < indices.upperBound { pieces.append(start..<indices.upperBound) }
    let longest = isList ? Self.longestInList : Self.longestListed
    let isOne = pieces.contains {
      $0.count > longest || isList && Self.remarks.contains(tokens[$0.lowerBound].hash)
    }
    return isOne ? [indices] : pieces
  }

  private func bracket(_ token: Words.Token) -> Int {
    switch text.bytes[token.range.lowerBound] {
    case UInt8(ascii: "("), UInt8(ascii: "["): 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): -1
    default: 0
    }
  }
}

extension Outline {
  /// The last phrase of a kind that ends at or before a token.
  func last(_ signal: Signal, inSentence sentence: Int, before token: Int) -> Range<Int>? {
    var last: Range<Int>?
    for found in all(signal, inSentence: sentence) where found.upperBound <= token {
      if found.upperBound >= last?.upperBound ?? 0 { last = found }
    }
    return last
  }
}
