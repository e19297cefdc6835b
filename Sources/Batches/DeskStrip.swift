import SourceText
import WorkingDays

/// The days of a batch as a picture: a column for each day on which something goes out or falls due.
struct DeskStrip {
  private struct Column {
    let day: Day
    var toSend = 0
    var waiting = 0
    var overdue = 0

    var height: Int { toSend + waiting + overdue }
  }

  private var columns: [Column] = []
  private let today: Day

  init(_ items: [DeskPage.Item], _ today: Day) {
    self.today = today
    for item in items where item.answered == nil {
      if item.sent != nil, let due = item.due {
        count(due) { if due < today { $0.overdue += 1 } else { $0.waiting += 1 } }
      } else if item.sent == nil, let day = item.sendOn {
        count(day) { $0.toSend += 1 }
      }
    }
    columns.sort { $0.day < $1.day }
  }

  private mutating func count(_ day: Day, _ change: (inout Column) -> Void) {
    if let i = columns.firstIndex(where: { $0.day == day }) {
      change(&columns[i])
    } else {
      var column = Column(day: day)
      change(&column)
      columns.append(column)
    }
  }

  /// Empty when nothing has a day. Its numbers stand in the text of each column too, for those who do not see it.
  var svg: String {
    guard let first = columns.first?.day, let last = columns.last?.day else { return "" }
    let (start, end) = (min(first, today) - 1, max(last, today) + 1)
    let span = max(end - start, 1)
    let (width, height, base) = (960, 150, 118)
    let tallest = max(columns.map { $0.height }.max() ?? 1, 1)
    func x(_ day: Day) -> Int { 20 + (day - start) * (width - 40) / span }
    func tall(_ count: Int) -> Int { count == 0 ? 0 : max(3, count * 84 / tallest) }
    let bar = max(4, min(16, (width - 40) / span - 1))
    var out = """
      <figure class="strip"><figcaption>When letters go out and answers fall due</figcaption>
      <svg viewBox="0 0 \(width) \(height)" role="img" aria-label="\(label.escapedForHTML)">
      <line class="axis" x1="20" y1="\(base)" x2="\(width - 20)" y2="\(base)"/>

      """
    for column in columns {
      var y = base
      out += "<g><title>\(text(column).escapedForHTML)</title>"
      for (name, count) in [
        ("s-overdue", column.overdue), ("s-waiting", column.waiting), ("s-tosend", column.toSend),
      ] where count > 0 {
        y -= tall(count)
        out +=
          "<rect class=\"\(name)\" x=\"\(x(column.day) - bar / 2)\" y=\"\(y)\" width=\"\(bar)\" height=\"\(tall(count))\" rx=\"1\"/>"
      }
      out += "</g>\n"
    }
    let now = x(today)
    out += "<line class=\"today\" x1=\"\(now)\" y1=\"16\" x2=\"\(now)\" y2=\"\(base)\"/>"
    out += "<text class=\"now\" x=\"\(now)\" y=\"12\">today</text>\n"
    // The first of each month, and the ends where these leave room.
    var labelled: [Int] = []
    for day in [columns[0].day] + months(from: start, to: end) + [columns[columns.count - 1].day] {
      let place = x(day)
      guard !labelled.contains(where: { abs($0 - place) < 90 }) else { continue }
      labelled.append(place)
      out += "<text x=\"\(place)\" y=\"138\">\(day.textWithoutYear)</text>\n"
    }
    return out + """
      </svg>
      <p class="key"><span class="k-tosend">to send</span> <span class="k-waiting">answer due</span> <span class="k-overdue">overdue</span></p>
      </figure>

      """
  }

  private func months(from start: Day, to end: Day) -> [Day] {
    var days: [Day] = []
    var day = Day(year: start.year, month: start.month, day: 1)?.adding(months: 1)
    while let next = day, next < end, days.count < 60 {
      days.append(next)
      day = next.adding(months: 1)
    }
    return days
  }

  private var label: String {
    let due = columns.reduce(0) { $0 + $1.waiting }
    let late = columns.reduce(0) { $0 + $1.overdue }
    let out = columns.reduce(0) { $0 + $1.toSend }
    return "\(out) to send, \(due) answers due, \(late) overdue"
  }

  private func text(_ column: Column) -> String {
    var parts: [String] = []
    if column.toSend > 0 { parts.append("\(column.toSend) to send") }
    if column.waiting > 0 { parts.append("\(column.waiting) due") }
    if column.overdue > 0 { parts.append("\(column.overdue) overdue") }
    return "\(column.day.textWithWeekday): \(parts.joined(separator: ", "))"
  }
}
