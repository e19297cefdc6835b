import SourceText

/// The ways into the table of offences that reading a text needs, made once.
///
/// Names are known by the hashes of their words, so that neither making the index nor looking a text up in it makes a
/// string.
struct OffenceIndex: Sendable {
  let all: PackedList<Offence>
  let acts: PackedList<Offence.Act>
  /// The ways to write an Act, in comparable words, by the number of the Act. A short name without its year is
  /// believed in capitals only: "SOA".
  let actNames: PhraseTable
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

  private static func names(of acts: [Offence.Act]) -> PhraseTable {
    var names: [(words: [WordHash], number: Int, isConditional: Bool)] = []
    for (i, act) in acts.enumerated() {
      let (full, short) = (comparableHashes(act.name), comparableHashes(act.shortName))
      names.append((full, i, false))
      names.append((short, i, false))
      if let last = act.name.utf8.last, last.isDigit { names.append((full.dropLast(), i, false)) }
      names.append((short.dropLast(), i, true))
    }
    // What several Acts are called names none of them.
    var uses: [[WordHash]: Int] = [:]
    for name in names { uses[name.words, default: 0] += 1 }
    return PhraseTable(names.filter { uses[$0.words] == 1 })
  }
}

extension OffenceIndex: Packable {
  func pack(into out: inout PackedWriter) {
    all.pack(into: &out)
    acts.pack(into: &out)
    actNames.pack(into: &out)
    for index in [byID, byProvision, byName, byCode] { index.pack(into: &out) }
    out.write(longestName)
  }

  init(unpacking reader: inout PackedReader) {
    all = PackedList(unpacking: &reader)
    acts = PackedList(unpacking: &reader)
    actNames = PhraseTable(unpacking: &reader)
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
