/// The name that was probably meant, for "did you mean".
///
/// Counts letters added, dropped, changed or swapped with a neighbour; a name further away than a
/// third of its length is no help.
///
/// - Returns: the nearest of the names, the first of equals, or nil when none is near.
package func nearestName(to typed: String, among names: [String]) -> String? {
  var best: (name: String, distance: Int)?
  for name in names {
    let distance = editDistance(typed.lowercased(), name.lowercased())
    let limit = max(1, max(typed.utf8.count, name.utf8.count) / 3)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

/// `did you mean "period"?`, or nil when no name is near.
package func didYouMean(_ typed: String, among names: [String]) -> String? {
  nearestName(to: typed, among: names).map { "did you mean \"\($0)\"?" }
}

/// Restricted Damerau–Levenshtein distance over UTF-8 bytes, three rows at a time.
private func editDistance(_ a: String, _ b: String) -> Int {
  // A name longer than this is no name; the bound keeps hostile input from costing its square.
  let a = Array(a.utf8.prefix(64))
  let b = Array(b.utf8.prefix(64))
  var beforeLast: [Int] = []
  var last = Array(0...b.count)
  for i in 0..<a.count {
    var row = [i + 1]
    for j in 0..<b.count {
      var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[b.count]
}
