import SourceText

/// Reads a template into a flat program, and on after a mistake from the next tag.
///
/// One pass over the bytes. What is open at a point is kept in a list, not on the stack, so that no
/// nesting can exhaust it.
struct Parser {
  let source: Source
  let range: ByteRange
  let limits: Limits
  var program = Program()
  var open: [OpenTag] = []
  var errors: [Diagnostic] = []
  var delimiters: Delimiters
  /// Where the text not yet written into the program begins.
  var textStart: Int
  /// Where the next tag is looked for.
  var position: Int
  /// The blanks to leave off at the start of each line inside a filled block.
  var dedent = 0
  /// Whether reading on would make no sense.
  var isStopped = false

  /// More errors than these are not worth reading.
  static let mostErrors = 100

  /// A section, parent or block whose closing tag has not come yet.
  struct OpenTag {
    let op: Int
    let tag: Tag
    /// The step that holds the blanks before a parent, which go if it has its lines to itself.
    var blanks: Int?
    /// The blanks left off at line starts outside it.
    let outerDedent: Int
    /// A closing tag inside it that closes nothing, and perhaps was meant to close this.
    var strayClose: Tag?
  }

  init(_ source: Source, _ range: ByteRange, delimiters: Delimiters, limits: Limits) {
    self.source = source
    self.range = range
    self.limits = limits
    self.delimiters = delimiters
    textStart = range.lowerBound
    position = range.lowerBound
    program.text = source.bytes
    program.delimiters = [delimiters]
  }

  mutating func parse() throws(Diagnostics) -> Program {
    guard range.count <= limits.templateBytes else {
      throw Diagnostics(
        "\(source.name) is larger than \(limits.templateBytes) bytes, the limit for a template")
    }
    while let tag = nextTag() { read(tag) }
    writeText(upTo: range.upperBound)
    while let unclosed = open.popLast() { reportUnclosed(unclosed) }
    guard errors.isEmpty else { throw Diagnostics(inTextOrder(errors)) }
    return program
  }

  private mutating func read(_ tag: Tag) {
    let line = tag.kind.mayStandAlone ? standaloneLine(around: tag.place) : nil
    switch tag.kind {
    case .parent: return openParent(tag)
    case .close: return close(tag, line: line)
    default: break
    }
    writeText(upTo: line?.lowerBound ?? tag.place.lowerBound)
    resume(at: line?.upperBound ?? tag.place.upperBound)
    let indent = line.map { dedented($0.lowerBound)..<tag.place.lowerBound }
    switch tag.kind {
    case .comment, .parent, .close: break
    case .delimiters: setDelimiters(tag)
    case .value, .raw:
      guard let path = path(tag.content, of: tag) else { return }
      write(.value(path, isRaw: tag.kind == .raw), at: tag.place)
    case .partial:
      guard let target = target(of: tag) else { return }
      let none = tag.place.lowerBound..<tag.place.lowerBound
      write(.partial(target, indent: indent ?? none), at: tag.place, isStandalone: line != nil)
    case .section, .inverted:
      // A section whose name is wrong is opened all the same, or its closing tag would be reported too.
      let path = path(tag.content, of: tag) ?? .current
      let action: Op.Action =
        tag.kind == .inverted
        ? .inverted(path)
        : .section(path, closedAt: 0, delimiters: program.delimiters.count - 1)
      open(tag, action, isStandalone: line != nil)
    case .block: openBlock(tag, line: line)
    }
  }

  private mutating func setDelimiters(_ tag: Tag) {
    guard let new = Delimiters(source.bytes[tag.content]) else {
      return report(
        "new delimiters need an opening and a closing one, with a space between", at: tag.place,
        remedy: "as in {{=<% %>=}}")
    }
    delimiters = new
    program.delimiters.append(new)
  }

  private func inTextOrder(_ errors: [Diagnostic]) -> [Diagnostic] {
    errors.sorted { ($0.place?.range.lowerBound ?? 0) < ($1.place?.range.lowerBound ?? 0) }
  }
}

// Sections, parents and blocks.
extension Parser {
  private mutating func open(
    _ tag: Tag, _ action: Op.Action, isStandalone: Bool, blanks: Int? = nil
  ) {
    guard open.count < limits.sectionNesting else {
      report(
        "sections are nested deeper than \(limits.sectionNesting), the limit", at: tag.place)
      isStopped = true
      open = []
      return
    }
    open.append(OpenTag(op: program.ops.count, tag: tag, blanks: blanks, outerDedent: dedent))
    write(action, at: tag.place, isStandalone: isStandalone)
  }

  /// A parent stands alone when its opening and closing tag have nothing else on their lines, so its
  /// blanks are written apart, to be taken back if the closing tag agrees.
  private mutating func openParent(_ tag: Tag) {
    let indent = blanks(before: tag.place.lowerBound).map { dedented($0)..<tag.place.lowerBound }
    writeText(upTo: indent?.lowerBound ?? tag.place.lowerBound)
    let blanks = indent.map { indent in
      defer { program.ops.append(Op(action: .text, place: indent, end: program.ops.count + 1)) }
      return program.ops.count
    }
    resume(at: tag.place.upperBound)
    let target = target(of: tag) ?? .dynamic(.current)
    let none = tag.place.lowerBound..<tag.place.lowerBound
    open(tag, .parent(target, indent: indent ?? none), isStandalone: false, blanks: blanks)
  }

  private mutating func openBlock(_ tag: Tag, line: ByteRange?) {
    let isFilling = open.last?.tag.kind == .parent
    let afterLine = lineBreak(after: tag.place.upperBound)
    var indent = tag.place.lowerBound..<tag.place.lowerBound
    if line != nil, let afterLine {
      indent = dedented(afterLine)..<blanksEnd(afterLine)
    } else if let start = blanks(before: tag.place.lowerBound) {
      indent = dedented(start)..<tag.place.lowerBound
    }
    let name = program.names.number(for: text(tag.content))
    if tag.content.isEmpty { reportNameless(tag) }
    open(tag, .block(name: name, indent: indent), isStandalone: line != nil)
    guard isFilling, let afterLine else { return }
    resume(at: afterLine)
    dedent = blanksEnd(afterLine) - afterLine
  }

  private mutating func close(_ tag: Tag, line: ByteRange?) {
    let index = open.lastIndex { source.bytes[$0.tag.content] == source.bytes[tag.content] }
    let isFilling = open.dropLast().last?.tag.kind == .parent
    let closesParent = index.map { open[$0].tag.kind == .parent } ?? false
    if isFilling, let start = blanks(before: tag.place.lowerBound) {
      writeText(upTo: start)
    } else if closesParent {
      writeText(upTo: tag.place.lowerBound)
    } else {
      writeText(upTo: line?.lowerBound ?? tag.place.lowerBound)
    }
    resume(at: line?.upperBound ?? tag.place.upperBound)
    guard let index else {
      if open.last?.strayClose == nil, !open.isEmpty {
        open[open.count - 1].strayClose = tag
      } else {
        reportStray(tag)
      }
      return
    }
    while open.count > index + 1, let unclosed = open.popLast() { reportUnclosed(unclosed) }
    guard let closed = open.popLast() else { return }
    if let stray = closed.strayClose { reportStray(stray) }
    finish(closed, with: tag)
  }

  private mutating func finish(_ closed: OpenTag, with tag: Tag) {
    program.ops[closed.op].end = program.ops.count
    if case .section(let path, _, let delimiters) = program.ops[closed.op].action {
      program.ops[closed.op].action = .section(
        path, closedAt: tag.place.lowerBound, delimiters: delimiters)
    }
    dedent = closed.outerDedent
    guard closed.tag.kind == .parent else { return }
    if let blanks = closed.blanks, let next = lineBreakOrEnd(after: tag.place.upperBound) {
      program.ops[blanks].place = tag.place.lowerBound..<tag.place.lowerBound
      program.ops[closed.op].isStandalone = true
      resume(at: next)
    } else {
      if case .parent(let target, _) = program.ops[closed.op].action {
        let none = tag.place.lowerBound..<tag.place.lowerBound
        program.ops[closed.op].action = .parent(target, indent: none)
      }
      resume(at: tag.place.upperBound)
    }
  }
}

// Names.
extension Parser {
  /// Reads a dotted name, `.` or the name of something about the loop.
  private mutating func path(_ range: ByteRange, of tag: Tag) -> Path? {
    if range.isEmpty {
      reportNameless(tag)
      return nil
    }
    if range.count == 1, source.bytes[range.lowerBound] == UInt8(ascii: ".") { return .current }
    if source.bytes[range.lowerBound] == UInt8(ascii: "@") { return loopName(range) }
    let first = program.parts.count
    var start = range.lowerBound
    for i in range.lowerBound...range.upperBound {
      guard i == range.upperBound || source.bytes[i] == UInt8(ascii: ".") else { continue }
      if i == start {
        report(
          "\"\(source[range])\" has a part without a name", at: range,
          remedy: "names have one full stop between their parts")
        return nil
      }
      program.parts.append(program.names.number(for: source[start..<i]))
      start = i + 1
    }
    return Path(first: first, count: program.parts.count - first)
  }

  private mutating func loopName(_ range: ByteRange) -> Path? {
    if let name = LoopName(source[range]) { return Path(name) }
    var names: [String] = []
    for name in LoopName.allCases { names.append(name.text) }
    report(
      "unknown loop name \"\(source[range])\"", at: range,
      remedy: didYouMean(source[range], among: names)
        ?? "the loop names are \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func target(of tag: Tag) -> Target? {
    guard !tag.content.isEmpty else {
      reportNameless(tag)
      return nil
    }
    guard source.bytes[tag.content.lowerBound] == UInt8(ascii: "*") else {
      return .name(program.names.number(for: text(tag.content)))
    }
    let name = source.bytes.trimmed(tag.content.lowerBound + 1..<tag.content.upperBound)
    return path(name, of: tag).map { .dynamic($0) }
  }

  private func text(_ range: ByteRange) -> String { source[range] }
}

// What is wrong.
extension Parser {
  mutating func report(
    _ message: String, at range: ByteRange, remedy: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    errors.append(
      Diagnostic(message, at: .init(source, range), remedy: remedy, notes: notes))
  }

  private mutating func reportNameless(_ tag: Tag) {
    report(
      "the \(tag.kind.text) has no name", at: tag.place,
      remedy: "write a name between the delimiters")
  }

  private mutating func reportUnclosed(_ unclosed: OpenTag) {
    let tag = unclosed.tag
    let closing = tag.closing(in: source, delimiters: delimiters)
    if let stray = unclosed.strayClose {
      report(
        "\(tag.kind.text) \"\(text(tag.content))\" is closed as \"\(text(stray.content))\"",
        at: stray.place, remedy: "write \(closing)",
        notes: [.init("\"\(text(tag.content))\" is opened here", at: .init(source, tag.place))])
    } else {
      report(
        "\(tag.kind.text) \"\(text(tag.content))\" is never closed", at: tag.place,
        remedy: "close it with \(closing)")
    }
  }

  private mutating func reportStray(_ tag: Tag) {
    report(
      "no section named \"\(text(tag.content))\" is open here", at: tag.place,
      remedy: "take the tag out, or open the section before it")
  }
}
