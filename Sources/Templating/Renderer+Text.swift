import SourceText

/// Where a rendering is in its line, and what each line of a partial is set in by.
struct Lines {
  /// The indentations of all partials entered, end to end.
  private(set) var blanks: [UInt8] = []
  /// The part of `blanks` that a line begins with here.
  var indent: ByteRange = 0..<0
  /// Whether the next text or value begins a line of its template.
  var isAtStart = true
  /// Where the line began in the output.
  var start = 0
  /// Whether the line has a tag that may have given nothing.
  var hasTag = false

  /// Sets further lines in, this one included.
  mutating func setIn(by more: ArraySlice<UInt8>) {
    extend(by: more)
    isAtStart = true
  }

  mutating func setInAfterThisLine(by more: ArraySlice<UInt8>) {
    extend(by: more)
    isAtStart = false
  }

  mutating func clearIndent() {
    indent = indent.upperBound..<indent.upperBound
    isAtStart = false
  }

  private mutating func extend(by more: ArraySlice<UInt8>) {
    guard !more.isEmpty else { return }
    blanks.removeLast(blanks.count - indent.upperBound)
    blanks += more
    indent = indent.lowerBound..<blanks.count
  }
}

extension Renderer {
  /// Writes text of the template.
  mutating func writeText(_ text: ByteRange) {
    guard !lines.indent.isEmpty || options.layout == .letter else {
      return output.append(linked.program.text, text)
    }
    var start = text.lowerBound
    while start < text.upperBound {
      writeIndent()
      let end = lineEnd(from: start, upTo: text.upperBound)
      output.append(linked.program.text, start..<end)
      if linked.program.text[end - 1].isLineBreak { endLine() }
      start = end
    }
  }

  /// Begins a line of the template, if this is where one begins.
  mutating func writeIndent() {
    guard lines.isAtStart else { return }
    lines.isAtStart = false
    if !lines.indent.isEmpty { output.append(lines.blanks, lines.indent) }
  }

  private mutating func endLine() {
    if options.layout == .letter {
      if lines.hasTag, isBlank(from: lines.start) { output.removeAll(from: lines.start) }
      lines.start = output.count
    }
    lines.hasTag = false
    lines.isAtStart = true
  }

  private func isBlank(from start: Int) -> Bool {
    var i = start
    while i < output.count {
      if !output[i].isWhitespace { return false }
      i += 1
    }
    return true
  }

  /// The end of a line with its line break.
  private func lineEnd(from start: Int, upTo end: Int) -> Int {
    var i = start
    while i < end, linked.program.text[i] != .newline { i += 1 }
    return min(i + 1, end)
  }

  mutating func writeValue(_ path: Path, isRaw: Bool, at op: Int) throws(Diagnostics) {
    writeIndent()
    lines.hasTag = true
    if path.count > 0, let cell = cell(path) { return try write(cell, isRaw: isRaw, path, at: op) }
    guard let found = find(path, at: op) else { return }
    guard case .cell(let cell) = found else { return writeLoop(found) }
    try write(cell, isRaw: isRaw, path, at: op)
  }

  @inline(__always)
  private mutating func write(
    _ cell: Int, isRaw: Bool, _ path: Path, at op: Int
  ) throws(Diagnostics) {
    switch context.cells[cell].kind {
    case .text:
      if escapes && !isRaw {
        output.appendEscaped(context.bytes, context.cells[cell].range)
      } else {
        output.append(context.bytes, context.cells[cell].range)
      }
    case .null: break
    case .yes: output.append("true")
    case .no: output.append("false")
    case .lambda: try writeLambda(cell, isRaw: isRaw, path, at: op)
    case .list, .object:
      guard linked.strictness == .strict else { return }
      let name = linked.program.text(of: path)
      let kind = context.cells[cell].kind == .list ? "a list" : "an object"
      report("slot \"\(name)\" is \(kind), not text", at: op)
    }
  }

  private mutating func writeLoop(_ found: Found) {
    guard case .loop(let name, let index, let count) = found else { return }
    let text =
      switch name {
      case .index: "\(index)"
      case .number: "\(index + 1)"
      case .letter: listLetter(index)
      case .first: index == 0 ? "true" : "false"
      case .last: index == count - 1 ? "true" : "false"
      }
    let bytes = Array(text.utf8)
    output.append(bytes, bytes.indices)
  }
}
