import SourceText

extension Renderer {
  /// Renders what a lambda makes of the text of a section.
  mutating func writeLambda(
    _ cell: Int, _ section: String, _ delimiters: Int, _ path: Path, at op: Int
  ) throws(Diagnostics) {
    let text = context.lambdas[context.cells[cell].start](section)
    try writeTemplate(text, linked.program.delimiters[delimiters], path, at: op)
  }

  /// Renders what a lambda gives for a slot, and escapes the whole of it if the slot escapes.
  mutating func writeLambda(
    _ cell: Int, isRaw: Bool, _ path: Path, at op: Int
  ) throws(Diagnostics) {
    let text = context.lambdas[context.cells[cell].start]("")
    guard escapes && !isRaw else { return try writeTemplate(text, .standard, path, at: op) }
    let start = output.count
    escapes = false
    try writeTemplate(text, .standard, path, at: op)
    escapes = true
    let made = output.bytes(from: start)
    output.removeAll(from: start)
    output.appendEscaped(made, made.indices)
  }

  /// Renders template text here, as a program of its own.
  private mutating func writeTemplate(
    _ text: String, _ delimiters: Delimiters, _ path: Path, at op: Int
  ) throws(Diagnostics) {
    let limits = options.limits
    guard lambdaDepth < limits.lambdaDepth else {
      throw Diagnostics([
        problem("lambdas call each other deeper than \(limits.lambdaDepth), the limit", at: op)
      ])
    }
    let name = linked.program.text(of: path)
    let source = Source(name: "result of lambda \"\(name)\"", text: text)
    let outside = (linked, partNumbers, frames, fillings, problemOps, notesOutside)
    let notesHere =
      [.init("made by lambda \"\(name)\" here", at: linked.place(linked.program.ops[op].place))]
      + notes()
    do throws(Diagnostics) {
      let template = try Template(
        source, in: source.content, delimiters: delimiters, limits: limits)
      linked = try template.linked(to: linked.partials, linked.strictness)
    } catch {
      throw error.explained(by: notesHere)
    }
    notesOutside = notesHere
    (frames, fillings, problemOps) = ([], Fillings(), [])
    lambdaDepth += 1
    try run()
    lambdaDepth -= 1
    (linked, partNumbers, frames, fillings, problemOps, notesOutside) = outside
  }
}

extension Diagnostics {
  fileprivate func explained(by notes: [Diagnostic.Note]) -> Diagnostics {
    var explained = all
    for i in explained.indices { explained[i].notes += notes }
    return Diagnostics(explained)
  }
}
