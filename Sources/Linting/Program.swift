import SourceText

/// Patterns turned into steps that a ``Matcher`` walks, all in one array.
///
/// A step takes one token or decides where to go on. Nothing in a pattern repeats without end, so the
/// steps of a pattern bound how many tokens a match of it can have; and as the walk keeps a *set* of
/// steps rather than trying one way after another, no pattern costs more than its length times that.
struct Program: Sendable {
  enum Step: Sendable {
    case word(WordHash)
    case stem(Int)
    case kind(Pattern.TokenKind)
    case anyWord, anyMark
    /// Goes on at both.
    case fork(Int, Int)
    case jump(Int)
    case start, end
    /// Notes that something in brackets begins or ends here.
    case note(Int)
    case found
  }

  private(set) var steps: [Step] = []
  private(set) var stems: [[UInt8]] = []

  /// Adds a pattern and returns its first step.
  mutating func add(_ pattern: Pattern, notingCaptures: Bool) -> Int {
    let first = steps.count
    emit(pattern.node, notingCaptures)
    steps.append(.found)
    return first
  }

  private mutating func emit(_ node: Pattern.Node, _ notes: Bool) {
    switch node {
    case .word(let hash): steps.append(.word(hash))
    case .stem(let letters):
      stems.append(letters)
      steps.append(.stem(stems.count - 1))
    case .kind(let kind): steps.append(.kind(kind))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .named(let node): emit(node, notes)
    case .sequence(let nodes): for node in nodes { emit(node, notes) }
    case .optional(let branch):
      let fork = reserve()
      emit(branch, notes)
      steps[fork] = .fork(fork + 1, steps.count)
    case .choice(let branches):
      var exits: [Int] = []
      for branch in branches.dropLast() {
        let fork = reserve()
        emit(branch, notes)
        exits.append(reserve())
        steps[fork] = .fork(fork + 1, steps.count)
      }
      if let last = branches.last { emit(last, notes) }
      for exit in exits { steps[exit] = .jump(steps.count) }
    case .gap(let most):
      var exits: [Int] = []
      for _ in 0..<most {
        emitMarks()
        exits.append(reserve())
        steps.append(.anyWord)
      }
      emitMarks()
      for exit in exits { steps[exit] = .fork(steps.count, exit + 1) }
    case .captured(let number, let node):
      if notes { steps.append(.note(2 * number)) }
      emit(node, notes)
      if notes { steps.append(.note(2 * number + 1)) }
    }
  }

  /// Any marks, as many as there are.
  private mutating func emitMarks() {
    let fork = reserve()
    steps.append(.anyMark)
    steps.append(.jump(fork))
    steps[fork] = .fork(steps.count, fork + 1)
  }

  private mutating func reserve() -> Int {
    steps.append(.found)
    return steps.count - 1
  }
}

extension Program {
  /// The steps that can take the first token of a match that begins at a step.
  func openings(from first: Int) -> [(step: Int, atStart: Bool)] {
    var openings: [(step: Int, atStart: Bool)] = []
    var seen: Set<Int> = []
    var stack = [(first, false)]
    while let (step, atStart) = stack.popLast() {
      guard seen.insert(step * 2 + (atStart ? 1 : 0)).inserted else { continue }
      switch steps[step] {
      case .fork(let one, let other): stack += [(other, atStart), (one, atStart)]
      case .jump(let next): stack.append((next, atStart))
      case .note: stack.append((step + 1, atStart))
      case .start: stack.append((step + 1, true))
      case .end, .found: break
      case .word, .stem, .kind, .anyWord, .anyMark: openings.append((step, atStart))
      }
    }
    return openings
  }

  /// The words with which a match must go on behind a step; nil when something else can follow too.
  func words(after step: Int) -> [WordHash]? {
    var words: [WordHash] = []
    var seen: Set<Int> = []
    var stack = [step + 1]
    while let step = stack.popLast() {
      guard seen.insert(step).inserted else { continue }
      switch steps[step] {
      case .fork(let one, let other): stack += [one, other]
      case .jump(let next): stack.append(next)
      case .note: stack.append(step + 1)
      case .word(let hash): words.append(hash)
      case .stem, .kind, .anyWord, .anyMark, .start, .end, .found: return nil
      }
    }
    return words
  }
}
