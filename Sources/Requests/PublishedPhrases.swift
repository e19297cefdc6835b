import SourceText

/// The phrases that ask for published figures, as the words of a text are looked up in them.
struct PublishedPhrases: Sendable {
  /// Words that ask for figures.
  static let counting = WordSet(
    """
    many much number numbers count counts figure figures total totals statistics stats data rate rates \
    percentage proportion breakdown
    """)

  /// By the number of their figures in the table. What is shortened by the name of a nation, which goes without saying
  /// to an authority of that nation only, is conditional.
  private let phrases: PhraseTable
  /// The nations that the figures of each number are for.
  private let nations: [[Nation]]

  init(_ datasets: [PublishedDataset]) {
    var phrases: [(words: [WordHash], number: Int, isConditional: Bool)] = []
    for (i, dataset) in datasets.enumerated() {
      for text in dataset.asks {
        let words = Words(Array(text.utf8)).tokens.filter { !$0.traits.contains(.slight) }
          .map { $0.hash }
        phrases.append((words, i, false))
        let short = Self.withoutNation(words, of: dataset)
        if short.count < words.count { phrases.append((short, i, true)) }
      }
    }
    self.phrases = PhraseTable(phrases)
    nations = datasets.map { $0.nations }
  }

  /// The figures of the longest phrase that begins at a token and stays in its sentence, and where it ends.
  @inline(__always)
  func longest(
    at start: Int, of tokens: [Words.Token], nations: [Nation]
  ) -> (dataset: Int, end: Int)? {
    let candidates = phrases.phrases(beginningWith: tokens[start].hash)
    return candidates.isEmpty ? nil : longest(candidates, at: start, of: tokens, nations: nations)
  }

  private func longest(
    _ candidates: Range<Int>, at start: Int, of tokens: [Words.Token], nations: [Nation]
  ) -> (dataset: Int, end: Int)? {
    for i in candidates {
      let phrase = phrases[i]
      guard let end = end(of: phrase, at: start, of: tokens),
        !phrase.isConditional || !nations.isEmpty,
        PublishedDataset.areFigures(for: self.nations[phrase.number], among: nations)
      else { continue }
      return (phrase.number, end)
    }
    return nil
  }

  /// "Stop and search Scotland" and "PSNI stop and search" without the nation that all of the figures are for.
  ///
  /// Two words must be left of those behind the nation: of "Police Scotland quarterly" only one would be, and
  /// every other request says "quarterly".
  private static func withoutNation(
    _ words: [WordHash], of dataset: PublishedDataset
  ) -> [WordHash] {
    let names: [[WordHash]]
    switch dataset.nations {
    case [.scotland]:
      names = [[WordHash("police"), WordHash("scotland")], [WordHash("scotland")]]
    case [.northernIreland]:
      names = [[WordHash("northern"), WordHash("ireland")], [WordHash("psni")]]
    default: return words
    }
    for name in names {
      if words.count > name.count, words.suffix(name.count).elementsEqual(name) {
        let rest = words.dropLast(name.count)
        return Array(rest.last == WordHash("in") ? rest.dropLast() : rest)
      }
      if words.count > name.count + 1, words.starts(with: name) {
        return Array(words.dropFirst(name.count))
      }
    }
    return words
  }
}

extension PublishedPhrases {
  /// Where a phrase ends if it begins at a token.
  ///
  /// What a pattern need not spell, a phrase need not either: "street-level" and "street level".
  private func end(of phrase: PhraseTable.Phrase, at start: Int, of tokens: [Words.Token]) -> Int? {
    var i = start + 1
    for word in phrase.words.dropFirst() {
      while i < tokens.count, tokens[i].traits.contains(.slight) { i += 1 }
      guard i < tokens.count, tokens[i].hash.key == phrases.words[word],
        !tokens[i].traits.contains(.startsSentence)
      else { return nil }
      i += 1
    }
    return i
  }
}

extension PublishedPhrases: Packable {
  func pack(into out: inout PackedWriter) {
    phrases.pack(into: &out)
    out.write(nations) { out, nations in out.write(nations.map { $0.rawValue }) }
  }

  init(unpacking reader: inout PackedReader) {
    phrases = PhraseTable(unpacking: &reader)
    nations = reader.list { $0.texts().compactMap { Nation(rawValue: $0) } }
  }
}
