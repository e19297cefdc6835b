import SourceText

/// The ways into the table of offences that reading a text needs, made once.
struct OffenceIndex: Sendable {
  /// A way to write an Act, in comparable words, and which Act it is.
  struct ActName: Sendable {
    let words: [String]
    let act: Int
    /// A short name without its year is believed in capitals only: "SOA".
    let inCapitals: Bool
  }

  private(set) var all: [Offence]
  private(set) var acts: [Offence.Act]
  /// By first word, longest first.
  private(set) var actNames: [String: [ActName]] = [:]
  private var byProvision: [String: [Int]] = [:]
  private var byName: [String: [Int]] = [:]
  private var byCode: [String: [Int]] = [:]
  /// Words in the longest name.
  private(set) var longestName = 1

  init(_ all: [Offence], acts: [Offence.Act]) {
    self.all = all
    self.acts = acts
    var actNumbers: [String: Int] = [:]
    for (i, act) in acts.enumerated() { actNumbers[act.name] = i }
    for (i, offence) in all.enumerated() {
      if let act = offence.act.flatMap({ actNumbers[$0.name] }),
        let provision = Provision(offence.provision)
      {
        byProvision["\(act) \(provision.number)", default: []].append(i)
      }
      for name in [offence.title] + offence.aliases {
        let words = comparableWords(name)
        longestName = max(longestName, words.count)
        let key = words.joined(separator: " ")
        if byName[key]?.last != i { byName[key, default: []].append(i) }
      }
      for code in offence.classes + offence.codes {
        if byCode[code]?.last != i { byCode[code, default: []].append(i) }
      }
    }
    nameActs()
  }

  /// The offences under a provision: the very subsection where the table has it, else the whole section.
  func offences(act: Int, _ provision: Provision) -> [Offence] {
    let section = (byProvision["\(act) \(provision.number)"] ?? []).map { all[$0] }
    let nearest = section.filter {
      guard let known = Provision($0.provision) else { return false }
      return known.subsections.starts(with: provision.subsections)
    }
    return nearest.isEmpty
      ? section.filter { Provision($0.provision)?.subsections.isEmpty == true } : nearest
  }

  func offences(named name: String) -> [Offence] {
    (byName[name] ?? []).map { all[$0] }
  }

  func offences(code: String) -> [Offence] { (byCode[code] ?? []).map { all[$0] } }

  private mutating func nameActs() {
    var names: [(words: [String], act: Int, inCapitals: Bool)] = []
    for (i, act) in acts.enumerated() {
      let full = comparableWords(act.name)
      let short = comparableWords(act.shortName)
      names.append((full, i, false))
      names.append((short, i, false))
      if let last = full.last, last.utf8.allSatisfy({ $0.isDigit }) {
        names.append((full.dropLast(), i, false))
      }
      names.append((short.dropLast(), i, true))
    }
    var uses: [String: Int] = [:]
    for name in names { uses[name.words.joined(separator: " "), default: 0] += 1 }
    for name in names where uses[name.words.joined(separator: " ")] == 1 {
      guard let first = name.words.first else { continue }
      actNames[first, default: []].append(
        ActName(words: name.words, act: name.act, inCapitals: name.inCapitals))
    }
    for first in actNames.keys { actNames[first]?.sort { $0.words.count > $1.words.count } }
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
