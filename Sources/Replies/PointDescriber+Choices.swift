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
    return !words.contains { Self.openQuestions.contains(tokens[$0].hash) && !isQuoted[$0] }
  }

  /// "X" and "Y" of "is it X or Y that you require?"
  private func choices(_ sentence: Int) -> [String] {
    let range = text.sentences[sentence].tokens
    var depth = 0
    var or: Int?
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
      if tokens[i].hash == Self.or, !isInside, !isBesideSlash, or == nil { or = i }
    }
    guard let or, let last = range.last else { return [] }
    let isQuestion = text.bytes[tokens[last].range.lowerBound] == UInt8(ascii: "?")
    var first = range.lowerBound
    if let lead = outline.last(.leadsIn, inSentence: sentence, before: or) {
      first = lead.upperBound
    } else if !isQuestion || or - first > 12 {
      return []
    }
    while first < or, tokens[first].traits.contains(.mark) { first += 1 }
    var end = last + 1
    if let trail = outline.found(.trailsOff, inSentence: sentence), trail.tokens.lowerBound > or {
      end = trail.tokens.lowerBound
    }
    while end > or, tokens[end - 1].traits.contains(.mark) { end -= 1 }
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
    }
    guard first < before, after < end, before - first <= Self.longestChoice,
      end - after <= Self.longestChoice
    else { return [] }
    return (listed(first..<before) + [after..<end]).map { phrase($0) }
  }

  private func phrase(_ indices: Range<Int>) -> String {
    var range = text.words.bytes(of: indices)
    if text.bytes[at: range.upperBound] == UInt8(ascii: "\"") {
      range = range.lowerBound..<range.upperBound + 1
    }
    return text.text(range)
  }

  /// "A, B" of "A, B or C", where each is short enough to be one of a list.
  private func listed(_ indices: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = indices.lowerBound
    for i in indices where tokens[i].hash == Self.comma {
      if i > start { pieces.append(start..<i) }
      start = i + 1
    }
    if start < indices.upperBound { pieces.append(start..<indices.upperBound) }
    return pieces.allSatisfy { $0.count <= 5 } ? pieces : [indices]
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
