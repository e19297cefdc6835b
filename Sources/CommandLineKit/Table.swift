/// Rows in columns that line up.
///
/// - Parameter gap: blanks between columns.
/// - Returns: lines without blanks at their ends.
public func table(_ rows: [[String]], gap: Int = 2) -> String {
  var widths: [Int] = []
  for row in rows {
    for (i, cell) in row.enumerated() {
      if i == widths.count { widths.append(0) }
      widths[i] = max(widths[i], displayWidth(cell))
    }
  }
  var out = ""
  for row in rows {
    var line = ""
    for (i, cell) in row.enumerated() {
      line += cell
      if i + 1 < row.count {
        line += String(repeating: " ", count: widths[i] - displayWidth(cell) + gap)
      }
    }
    while line.last == " " { line.removeLast() }
    out += line + "\n"
  }
  return out
}
