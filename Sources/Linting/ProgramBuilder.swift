import SourceText

/// Turns patterns into the steps of a ``Program``.
struct ProgramBuilder {
  typealias Step = Program.Step
  typealias Prospect = Program.Prospect

  private(set) var steps: [Step] = []
  private(set) var words: [WordHash] = []
  private(set) var stems: [[UInt8]] = []
  private var prospects: [Prospect] = []
  /// How many steps the longest pattern has.
  private var longest = 0
  private var wordNumbers: [WordHash: Int] = [:]
  private var prospectNumbers: [Prospect: Int] = [:]

  /// Adds a pattern and returns its first step.
  mutating func add(_ pattern: Pattern, notingCaptures: Bool) -> Int {
    let first = steps.count
    emit(pattern.node, notingCaptures)
    steps.append(.found)
    longest = max(longest, steps.count - first)
    return first
  }

  private mutating func emit(_ node: Pattern.Node, _ notes: Bool) {
    switch node {
    case .word(let hash): steps.append(.word(number(of: hash)))
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
      steps[fork] = .fork(here, isFirst: false)
    case .choice(let branches):
      var exits: [Int] = []
      for branch in branches.dropLast() {
        let fork = reserve()
        emit(branch, notes)
        exits.append(reserve())
        steps[fork] = .fork(here, isFirst: false)
      }
      if let last = branches.last { emit(last, notes) }
      for exit in exits { steps[exit] = .jump(here) }
    case .gap(let most):
      var exits: [Int] = []
      for _ in 0..<most {
        emitMarks()
        exits.append(reserve())
        steps.append(.anyWord)
      }
      emitMarks()
      for exit in exits { steps[exit] = .fork(here, isFirst: true) }
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
    steps[fork] = .fork(here, isFirst: true)
  }

  private var here: Int { steps.count }

  private mutating func number(of word: WordHash) -> Int {
    if let number = wordNumbers[word] { return number }
    let number = words.count
    words.append(word)
    wordNumbers[word] = number
    return number
  }

  private mutating func reserve() -> Int {
    steps.append(.found)
    return steps.count - 1
  }
}

extension ProgramBuilder {
  /// The steps that can take the first token of a match that begins at a step.
  func openings(from first: Int) -> [(step: Int, atStart: Bool)] {
    var openings: [(step: Int, atStart: Bool)] = []
    var seen: Set<Int> = []
    var stack = [(first, false)]
    while let (step, atStart) = stack.popLast() {
      guard seen.insert(step * 2 + (atStart ? 1 : 0)).inserted else { continue }
      switch steps[step] {
      case .fork(let other, let isFirst):
        let ways = [(step + 1, atStart), (other, atStart)]
        stack += isFirst ? ways : ways.reversed()
      case .jump(let next): stack.append((next, atStart))
      case .note: stack.append((step + 1, atStart))
      case .start: stack.append((step + 1, true))
      case .end, .found: break
      case .word, .stem, .kind, .anyWord, .anyMark: openings.append((step, atStart))
      }
    }
    return openings
  }

  /// The number of what must come soon behind a step.
  mutating func prospect(after step: Int) -> Int? {
    guard let prospect = soon(after: step) else { return nil }
    if let number = prospectNumbers[prospect] { return number }
    let number = prospects.count
    prospects.append(prospect)
    prospectNumbers[prospect] = number
    return number
  }

  private func soon(after step: Int) -> Prospect? {
    var prospect = Prospect()
    for next in steps(after: step, beyondGaps: true) {
      switch next {
      case .anyWord: prospect.window += 1
      case .word(let word): prospect.add(word: words[word])
      case .stem(let stem): prospect.add(stem: Stems.key(stems[stem]))
      case .kind(let kind):
        guard let traits = kind.traits else { return nil }
        prospect.add(traits: traits)
      case .anyMark, .fork, .jump, .note: break
      case .start, .end, .found: return nil
      }
    }
    return prospect
  }

  /// The words with which a match must go on behind a step; nil when something else can follow too.
  func words(after step: Int) -> [WordHash]? {
    var following: [WordHash] = []
    for next in steps(after: step, beyondGaps: false) {
      guard case .word(let word) = next else { return nil }
      following.append(words[word])
    }
    return following
  }

  /// The steps that can come next, decisions and notes passed over; of gaps also what follows them.
  private func steps(after step: Int, beyondGaps: Bool) -> [Step] {
    var next: [Step] = []
    // Of the pattern that was added last, which is the one that is asked about.
    let first = step + 1
    var isSeen = Array(repeating: false, count: steps.count - first)
    var stack = [first]
    while let step = stack.popLast() {
      guard !isSeen[step - first] else { continue }
      isSeen[step - first] = true
      switch steps[step] {
      case .fork(let other, _): stack += [step + 1, other]
      case .jump(let target): stack.append(target)
      case .note: stack.append(step + 1)
      case .anyWord, .anyMark:
        next.append(steps[step])
        if beyondGaps { stack.append(step + 1) }
      case .word, .stem, .kind, .start, .end, .found: next.append(steps[step])
      }
    }
    return next
  }
}

extension ProgramBuilder {
  var program: Program {
    var letters: [UInt8] = []
    var starts = [0]
    for stem in stems {
      letters += stem
      starts.append(letters.count)
    }
    return Program(
      steps: PackedRows(steps), words: PackedRows(words.map { $0.key }),
      letters: PackedRows(letters), stems: PackedRows(starts), prospects: PackedRows(prospects),
      longest: longest)
  }
}
