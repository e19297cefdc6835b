import SourceText

/// A body that people write Freedom of Information requests to, and what is known about it.
///
/// A fact is here only when it was seen in a source; what was not is empty, never guessed.
public struct Authority: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A police force for an area: 43 in England and Wales, Police Scotland, and PSNI.
    case territorial
    /// A police force or agency without an area of its own, such as British Transport Police.
    case national
    case crownDependency = "crown-dependency"
    case port
    /// Police authorities, inspectorates, regulators and ombudsmen.
    case oversight
    /// A government department, for which the cost limit is higher.
    case department
    /// A national body of policing, such as the College of Policing.
    case body
    case association
  }

  /// Whether a law on access to information lets anyone ask this body.
  public enum Coverage: String, Sendable, Hashable, CaseIterable {
    case yes
    /// For part of its work only.
    case partly
    /// It may be, but its place in the law was not seen.
    case unconfirmed
    case residentsOnly = "residents-only"
    /// By a law that this product has no letters for.
    case otherLaw = "other-law"
    case no
  }

  /// A sentence about an authority and the page it rests on.
  public struct Note: Sendable, Hashable {
    public let text: String
    /// An http or https address.
    public let source: String

    public init(_ text: String, source: String) {
      self.text = text
      self.source = source
    }
  }

  /// A short name that does not change: `west-midlands`. For a force, the one data.police.uk uses.
  public let id: String
  /// The official name, which is also how a letter addresses it: "Dear West Midlands Police".
  public let name: String
  /// What people call it for short ("WMP"); empty when nothing was seen.
  public let shortName: String
  public let otherNames: [String]
  /// The nations it works in; empty in the Crown dependencies.
  public let nations: [Nation]
  public let kind: Kind
  /// The law to ask under; nil when there is none that this product writes letters for.
  public let regime: Regime?
  public let coverage: Coverage
  /// Why it is not, or not wholly, covered; empty when it is.
  public let reason: String
  /// Its name in WhatDoTheyKnow's addresses; empty when it is not listed there.
  public let slug: String
  public let website: String
  public let disclosureLog: String
  /// Where to send a request; empty unless seen on an official page, or given by the user.
  public internal(set) var email: String
  /// The ids of authorities whose requests the same office answers.
  public let sharesDeskWith: [String]
  /// Its crime recording system.
  public let records: Note?
  /// What is known about searching its records.
  public let searchNote: Note?
  /// What a requester should know before writing; empty when there is nothing.
  public let caution: String
  /// The page that the legal basis rests on.
  public let source: String
  /// The month its addresses were last seen, as `2024-02`; empty when undated.
  public let seen: String

  public init(
    id: String, name: String, shortName: String = "", otherNames: [String] = [],
    nations: [Nation] = [], kind: Kind = .territorial, regime: Regime? = .foia,
    coverage: Coverage = .yes, reason: String = "", slug: String = "", website: String = "",
    disclosureLog: String = "", email: String = "", sharesDeskWith: [String] = [],
    records: Note? = nil, searchNote: Note? = nil, caution: String = "", source: String = "",
    seen: String = ""
  ) {
    self.id = id
    self.name = name
    self.shortName = shortName
    self.otherNames = otherNames
    self.nations = nations
    self.kind = kind
    self.regime = regime
    self.coverage = coverage
    self.reason = reason
    self.slug = slug
    self.website = website
    self.disclosureLog = disclosureLog
    self.email = email
    self.sharesDeskWith = sharesDeskWith
    self.records = records
    self.searchNote = searchNote
    self.caution = caution
    self.source = source
    self.seen = seen
  }
}

extension Authority {
  /// Whether anyone may send it a request under a law that this product writes letters for.
  ///
  /// When false, ``reason`` says why, and it is never written to on the quiet.
  public var canBeAsked: Bool {
    switch coverage {
    case .yes, .partly, .unconfirmed: regime != nil
    case .residentsOnly, .otherLaw, .no: false
    }
  }

  /// The law that a request goes out under.
  ///
  /// - Throws: why it cannot be asked, where it cannot.
  package func regimeToAskUnder() throws(Diagnostics) -> Regime {
    guard canBeAsked, let regime else {
      throw Diagnostics("\(name) cannot be asked: \(reason)")
    }
    return regime
  }

  /// The name that stands after "Dear".
  public var salutation: String { name }

  /// The name within a sentence: a department has its article there, as in "the Home Office".
  public var nameInSentence: String { kind == .department ? "the \(name)" : name }

  /// All the names it goes by, the official one first.
  public var names: [String] {
    var names = [name, id]
    if !shortName.isEmpty { names.append(shortName) }
    names += otherNames
    if !slug.isEmpty { names.append(slug) }
    return names
  }
}

extension Authority {
  /// The same authority, written to at an address that the user gives.
  package func reached(at email: String) -> Authority {
    var authority = self
    authority.email = email
    return authority
  }
}
