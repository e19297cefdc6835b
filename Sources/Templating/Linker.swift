import SourceText

extension Template {
  /// Joins the template to the partials that it and they name.
  ///
  /// - Throws: every partial and parent that is not there (in strict mode), and every partial that would
  ///   include itself without end.
  public func linked(
    to partials: Partials = Partials(), _ strictness: Strictness = .strict
  ) throws(Diagnostics) -> LinkedTemplate {
    var linker = Linker(partials: partials, strictness: strictness)
    return try linker.link(self)
  }
}

/// Puts a template and all the partials it can reach into one program.
///
/// Names of partials that only the data will tell (`{{>*layout}}`) bring in all partials there are, so
/// that rendering never has to read a template.
private struct Linker {
  let partials: Partials
  let strictness: Strictness
  var program = Program()
  var units: [LinkedTemplate.Unit] = []
  var unitOfName: [String: Int] = [:]
  var errors: [Diagnostic] = []

  /// More errors than these are not worth reading.
  private static let mostErrors = 100

  init(partials: Partials, strictness: Strictness) {
    self.partials = partials
    self.strictness = strictness
  }

  mutating func link(_ template: Template) throws(Diagnostics) -> LinkedTemplate {
    append(template, includedBy: nil)
    var missing: [(op: Int, name: String)] = []
    var hasDynamicNames = false
    var next = 0
    while next < program.ops.count {
      defer { next += 1 }
      switch program.ops[next].target {
      case .name(let name):
        let name = program.names[name]
        if !include(name, by: next) { missing.append((next, name)) }
      case .dynamic where !hasDynamicNames:
        hasDynamicNames = true
        for name in partials.names { _ = include(name, by: next) }
      default: break
      }
    }
    var targets: [Int?] = Array(repeating: nil, count: program.names.all.count)
    for (i, name) in program.names.all.enumerated() { targets[i] = unitOfName[name] }
    let linked = LinkedTemplate(
      program: program, units: units, targets: targets, partials: partials,
      strictness: strictness)
    if strictness == .strict {
      for (op, name) in missing.prefix(Self.mostErrors) {
        errors.append(linked.missing(name, at: op, partials))
      }
    }
    errors += linked.endlessInclusions()
    guard errors.isEmpty else { throw Diagnostics(errors) }
    return linked
  }

  private mutating func include(_ name: String, by op: Int) -> Bool {
    if unitOfName[name] != nil { return true }
    guard let template = partials[name] else { return false }
    unitOfName[name] = units.count
    _ = program.names.number(for: name)
    append(template, includedBy: op)
    return true
  }

  private mutating func append(_ template: Template, includedBy op: Int?) {
    let textStart = program.text.count
    let ops: Range<Int>
    if units.isEmpty {
      program = template.program
      ops = program.ops.indices
    } else {
      ops = program.append(template.program)
    }
    units.append(
      .init(source: template.source, textStart: textStart, ops: ops, includedBy: op))
  }
}

extension Op {
  /// The template that a partial or parent tag names.
  fileprivate var target: Target? {
    switch action {
    case .partial(let target, _), .parent(let target, _): target
    default: nil
    }
  }
}

extension LinkedTemplate {
  fileprivate func missing(_ name: String, at op: Int, _ partials: Partials) -> Diagnostic {
    var kind = "partial"
    if case .parent = program.ops[op].action { kind = "parent" }
    return Diagnostic(
      "unknown \(kind) \"\(name)\"", at: place(program.ops[op].place),
      remedy: didYouMean(name, among: partials.names), notes: inclusions(leadingTo: op))
  }

  /// The tags by which the unit of a step is reached from the template, nearest first.
  private func inclusions(leadingTo op: Int) -> [Diagnostic.Note] {
    var notes: [Diagnostic.Note] = []
    var unit = self.unit(of: op)
    while let tag = units[unit].includedBy, notes.count < Self.mostNotes {
      notes.append(.init("included from here", at: place(program.ops[tag].place)))
      unit = self.unit(of: tag)
    }
    return notes
  }

  private static let mostNotes = 8

  private func unit(of op: Int) -> Int {
    units.lastIndex { $0.ops.lowerBound <= op } ?? 0
  }

  /// The partials that include themselves with no section between that could end it.
  ///
  /// A section, inverted section or block may come out empty and so end a recursion; the limit on the
  /// depth of partials looks after those that never do.
  fileprivate func endlessInclusions() -> [Diagnostic] {
    var errors: [Diagnostic] = []
    var isDone = Array(repeating: false, count: units.count)
    var isOnPath = isDone
    for unit in units.indices where !isDone[unit] {
      // The steps reached in each unit on the way, and the tags that led from one to the next.
      var path = [(unit: unit, next: units[unit].ops.lowerBound)]
      var tags: [Int] = []
      isOnPath[unit] = true
      while let (unit, op) = path.last {
        guard op < units[unit].ops.upperBound else {
          isOnPath[unit] = false
          isDone[unit] = true
          path.removeLast()
          _ = tags.popLast()
          continue
        }
        path[path.count - 1].next = program.ops[op].end
        guard case .name(let name) = program.ops[op].target, let target = targets[name],
          !isDone[target]
        else { continue }
        if isOnPath[target] {
          let start = path.firstIndex { $0.unit == target } ?? 0
          errors.append(endless(program.names[name], at: op, by: Array(tags[start...])))
        } else {
          isOnPath[target] = true
          path.append((target, units[target].ops.lowerBound))
          tags.append(op)
        }
      }
    }
    return errors
  }

  private func endless(_ name: String, at op: Int, by tags: [Int]) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    for tag in tags.reversed().prefix(Self.mostNotes) {
      notes.append(.init("included from here", at: place(program.ops[tag].place)))
    }
    return Diagnostic(
      "partial \"\(name)\" includes itself without end", at: place(program.ops[op].place),
      remedy: "put one of its tags into a section that comes to an end", notes: notes)
  }
}
