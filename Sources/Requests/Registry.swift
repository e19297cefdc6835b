import SourceText

/// The authorities that requests can be written to, found by any name they go by.
public struct Registry: Sendable {
  /// In the order of the table they came from.
  public private(set) var authorities: [Authority]
  private var byName: [String: [Int]] = [:]
  private var byArea: [String: [Int]] = [:]

  public init(authorities: [Authority]) {
    self.authorities = authorities
    for (i, authority) in authorities.enumerated() {
      for name in authority.names {
        byName.add(i, under: comparableName(name))
        // Only a force with an area goes by its area alone: "Ministry of Defence" is not its police.
        if authority.kind == .territorial { byArea.add(i, under: Self.area(in: name)) }
      }
    }
  }

  /// The authority with an id.
  public subscript(id: String) -> Authority? {
    authorities.first { $0.id == id }
  }

  /// The one authority that a name means.
  ///
  /// The name may be the id, the official, short or another name, or the slug of WhatDoTheyKnow. Capitals
  /// make no difference, nor does "the"; a force may go by its area ("Kent").
  ///
  /// - Throws: when no authority has the name (with the nearest that has) or several may be meant (with
  ///   their ids). The authority may be one that cannot be asked: see ``Authority/canBeAsked``.
  public func authority(named name: String) throws(Diagnostics) -> Authority {
    switch match(name) {
    case .one(let authority): return authority
    case .several(let candidates):
      let ids = candidates.map { $0.id }.joined(separator: ", ")
      throw Diagnostics("\"\(name)\" may be several authorities", remedy: "write one of \(ids)")
    case .none(let nearest):
      throw Diagnostics(
        "no authority is called \"\(name)\"", remedy: nearest.map { "did you mean \"\($0)\"?" })
    }
  }
}

extension Registry {
  /// The authority that goes by exactly this name; nil where none does, or several do.
  ///
  /// For long lists, in which a near miss is an authority of its own.
  package func authority(exactly name: String) -> Authority? {
    guard let found = byName[Self.words(of: name).joined(separator: " ")], found.count == 1 else {
      return nil
    }
    return authorities[found[0]]
  }
}

extension Registry {
  /// What a name may mean.
  public enum Match: Sendable, Hashable {
    case one(Authority)
    case several([Authority])
    /// Nothing; the nearest name, if one is near.
    case none(nearest: String?)
  }

  /// What a name means, without an error: for a salutation that may name nobody ("Dear Sir").
  public func match(_ name: String) -> Match {
    let wanted = Self.words(of: name).joined(separator: " ")
    if let found = byName[wanted] ?? byArea[Self.area(in: name)] {
      return found.count == 1
        ? .one(authorities[found[0]]) : .several(found.map { authorities[$0] })
    }
    let partly = containing(words: Self.areaWords(in: name), among: authorities.map { $0.name })
    switch partly.count {
    case 0:
      var names = AuthorityGroup.allCases.map { $0.rawValue }
      for authority in authorities { names += authority.names }
      return .none(nearest: nearestName(to: name, among: names))
    case 1: return .none(nearest: authorities[partly[0]].name)
    default: return .several(partly.map { authorities[$0] })
    }
  }

  /// The authorities whose names hold all words of a query, in the order of the table.
  public func search(_ query: String) -> [Authority] {
    let names = authorities.map { $0.names.joined(separator: " ") }
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
    guard let i = authorities.firstIndex(where: { $0.id == id }) else { return false }
    authorities[i].email = email
    return true
  }

  private static func words(of name: String) -> [String] {
    comparableWords(name).filter { $0 != "the" }
  }

  /// What is left of a force's name without the words that all forces share.
  private static func area(in name: String) -> String {
    areaWords(in: name).joined(separator: " ")
  }

  private static func areaWords(in name: String) -> [String] {
    let shared = ["police", "constabulary", "service", "force"]
    var words = words(of: name)
    while let last = words.last, shared.contains(last) { words.removeLast() }
    if words.first == "police" { words.removeFirst() }
    return words
  }
}

extension Dictionary<String, [Int]> {
  fileprivate mutating func add(_ index: Int, under name: String) {
    if !name.isEmpty, self[name]?.contains(index) != true { self[name, default: []].append(index) }
  }
}
