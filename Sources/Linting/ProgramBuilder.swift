import SourceText

/// Turns patterns into the steps of a ``Program``.
struct ProgramBuilder {
  typealias Step = Program.Step
  typealias Prospect = Program.Prospect

  private(set) var steps: [Step] = []
  private(set) var words: [WordHash] = []
  /// The words of each choice by their numbers.
  private(set) var choices: [[Int]] = []
  private(set) var stems: [[UInt8]] = []
  private var prospects: [Prospect] = []
  /// How many steps the longest pattern has.
  private var longest = 0
  private var wordNumbers: [WordHash: Int] = [:]
  private var choiceNumbers: [[Int]: Int] = [:]
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
      let words = branches.filter { $0.word != nil }
      if words.count == branches.count { return emit(anyOf: words.compactMap { $0.word }) }
      let others = branches.filter { $0.word == nil }
      // At most one of the words fits, so their order among the others says nothing.
      let ways = words.count > 1 ? [.choice(words)] + others : branches
      var exits: [Int] = []
      for way in ways.dropLast() {
        let fork = reserve()
        emit(way, notes)
        exits.append(reserve())
        steps[fork] = .fork(here, isFirst: false)
      }
      if let last = ways.last { emit(last, notes) }
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

  private mutating func emit(anyOf words: [WordHash]) {
    let numbers = words.map { number(of: $0) }
    let choice = choiceNumbers[numbers] ?? choices.count
    if choice == choices.count { choices.append(numbers) }
    choiceNumbers[numbers] = choice
    steps.append(.anyOf(choice))
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
      case .word, .anyOf, .stem, .kind, .anyWord, .anyMark: openings.append((step, atStart))
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
      case .word, .anyOf: for word in words(of: next) { prospect.add(word: word) }
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

  /// The words of which a step takes one; none when it takes something else.
  func words(of step: Step) -> [WordHash] {
    switch step {
    case .word(let word): [words[word]]
    case .anyOf(let choice): choices[choice].map { words[$0] }
    default: []
    }
  }

  /// The words with which a match must go on behind a step; nil when something else can follow too.
  func words(after step: Int) -> [WordHash]? {
    var following: [WordHash] = []
    for next in steps(after: step, beyondGaps: false) {
      let words = words(of: next)
      if words.isEmpty { return nil }
      following += words
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
      case .word, .anyOf, .stem, .kind, .start, .end, .found: next.append(steps[step])
      }
    }
    return next
  }
}

extension ProgramBuilder {
  var program: Program {
    let (letters, stems) = Self.laidOut(stems)
    let (chosen, choices) = Self.laidOut(choices)
    return Program(
      steps: PackedRows(steps), words: PackedRows(words.map { $0.key }),
      chosen: PackedRows(chosen), choices: PackedRows(choices),
      letters: PackedRows(letters), stems: PackedRows(stems), prospects: PackedRows(prospects),
      longest: longest)
  }

  /// Lists one after another, where each begins and where the last ends.
  private static func laidOut<Item>(_ lists: [[Item]]) -> (items: [Item], starts: [Int]) {
    var items: [Item] = []
    var starts = [0]
    for list in lists {
      items += list
      starts.append(items.count)
    }
    return (items, starts)
  }
}

extension Pattern.Node {
  /// The word that is all of it; nil for anything else.
  fileprivate var word: WordHash? {
    switch self {
    case .word(let word): word
    case .sequence(let nodes): nodes.count == 1 ? nodes[0].word : nil
    default: nil
    }
  }
}
