import Requests

/// What a section that allows a refusal means.
///
/// Only what could be read in a source is said: for a section without a line here the letter itself is the source.
public struct Exemption: Sendable, Hashable {
  /// What the public interest has to do with it.
  public enum Nature: String, Sendable, Hashable {
    /// It holds whatever the public interest.
    case absolute
    /// It holds only where the public interest in withholding is the greater.
    case qualified
    /// It limits the work or the kind of request, and weighs no public interest.
    case limit
  }

  public let meaning: String
  /// Nil where no source says.
  public let nature: Nature?

  /// The meaning of a claimed section; nil when no source is at hand.
  public static func of(_ claim: ClaimedExemption) -> Exemption? {
    let number = String(claim.section.prefix { $0 != "(" })
    if claim.law == "EIR" {
      return claim.section.hasPrefix("12(4)(b)")
        ? Exemption(meaning: "the request is manifestly unreasonable", nature: nil)
        : claim.section.hasPrefix("12(4)(c)")
          ? Exemption(meaning: "the request is too general; help must be offered", nature: nil)
          : nil
    }
    if number == "40", claim.section.hasPrefix("40(1)") {
      return Exemption(
        meaning: "your own personal data: ask for them by a subject access request",
        nature: .absolute)
    }
    guard claim.law != "FOISA" else {
      guard let twin = scottish.first(where: { $0.section == number })?.twin else { return nil }
      // The sources name which section answers to which, not the weighing.
      return sections.first { $0.number == twin }
        .map { Exemption(meaning: $0.meaning, nature: $0.nature == .limit ? .limit : nil) }
    }
    return sections.first { $0.number == number }
      .map { Exemption(meaning: $0.meaning, nature: $0.nature) }
  }

  /// Whether information can be refused under a section: those about procedure are none.
  static func isKnown(_ number: String) -> Bool {
    sections.contains { $0.number == number } || others.contains(number)
  }

  /// Freedom of Information Act 2000, from its text as `facts/law.md` cites it.
  private static let sections: [(number: String, meaning: String, nature: Nature?)] = [
    ("12", "the work would cost more than the limit", .limit),
    ("14", "the request is vexatious", .limit),
    ("21", "you can get it elsewhere, often in the authority's own disclosure log", .absolute),
    ("23", "it comes from or is about a security body such as MI5", .absolute),
    ("24", "national security", .qualified),
    (
      "30", "it was held for an investigation, open or closed, or comes from a confidential source",
      .qualified
    ),
    ("31", "it would prejudice the prevention or detection of crime", .qualified),
    ("38", "it would endanger somebody's health or safety", .qualified),
    ("40", "personal data of somebody else, which data protection law keeps back", nil),
  ]

  /// Sections that forces cite and that no source at hand explains.
  private static let others = [
    "22", "25", "26", "27", "28", "29", "32", "33", "34", "35", "36", "37", "39", "41", "42", "43",
    "44",
  ]

  /// The Scottish Act's sections and those of the Act of 2000 that they answer to.
  private static let scottish: [(section: String, twin: String)] = [
    ("12", "12"), ("25", "21"), ("31", "24"), ("34", "30"), ("35", "31"), ("38", "40"),
    ("39", "38"),
  ]
}
