/// The parents entered, whose blocks fill those of the same name in the templates they lead to.
struct Fillings {
  /// The parent tags, each with the one that was in force outside it.
  private var entered: [(op: Int, outer: Int?)] = []
  private var innermost: Int?
  /// How many blocks were looked at, as a measure of the work done.
  private(set) var steps = 0

  /// What to put back on leaving a parent or a filled block.
  struct Mark {
    fileprivate let count: Int
    fileprivate let innermost: Int?
  }

  /// The block that fills another, and the parents that may fill the blocks inside it.
  struct Filler {
    let op: Int
    fileprivate let outer: Int?
  }

  var mark: Mark { Mark(count: entered.count, innermost: innermost) }

  mutating func enter(parent op: Int) {
    entered.append((op, innermost))
    innermost = entered.count - 1
  }

  mutating func enter(_ filler: Filler) { innermost = filler.outer }

  mutating func leave(to mark: Mark) {
    while entered.count > mark.count { entered.removeLast() }
    innermost = mark.innermost
  }

  /// The block of a name in the outermost parent that has one.
  ///
  /// Only parents outside it fill the blocks inside it, so that no block can come to fill itself.
  mutating func filler(of name: Int, in program: Program) -> Filler? {
    var found: Filler?
    var next = innermost
    while let index = next {
      let (parent, outer) = entered[index]
      var op = parent + 1
      while op < program.ops[parent].end {
        steps += 1
        if case .block(name, _) = program.ops[op].action { found = Filler(op: op, outer: outer) }
        op = program.ops[op].end
      }
      next = outer
    }
    return found
  }
}
