extension LinkedTemplate {
  /// What the template asks of its data, to prompt for it, to check it, or to document the template.
  public var requirements: Requirements {
    var survey = Survey(self)
    return survey.requirements()
  }
}

/// Goes through a program once, entering everything, and lists the names it meets.
private struct Survey {
  let linked: LinkedTemplate
  var nodes = [Node(parent: -1, name: -1)]
  var numbers: [Key: Int] = [:]
  var frames: [Frame] = []
  var fillings = Fillings()
  var isComplete = true
  var steps = 0

  /// Partials that include others many times over would take for ever to follow.
  private static let mostSteps = 100_000

  /// What is known of a name at a place in the tree; the first node is the root.
  struct Node {
    let parent: Int
    let name: Int
    var depth = 0
    var uses: [Bool] = Array(repeating: false, count: Requirement.Use.allCases.count)
  }

  struct Key: Hashable {
    let parent: Int
    let name: Int
  }

  struct Frame {
    var next: Int
    let end: Int
    /// The node that names are looked up in.
    let scope: Int
    let fillings: Fillings.Mark
    /// The partial being gone through, if this frame is one.
    var unit: Int?
    /// The first part of the section's name, and where that was looked up.
    var head: Key?
  }

  init(_ linked: LinkedTemplate) { self.linked = linked }

  mutating func requirements() -> Requirements {
    enter(linked.units[0].ops, scope: 0, unit: 0)
    while let frame = frames.last {
      guard frame.next < frame.end else {
        fillings.leave(to: frame.fillings)
        frames.removeLast()
        continue
      }
      steps += 1
      guard steps <= Self.mostSteps else {
        isComplete = false
        break
      }
      let op = frame.next
      frames[frames.count - 1].next = linked.program.ops[op].end
      visit(op, scope: frame.scope)
    }
    return Requirements(all: tree(), isComplete: isComplete)
  }

  private mutating func visit(_ op: Int, scope: Int) {
    let body = op + 1..<linked.program.ops[op].end
    switch linked.program.ops[op].action {
    case .text: break
    case .value(let path, _): _ = use(path, as: path.count == 0 ? .item : .value, scope)
    case .section(let path, _, _): enterSection(path, as: .section, body, scope: scope)
    case .inverted(let path): enterSection(path, as: .inverted, body, scope: scope)
    case .partial(let target, _): enter(target, scope: scope)
    case .parent(let target, _):
      let depth = frames.count
      enter(target, scope: scope)
      if frames.count > depth { fillings.enter(parent: op) }
    case .block(let name, _):
      if let filler = fillings.filler(of: name, in: linked.program) {
        enter(filler.op + 1..<linked.program.ops[filler.op].end, scope: scope)
        fillings.enter(filler)
      } else {
        enter(body, scope: scope)
      }
    }
  }

  private mutating func enterSection(
    _ path: Path, as use: Requirement.Use, _ body: Range<Int>, scope: Int
  ) {
    let node = self.use(path, as: use, scope)
    // Nothing stands for an inverted section inside it, so names in it are looked up outside.
    enter(body, scope: use == .inverted ? scope : node)
    guard path.count > 0 else { return }
    let name = linked.program.parts[path.first]
    frames[frames.count - 1].head = Key(parent: origin(of: name, from: scope), name: name)
  }

  private mutating func enter(_ target: Target, scope: Int) {
    switch target {
    case .name(let name):
      guard let unit = linked.targets[name] else { return }
      // A partial inside itself asks for what it asked for outside, once more.
      var depth = 0
      for frame in frames {
        if frame.unit == unit { return }
        if frame.unit != nil { depth += 1 }
      }
      guard depth <= Limits().partialDepth else { return isComplete = false }
      enter(linked.units[unit].ops, scope: scope, unit: unit)
    case .dynamic(let path):
      _ = use(path, as: .partialName, scope)
      isComplete = false
    }
  }

  private mutating func enter(_ ops: Range<Int>, scope: Int, unit: Int? = nil) {
    frames.append(
      Frame(
        next: ops.lowerBound, end: ops.upperBound, scope: scope, fillings: fillings.mark,
        unit: unit))
  }
}

// The tree of names.
extension Survey {
  /// Marks a name as used.
  ///
  /// - Returns: its node.
  private mutating func use(_ path: Path, as use: Requirement.Use, _ scope: Int) -> Int {
    guard path.loopName == nil else { return scope }
    var node = scope
    if path.count > 0 { node = origin(of: linked.program.parts[path.first], from: scope) }
    for part in path.range { node = self.node(linked.program.parts[part], in: node) }
    // `{{#.}}` says no more about the scope than the section did that made it one.
    if path.count > 0 || use == .item { nodes[node].uses[use.rawValue] = true }
    return node
  }

  /// The node in which a name is meant to be found.
  private func origin(of name: Int, from scope: Int) -> Int {
    for frame in frames.reversed() {
      if let head = frame.head, head.name == name { return head.parent }
    }
    return scope
  }

  private mutating func node(_ name: Int, in parent: Int) -> Int {
    let key = Key(parent: parent, name: name)
    if let known = numbers[key] { return known }
    guard nodes[parent].depth < Limits().sectionNesting else {
      isComplete = false
      return parent
    }
    nodes.append(Node(parent: parent, name: name, depth: nodes[parent].depth + 1))
    numbers[key] = nodes.count - 1
    return nodes.count - 1
  }

  /// The nodes as a tree: children come after their parents in the list, so the last are finished first.
  private func tree() -> [Requirement] {
    var parts: [[Requirement]] = Array(repeating: [], count: nodes.count)
    var index = nodes.count - 1
    while index > 0 {
      let node = nodes[index]
      var uses: [Requirement.Use] = []
      for use in Requirement.Use.allCases where node.uses[use.rawValue] { uses.append(use) }
      parts[node.parent].append(
        Requirement(
          name: linked.program.names[node.name], uses: uses, parts: parts[index].reversed()))
      index -= 1
    }
    return parts[0].reversed()
  }
}
