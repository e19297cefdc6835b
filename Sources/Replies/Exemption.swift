import Requests

/// What a section that allows a refusal means, and what a reviewer has to look at.
///
/// Only what could be read in a source is said: for a section without a line in the table the letter itself is
/// the source.
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
  /// The page that the meaning rests on.
  public let source: String
  /// What to ask about this section in a review, apart from what all of its nature have in common.
  let ownQuestions: [String]

  /// The meaning of a claimed section; nil when no source is at hand.
  public static func of(_ claim: ClaimedExemption) -> Exemption? {
    let number = claim.number
    if claim.law == "EIR" {
      return environmental.first { claim.section.hasPrefix($0.number) }?.exemption
    }
    if claim.law == "FOISA" {
      guard let twin = scottish.first(where: { $0.section == number })?.twin,
        let found = sections.first(where: { $0.number == twin })?.exemption
      else { return nil }
      // The source names which section answers to which, not the weighing.
      return Exemption(
        meaning: found.meaning, nature: found.nature == .limit ? .limit : nil,
        source: scottishSource, ownQuestions: found.ownQuestions)
    }
    // The longest number first: 40(1) is not 40.
    return sections.first { claim.section.hasPrefix($0.number) && $0.number.contains("(") }?
      .exemption ?? sections.first { $0.number == number }?.exemption
  }

  /// Whether information can be refused under a section: those about procedure are none.
  static func isKnown(_ number: String) -> Bool {
    sections.contains { $0.number == number } || others.contains(number)
  }
}

extension Exemption {
  /// The questions that a review of a refusal has to answer, the most particular first.
  ///
  /// What a refusal notice must say is section 17's: which exemption, why, and how the public interest was weighed.
  public static func reviewQuestions(_ claim: ClaimedExemption) -> [String] {
    let exemption = Exemption.of(claim)
    var questions: [String] = []
    if claim.neitherConfirmsNorDenies {
      questions.append(
        "Why would it do harm merely to say whether the information is held? Could that be said, even if the information itself is withheld?"
      )
    }
    questions += exemption?.ownQuestions ?? ["Why does this section apply to what I asked for?"]
    switch exemption?.nature {
    case .absolute, .limit: break
    case .qualified:
      questions.append(
        "What was weighed for and against the public interest in this particular information, and why is the balance against it?"
      )
    case nil:
      questions.append(
        "Is the public interest to be weighed under this section? If so, what was weighed on each side?"
      )
    }
    if exemption?.nature != .limit, !claim.neitherConfirmsNorDenies {
      questions.append("Can a part, a total or a rounded figure be released instead?")
    }
    return questions
  }
}
