import SourceText

/// Text as a letter should look: no blanks at line ends, at most one blank line in a row, none at either
/// end, and one line break at the end.
func tidied(_ text: [UInt8]) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(text.count)
  var start = 0
  var isAfterBlankLine = true
  while start < text.count {
    let end = text.lineEnd(from: start)
    var contentEnd = end
    while contentEnd > start, text[contentEnd - 1].isBlank { contentEnd -= 1 }
    let next = text.nextLine(after: start)
    if contentEnd > start || !isAfterBlankLine {
      out += text[start..<contentEnd]
      out += end < next ? text[end..<next] : [.newline]
    }
    isAfterBlankLine = contentEnd == start
    start = next
  }
  if isAfterBlankLine, !out.isEmpty { removeLineBreak(&out) }
  return out
}

private func removeLineBreak(_ text: inout [UInt8]) {
  if text.last == .newline { text.removeLast() }
  if text.last == .carriageReturn { text.removeLast() }
}
