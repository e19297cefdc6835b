import SourceText

/// A place in a text that names offences, or that should and could not be understood.
public struct OffenceReference: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A section or article; without an Act when the text names none for it.
    case provision(Offence.Act?, String)
    /// A Home Office code or class: `71/17`, `88A`.
    case code(String)
    /// A title or an everyday name: "rape".
    case name
    /// An Act without a section.
    case act(Offence.Act)
    case unknown
  }

  public let kind: Kind
  public let range: ByteRange
  /// What it may mean, in the order of the table and for all nations; empty when the table has nothing.
  public let offences: [Offence]
}

extension [OffenceReference] {
  /// The offences named, each once, in the order of the text; of one nation, if given.
  public func offences(in nation: Nation? = nil) -> [Offence] {
    var found: [Offence] = []
    var seen: Set<String> = []
    for reference in self {
      for offence in reference.offences where seen.insert(offence.id).inserted {
        if nation.map({ offence.applies(in: $0) }) ?? true { found.append(offence) }
      }
    }
    return found
  }
}
