import Letters
import Testing
import WorkingDays

@Suite struct CalendarTests {
  private func text(_ events: CalendarEvent...) throws -> String {
    let today = try #require(Day(year: 2026, month: 11, day: 24))
    return String(decoding: events.calendar(madeOn: today), as: UTF8.self)
  }

  private func event(
    _ title: String = "Answer due", note: String = "", reminder: Int? = nil, day: Int = 22
  ) throws -> CalendarEvent {
    CalendarEvent(
      of: ["burglaries", "answer due"], on: try #require(Day(year: 2026, month: 12, day: day)),
      title: title, note: note, reminder: reminder)
  }

  @Test func anEventLastsAWholeDay() throws {
    let text = try text(event("Kent Police: answer due", note: "FOI 27/25", reminder: 3))
    let expected = """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Answerable//foi//EN
      BEGIN:VEVENT
      UID:\(try event().uid)
      DTSTAMP:20261124T000000Z
      DTSTART;VALUE=DATE:20261222
      DTEND;VALUE=DATE:20261223
      SUMMARY:Kent Police: answer due
      DESCRIPTION:FOI 27/25
      TRANSP:TRANSPARENT
      BEGIN:VALARM
      ACTION:DISPLAY
      DESCRIPTION:Kent Police: answer due
      TRIGGER:-P2DT15H
      END:VALARM
      END:VEVENT
      END:VCALENDAR

      """
    #expect(
      Array(text.utf8)
        == expected.split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n").utf8.map { $0 })
  }

  @Test func theUIDStaysWhenTheDayMoves() throws {
    let event = try event()
    #expect(try self.event("Other words", day: 23).uid == event.uid)
    let other = CalendarEvent(of: ["burglariesanswer", " due"], on: event.day, title: "")
    #expect(other.uid != event.uid)
  }

  @Test func whatWouldEndAValueIsEscaped() throws {
    let text = try text(event("a,b;c\\d\r\nEND:VEVENT\rx\ny\u{2028}z\u{0}\u{1B}"))
    #expect(text.contains(#"SUMMARY:a\,b\;c\\d\nEND:VEVENT\nx\ny\nz"# + "\r\n"))
  }

  @Test(arguments: ["é", "😀", "x", "日"])
  func linesAreFoldedBetweenScalars(_ letter: String) throws {
    let title = String(repeating: letter, count: 200)
    let bytes = Array(try text(event(title)).utf8)
    let lines = bytes.split(separator: 0x0A)
    for line in lines {
      #expect(line.count <= 76, "75 octets and a carriage return")
      #expect(line.last == 0x0D)
      #expect(String(validating: line, as: UTF8.self) != nil)
    }
    let unfolded = try text(event(title)).replacing("\r\n ", with: "")
    #expect(unfolded.contains("SUMMARY:\(title)\r\n"))
  }

  @Test func aReminderRingsAtNine() throws {
    #expect(try text(event(reminder: 0)).contains("TRIGGER:PT9H\r\n"))
    #expect(try text(event(reminder: 1)).contains("TRIGGER:-PT15H\r\n"))
    #expect(!(try text(event()).contains("VALARM")))
  }
}
