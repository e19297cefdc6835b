import SourceText

extension PointDescriber {
  private static let functionWords: [WordHash] = [
    WordHash("to"), WordHash("that"), WordHash("you"), WordHash("be"), WordHash("if"),
    WordHash("for"), WordHash("us"), WordHash("would"), WordHash("is"), WordHash("suggest"),
    WordHash("recommend"), WordHash("propose"), WordHash("advise"), WordHash("could"),
    WordHash("might"), WordHash("may"), WordHash("we"), WordHash("consider"),
  ]
  private static let reasons: [WordHash] = [
    WordHash("as"), WordHash("so"), WordHash("because"), WordHash("since"), WordHash("which"),
  ]
  private static let suggestion = [WordHash("suggestion"), WordHash("suggestions")]
  private static let no = WordHash("no")
  private static let to = WordHash("to")

  func suggestions(_ sentences: Range<Int>) -> [Point.Suggestion] {
    var suggestions: [Point.Suggestion] = []
    for sentence in sentences where roles[sentence] != .out && !deniesSuggestion(sentence) {
      // One a sentence; "alternatively" begins another.
      var proposals: [Range<Int>] = []
      for found in outline.all(.suggests, inSentence: sentence) where !isQuoted[found.lowerBound] {
        let isAnother = Self.alternatives.contains(tokens[found.lowerBound].hash)
        if isAnother || proposals.isEmpty { proposals.append(found) }
      }
      for (i, proposal) in proposals.enumerated() {
        let start = start(of: proposal)
        let isLast = i + 1 == proposals.count
        let end =
          isLast ? text.sentences[sentence].tokens.upperBound : proposals[i + 1].lowerBound
        if let suggestion = suggestion(start..<max(start, end), sentence) {
          suggestions.append(suggestion)
        }
      }
    }
    return suggestions
  }

  private static let alternatives = [
    WordHash("alternatively"), WordHash("instead"), WordHash("otherwise"),
  ]

  /// "(no suggestions)"
  private func deniesSuggestion(_ sentence: Int) -> Bool {
    text.sentences[sentence].tokens.contains { i in
      Self.suggestion.contains(tokens[i].hash) && i > 0 && tokens[i - 1].hash == Self.no
    }
  }

  /// The first word of what is proposed: behind "may I suggest you", or the verb of "you could ask".
  private func start(of found: Range<Int>) -> Int {
    let last = found.upperBound - 1
    var start = Self.functionWords.contains(tokens[last].hash) ? found.upperBound : last
    if start < tokens.count, tokens[start].hash == Self.to { start += 1 }
    return start
  }

  /// What is proposed, without the reason behind a comma.
  private func suggestion(_ indices: Range<Int>, _ sentence: Int) -> Point.Suggestion? {
    var end = indices.upperBound
    for i in indices.dropLast() where tokens[i].hash == Self.comma {
      if Self.reasons.contains(tokens[i + 1].hash) {
        end = i
        break
      }
    }
    while end > indices.lowerBound, tokens[end - 1].traits.contains(.mark) { end -= 1 }
    guard end - indices.lowerBound >= 2 else { return nil }
    let range = text.words.bytes(of: indices.lowerBound..<end)
    let hole = outline.all(.hole, inSentence: sentence).first {
      $0.lowerBound >= indices.lowerBound && $0.upperBound <= indices.upperBound
    }
    let words = text.text(range)
    return .init(
      text: words, range: range, missing: hole.map { missing($0) },
      toFill: hole.map { filled(range, $0) } ?? words)
  }

  /// A proposal with a blank before the word that the authority left alone: "aged under ____ years".
  private func filled(_ range: ByteRange, _ hole: Range<Int>) -> String {
    if tokens[hole].contains(where: { $0.traits.contains(.mark) }) { return text.text(range) }
    let last = tokens[hole.upperBound - 1].range.lowerBound
    return text.text(range.lowerBound..<last) + " ____ " + text.text(last..<range.upperBound)
  }

  private static let age = [WordHash("aged"), WordHash("age"), WordHash("ages")]
  private static let ends = [WordHash("between"), WordHash("from")]

  /// What the authority forgot to fill in.
  private func missing(_ hole: Range<Int>) -> String {
    let around = max(hole.lowerBound - 2, 0)..<hole.upperBound
    if around.contains(where: { Self.age.contains(tokens[$0].hash) }) { return "the age" }
    if Self.ends.contains(tokens[hole.lowerBound].hash) { return "both ends of the range" }
    let isBlank = tokens[hole].contains { $0.traits.contains(.mark) }
    return isBlank ? "what belongs into the blank" : "a number"
  }
}
