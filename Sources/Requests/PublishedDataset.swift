/// Figures that are published already, and what they leave out.
///
/// A near match is no answer: the applicant looks whether it answers the question, then asks for the gap.
public struct PublishedDataset: Sendable, Hashable {
  /// How small the areas are that its figures are for.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    case force, district, national
    case smallArea = "small-area"
  }

  /// A short name that does not change: `ho-arrests`.
  public let id: String
  public let title: String
  public let publisher: String
  /// The nations that its figures are for.
  public let nations: [Nation]
  /// What it holds.
  public let covers: String
  /// For which years, and how often it is brought up to date.
  public let period: String
  public let level: Level
  /// Where it stands; empty unless the address was seen.
  public let url: String
  /// Phrases of requests that it may answer.
  public let asks: [String]
  /// What it does not have, and so what to ask an authority for.
  public let gap: String
  /// The page that this rests on.
  public let source: String
  /// Whether what it holds was seen in a source, rather than being general knowledge.
  public let isSeen: Bool

  /// Whether it has figures for any of these nations; no nations mean all.
  public func isFor(_ nations: [Nation]) -> Bool {
    Self.areFigures(for: self.nations, among: nations)
  }

  static func areFigures(for theirs: [Nation], among nations: [Nation]) -> Bool {
    nations.isEmpty || theirs.contains { nations.contains($0) }
  }
}
