import SourceText

/// Works through a linked program once.
///
/// What is entered (sections, partials, blocks) is kept in a list of frames rather than on the stack, so
/// that no template can exhaust it; the frames also say how a place was reached, for messages.
struct Renderer: ~Copyable {
  var linked: LinkedTemplate
  let context: Context
  let options: RenderOptions
  /// Whether `{{name}}` escapes just now; off while a lambda's text is made that is escaped as a whole.
  var escapes: Bool
  /// The context's number for each part of a dotted name of the program, -1 for those it does not have.
  var partNumbers: [Int] = []
  var frames: [Frame] = []
  /// The cells that names are looked up in, the last first.
  var scopes: [Int] = [0]
  var fillings = Fillings()
  var output: Output
  var lines = Lines()
  var steps = 0
  var partialDepth = 0
  var lambdaDepth = 0
  var problems: [Diagnostic] = []
  /// The steps that the problems are about.
  var problemOps: [Int] = []
  /// How the lambda was reached whose text is being rendered.
  var notesOutside: [Diagnostic.Note] = []

  /// Something entered, and what to put back on leaving it.
  struct Frame {
    /// The tag; -1 for the template itself.
    let op: Int
    let body: Int
    let end: Int
    let resume: Int
    /// The items of a list: the one in turn, the first, and the end.
    var item = 0
    var items = 0..<0
    let scopes: Int
    let fillings: Fillings.Mark
    let indent: ByteRange
    let partialDepth: Int
  }

  init(_ linked: LinkedTemplate, _ context: Context, _ options: RenderOptions) {
    self.linked = linked
    self.context = context
    self.options = options
    escapes = options.escaping == .html
    output = Output(limit: options.limits.outputBytes)
    frames.reserveCapacity(16)
  }

  mutating func render() throws(Diagnostics) -> [UInt8] {
    try run()
    if output.isOverLimit { throw overLimit(at: linked.units[0].ops.upperBound - 1) }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    let bytes = output.bytes()
    return options.layout == .letter ? tidied(bytes) : bytes
  }

  /// Works through the linked program, from its first step to its last.
  mutating func run() throws(Diagnostics) {
    let numbers = context.names.numbers(of: linked.program.names)
    partNumbers = linked.program.parts.map { numbers[$0] }
    let whole = linked.units[0].ops
    var next = whole.lowerBound
    var end = whole.upperBound
    while true {
      if next == end {
        guard !frames.isEmpty else { return }
        next = leave()
        end = frames.last?.end ?? whole.upperBound
        continue
      }
      steps += 1
      if steps + fillings.steps > options.limits.steps || output.isOverLimit {
        throw overLimit(at: next)
      }
      let entered = frames.count
      let here = next
      next = linked.program.ops[here].end
      switch linked.program.ops[here].action {
      case .text:
        writeText(linked.program.ops[here].place)
      case .value(let path, let isRaw):
        try writeValue(path, isRaw: isRaw, at: here)
        // Text mostly follows a value.
        if next < end, case .text = linked.program.ops[next].action {
          steps += 1
          writeText(linked.program.ops[next].place)
          next += 1
        }
      case .section(let path, let closedAt, let delimiters):
        if !linked.program.ops[here].isStandalone { lines.hasTag = true }
        guard let cell = find(path, at: here) else { continue }
        if case .cell(let cell) = cell, context.cells[cell].kind == .lambda {
          let raw = linked.program.ops[here].place.upperBound..<closedAt
          try writeLambda(cell, linked.text(raw), delimiters, path, at: here)
        } else {
          enterSection(cell, at: here)
        }
      case .inverted(let path):
        if !linked.program.ops[here].isStandalone { lines.hasTag = true }
        if isAbsent(find(path, at: here)) { enter(here + 1..<next, at: here) }
      case .partial(let target, let indent):
        try enterPartial(target, indent: indent, at: here)
      case .parent(let target, let indent):
        try enterPartial(target, indent: indent, at: here)
      case .block(let name, let indent):
        try enterBlock(name, indent: indent, at: here)
      }
      if frames.count > entered, let frame = frames.last {
        next = frame.body
        end = frame.end
      }
    }
  }
}

// Entering and leaving.
extension Renderer {
  mutating func enter(_ body: Range<Int>, at op: Int, items: Range<Int> = 0..<0) {
    frames.append(
      Frame(
        op: op, body: body.lowerBound, end: body.upperBound, resume: linked.program.ops[op].end,
        item: items.lowerBound, items: items, scopes: scopes.count, fillings: fillings.mark,
        indent: lines.indent, partialDepth: partialDepth))
  }

  /// Goes on to the next item of a list, or back to where the frame was entered.
  ///
  /// - Returns: the next step.
  private mutating func leave() -> Int {
    let last = frames.count - 1
    let next = frames[last].item + 1
    if next < frames[last].items.upperBound {
      steps += 1
      frames[last].item = next
      scopes[scopes.count - 1] = next
      return frames[last].body
    }
    let frame = frames.removeLast()
    while scopes.count > frame.scopes { scopes.removeLast() }
    fillings.leave(to: frame.fillings)
    lines.indent = frame.indent
    partialDepth = frame.partialDepth
    return frame.resume
  }

  private mutating func enterSection(_ found: Found, at op: Int) {
    guard !isAbsent(found) else { return }
    let body = op + 1..<linked.program.ops[op].end
    guard case .cell(let cell) = found else { return enter(body, at: op) }
    if context.cells[cell].kind == .list {
      let items = context.cells[cell].range
      enter(body, at: op, items: items)
      scopes.append(items.lowerBound)
    } else {
      enter(body, at: op)
      scopes.append(cell)
    }
  }

  private mutating func enterPartial(
    _ target: Target, indent: ByteRange, at op: Int
  ) throws(Diagnostics) {
    guard let unit = try unit(of: target, at: op) else { return }
    try goDeeper(at: op)
    let isStandalone = linked.program.ops[op].isStandalone
    if !isStandalone { writeIndent() }
    enter(linked.units[unit].ops, at: op)
    partialDepth += 1
    if isStandalone {
      lines.setIn(by: linked.program.text[indent])
    } else {
      lines.hasTag = true
      lines.clearIndent()
    }
    guard case .parent = linked.program.ops[op].action else { return }
    fillings.enter(parent: op)
  }

  /// Enters what a template further out filled the block with, or else its own content.
  private mutating func enterBlock(
    _ name: Int, indent: ByteRange, at op: Int
  ) throws(Diagnostics) {
    let isStandalone = linked.program.ops[op].isStandalone
    if !isStandalone { writeIndent() }
    guard let filler = fillings.filler(of: name, in: linked.program) else {
      return enter(op + 1..<linked.program.ops[op].end, at: op)
    }
    try goDeeper(at: op)
    enter(filler.op + 1..<linked.program.ops[filler.op].end, at: op)
    partialDepth += 1
    fillings.enter(filler)
    if isStandalone {
      lines.setIn(by: linked.program.text[indent])
    } else {
      lines.hasTag = true
      lines.setInAfterThisLine(by: linked.program.text[indent])
    }
  }

  private func goDeeper(at op: Int) throws(Diagnostics) {
    guard partialDepth < options.limits.partialDepth else {
      throw Diagnostics([
        problem("partials are nested deeper than \(options.limits.partialDepth), the limit", at: op)
      ])
    }
  }
}
