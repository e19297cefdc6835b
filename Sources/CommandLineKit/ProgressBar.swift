/// How far a piece of work has come, as one line: `[#####---------------]  3 of 12`
///
/// Plain characters, and always of one width, so that a line can be written over the one before it.
///
/// - Parameters:
///   - done: taken as 0 below 0 and as the total above it.
///   - total: work that has no parts is done.
///   - width: columns of the whole line. Where no bar of at least four cells fits, only the count is given.
public func progressBar(done: Int, of total: Int, width: Int) -> String {
  let total = max(total, 0)
  let done = min(max(done, 0), total)
  let padding = String(repeating: " ", count: "\(total)".count - "\(done)".count)
  let count = "\(padding)\(done) of \(total)"
  let cells = width - count.count - "[] ".count
  guard cells >= 4 else { return count }
  let filled = total == 0 ? cells : Int(Double(cells) * (Double(done) / Double(total)))
  let bar =
    String(repeating: "#", count: filled) + String(repeating: "-", count: cells - filled)
  return "[\(bar)] \(count)"
}
