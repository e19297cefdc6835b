import SourceText

/// The mark before a question: `1.`, `2)`, `1a.`, `Q3`, `(a)`, `iv)`.
package struct LabelMark: Sendable, Hashable {
  /// One step of a label: a number, or letters that may stand for a letter or a roman numeral.
  package enum Step: Sendable, Hashable {
    case number(Int)
    case letters(String)

    var isNumber: Bool { if case .number = self { true } else { false } }
  }

  package let steps: [Step]
  /// Where the words of the question begin.
  package let textStart: Int

  /// Labels of numbers from here up are years, sums and references, not questions.
  private static let highest = 100

  /// Reads a mark at the first byte of a line that is not blank; nil when the line begins otherwise.
  ///
  /// - Parameter isWorded: a word before it says that it is one, as the "Answer" of "Answer 1".
  package init?(_ bytes: [UInt8], at start: Int, end: Int, isWorded: Bool = false) {
    guard Self.mayBegin(bytes, at: start, end) else { return nil }
    if bytes.matches("e.g", at: start) || bytes.matches("i.e", at: start) { return nil }
    var i = start
    let worded = Self.skipWord(bytes, &i, end) || isWorded
    var steps: [Step] = []
    var closed = false
    while let step = Self.step(bytes, &i, end, first: steps.isEmpty, closed: &closed) {
      steps.append(step)
      // "1a" and "1.a" are labels, "e.g." is none; below a lone letter stands a numeral in brackets only.
      if steps.count == 3 { break }
      if steps.count == 1, !steps[0].isNumber, !Self.isNumeral(bytes, at: i, end) { break }
    }
    guard !steps.isEmpty else { return nil }
    if worded, !steps[0].isNumber { return nil }
    while i < end, ".):".utf8.contains(bytes[i]) { (i, closed) = (i + 1, true) }
    // "Q1" needs no full stop behind it; "1 April" is no label.
    guard closed || worded, i >= end || bytes[i].isBlank else { return nil }
    while i < end, bytes[i].isBlank { i += 1 }
    if worded, i + 1 < end, bytes[i] == UInt8(ascii: "-"), bytes[i + 1].isBlank { i += 2 }
    self.steps = steps
    self.textStart = i
  }

  /// Whether more need be asked: most lines begin with a word, and behind letters that are a label stands a mark.
  private static func mayBegin(_ bytes: [UInt8], at start: Int, _ end: Int) -> Bool {
    var i = start
    while i < end, bytes[i].isASCIILetter { i += 1 }
    if i == start || "qp".utf8.contains(bytes[start].folded) { return true }
    return i < end && ".):(".utf8.contains(bytes[i])
  }

  /// Whether a small roman numeral in brackets stands here: the `(i)` of `a(i)`.
  private static func isNumeral(_ bytes: [UInt8], at start: Int, _ end: Int) -> Bool {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return false }
    var i = start + 1
    while i < end, bytes[i].isASCIILetter { i += 1 }
    guard i < end, bytes[i] == UInt8(ascii: ")") else { return false }
    return Roman.value(String(decoding: bytes[start + 1..<i], as: UTF8.self)) != nil
  }

  /// Passes over "Q", "Question" or "Point" where a number follows.
  private static func skipWord(_ bytes: [UInt8], _ i: inout Int, _ end: Int) -> Bool {
    let length =
      bytes.matches("question", at: i)
      ? 8 : bytes.matches("point", at: i) ? 5 : bytes.matches("q", at: i) ? 1 : 0
    var next = i + length
    if next < end, bytes[next] == .space || bytes[next] == UInt8(ascii: ".") { next += 1 }
    guard length > 0, next < end, bytes[next].isDigit else { return false }
    i = next
    return true
  }

  /// One step and the punctuation inside the label before it: the `1`, `(a)` and `(ii)` of `1(a)(ii)`.
  private static func step(
    _ bytes: [UInt8], _ i: inout Int, _ end: Int, first: Bool, closed: inout Bool
  ) -> Step? {
    var at = i
    var open = false
    if at < end, bytes[at] == UInt8(ascii: "(") {
      (open, at) = (true, at + 1)
    } else if !first, closed {
      return nil
    } else if !first, at + 1 < end, bytes[at] == UInt8(ascii: "."), bytes[at + 1].isASCIILetter {
      at += 1
    }
    let start = at
    while at < end, bytes[at].isDigit { at += 1 }
    let isNumber = at > start
    if isNumber, !first { return nil }
    if !isNumber { while at < end, bytes[at].isASCIILetter { at += 1 } }
    guard at > start, at - start <= (first ? 4 : 6) else { return nil }
    var text = String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
    if !isNumber, !isStep(text) {
      guard !first, !open, let above = stepAbove(text) else { return nil }
      text = above
      at = start + text.utf8.count
    }
    if open {
      guard at < end, bytes[at] == UInt8(ascii: ")") else { return nil }
      (at, closed) = (at + 1, true)
    }
    if let number = Int(text) {
      guard number < highest else { return nil }
      i = at
      return .number(number)
    }
    i = at
    return .letters(text)
  }
}

extension LabelMark {
  private static func isStep(_ letters: String) -> Bool {
    letters.utf8.count == 1 || Roman.value(letters) != nil
  }

  /// The `a` of "ai", and the `ii` of "iia": one step typed close behind another.
  private static func stepAbove(_ letters: String) -> String? {
    let letters = Array(letters.utf8)
    for length in (1..<letters.count).reversed() {
      let above = String(decoding: letters[..<length], as: UTF8.self)
      if isStep(above), isStep(String(decoding: letters[length...], as: UTF8.self)) { return above }
    }
    return nil
  }
}

/// Works out what each mark means from those before it.
///
/// An `i` behind an `h` is a letter and behind nothing a numeral; a lone letter below a number is one of
/// its sub-questions; a number out of sequence is believed only where a line plainly begins anew.
struct LabelSequence {
  private enum Kind { case number, letter, roman }
  private struct Level {
    let kind: Kind
    let value: Int
    let text: String
  }

  private var levels: [Level] = []
  private var seen: [String: Int] = [:]

  /// The label that a mark gives, or nil when the line merely happens to begin like one.
  ///
  /// - Parameter freshLine: the line follows a blank line or a finished sentence, so that it could not be
  ///   the wrapped end of the one before.
  mutating func label(for mark: LabelMark, freshLine: Bool) -> String? {
    var next = levels
    for (i, step) in mark.steps.enumerated() {
      switch step {
      case .number(let number):
        let current = levels.first { $0.kind == .number }?.value ?? 0
        let isExpected = number == current + 1 || number == current && mark.steps.count > 1
        guard isExpected || freshLine else { return nil }
        next = [Level(kind: .number, value: number, text: "\(number)")]
      case .letters(let text):
        if mark.steps.count == 1 {
          guard let extended = Self.extend(levels, with: text, freshLine: freshLine) else {
            return nil
          }
          next = extended
        } else {
          if i == 0 { next = levels.filter { $0.kind == .number } }
          next.append(level(text, below: next))
        }
      }
    }
    levels = next
    var label = ""
    for level in next { label += level.text }
    seen[label, default: 0] += 1
    let times = seen[label, default: 1]
    return times == 1 ? label : "\(label)#\(times)"
  }

  /// The `a` of "1a", which stands where it is typed, whatever is open below it.
  private func level(_ text: String, below path: [Level]) -> Level {
    let (letter, roman) = Self.values(of: text)
    if levels.count > path.count, levels.map({ $0.text }).starts(with: path.map { $0.text }) {
      let open = levels[path.count]
      let value = open.kind == .letter ? letter : roman
      // The next of its run, the way to a step below, or the same label twice.
      if let value, open.text == text || value == open.value + 1 {
        return Level(kind: open.kind, value: value, text: text)
      }
    }
    let isBelowLetter = path.contains { $0.kind == .letter }
    if let roman, isBelowLetter || roman == 1 || letter == nil {
      return Level(kind: .roman, value: roman, text: text)
    }
    return Level(kind: .letter, value: letter ?? 0, text: text)
  }

  private static func values(of text: String) -> (letter: Int?, roman: Int?) {
    (text.utf8.count == 1 ? text.utf8.first.map { Int($0) - 0x60 } : nil, Roman.value(text))
  }

  private static func extend(_ levels: [Level], with text: String, freshLine: Bool) -> [Level]? {
    let (letter, roman) = values(of: text)
    // The next one in a run that is open, the innermost first.
    for depth in levels.indices.reversed() where levels[depth].kind != .number {
      let value = levels[depth].kind == .letter ? letter : roman
      if let value, value == levels[depth].value + 1 {
        return Array(levels[..<depth]) + [Level(kind: levels[depth].kind, value: value, text: text)]
      }
    }
    // The first of a new run below; nobody numbers deeper than "1ai".
    func isNew(_ kind: Kind) -> Bool {
      levels.count < 3 && !levels.contains { $0.kind == kind }
    }
    if roman == 1, isNew(.roman) { return levels + [Level(kind: .roman, value: 1, text: text)] }
    if letter == 1, isNew(.letter) { return levels + [Level(kind: .letter, value: 1, text: text)] }
    // Out of sequence: a gap, or a label used twice.
    guard freshLine else { return nil }
    for depth in levels.indices.reversed() where levels[depth].kind != .number {
      let value = levels[depth].kind == .letter ? letter : roman
      if let value {
        return Array(levels[..<depth]) + [Level(kind: levels[depth].kind, value: value, text: text)]
      }
    }
    let numbers = Array(levels.prefix { $0.kind == .number })
    if let letter { return numbers + [Level(kind: .letter, value: letter, text: text)] }
    if let roman { return numbers + [Level(kind: .roman, value: roman, text: text)] }
    return nil
  }
}

/// Small roman numerals, as far as lists go.
package enum Roman {
  package static func value(_ text: String) -> Int? {
    var total = 0
    var last = 0
    for byte in text.utf8.reversed() {
      let value: Int
      switch byte {
      case UInt8(ascii: "i"): value = 1
      case UInt8(ascii: "v"): value = 5
      case UInt8(ascii: "x"): value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return numeral(total) == text ? total : nil
  }

  private static func numeral(_ number: Int) -> String {
    guard (1..<40).contains(number) else { return "" }
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    return String(repeating: "x", count: number / 10) + units[number % 10]
  }
}
