import SourceText

/// Patterns turned into steps that a ``Matcher`` walks, all in one array.
///
/// A step takes one token or decides where to go on. Nothing in a pattern repeats without end, so the
/// steps of a pattern bound how many tokens a match of it can have; and as the walk keeps a *set* of
/// steps rather than trying one way after another, no pattern costs more than its length times that.
struct Program: Sendable {
  /// Small, as there are many and every start reads all of them: words and stems are numbers in their lists.
  enum Step: Sendable {
    case word(Int32)
    case stem(Int32)
    case kind(Pattern.TokenKind)
    case anyWord, anyMark
    /// Goes on with the next step and at another, which may come first.
    case fork(Int32, isFirst: Bool)
    case jump(Int32)
    case start, end
    /// Notes that something in brackets begins or ends here.
    case note(Int32)
    case found
  }

  private(set) var steps: [Step] = []
  private(set) var words: [WordHash] = []
  private(set) var stems: [[UInt8]] = []
  private(set) var prospects: [Prospect] = []
  /// How many steps the longest pattern has.
  private(set) var longest = 0
  private var wordNumbers: [WordHash: Int32] = [:]
  private var prospectNumbers: [Prospect: Int32] = [:]

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
      steps.append(.stem(Int32(stems.count - 1)))
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
      if notes { steps.append(.note(Int32(2 * number))) }
      emit(node, notes)
      if notes { steps.append(.note(Int32(2 * number + 1))) }
    }
  }

  /// Any marks, as many as there are.
  private mutating func emitMarks() {
    let fork = reserve()
    steps.append(.anyMark)
    steps.append(.jump(Int32(fork)))
    steps[fork] = .fork(here, isFirst: true)
  }

  private var here: Int32 { Int32(steps.count) }

  private mutating func number(of word: WordHash) -> Int32 {
    if let number = wordNumbers[word] { return number }
    let number = Int32(words.count)
    words.append(word)
    wordNumbers[word] = number
    return number
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
      case .fork(let other, let isFirst):
        let ways = [(step + 1, atStart), (Int(other), atStart)]
        stack += isFirst ? ways : ways.reversed()
      case .jump(let next): stack.append((Int(next), atStart))
      case .note: stack.append((step + 1, atStart))
      case .start: stack.append((step + 1, true))
      case .end, .found: break
      case .word, .stem, .kind, .anyWord, .anyMark: openings.append((step, atStart))
      }
    }
    return openings
  }

  /// What must come soon behind a step for a match to go on; nil when that can be anything.
  ///
  /// A set of bits rather than of words: what it lets through wrongly only costs a walk.
  struct Prospect: Sendable, Hashable {
    fileprivate var words: UInt64 = 0
    fileprivate var stems: UInt64 = 0
    fileprivate var traits: Words.Traits = []
    /// Among how many words.
    fileprivate(set) var window = 1

    fileprivate mutating func add(word: WordHash) { words |= Self.bit(of: word) }
    fileprivate mutating func add(traits: Words.Traits) { self.traits.formUnion(traits) }
    fileprivate mutating func add(stem: WordHash) { stems |= Self.bit(of: stem) }

    /// Whether a word or mark can be one of them.
    @inline(__always)
    func allows(_ token: Words.Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      if words & Self.bit(of: token.hash) != 0 || !token.traits.isDisjoint(with: traits) {
        return true
      }
      guard stems != 0, let key = Stems.key(bytes, token.range) else { return false }
      return stems & Self.bit(of: key) != 0
    }

    @inline(__always)
    private static func bit(of word: WordHash) -> UInt64 {
      1 &<< (word.value ^ word.value >> 29)
    }
  }

  /// The number of what must come soon behind a step.
  mutating func prospect(after step: Int) -> Int32? {
    guard let prospect = soon(after: step) else { return nil }
    if let number = prospectNumbers[prospect] { return number }
    let number = Int32(prospects.count)
    prospects.append(prospect)
    prospectNumbers[prospect] = number
    return number
  }

  private func soon(after step: Int) -> Prospect? {
    var prospect = Prospect()
    for next in steps(after: step, beyondGaps: true) {
      switch next {
      case .anyWord: prospect.window += 1
      case .word(let word): prospect.add(word: words[Int(word)])
      case .stem(let stem): prospect.add(stem: Stems.key(stems[Int(stem)]))
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
      following.append(words[Int(word)])
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
      case .fork(let other, _): stack += [step + 1, Int(other)]
      case .jump(let target): stack.append(Int(target))
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

// MARK: - As a table

extension Program {
  func pack(into out: inout PackedWriter) {
    out.write(words) { out, word in out.write(word) }
    out.write(stems) { out, stem in out.write(String(decoding: stem, as: UTF8.self)) }
    out.write(prospects) { out, prospect in prospect.pack(into: &out) }
    out.write(longest)
    out.write(steps.count)
    for (i, step) in steps.enumerated() {
      // Where a step leads is written as how much further that is: mostly a small number.
      switch step {
      case .word(let word): out.write(0, Int(word))
      case .stem(let stem): out.write(1, Int(stem))
      case .kind(let kind): out.write(2, kind.rawValue)
      case .anyWord: out.write(3)
      case .anyMark: out.write(4)
      case .fork(let other, let isFirst): out.write(isFirst ? 5 : 6, Int(other) - i)
      case .jump(let next):
        let further = Int(next) - i
        out.write(further > 0 ? 7 : 8, abs(further))
      case .start: out.write(9)
      case .end: out.write(10)
      case .note(let mark): out.write(11, Int(mark))
      case .found: out.write(12)
      }
    }
  }

  init(unpacking reader: inout PackedReader) {
    words = reader.list { $0.word() }
    stems = reader.list { Array($0.text().utf8) }
    prospects = reader.list { Prospect(unpacking: &$0) }
    longest = reader.int()
    let count = reader.int()
    steps.reserveCapacity(count)
    for i in 0..<count {
      let i = Int32(i)
      switch reader.int() {
      case 0: steps.append(.word(reader.int32()))
      case 1: steps.append(.stem(reader.int32()))
      case 2: steps.append(.kind(Pattern.TokenKind(rawValue: reader.int()) ?? .numeral))
      case 3: steps.append(.anyWord)
      case 4: steps.append(.anyMark)
      case 5: steps.append(.fork(i + reader.int32(), isFirst: true))
      case 6: steps.append(.fork(i + reader.int32(), isFirst: false))
      case 7: steps.append(.jump(i + reader.int32()))
      case 8: steps.append(.jump(i - reader.int32()))
      case 9: steps.append(.start)
      case 10: steps.append(.end)
      case 11: steps.append(.note(reader.int32()))
      default: steps.append(.found)
      }
    }
  }
}

extension Program.Prospect {
  fileprivate func pack(into out: inout PackedWriter) {
    out.write(words)
    out.write(stems)
    out.write(Int(traits.rawValue))
    out.write(window)
  }

  fileprivate init(unpacking reader: inout PackedReader) {
    words = reader.number()
    stems = reader.number()
    traits = Words.Traits(rawValue: UInt16(reader.int()))
    window = reader.int()
  }
}
