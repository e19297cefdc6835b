import Letters
import Requests
import SourceText
import WorkingDays

/// The next letter to an authority that is late or has refused.
public struct FollowUp: Sendable {
  public enum Kind: String, Sendable, Hashable {
    case reminder
    case review
  }

  public let kind: Kind
  /// The number of its row in the ledger.
  public let row: Int
  /// What to know before it goes out.
  public let advice: String

  /// All that are due on a day, in the order of the ledger; a reminder once for each letter.
  ///
  /// - Parameter regime: the law of an authority; nil for one that is no longer in the list.
  public static func due(
    in ledger: Ledger, today: Day, calendar: WorkingCalendar, regime: (String) -> Regime?
  ) -> [FollowUp] {
    var due: [FollowUp] = []
    for (i, row) in ledger.rows.enumerated() {
      guard let regime = regime(row.authority) else { continue }
      if row.isOverdue(today: today), row.day(.reminded) == .none {
        due.append(
          FollowUp(
            kind: .reminder, row: i,
            advice: afterSilence(row, regime, calendar)))
      }
      if row.status.isRefusal, let answered = row.day(.answered).day,
        let last = try? calendar.due(
          after: answered, workingDays: regime.reviewRequestDays, under: regime.workingDays
        ).due, today <= last
      {
        due.append(
          FollowUp(
            kind: .review, row: i,
            advice: "write your reasons in place of ____; ask by \(last.textWithWeekday)"))
      }
    }
    return due
  }

  private static func afterSilence(
    _ row: Ledger.Row, _ regime: Regime, _ calendar: WorkingCalendar
  ) -> String {
    let due = row.deadline.map { "due \($0.text)" } ?? ""
    guard let days = regime.reviewAfterSilenceDays, let sent = row.day(.sent).day,
      let last = try? calendar.due(after: sent, workingDays: days, under: regime.workingDays).due
    else { return due }
    return "\(due); silence counts as a refusal: you can require a review by \(last.text)"
  }

  /// The letter.
  ///
  /// - Parameter title: what the request was about.
  public func letter(
    _ row: Ledger.Row, to authority: Authority, from applicant: Applicant, title: String,
    templates: TemplateLibrary, today: Day
  ) throws(Diagnostics) -> Letter {
    let regime = authority.regime ?? .foia
    let reference = row[.reference].trimmed
    let correspondence = Correspondence(
      title, from: applicant, to: authority, under: regime,
      reference: reference.isEmpty ? nil : reference, sent: row.day(.sent).day,
      received: kind == .review ? row.day(.answered).day : nil, due: row.deadline)
    let purpose = kind == .reminder ? "follow-up" : "internal-review"
    return try correspondence.letter(templates.letter(for: purpose, under: regime), on: today)
  }
}
