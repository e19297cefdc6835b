import SourceText

/// The ways into the table of offences that reading a text needs, made once.
///
/// Names are known by the hashes of their words, so that neither making the index nor looking a text up in it makes a
/// string.
struct OffenceIndex: Sendable {
  /// A way to write an Act, in comparable words, and which Act it is.
  struct ActName: Sendable {
    let words: [WordHash]
    let act: Int
    /// A short name without its year is believed in capitals only: "SOA".
    let inCapitals: Bool
  }

  let all: PackedList<Offence>
  let acts: PackedList<Offence.Act>
  private let actNames: [ActName]
  private let actNamesByWord: WordTable
  private let byID: WordIndex
  private let byProvision: WordIndex
  private let byName: WordIndex
  private let byCode: WordIndex
  /// Words in the longest name.
  let longestName: Int

  init(_ all: [Offence]) {
    var acts: [Offence.Act] = []
    var actNumbers: [String: Int] = [:]
    var ids: [(word: WordHash, number: Int)] = []
    var provisions: [(word: WordHash, number: Int)] = []
    var names: [(word: WordHash, number: Int)] = []
    var codes: [(word: WordHash, number: Int)] = []
    var longestName = 1
    for (i, offence) in all.enumerated() {
      ids.append((WordHash(of: offence.id), i))
      if let act = offence.act {
        let number = actNumbers[act.name] ?? acts.count
        if number == acts.count { acts.append(act) }
        actNumbers[act.name] = number
        if let provision = Provision(offence.provision) {
          provisions.append((Self.key(number, provision), i))
        }
      }
      for name in [offence.title] + offence.aliases {
        let words = comparableHashes(name)
        longestName = max(longestName, words.count)
        if let key = Self.key(words[...]) { names.append((key, i)) }
      }
      for code in offence.classes + offence.codes { codes.append((WordHash(of: code), i)) }
    }
    self.all = PackedList(all)
    self.acts = PackedList(acts)
    byID = WordIndex(ids)
    byProvision = WordIndex(provisions)
    byName = WordIndex(names)
    byCode = WordIndex(codes)
    self.longestName = longestName
    actNames = Self.names(of: acts)
    actNamesByWord = WordTable(actNames.map { $0.words[0] })
  }

  /// The names of Acts that begin with a word, the longest first.
  func actNames(beginningWith word: WordHash) -> ArraySlice<ActName> {
    actNames[actNamesByWord.entries(of: word)]
  }

  /// The offences under a provision: the very subsection where the table has it, else the whole section.
  func offences(act: Int, _ provision: Provision) -> [Offence] {
    let section = byProvision[Self.key(act, provision)].map { all[$0] }
    let nearest = section.filter {
      guard let known = Provision($0.provision) else { return false }
      return known.subsections.starts(with: provision.subsections)
    }
    return nearest.isEmpty
      ? section.filter { Provision($0.provision)?.subsections.isEmpty == true } : nearest
  }

  /// - Parameter name: its words, as ``key(_:)`` joins them.
  func hasName(_ name: WordHash) -> Bool { !byName[name].isEmpty }

  func offences(named name: WordHash) -> [Offence] { byName[name].map { all[$0] } }

  func hasCode(_ code: String) -> Bool { !byCode[WordHash(of: code)].isEmpty }

  func offences(code: String) -> [Offence] { byCode[WordHash(of: code)].map { all[$0] } }

  /// The offence with an id, by its place in the table; of two the later.
  func number(ofID id: String) -> Int? { byID[WordHash(of: id)].last }

  /// What a name is known by; nil when it has no words.
  static func key(_ words: ArraySlice<WordHash>) -> WordHash? {
    guard var key = words.first else { return nil }
    for word in words.dropFirst() { key = key.followed(by: word) }
    return key
  }

  private static func key(_ act: Int, _ provision: Provision) -> WordHash {
    var hash = WordHash(of: provision.number)
    hash.value = hash.value &+ UInt64(act) &* 0x9E37_79B9_7F4A_7C15
    return hash
  }

  private static func names(of acts: [Offence.Act]) -> [ActName] {
    var names: [ActName] = []
    for (i, act) in acts.enumerated() {
      let (full, short) = (comparableHashes(act.name), comparableHashes(act.shortName))
      names.append(ActName(words: full, act: i, inCapitals: false))
      names.append(ActName(words: short, act: i, inCapitals: false))
      if let last = act.name.utf8.last, last.isDigit {
        names.append(ActName(words: full.dropLast(), act: i, inCapitals: false))
      }
      names.append(ActName(words: short.dropLast(), act: i, inCapitals: true))
    }
    // What several Acts are called names none of them.
    var uses: [[WordHash]: Int] = [:]
    for name in names { uses[name.words, default: 0] += 1 }
    names.removeAll { $0.words.isEmpty || uses[$0.words] != 1 }
    names.sort { ($0.words[0].place, $1.words.count) < ($1.words[0].place, $0.words.count) }
    return names
  }
}

extension OffenceIndex: Packable {
  func pack(into out: inout PackedWriter) {
    all.pack(into: &out)
    acts.pack(into: &out)
    out.write(actNames) { out, name in
      out.write(name.words) { out, word in out.write(word) }
      out.write(name.act)
      out.write(name.inCapitals)
    }
    for index in [byID, byProvision, byName, byCode] { index.pack(into: &out) }
    out.write(longestName)
  }

  init(unpacking reader: inout PackedReader) {
    all = PackedList(unpacking: &reader)
    acts = PackedList(unpacking: &reader)
    actNames = reader.list { reader in
      ActName(
        words: reader.list { $0.word() }, act: reader.int(), inCapitals: reader.flag())
    }
    actNamesByWord = WordTable(actNames.map { $0.words[0] })
    byID = WordIndex(unpacking: &reader)
    byProvision = WordIndex(unpacking: &reader)
    byName = WordIndex(unpacking: &reader)
    byCode = WordIndex(unpacking: &reader)
    longestName = reader.int()
  }
}

/// The number of a section or article, taken apart: `89` and `["2"]` of "section 89(2)".
struct Provision: Sendable, Hashable {
  /// In small letters: `15a`.
  let number: String
  let subsections: [String]

  init(number: String, subsections: [String]) {
    self.number = number
    self.subsections = subsections
  }

  /// Reads "section 89(2)"; nil for anything that does not end in a number.
  init?(_ text: String) {
    var parts = comparableWords(text)
    guard parts.count > 1, parts[1].utf8.first?.isDigit == true else { return nil }
    parts.removeFirst()
    number = parts.removeFirst()
    subsections = parts
  }
}
