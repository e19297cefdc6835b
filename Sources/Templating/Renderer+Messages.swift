import SourceText

extension Renderer {
  /// More errors than these are not worth reading.
  private static let mostProblems = 100
  private static let mostNotes = 8

  /// Whether a problem there would be taken note of, so that no message is put together for nobody.
  func wouldReport(at op: Int) -> Bool {
    problems.count < Self.mostProblems && !problemOps.contains(op)
  }

  /// Takes note of a problem, once for each tag however often it is rendered.
  mutating func report(_ message: String, at op: Int, remedy: String? = nil) {
    guard wouldReport(at: op) else { return }
    problemOps.append(op)
    problems.append(problem(message, at: op, remedy: remedy))
  }

  /// An error at a tag, with the sections and partials that led there, nearest first.
  func problem(_ message: String, at op: Int, remedy: String? = nil) -> Diagnostic {
    Diagnostic(
      message, at: linked.place(linked.program.ops[op].place), remedy: remedy, notes: notes())
  }

  func overLimit(at op: Int) -> Diagnostics {
    let message =
      output.isOverLimit
      ? "the result is larger than \(options.limits.outputBytes) bytes, the limit"
      : "rendering takes more than \(options.limits.steps) steps, the limit"
    return Diagnostics([problem(message, at: op)])
  }

  func notes() -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    for frame in frames.reversed().prefix(Self.mostNotes) {
      let op = linked.program.ops[frame.op]
      let place = linked.place(op.place)
      switch op.action {
      case .section(let path, _, _), .inverted(let path):
        notes.append(
          .init("inside section \"\(linked.program.text(of: path))\", opened here", at: place))
      case .partial, .parent: notes.append(.init("included from here", at: place))
      case .block(let name, _):
        notes.append(.init("inside block \"\(linked.program.names[name])\"", at: place))
      case .text, .value: break
      }
    }
    return notes + notesOutside
  }
}
