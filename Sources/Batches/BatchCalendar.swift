import Letters
import Requests
import WorkingDays

extension Ledger {
  /// What the calendar has: when each answer is due, and on which days letters go out.
  ///
  /// - Parameters:
  ///   - batch: what the batch is called, so that the calendars of two do not replace each other's days.
  ///   - regime: the law of an authority.
  public func events(
    of batch: String, calendar: WorkingCalendar, regime: (String) -> Regime?
  ) -> [CalendarEvent] {
    var events: [CalendarEvent] = []
    var toSend: [(day: Day, names: [String])] = []
    for row in rows where !row.isAnswered && !row.status.isOver {
      let name = row[.name].withoutGuard
      if row.isSent {
        guard let deadline = row.deadline else { continue }
        let reference = row[.reference].trimmed
        events.append(
          CalendarEvent(
            of: [batch, row.authority, "\(row.version)", "answer due"], on: deadline,
            title: "Answer due: \(name)",
            note: batch + (reference.isEmpty ? "" : "\nReference: \(reference)"), reminder: 0))
      } else if let day = row.day(.sendOn).day {
        if let i = toSend.firstIndex(where: { $0.day == day }) {
          toSend[i].names.append(name)
        } else {
          toSend.append((day, [name]))
        }
        guard let regime = regime(row.authority),
          let due = try? calendar.due(
            after: day, workingDays: regime.replyDays, under: regime.workingDays
          ).due
        else { continue }
        events.append(
          CalendarEvent(
            of: [batch, row.authority, "\(row.version)", "answer due"], on: due,
            title: "Answer due if sent \(day.text): \(name)", note: batch))
      }
    }
    for (day, names) in toSend.sorted(by: { $0.day < $1.day }) {
      let count = "\(names.count) \(names.count == 1 ? "letter" : "letters")"
      events.append(
        CalendarEvent(
          of: [batch, "send", day.iso], on: day, title: "Send \(count): \(batch)",
          note: names.joined(separator: "\n"), reminder: 0))
    }
    return events
  }
}
