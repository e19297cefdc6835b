import SourceText

/// The phrases that ask for published figures, as the words of a text are looked up in them.
struct PublishedPhrases: Sendable {
  struct Phrase: Sendable {
    let first: WordHash
    let words: [WordHash]
    /// The number of its figures in their table.
    let dataset: Int
    /// Shortened by the name of a nation, which goes without saying to an authority of that nation only.
    let isLocal: Bool
  }

  /// Words that ask for figures.
  static let counting = WordSet(
    """
    many much number numbers count counts figure figures total totals statistics stats data rate rates \
    percentage proportion breakdown
    """)

  /// By first word; of those with one the longest first, of equals the first in the table.
  private let phrases: [Phrase]
  private let byFirstWord: WordTable
  /// The nations that the figures of each number are for.
  private let nations: [[Nation]]

  init(_ datasets: [PublishedDataset]) {
    var phrases: [Phrase] = []
    func add(_ words: [WordHash], of dataset: Int, isLocal: Bool) {
      guard let first = words.first else { return }
      phrases.append(Phrase(first: first, words: words, dataset: dataset, isLocal: isLocal))
    }
    for (i, dataset) in datasets.enumerated() {
      for text in dataset.asks {
        let words = Words(Array(text.utf8)).tokens.filter { !$0.traits.contains(.slight) }
          .map { $0.hash }
        add(words, of: i, isLocal: false)
        let short = Self.withoutNation(words, of: dataset)
        if short.count < words.count { add(short, of: i, isLocal: true) }
      }
    }
    phrases.sort {
      ($0.first.place, $1.words.count, $0.dataset) < ($1.first.place, $0.words.count, $1.dataset)
    }
    self.init(phrases, datasets.map { $0.nations })
  }

  private init(_ phrases: [Phrase], _ nations: [[Nation]]) {
    self.phrases = phrases
    self.nations = nations
    byFirstWord = WordTable(phrases.map { $0.first })
  }

  /// The longest phrase that begins at a token and stays in its sentence, and where it ends.
  func longest(
    at start: Int, of tokens: [Words.Token], nations: [Nation]
  ) -> (phrase: Phrase, end: Int)? {
    for i in byFirstWord.entries(of: tokens[start].hash) {
      guard let end = phrases[i].end(at: start, of: tokens),
        !phrases[i].isLocal || !nations.isEmpty,
        PublishedDataset.areFigures(for: self.nations[phrases[i].dataset], among: nations)
      else { continue }
      return (phrases[i], end)
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

extension PublishedPhrases: Packable {
  func pack(into out: inout PackedWriter) {
    out.write(phrases) { out, phrase in
      out.write(phrase.words) { out, word in out.write(word) }
      out.write(phrase.dataset)
      out.write(phrase.isLocal)
    }
    out.write(nations) { out, nations in out.write(nations.map { $0.rawValue }) }
  }

  init(unpacking reader: inout PackedReader) {
    let phrases = reader.list { reader in
      let words = reader.list { $0.word() }
      return Phrase(
        first: words[0], words: words, dataset: reader.int(), isLocal: reader.flag())
    }
    self.init(phrases, reader.list { $0.texts().compactMap { Nation(rawValue: $0) } })
  }
}

extension PublishedPhrases.Phrase {
  /// Where it ends if it begins at a token.
  ///
  /// What a pattern need not spell, a phrase need not either: "street-level" and "street level".
  fileprivate func end(at start: Int, of tokens: [Words.Token]) -> Int? {
    var i = start + 1
    for word in words.dropFirst() {
      while i < tokens.count, tokens[i].traits.contains(.slight) { i += 1 }
      guard i < tokens.count, tokens[i].hash == word, !tokens[i].traits.contains(.startsSentence)
      else { return nil }
      i += 1
    }
    return i
  }
}
