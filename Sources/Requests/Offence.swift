import SourceText
import WorkingDays

/// An offence, or a police power, as a request names it.
public struct Offence: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case offence
    /// A power to search, arrest or detain: ask for searches or arrests, never for recorded crimes.
    case power
    /// A class of the recording rules under an offence, such as theft from a shop.
    case recordingClass = "class"
  }

  /// An Act or Order.
  public struct Act: Sendable, Hashable {
    /// With its year: `Sexual Offences Act 2003`.
    public let name: String
    /// `SOA 2003`
    public let shortName: String

    /// Whether its provisions are called articles.
    public var isOrder: Bool { comparableWords(name).dropLast().last == "order" }

    /// `section`, or `article` of an Order.
    public var provisionWord: String { isOrder ? "article" : "section" }
  }

  public let id: String
  public let kind: Kind
  /// Nil for an offence at common law.
  public let act: Act?
  /// `section 15A`; empty at common law.
  public let provision: String
  /// With a capital, as the Act prints it where it was seen.
  public let title: String
  public let nations: [Nation]
  /// The first day; nil when not known.
  public let inForceFrom: Day?
  /// The last day; nil while in force.
  public let inForceTo: Day?
  /// Whether these days were seen in a source, rather than being general knowledge.
  public let areDaysSeen: Bool
  /// Home Office classes, for England and Wales only. Several offences may share one.
  public let classes: [String]
  /// Home Office codes, for England and Wales only. Mostly from the courts' list, from which a force's own
  /// may differ: give section and title as well.
  public let codes: [String]
  /// Whether it is counted in recorded crime; nil when not known.
  public let isNotifiable: Bool?
  /// The ids of the offences nearest to it in other nations.
  public let equivalentIDs: [String]
  /// Other words that people use for it.
  public let aliases: [String]
  /// What a requester should know; empty when there is nothing.
  public let note: String
  public let source: String
  /// Whether section and title were seen in a source, rather than being general knowledge.
  public let isSeen: Bool
}

extension Offence {
  /// "section 8, causing or inciting a child under 13 to engage in sexual activity"
  public var fullName: String {
    act == nil ? "\(titleInSentence), at common law" : "\(provision), \(titleInSentence)"
  }

  /// "section 15A of the Sexual Offences Act 2003"; the title where there is no Act.
  public var reference: String { act.map { "\(provision) of the \($0.name)" } ?? titleInSentence }

  /// The title without its capital.
  public var titleInSentence: String {
    var bytes = Array(title.utf8)
    if let second = bytes.dropFirst().first, second.folded == second { bytes[0] = bytes[0].folded }
    return String(decoding: bytes, as: UTF8.self)
  }

  public func applies(in nation: Nation) -> Bool { nations.contains(nation) }

  /// Whether it was in force on a day; nil when its first day is not known.
  public func isInForce(on day: Day) -> Bool? {
    if let last = inForceTo, day > last { return false }
    return inForceFrom.map { day >= $0 }
  }
}
