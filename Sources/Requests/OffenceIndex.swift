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

  let all: [Offence]
  let acts: [Offence.Act]
  private let actNames: [ActName]
  private let actNamesByWord: WordTable
  private let byProvision: NumbersByHash
  private let byName: NumbersByHash
  private let byCode: NumbersByHash
  /// Words in the longest name.
  let longestName: Int

  init(_ all: [Offence], acts: [Offence.Act]) {
    self.all = all
    self.acts = acts
    var actNumbers: [String: Int] = [:]
    for (i, act) in acts.enumerated() { actNumbers[act.name] = i }
    var provisions: [(WordHash, Int)] = []
    var names: [(WordHash, Int)] = []
    var codes: [(WordHash, Int)] = []
    var longestName = 1
    for (i, offence) in all.enumerated() {
      if let act = offence.act.flatMap({ actNumbers[$0.name] }),
        let provision = Provision(offence.provision)
      {
        provisions.append((Self.key(act, provision), i))
      }
      for name in [offence.title] + offence.aliases {
        let words = comparableHashes(name)
        longestName = max(longestName, words.count)
        if let key = Self.key(words[...]) { names.append((key, i)) }
      }
      for code in offence.classes + offence.codes { codes.append((Self.key(code), i)) }
    }
    byProvision = NumbersByHash(provisions)
    byName = NumbersByHash(names)
    byCode = NumbersByHash(codes)
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

  func offences(code: String) -> [Offence] { byCode[Self.key(code)].map { all[$0] } }

  /// What a name is known by; nil when it has no words.
  static func key(_ words: ArraySlice<WordHash>) -> WordHash? {
    guard var key = words.first else { return nil }
    for word in words.dropFirst() { key = key.followed(by: word) }
    return key
  }

  private static func key(_ code: String) -> WordHash {
    var hash = WordHash()
    for byte in code.utf8 { hash.add(byte) }
    return hash
  }

  private static func key(_ act: Int, _ provision: Provision) -> WordHash {
    var hash = key(provision.number)
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
    names.sort { ($0.words[0].value, $1.words.count) < ($1.words[0].value, $0.words.count) }
    return names
  }
}

/// Places in a list, by a hash.
private struct NumbersByHash: Sendable {
  private let numbers: [Int]
  private let table: WordTable

  /// - Parameter pairs: in the order in which the numbers of one hash shall come; a pair may stand twice.
  init(_ pairs: [(WordHash, Int)]) {
    let sorted = pairs.sorted { ($0.0.value, $0.1) < ($1.0.value, $1.1) }
    var keys: [WordHash] = []
    var numbers: [Int] = []
    for (hash, number) in sorted where keys.last != hash || numbers.last != number {
      keys.append(hash)
      numbers.append(number)
    }
    self.numbers = numbers
    table = WordTable(keys)
  }

  subscript(hash: WordHash) -> ArraySlice<Int> { numbers[table.entries(of: hash)] }
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
