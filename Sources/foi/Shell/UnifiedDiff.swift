import Answerable

/// The difference of two texts line by line, as `diff -u` shows it, with every line of the text.
func unifiedDiff(_ old: Source, _ new: Source, _ path: String) -> String {
  let before = lines(old)
  let after = lines(new)
  let difference = after.difference(from: before)
  guard !difference.isEmpty else { return "" }
  var removed: Set<Int> = []
  var inserted: Set<Int> = []
  for change in difference {
    switch change {
    case .remove(let offset, _, _): removed.insert(offset)
    case .insert(let offset, _, _): inserted.insert(offset)
    }
  }
  var out = "--- \(path)\n+++ \(path)\n@@ -1,\(before.count) +1,\(after.count) @@\n"
  var (i, j) = (0, 0)
  while i < before.count || j < after.count {
    if i < before.count, removed.contains(i) {
      out += "-\(before[i])\n"
      i += 1
    } else if j < after.count, inserted.contains(j) {
      out += "+\(after[j])\n"
      j += 1
    } else {
      out += " \(before[i])\n"
      (i, j) = (i + 1, j + 1)
    }
  }
  return out
}

/// The lines with whatever else ends them beside the line feed, so that a file of Windows stays one.
private func lines(_ source: Source) -> [String] {
  let bytes = source.bytes[source.content]
  var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
    String(decoding: $0, as: UTF8.self)
  }
  if lines.last == "" {
    lines.removeLast()
  } else {
    lines[lines.count - 1] += "\n\\ No newline at end of file"
  }
  return lines
}
