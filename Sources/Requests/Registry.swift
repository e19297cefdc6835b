import SourceText

/// The authorities that requests can be written to, found by any name they go by.
public struct Registry: Sendable {
  private let list: PackedList<Authority>
  private let byID: WordIndex
  private let byName: WordIndex
  private let byArea: WordIndex
  /// The addresses that the user gives in place of ours, by the place of the authority in the table.
  private var emails: [Int: String] = [:]

  public init(authorities: [Authority]) {
    var ids: [(word: WordHash, number: Int)] = []
    var names: [(word: WordHash, number: Int)] = []
    var areas: [(word: WordHash, number: Int)] = []
    for (i, authority) in authorities.enumerated() {
      ids.append((WordHash(of: authority.id), i))
      for name in authority.names {
        if let key = Self.key(of: Self.words(of: name)) { names.append((key, i)) }
        // Only a force with an area goes by its area alone: "Ministry of Defence" is not its police.
        if authority.kind == .territorial, let key = Self.key(of: Self.areaWords(in: name)) {
          areas.append((key, i))
        }
      }
    }
    list = PackedList(authorities)
    byID = WordIndex(ids)
    byName = WordIndex(names)
    byArea = WordIndex(areas)
  }

  /// In the order of the table they came from.
  public var authorities: [Authority] { (0..<list.count).map { authority(at: $0) } }

  private func authority(at i: Int) -> Authority {
    var authority = list[i]
    if let email = emails[i] { authority.email = email }
    return authority
  }

  private func number(ofID id: String) -> Int? { byID[WordHash(of: id)].first }

  /// The authority with an id.
  public subscript(id: String) -> Authority? { number(ofID: id).map { authority(at: $0) } }

  /// The one authority that a name means.
  ///
  /// The name may be the id, the official, short or another name, or the slug of WhatDoTheyKnow. Capitals
  /// make no difference, nor does "the"; a force may go by its area ("Kent").
  ///
  /// - Throws: when no authority has the name (with the nearest that has) or several may be meant (with
  ///   their ids) or are listed. The authority may be one that cannot be asked: see ``Authority/canBeAsked``.
  public func authority(named name: String) throws(Diagnostics) -> Authority {
    let found = match(name)
    if case .one(let authority) = found { return authority }
    if let group = AuthorityGroup(typed: name), case let members = members(of: group),
      members.count > 1
    {
      throw Diagnostics(
        "\"\(name)\" is a group of \(members.count), and one authority is wanted here",
        remedy: "name one of them; foi authorities \(group.rawValue) lists them")
    }
    if name.utf8.contains(UInt8(ascii: ",")) { return try onlyAuthority(inList: name) }
    if case .several(let candidates) = found {
      let ids = candidates.map { $0.id }.joined(separator: ", ")
      throw Diagnostics("\"\(name)\" may be several authorities", remedy: "write one of \(ids)")
    }
    let nearest = self.nearest(to: name)
    throw Diagnostics(
      "no authority is called \"\(name)\"", remedy: nearest.map { "did you mean \"\($0)\"?" })
  }

  /// The authority of a list that turns out to name one.
  ///
  /// - Throws: what nobody is called, or that there are several.
  private func onlyAuthority(inList names: String) throws(Diagnostics) -> Authority {
    let selection = try selection([names])
    let all = selection.asked + selection.leftOut
    if all.count == 1 { return all[0] }
    guard let first = all.first else { throw Diagnostics("no authority is called \"\(names)\"") }
    throw Diagnostics(
      "\"\(names)\" names \(all.count) authorities, and one is wanted here",
      remedy: "name one of them, such as \(first.id)")
  }
}

extension Registry {
  /// The authority that goes by exactly this name; nil where none does, or several do.
  ///
  /// For long lists, in which a near miss is an authority of its own.
  package func authority(exactly name: String) -> Authority? {
    let found = Self.key(of: Self.words(of: name)).map { byName[$0] } ?? []
    guard found.count == 1, let number = found.first else { return nil }
    return authority(at: number)
  }
}

extension Registry {
  /// What a name may mean.
  public enum Match: Sendable, Hashable {
    case one(Authority)
    case several([Authority])
    case none
  }

  /// What a name means, without an error: for a salutation that may name nobody ("Dear Sir").
  public func match(_ name: String) -> Match {
    let found = numbers(of: name)
    if let first = found.first {
      return found.count == 1
        ? .one(authority(at: first)) : .several(found.map { authority(at: $0) })
    }
    let partly = partlyCalled(name)
    return partly.count > 1 ? .several(partly) : .none
  }

  /// The one authority that has a name; nil when nobody has, or several.
  ///
  /// What looks no further than the tables of names costs nothing for the many who are greeted and are no authority.
  public func authority(knownAs name: String) -> Authority? {
    let found = numbers(of: name)
    return found.count == 1 ? authority(at: found[0]) : nil
  }

  private func numbers(of name: String) -> [Int] {
    let found = Self.key(of: Self.words(of: name)).map { byName[$0] } ?? []
    guard found.isEmpty, let area = Self.key(of: Self.areaWords(in: name)) else { return found }
    return byArea[area]
  }

  /// The authority that was probably meant by a name that nobody has, by its own name or by that of its nation.
  package func nearestAuthority(to name: String) -> Authority? {
    guard let nearest = nearest(to: name) else { return nil }
    guard let group = AuthorityGroup(typed: nearest) else { return authority(exactly: nearest) }
    let members = members(of: group)
    return members.count == 1 ? members[0] : nil
  }

  /// A name like one that nobody has.
  private func nearest(to name: String) -> String? {
    if let only = partlyCalled(name).first { return only.name }
    var names = AuthorityGroup.allCases.map { $0.rawValue }
    for authority in authorities { names += authority.names }
    return nearestName(to: name, among: names)
  }

  /// The authorities whose official names hold all words of a name but those that all forces share.
  private func partlyCalled(_ name: String) -> [Authority] {
    let authorities = self.authorities
    return containing(words: Self.areaWords(in: name), among: authorities.map { $0.name })
      .map { authorities[$0] }
  }

  /// The authorities whose names hold all words of a query, in the order of the table.
  ///
  /// What works in Northern Ireland alone is also found as "NI".
  public func search(_ query: String) -> [Authority] {
    let authorities = self.authorities
    let names = authorities.map { authority in
      authority.names.joined(separator: " ")
        + (authority.nations == [.northernIreland] ? " NI" : "")
    }
    return containing(words: Self.words(of: query), among: names).map { authorities[$0] }
  }

  private func containing(words wanted: [String], among names: [String]) -> [Int] {
    var found: [Int] = []
    for (i, name) in names.enumerated() {
      let words = Self.words(of: name)
      if wanted.allSatisfy({ word in words.contains { $0.hasPrefix(word) } }) { found.append(i) }
    }
    return wanted.isEmpty ? [] : found
  }
}

extension Registry {
  /// Who a request goes to, each authority once, in the order they were named.
  public struct Selection: Sendable, Hashable {
    public fileprivate(set) var asked: [Authority] = []
    /// Those that cannot be asked; ``Authority/reason`` says why.
    public fileprivate(set) var leftOut: [Authority] = []
  }

  /// The members of a group, in the order of the table.
  public func members(of group: AuthorityGroup) -> [Authority] {
    authorities.filter { group.holds($0) }
  }

  /// The authorities that a `to` field names: ids, names and groups, several on a line apart by commas.
  ///
  /// - Throws: everything that is unknown or may mean several, not only the first.
  public func selection(_ names: [String]) throws(Diagnostics) -> Selection {
    var selection = Selection()
    var errors: [Diagnostic] = []
    for line in names {
      for part in line.utf8.split(separator: UInt8(ascii: ",")) {
        let bytes = Array(part)
        let name = String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
        if name.isEmpty { continue }
        if let group = AuthorityGroup(typed: name) {
          for authority in members(of: group) { selection.add(authority) }
          continue
        }
        do throws(Diagnostics) {
          selection.add(try authority(named: name))
        } catch {
          errors += error.all
        }
      }
    }
    guard errors.isEmpty else { throw Diagnostics(errors) }
    return selection
  }
}

extension Registry.Selection {
  fileprivate mutating func add(_ authority: Authority) {
    if authority.canBeAsked {
      if !asked.contains(where: { $0.id == authority.id }) { asked.append(authority) }
    } else if !leftOut.contains(where: { $0.id == authority.id }) {
      leftOut.append(authority)
    }
  }
}

extension Registry {
  mutating func setEmail(_ email: String, ofAuthority id: String) -> Bool {
    guard let number = number(ofID: id) else { return false }
    emails[number] = email
    return true
  }

  private static func words(of name: String) -> [String] {
    comparableWords(name).filter { $0 != "the" }
  }

  /// What a name is known by; nil when it has no words.
  private static func key(of words: [String]) -> WordHash? {
    var key: WordHash?
    for word in words { key = key?.followed(by: WordHash(of: word)) ?? WordHash(of: word) }
    return key
  }

  /// What is left of a force's name without the words that all forces share.
  private static func areaWords(in name: String) -> [String] {
    let shared = ["police", "constabulary", "service", "force"]
    var words = words(of: name)
    while let last = words.last, shared.contains(last) { words.removeLast() }
    if words.first == "police" { words.removeFirst() }
    return words
  }
}

extension Registry: Packable {
  package func pack(into out: inout PackedWriter) {
    list.pack(into: &out)
    for index in [byID, byName, byArea] { index.pack(into: &out) }
  }

  package init(unpacking reader: inout PackedReader) {
    list = PackedList(unpacking: &reader)
    byID = WordIndex(unpacking: &reader)
    byName = WordIndex(unpacking: &reader)
    byArea = WordIndex(unpacking: &reader)
  }
}
