import Requests
import WorkingDays

extension Ledger {
  /// Works out anew what follows from the days entered: when answers are due, and how far each letter has come.
  ///
  /// - Parameters:
  ///   - open: the ids of authorities for which a decision is open.
  ///   - leftOut: the ids of those whose row of the user's table makes no letter.
  ///   - regime: the law of an authority; nil for one that is no longer in the list, whose row stays as it is.
  public mutating func refresh(
    today: Day, calendar: WorkingCalendar, open: Set<String> = [], leftOut: Set<String> = [],
    regime: (String) -> Regime?
  ) {
    for i in rows.indices {
      let row = rows[i]
      guard let regime = regime(row.authority) else { continue }
      let due = row.day(.sent).day.flatMap { sent in
        try? calendar.due(after: sent, workingDays: regime.replyDays, under: regime.workingDays).due
      }
      set(.due, ofRow: i, to: due?.iso ?? "")
      if case .own = row.status { continue }
      let status =
        !row.isSent && leftOut.contains(row.authority)
        ? .leftOut : rows[i].status(today: today, isOpen: open.contains(row.authority))
      set(.status, ofRow: i, to: status.text)
    }
  }
}

extension Ledger.Row {
  /// The day to go by: the one the authority gave, else the one counted under its law.
  public var deadline: Day? { day(.theirDate).day ?? Day(iso: self[.due]) }

  func status(today: Day, isOpen: Bool) -> Ledger.Status {
    if isAnswered { return .answered }
    if !isSent { return isOpen ? .decide : .toSend }
    if let deadline, deadline < today { return .overdue }
    return .waiting
  }

  /// Whether the answer is late and nothing has come: what a reminder is for.
  public func isOverdue(today: Day) -> Bool {
    guard isSent, !isAnswered, !status.isOver, !status.asksForClarification, !status.isRefusal,
      let deadline
    else { return false }
    return deadline < today
  }
}
