import SourceText
import WorkingDays

/// Something to remember on a day, for a calendar program.
public struct CalendarEvent: Sendable, Hashable {
  /// The same whenever the event is written again, so that a calendar replaces it and shows no second one.
  public let uid: String
  public let day: Day
  public let title: String
  public let note: String
  /// Days before, on which the calendar reminds at nine in the morning; nil for no reminder.
  public let reminder: Int?

  /// - Parameter parts: what the event is, such as a folder's name and "answer due": the UID is made of
  ///   them, and not of the day, which may change.
  public init(
    of parts: [String], on day: Day, title: String, note: String = "", reminder: Int? = nil
  ) {
    var hash = WordHash()
    for part in parts {
      for byte in part.utf8 { hash.add(byte) }
      // Ends the part: no UTF-8 text has this byte.
      hash.add(0xFF as UInt8)
    }
    uid = "\(String(hash.value, radix: 16))@answerable"
    self.day = day
    self.title = title
    self.note = note
    self.reminder = reminder.map { max($0, 0) }
  }
}

extension [CalendarEvent] {
  /// The events as an iCalendar file (RFC 5545), each lasting the whole of its day.
  ///
  /// - Parameter today: the day the file says it was made.
  public func calendar(madeOn today: Day) -> [UInt8] {
    var file = CalendarLines()
    file.add("BEGIN", "VCALENDAR")
    file.add("VERSION", "2.0")
    file.add("PRODID", "-//Answerable//foi//EN")
    for event in self {
      file.add("BEGIN", "VEVENT")
      file.add("UID", event.uid)
      file.add("DTSTAMP", "\(today.basic)T000000Z")
      file.add("DTSTART;VALUE=DATE", event.day.basic)
      file.add("DTEND;VALUE=DATE", (event.day + 1).basic)
      file.add("SUMMARY", text: event.title)
      if !event.note.isEmpty { file.add("DESCRIPTION", text: event.note) }
      file.add("TRANSP", "TRANSPARENT")
      if let days = event.reminder {
        file.add("BEGIN", "VALARM")
        file.add("ACTION", "DISPLAY")
        file.add("DESCRIPTION", text: event.title)
        // The event begins at midnight: nine in the morning is 15 hours before a midnight.
        file.add(
          "TRIGGER", days == 0 ? "PT9H" : days == 1 ? "-PT15H" : "-P\(days - 1)DT15H")
        file.add("END", "VALARM")
      }
      file.add("END", "VEVENT")
    }
    file.add("END", "VCALENDAR")
    return file.bytes
  }
}

extension Day {
  /// `20261222`
  fileprivate var basic: String {
    String(decoding: iso.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
  }
}

/// Content lines of an iCalendar file: escaped, folded, with CRLF.
private struct CalendarLines {
  private(set) var bytes: [UInt8] = []

  /// The octets that a line holds (RFC 5545, section 3.1).
  private static let longest = 75

  private static let special = Array("\\;,".utf8)

  /// - Parameter value: as it stands in the file.
  mutating func add(_ name: String, _ value: String) {
    let line = Array("\(name):\(value)".utf8)
    var start = 0
    var end = Self.longest
    while end < line.count {
      while line[end].continuesScalar { end -= 1 }
      bytes += line[start..<end]
      bytes += "\r\n ".utf8
      start = end
      // The blank that continues a line counts.
      end = start + Self.longest - 1
    }
    bytes += line[start...]
    bytes += "\r\n".utf8
  }

  /// - Parameter text: as people read it (section 3.3.11).
  mutating func add(_ name: String, text: String) {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && !Self.special.contains($0) }) {
      return add(name, text)
    }
    var value = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\\(Character(scalar))"
      case "\n" where previous == "\r": break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": value += "\\n"
      case "\t": value.unicodeScalars.append(scalar)
      // A calendar has no other control characters.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
      default: value.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    add(name, value)
  }
}
