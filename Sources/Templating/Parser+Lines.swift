import SourceText

// Writing steps, and the rule that a tag alone on its line takes the line with it.
extension Parser {
  mutating func write(_ action: Op.Action, at place: ByteRange, isStandalone: Bool = false) {
    program.ops.append(
      Op(
        action: action, place: place, end: program.ops.count + 1, isStandalone: isStandalone))
  }

  /// Writes the text since the last tag; inside a filled block line by line, less the block's indentation.
  mutating func writeText(upTo end: Int) {
    var start = textStart
    while start < end {
      if dedent > 0 { start = min(dedented(start), end) }
      let next = dedent > 0 ? min(nextLine(start), end) : end
      if start < next { write(.text, at: start..<next) }
      start = next
    }
    textStart = max(textStart, end)
  }

  mutating func resume(at offset: Int) {
    textStart = offset
    position = offset
  }

  /// The line around a tag, with its line break, if there is nothing else on it.
  func standaloneLine(around tag: ByteRange) -> ByteRange? {
    guard let start = blanks(before: tag.lowerBound),
      let end = lineBreakOrEnd(after: tag.upperBound)
    else { return nil }
    return start..<end
  }

  /// The start of the line, if there are only blanks between it and an offset.
  func blanks(before offset: Int) -> Int? {
    var i = offset
    while i > range.lowerBound, source.bytes[i - 1].isBlank { i -= 1 }
    return isLineStart(i) ? i : nil
  }

  /// Where the next line starts, if there are only blanks before it; nil at the end of the template.
  func lineBreak(after offset: Int) -> Int? {
    let i = blanksEnd(offset)
    return i < range.upperBound && source.bytes[i].isLineBreak ? nextLine(i) : nil
  }

  func lineBreakOrEnd(after offset: Int) -> Int? {
    let i = blanksEnd(offset)
    return i == range.upperBound ? i : lineBreak(after: i)
  }

  func blanksEnd(_ offset: Int) -> Int {
    var i = offset
    while i < range.upperBound, source.bytes[i].isBlank { i += 1 }
    return i
  }

  /// A place at a line start moved past the blanks that a filled block leaves off.
  func dedented(_ offset: Int) -> Int {
    guard dedent > 0, isLineStart(offset) else { return offset }
    return min(offset + dedent, blanksEnd(offset))
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == range.lowerBound || source.bytes[offset - 1].isLineBreak
  }

  private func nextLine(_ offset: Int) -> Int {
    min(source.bytes.nextLine(after: offset), range.upperBound)
  }
}
