import SourceText

/// The figures that are published already, found by what requests ask for.
public struct Published: Sendable {
  private let list: PackedList<PublishedDataset>
  private let phrases: PublishedPhrases

  public init(_ datasets: [PublishedDataset]) {
    list = PackedList(datasets)
    phrases = PublishedPhrases(datasets)
  }

  /// In the order of the table they came from.
  public var datasets: [PublishedDataset] { list.items }

  /// The figures with an id.
  public subscript(id: String) -> PublishedDataset? { list.items.first { $0.id == id } }

  /// Words of a text that ask for what is published.
  public struct Mention: Sendable, Hashable {
    public let dataset: PublishedDataset
    /// The words themselves.
    public let range: ByteRange
  }

  /// Everything in a text that asks for published figures, in the order of the text.
  ///
  /// Whole words, whatever their capitals; of phrases that begin at one word the longest. Only in a
  /// sentence with a word for counting ("how many", "the number of"): "I was arrested" asks for nothing.
  ///
  /// - Parameter nations: of the authority. Only figures for one of them count, and what is local to it
  ///   need not be said: to Police Scotland, "stop and search" means "stop and search Scotland". When
  ///   empty, all figures count.
  /// - Complexity: linear in the length of the text.
  public func mentions(in bytes: [UInt8], nations: [Nation] = []) -> [Mention] {
    mentions(in: Words(bytes), nations: nations)
  }

  /// The same for a text whose words were read already, or for some stretches of it.
  package func mentions(
    in words: Words, _ stretches: [Range<Int>]? = nil, nations: [Nation],
    besideCounting: Bool = true
  ) -> [Mention] {
    let tokens = words.tokens
    var mentions: [Mention] = []
    // Those read already: a text asks for the same figures again and again.
    var known: [PublishedDataset?] = Array(repeating: nil, count: list.count)
    // The sentence looked at last: mentions come in the order of the text.
    var sentence = 0..<0
    var counts = false
    for stretch in stretches ?? [tokens.indices] {
      var i = stretch.lowerBound
      while i < stretch.upperBound {
        guard !tokens[i].traits.contains(.slight),
          let found = phrases.longest(at: i, of: tokens, nations: nations)
        else {
          i += 1
          continue
        }
        if besideCounting, !sentence.contains(i) {
          sentence = words.sentence(around: i)
          counts = tokens[sentence].contains { PublishedPhrases.counting.contains($0.hash) }
        }
        if counts || !besideCounting {
          let dataset = known[found.dataset] ?? list[found.dataset]
          known[found.dataset] = dataset
          mentions.append(Mention(dataset: dataset, range: words.bytes(of: i..<found.end)))
        }
        i = found.end
      }
    }
    return mentions
  }
}

extension Published: Packable {
  package func pack(into out: inout PackedWriter) {
    list.pack(into: &out)
    phrases.pack(into: &out)
  }

  package init(unpacking reader: inout PackedReader) {
    list = PackedList(unpacking: &reader)
    phrases = PublishedPhrases(unpacking: &reader)
  }
}

extension Published {
  /// The figures that a query asks for or describes.
  ///
  /// First those that its words ask for, as a request would ("strip searches of children"); then those
  /// whose title, publisher or contents hold all of its words.
  ///
  /// - Parameter nations: only figures for one of these; when empty, all.
  public func search(_ query: String, nations: [Nation] = []) -> [PublishedDataset] {
    var found: [PublishedDataset] = []
    var ids: Set<String> = []
    let asked = Words(Array(query.utf8))
    for mention in mentions(in: asked, nations: nations, besideCounting: false)
    where ids.insert(mention.dataset.id).inserted {
      found.append(mention.dataset)
    }
    let wanted = comparableWords(query).map { stem($0) }
    for dataset in list.items where !wanted.isEmpty && dataset.isFor(nations) {
      if dataset.describes(wanted) || dataset.asks(for: wanted) != nil,
        ids.insert(dataset.id).inserted
      {
        found.append(dataset)
      }
    }
    return found
  }
}

extension PublishedDataset {
  /// The phrase by which a query found these figures, where their own title and contents do not hold its words: who
  /// asks for "dog bites" is to see that it is those of police dogs.
  public func phrase(for query: String) -> String? {
    let wanted = comparableWords(query).map { stem($0) }
    return wanted.isEmpty || describes(wanted) ? nil : asks(for: wanted)
  }

  fileprivate func describes(_ wanted: [String]) -> Bool {
    holds(wanted, "\(id) \(title) \(publisher) \(covers)")
  }

  /// The first of its phrases that, with its title and contents, holds all words: what stands in two of them is not one
  /// thing.
  fileprivate func asks(for wanted: [String]) -> String? {
    let own = asks.first { holds(wanted, $0) }
    return own ?? asks.first { holds(wanted, "\($0) \(id) \(title) \(publisher) \(covers)") }
  }

  private func holds(_ wanted: [String], _ text: String) -> Bool {
    let held = comparableWords(text)
    return wanted.allSatisfy { word in held.contains { $0.hasPrefix(word) } }
  }
}

/// What "robbery" and "robberies" have in common.
private func stem(_ word: String) -> String {
  for ending in ["ies", "y", "s"] where word.hasSuffix(ending) {
    let stem = word.dropLast(ending.utf8.count)
    if stem.utf8.count > 2 { return String(stem) }
  }
  return word
}
