import SourceText

/// What a name stands for.
enum Found {
  case cell(Int)
  case loop(LoopName, index: Int, count: Int)
}

extension Renderer {
  /// What a name stands for here, or nil for nothing; strict mode takes note of what is missing.
  mutating func find(_ path: Path, at op: Int) -> Found? {
    if path.count > 0 {
      if let cell = cell(path) { return .cell(cell) }
    } else if let loop = path.loopName {
      if let frame = frames.last(where: { !$0.items.isEmpty }) {
        return .loop(
          loop, index: frame.item - frame.items.lowerBound, count: frame.items.count)
      }
    } else if let current = scopes.last {
      return .cell(current)
    }
    return missing(path, at: op)
  }

  /// The first part of a dotted name is looked for from the innermost scope out, the others only in what
  /// it stands for.
  @inline(__always)
  mutating func cell(_ path: Path) -> Int? {
    guard var cell = cell(ofFirstPart: path) else { return nil }
    var part = path.first + 1
    while part < path.first + path.count {
      guard let member = member(partNumbers[part], of: cell) else { return nil }
      cell = member
      part += 1
    }
    return cell
  }

  @inline(__always)
  private mutating func cell(ofFirstPart path: Path) -> Int? {
    let number = partNumbers[path.first]
    var scope = scopes.count - 1
    while scope >= 0 {
      if let member = member(number, of: scopes[scope]) { return member }
      scope -= 1
    }
    return nil
  }

  @inline(__always)
  private mutating func member(_ number: Int, of cell: Int) -> Int? {
    context.cells.withUnsafeBufferPointer { cells in
      guard number >= 0, cells[cell].kind == .object else { return nil }
      steps += cells[cell].count / 64
      var member = cells[cell].start
      let end = member + cells[cell].count
      while member < end {
        if cells[member].name == number { return member }
        member += 1
      }
      return nil
    }
  }

  func isAbsent(_ found: Found?) -> Bool {
    switch found {
    case nil: true
    case .cell(let cell)?: context.cells[cell].isAbsent
    case .loop(.first, let index, _)?: index != 0
    case .loop(.last, let index, let count)?: index != count - 1
    case .loop?: false
    }
  }

  /// The unit that a partial or parent tag stands for, or nil for none.
  mutating func unit(of target: Target, at op: Int) throws(Diagnostics) -> Int? {
    switch target {
    case .name(let name): return linked.targets[name]
    case .dynamic(let path):
      guard case .cell(let cell) = find(path, at: op), !context.cells[cell].isAbsent else {
        return nil
      }
      let name = text(of: cell)
      if let number = linked.program.names.number(of: name), let unit = linked.targets[number] {
        return unit
      }
      if linked.strictness == .strict {
        report(
          "unknown partial \"\(name)\", named by \"\(linked.program.text(of: path))\"", at: op,
          remedy: didYouMean(name, among: linked.partials.names))
      }
      return nil
    }
  }

  func text(of cell: Int) -> String {
    guard context.cells[cell].kind == .text else { return "" }
    return String(decoding: context.bytes[context.cells[cell].range], as: UTF8.self)
  }
}

// What is missing.
extension Renderer {
  /// Takes note of a name without a meaning, in strict mode.
  ///
  /// A section over a part of something absent on purpose is absent too: `{{#officer.email}}` where there is no
  /// officer. A slot there would be a hole, so it is missing.
  private mutating func missing(_ path: Path, at op: Int) -> Found? {
    var kind = "slot"
    var isSection = false
    switch linked.program.ops[op].action {
    case .section, .inverted:
      kind = "section"
      isSection = true
    case .partial, .parent: kind = "name of a partial"
    default: break
    }
    if let loop = path.loopName {
      if linked.strictness == .strict {
        report("\"\(loop.text)\" has a meaning only inside a list", at: op)
      }
      return nil
    }
    let found = resolved(path)
    if isSection, let cell = found.cell, context.cells[cell].isAbsent { return .cell(cell) }
    guard linked.strictness == .strict, wouldReport(at: op) else { return nil }
    var message = "unknown \(kind) \"\(linked.program.text(of: path))\""
    var remedy: String?
    let part = linked.program.names[linked.program.parts[path.first + found.parts]]
    if let cell = found.cell {
      let owner = linked.program.text(ofParts: path.first..<path.first + found.parts)
      switch context.cells[cell].kind {
      case .object:
        message += ": \"\(owner)\" has no \"\(part)\""
        remedy = didYouMean(part, among: names(in: [cell]))
      case _ where context.cells[cell].isAbsent:
        message += ": \"\(owner)\" is empty"
        remedy = "put it inside {{#\(owner)}}, which is left out when there is none"
      default:
        message += ": \"\(owner)\" has no parts"
      }
    } else {
      remedy = didYouMean(part, among: names(in: scopes.reversed()))
    }
    report(message, at: op, remedy: remedy)
    return nil
  }

  /// How far a dotted name leads: the cell reached, and how many parts led to it.
  private mutating func resolved(_ path: Path) -> (cell: Int?, parts: Int) {
    guard var cell = cell(ofFirstPart: path) else { return (nil, 0) }
    var parts = 1
    while parts < path.count,
      let next = member(partNumbers[path.first + parts], of: cell)
    {
      cell = next
      parts += 1
    }
    return (cell, parts)
  }

  private func names(in cells: [Int]) -> [String] {
    var names: [String] = []
    for cell in cells where context.cells[cell].kind == .object {
      for member in context.cells[context.cells[cell].range] {
        names.append(context.names[member.name])
      }
    }
    return names
  }
}
