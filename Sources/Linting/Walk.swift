import SourceText

/// Walks a ``Program`` over the tokens of a text from one of them on.
///
/// All steps that could come next are kept as a set and moved over a token together. So the cost of a
/// walk is at most the steps of the pattern times the tokens of its longest match, whatever the pattern.
struct Walk {
  private let steps: BorrowedRows<Program.Step>
  private let words: BorrowedRows<WordKey>
  private let chosen: BorrowedRows<Int>
  private let choices: BorrowedRows<Int>
  private let letters: BorrowedRows<UInt8>
  private let stems: BorrowedRows<Int>
  private let prospects: BorrowedRows<Program.Prospect>
  private let tokens: UnsafeBufferPointer<Words.Token>
  private let bytes: UnsafeBufferPointer<UInt8>
  var passage = Matcher.Passage(tokens: 0..<0)

  /// A step, and the last note taken on the way to it.
  private struct Thread {
    let step: Int
    let note: Int
  }

  /// A list with room for all steps of a pattern, however they are reached: nothing is checked in the innermost loop.
  private struct Threads {
    private let room: UnsafeMutablePointer<Thread>
    private(set) var count = 0

    init(room: Int) { self.room = .allocate(capacity: room) }

    func deallocate() { room.deallocate() }

    var isEmpty: Bool { count == 0 }

    subscript(i: Int) -> Thread { room[i] }

    mutating func append(_ thread: Thread) {
      (room + count).initialize(to: thread)
      count += 1
    }

    mutating func popLast() -> Thread? {
      if count == 0 { return nil }
      count -= 1
      return room[count]
    }

    mutating func removeAll() { count = 0 }
  }

  private struct Note {
    let mark: Int
    let token: Int
    let previous: Int
  }

  private static let none = -1

  private var threads: Threads
  private var nextThreads: Threads
  private var pending: Threads
  private var notes: [Note] = []
  /// For each step of a pattern the round in which it was last reached, so that a set is emptied by counting on.
  private let reached: UnsafeMutableBufferPointer<UInt32>
  private var round: UInt32 = 0
  /// The first step of the pattern that is tried.
  private var patternStart = 0

  /// Calls with a walk over a text, which must not be kept.
  static func with<Result>(
    _ program: Program, _ tokens: UnsafeBufferPointer<Words.Token>,
    _ bytes: UnsafeBufferPointer<UInt8>, _ body: (inout Walk) -> Result
  ) -> Result {
    var walk = Walk(program, tokens, bytes)
    defer { walk.deallocate() }
    return body(&walk)
  }

  private init(
    _ program: Program, _ tokens: UnsafeBufferPointer<Words.Token>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    steps = program.steps.borrowed
    words = program.words.borrowed
    chosen = program.chosen.borrowed
    choices = program.choices.borrowed
    letters = program.letters.borrowed
    stems = program.stems.borrowed
    prospects = program.prospects.borrowed
    self.tokens = tokens
    self.bytes = bytes
    let longest = program.longest
    threads = Threads(room: longest)
    nextThreads = Threads(room: longest)
    // Each step reached leaves at most two more to look at.
    pending = Threads(room: 2 * longest + 1)
    reached = .allocate(capacity: longest)
    reached.initialize(repeating: 0)
  }

  private func deallocate() {
    threads.deallocate()
    nextThreads.deallocate()
    pending.deallocate()
    reached.deallocate()
  }

  /// The longest match that begins with an opening's word at a token; nil if there is none.
  @inline(__always)
  mutating func match(_ opening: Openings.Opening, at start: Int) -> Matcher.Match? {
    if opening.isNoted { return noted(opening, at: start) }
    return end(of: opening, at: start).map {
      Matcher.Match(pattern: opening.pattern, tokens: start..<$0)
    }
  }

  /// The end of that match.
  private mutating func end(of opening: Openings.Opening, at start: Int) -> Int? {
    guard takes(opening.step, start), canGoOn(opening, from: start) else { return nil }
    // Most patterns are words in a row and most tries end at the second: no set is needed for those.
    var step = opening.step + 1
    var i = start + 1
    while takesWords(step) {
      guard isInside(i) else { return nil }
      if takes(step, i) {
        step += 1
      } else if !tokens[i].traits.contains(.slight) {
        return nil
      }
      i += 1
    }
    if case .found = steps[step] { return i }
    patternStart = opening.first
    return run(from: step, at: i, of: start)?.end
  }

  /// Whether anything that must come soon behind an opening does.
  @inline(__always)
  private func canGoOn(_ opening: Openings.Opening, from start: Int) -> Bool {
    guard let number = opening.prospect else { return true }
    let prospect = prospects[number]
    var i = start + 1
    var room = prospect.window
    while room > 0, isInside(i) {
      if prospect.allows(tokens[i], bytes) { return true }
      if !tokens[i].traits.contains(.mark) { room -= 1 }
      i += 1
    }
    return false
  }

  /// The match with what the brackets of the pattern matched.
  private mutating func noted(_ opening: Openings.Opening, at start: Int) -> Matcher.Match? {
    // Few tries end in a match, and the notes of the others are not needed.
    guard end(of: opening, at: start) != nil else { return nil }
    notes.removeAll(keepingCapacity: true)
    patternStart = opening.first
    guard let (end, last) = run(from: patternStart, at: start, of: start) else { return nil }
    var match = Matcher.Match(pattern: opening.pattern, tokens: start..<end)
    var ends: [Int?] = []
    var note = last
    while note != Self.none {
      let taken = notes[note]
      let number = taken.mark / 2
      while match.captures.count <= number {
        match.captures.append(nil)
        ends.append(nil)
      }
      if taken.mark % 2 == 1 {
        ends[number] = taken.token
      } else if let end = ends[number], taken.token < end {
        match.captures[number] = taken.token..<end
      }
      note = taken.previous
    }
    return match
  }

  /// Goes on from a step and a token in the match that begins at a token.
  private mutating func run(from step: Int, at next: Int, of start: Int) -> (end: Int, note: Int)? {
    var longest: (end: Int, note: Int)?
    var i = next
    nextThreads.removeAll()
    round += 1
    reach(step, at: i, note: Self.none)
    while !nextThreads.isEmpty {
      swap(&threads, &nextThreads)
      nextThreads.removeAll()
      round += 1
      for k in 0..<threads.count where isFound(threads[k].step) { longest = (i, threads[k].note) }
      guard i == start || isInside(i), passage.tokens.contains(i) else { break }
      let isSlight = i > start && tokens[i].traits.contains(.slight)
      for k in 0..<threads.count {
        let thread = threads[k]
        if takes(thread.step, i) {
          reach(thread.step + 1, at: i + 1, note: thread.note)
        } else if isSlight, !isFound(thread.step) {
          reach(thread.step, at: i + 1, note: thread.note)
        }
      }
      i += 1
    }
    return longest
  }

  @inline(__always)
  private func isFound(_ step: Int) -> Bool {
    if case .found = steps[step] { return true }
    return false
  }

  @inline(__always)
  private func takesWords(_ step: Int) -> Bool {
    switch steps[step] {
    case .word, .anyOf: true
    default: false
    }
  }

  /// Adds a step, or where its decisions lead, to the next set; what comes first in the pattern comes
  /// first.
  private mutating func reach(_ step: Int, at i: Int, note: Int) {
    pending.append(Thread(step: step, note: note))
    while let thread = pending.popLast() {
      let step = thread.step
      guard reached[step - patternStart] != round else { continue }
      reached[step - patternStart] = round
      switch steps[step] {
      case .fork(let other, let isFirst):
        let (first, second) = isFirst ? (other, step + 1) : (step + 1, other)
        pending.append(Thread(step: second, note: thread.note))
        pending.append(Thread(step: first, note: thread.note))
      case .jump(let next): pending.append(Thread(step: next, note: thread.note))
      case .note(let mark):
        notes.append(Note(mark: mark, token: i, previous: thread.note))
        pending.append(Thread(step: step + 1, note: notes.count - 1))
      case .start:
        if i == passage.tokens.lowerBound, passage.opensQuestion {
          pending.append(Thread(step: step + 1, note: thread.note))
        }
      case .end:
        if isAtEnd(i) { pending.append(Thread(step: step + 1, note: thread.note)) }
      case .word, .anyOf, .stem, .kind, .anyWord, .anyMark, .found: nextThreads.append(thread)
      }
    }
  }

  /// Whether a match may go on with a token.
  @inline(__always)
  private func isInside(_ i: Int) -> Bool {
    i < passage.tokens.upperBound && !tokens[i].traits.contains(.startsSentence)
  }

  /// Whether only the marks that close a sentence are left of the question.
  private func isAtEnd(_ i: Int) -> Bool {
    guard passage.closesQuestion else { return false }
    for k in i..<passage.tokens.upperBound where !tokens[k].traits.contains(.mark) {
      return false
    }
    return true
  }

  /// Whether a step takes a token.
  @inline(__always)
  private func takes(_ step: Int, _ i: Int) -> Bool {
    let token = tokens[i]
    switch steps[step] {
    case .word(let word): return token.hash.key == words[word]
    case .anyOf(let choice):
      let key = token.hash.key
      for i in choices[choice]..<choices[choice + 1] where words[chosen[i]] == key { return true }
      return false
    case .stem(let stem):
      return Stems.fits(letters, stems[stem]..<stems[stem + 1], bytes, token.range)
    case .kind(let kind): return kind.fits(token, bytes)
    case .anyWord: return !token.traits.contains(.mark)
    case .anyMark: return token.traits.contains(.mark)
    case .fork, .jump, .start, .end, .note, .found: return false
    }
  }
}
