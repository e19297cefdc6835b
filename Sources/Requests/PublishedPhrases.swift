import SourceText

/// The phrases that ask for published figures, as the words of a text are looked up in them.
struct PublishedPhrases: Sendable {
  struct Phrase: Sendable {
    let words: [WordHash]
    /// The number of its figures in their table.
    let dataset: Int
    /// Shortened by the name of a nation, which goes without saying to an authority of that nation only.
    let isLocal: Bool
  }

  /// Words that ask for figures.
  static let counting: Set<WordHash> = [
    WordHash("many"), WordHash("much"), WordHash("number"), WordHash("numbers"),
    WordHash("count"), WordHash("counts"), WordHash("figure"), WordHash("figures"),
    WordHash("total"), WordHash("totals"), WordHash("statistics"), WordHash("stats"),
    WordHash("data"), WordHash("rate"), WordHash("rates"), WordHash("percentage"),
    WordHash("proportion"), WordHash("breakdown"),
  ]

  /// By first word; the longest first, of equals the first in the table.
  private var byFirstWord: [WordHash: [Phrase]] = [:]

  init(_ datasets: [PublishedDataset]) {
    for (i, dataset) in datasets.enumerated() {
      for text in dataset.asks {
        let words = Words(Array(text.utf8)).tokens.filter { !$0.traits.contains(.slight) }
          .map { $0.hash }
        add(Phrase(words: words, dataset: i, isLocal: false))
        let short = Self.withoutNation(words, of: dataset)
        if short.count < words.count { add(Phrase(words: short, dataset: i, isLocal: true)) }
      }
    }
    for first in byFirstWord.keys {
      byFirstWord[first]?.sort { ($1.words.count, $0.dataset) < ($0.words.count, $1.dataset) }
    }
  }

  private mutating func add(_ phrase: Phrase) {
    if let first = phrase.words.first { byFirstWord[first, default: []].append(phrase) }
  }

  /// The longest phrase that begins at a token and stays in its sentence.
  func longest(
    at start: Int, of tokens: [Words.Token], nations: [Nation], _ datasets: [PublishedDataset]
  ) -> Phrase? {
    byFirstWord[tokens[start].hash]?.first { phrase in
      (!phrase.isLocal || !nations.isEmpty) && datasets[phrase.dataset].isFor(nations)
        && phrase.stands(at: start, of: tokens)
    }
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

extension PublishedPhrases.Phrase {
  fileprivate func stands(at start: Int, of tokens: [Words.Token]) -> Bool {
    guard start + words.count <= tokens.count else { return false }
    for (i, word) in words.enumerated() {
      let token = tokens[start + i]
      if token.hash != word || i > 0 && token.traits.contains(.startsSentence) { return false }
    }
    return true
  }
}
