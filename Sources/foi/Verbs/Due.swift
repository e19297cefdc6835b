import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "The authority whose law counts.")
    static let days = Option<String?>.value(
      "days", "N", kind: .number, help: "Working days to count; 20 if not given.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "ics"], help: "For people, or for a calendar program.")
    static let title = Option<String?>.value(
      "title", "TEXT", help: "What the calendar calls the day; \"Answer due\" if not given.")
  }

  static let due = Verb(
    command: Command(
      "due",
      summary: "Counts working days: when an answer is due.",
      discussion: """
        The day of receipt is day 0, even at a weekend. Under the Act of 2000 a bank holiday anywhere in the United
        Kingdom is no working day; under the Scottish Act of 2002 only Scotland's are.
        """,
      arguments: [.init("DATE", kind: .date, help: "The day the authority received the request.")],
      options: [
        Options.to.entry, Options.days.entry, Options.form.entry, Options.title.entry,
      ],
      examples: [
        .init("foi due 2026-11-23 --to kent", "Find out by when Kent Police must have answered."),
        .init(
          "foi due 2026-11-23 --to kent --as ics > due.ics", "Put the day into your calendar."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let received = try Day.read(invocation.arguments[0], as: "DATE")
      let authority = try invocation[Options.to].map { name throws(Diagnostics) in
        try Authorities.registry().authority(named: name)
      }
      let days = invocation[Options.days].map { Int($0) ?? -1 } ?? 20
      guard (0...1000).contains(days) else {
        throw Diagnostics(
          "--days cannot be \"\(invocation[Options.days] ?? "")\"",
          remedy: "give a number, 0 to 1000")
      }
      let regime = try authority?.regimeToAskUnder() ?? .foia
      let calendar = try BuiltIn.calendar()
      let deadline = try calendar.due(after: received, workingDays: days, under: regime.workingDays)
      if invocation[Options.form] == "ics" {
        let title = invocation[Options.title] ?? "Answer due"
        let event = CalendarEvent(
          of: ["due", authority?.id ?? "", received.iso, title], on: deadline.due,
          title: authority.map { "\($0.name): \(title)" } ?? title,
          note:
            "\(days) working days from \(received.textWithWeekday). Skipped: \(deadline.skippedText).",
          reminder: 1)
        shell.print([event].calendar(madeOn: try shell.today()))
        return 0
      }
      shell.print("Received \(received.textWithWeekday): due by \(deadline.due.textWithWeekday).")
      shell.print(
        "\(days) working days under the \(regime.name). Skipped: \(deadline.skippedText).")
      if received.weekday.isWeekend {
        let later = try calendar.due(
          after: received, workingDays: days, under: regime.workingDays,
          receipt: .onTheNextWorkingDay)
        if later.due != deadline.due {
          shell.print(
            "Some forces count from the next working day: by \(later.due.textWithWeekday) at the latest."
          )
        }
      }
      return 0
    })
}
