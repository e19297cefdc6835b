import SourceText

/// The offences and powers that requests are about.
public struct Offences: Sendable {
  let index: OffenceIndex

  public init(_ all: [Offence]) { index = OffenceIndex(all) }

  /// In the order of the table they came from; each is read anew, so what is known by name is better asked for by it.
  public var all: [Offence] { index.all.items }

  /// Each Act once, in the order of the table.
  public var acts: [Offence.Act] { index.acts.items }

  /// The offence with an id.
  public subscript(id: String) -> Offence? { index.number(ofID: id).map { index.all[$0] } }

  /// Everything in a text that names an offence, and what is left over, in the order of the text.
  ///
  /// Made for the value of an `offences` field, where every word should be understood. Reads
  /// "Sexual Offences Act 2003, sections 8, 10 and 15A", "s.127 Communications Act 2003",
  /// "sections 8 to 10 of SOA 2003", "71/17", "class 88A" and "rape".
  ///
  /// - Complexity: linear in the length of the range.
  public func references(in bytes: [UInt8], range: ByteRange) -> [OffenceReference] {
    var scanner = OffenceScanner(bytes, range: range, offences: self)
    return scanner.scan()
  }

  /// Everything in a text that names an offence, and what is left over.
  public func references(in text: String) -> [OffenceReference] {
    let bytes = Array(text.utf8)
    return references(in: bytes, range: 0..<bytes.count)
  }
}

extension Offences {
  /// The offences whose title, other names, Act or provision hold all words of a query.
  ///
  /// Those that a word of the query names outright come first, then those of a section or article that it names.
  public func search(_ query: String, nation: Nation? = nil) -> [Offence] {
    let words = comparableWords(query).flatMap { $0.provisionTakenApart }
    let wanted = words.joined(separator: " ")
    guard !words.isEmpty else { return [] }
    var named: [Offence] = []
    var numbered: [Offence] = []
    var others: [Offence] = []
    for offence in all {
      if let nation, !offence.applies(in: nation) { continue }
      if ([offence.title] + offence.aliases).contains(where: { comparableName($0) == wanted }) {
        named.append(offence)
        continue
      }
      var text = "\(offence.title) \(offence.provision) \(offence.id)"
      if let act = offence.act { text += " \(act.name) \(act.shortName)" }
      for word in offence.aliases + offence.codes + offence.classes { text += " \(word)" }
      let held = comparableWords(text)
      guard words.allSatisfy({ word in held.contains { $0.hasPrefix(word) } }) else { continue }
      if let provision = Provision(offence.provision), words.contains(provision.number) {
        numbered.append(offence)
      } else {
        others.append(offence)
      }
    }
    return named + numbered + others
  }
}

extension String {
  /// "s18" as "s" and "18"; any other word as it is.
  fileprivate var provisionTakenApart: [String] {
    guard utf8.first == UInt8(ascii: "s"), utf8.dropFirst().first?.isDigit == true else {
      return [self]
    }
    return ["s", String(dropFirst())]
  }
}

extension Offences {
  /// The part of the table that means something in a nation, by which "rape" is the offence there.
  public func restricted(to nation: Nation) -> Offences {
    Offences(all.filter { $0.applies(in: nation) })
  }

  /// What stands for an offence in another nation.
  public struct Equivalents: Sendable, Hashable {
    /// In the order of the table; the offence itself where it applies.
    public let offences: [Offence]

    /// Whether a person has to choose: there is none, there are several, or the one was not seen in a
    /// source.
    public var needsDecision: Bool { offences.count != 1 || !offences[0].isSeen }
  }

  /// The offences to ask a force of a nation for, in place of one.
  public func equivalents(of offence: Offence, in nation: Nation) -> Equivalents {
    if offence.applies(in: nation) { return Equivalents(offences: [offence]) }
    let numbers = offence.equivalentIDs.compactMap { index.number(ofID: $0) }.sorted()
    let others = numbers.map { index.all[$0] }.filter { $0.applies(in: nation) }
    return Equivalents(offences: others)
  }
}
