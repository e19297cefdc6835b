import Documents
import Letters
import SourceText
import WorkingDays

/// One case among several: what is due in it, and whether it is late.
public struct CaseStatus: Sendable {
  /// What the case goes by in the list: its folder.
  public let folder: String
  public let title: String
  /// The authority's name.
  public let authority: String
  public let reference: String?
  public let state: Timeline.State
  public let due: CaseDue?

  public init(folder: String, _ file: CaseFile, authority: String, _ timeline: Timeline) {
    self.folder = folder
    title = file.title
    self.authority = authority
    reference = file.reference
    state = timeline.state
    due = timeline.due
  }

  /// `today`, `in 5 days`, `3 days late`; for what the applicant may do and need not, `over`.
  public func when(_ today: Day) -> String {
    guard let due else { return "" }
    let days = due.day - today
    if days == 0 { return "today" }
    if days > 0 { return "in \(days) \(days == 1 ? "day" : "days")" }
    switch due.what {
    case .review, .complaint: return "over"
    default: return "\(-days) \(days == -1 ? "day" : "days") late"
    }
  }

  /// Folder, authority, day and what is due, for a list.
  public func row(_ today: Day) -> [String] {
    [folder, authority, due?.day.textWithWeekday ?? "", when(today), due?.text ?? state.text]
  }

  public func json(_ today: Day) -> JSON {
    [
      "folder": JSON(folder), "title": JSON(title), "authority": JSON(authority),
      "reference": JSON(reference), "state": JSON(state.text), "due": JSON(due?.day.iso),
      "what": JSON(due?.what.rawValue), "reason": JSON(due?.reason),
      "overdue": JSON(due.map { $0.day < today } ?? false),
    ]
  }

  public var event: CalendarEvent? {
    due.map { due in
      CalendarEvent(
        of: [title, authority, due.what.rawValue], on: due.day, title: "\(authority): \(due.text)",
        note: title + (reference.map { "\nReference: \($0)" } ?? "") + "\n\(due.reason)",
        reminder: due.isAuthoritys ? 0 : 3)
    }
  }
}

extension [CaseStatus] {
  /// What is late first, then what comes next; cases in which nothing is due last.
  public var inOrder: [CaseStatus] {
    sorted { a, b in
      guard let first = a.due?.day, let second = b.due?.day else {
        return a.due != nil || (b.due == nil && a.folder < b.folder)
      }
      return (first, a.folder) < (second, b.folder)
    }
  }
}
