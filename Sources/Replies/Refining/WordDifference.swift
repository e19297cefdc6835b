/// Two texts compared word by word: what is gone in `[-…-]`, what is new in `{+…+}`.
public struct WordDifference: Sendable {
  /// The new text with the old one's words in it; lines as in both.
  public let text: String

  /// - Complexity: the product of the lengths in words at worst; texts of more than 4,000 words are shown one after
  ///   the other.
  public init(_ old: String, _ new: String) {
    let (before, after) = (Self.words(old), Self.words(new))
    guard before.count <= 4_000, after.count <= 4_000 else {
      text = "[-\(old)-]\n{+\(new)+}"
      return
    }
    // How many words both have in common from here on.
    let width = after.count + 1
    var common = [Int32](repeating: 0, count: (before.count + 1) * width)
    for i in stride(from: before.count - 1, through: 0, by: -1) {
      for k in stride(from: after.count - 1, through: 0, by: -1) {
        common[i * width + k] =
          before[i] == after[k]
          ? common[(i + 1) * width + k + 1] + 1
          : max(common[(i + 1) * width + k], common[i * width + k + 1])
      }
    }
    var steps: [Step] = []
    var (i, k) = (0, 0)
    while i < before.count || k < after.count {
      if i < before.count, k < after.count, before[i] == after[k] {
        steps.append(Step(word: before[i], side: .both))
        (i, k) = (i + 1, k + 1)
      } else if i < before.count,
        k == after.count || common[(i + 1) * width + k] >= common[i * width + k + 1]
      {
        steps.append(Step(word: before[i], side: .old))
        i += 1
      } else {
        steps.append(Step(word: after[k], side: .new))
        k += 1
      }
    }
    text = Self.text(of: steps)
  }

  private enum Side { case both, old, new }

  private struct Step {
    let word: String
    let side: Side
  }

  /// A word or two that both happen to have between changes would only be in the way.
  private static let fewestInCommon = 3

  private static func text(of steps: [Step]) -> String {
    var writer = Writer()
    var (old, new): ([String], [String]) = ([], [])
    func flush() {
      for word in old { writer.add(word, .old) }
      for word in new { writer.add(word, .new) }
      (old, new) = ([], [])
    }
    var i = 0
    while i < steps.count {
      switch steps[i].side {
      case .old: old.append(steps[i].word)
      case .new: new.append(steps[i].word)
      case .both:
        var end = i
        while end < steps.count, steps[end].side == .both { end += 1 }
        let isBetween = !(old.isEmpty && new.isEmpty) && end < steps.count
        if isBetween, end - i < fewestInCommon {
          for step in steps[i..<end] {
            old.append(step.word)
            new.append(step.word)
          }
        } else {
          flush()
          for step in steps[i..<end] { writer.add(step.word, .both) }
        }
        i = end - 1
      }
      i += 1
    }
    flush()
    writer.close()
    return writer.out
  }

  /// Words and line breaks.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if i > 0 { words.append("\n") }
      for word in line.split(separator: " ") { words.append(String(word)) }
    }
    return words
  }

  private struct Writer {
    var out = ""
    private var side = Side.both
    private var isAtStart = true

    mutating func add(_ word: String, _ next: Side) {
      if next != side { close() }
      if word == "\n" {
        close()
        // A line that is gone leaves no break where none is in the new text.
        if next != .old || !isAtStart { out += "\n" }
        isAtStart = true
        return
      }
      if !isAtStart { out += " " }
      if next != side { out += next == .old ? "[-" : next == .new ? "{+" : "" }
      side = next
      out += word
      isAtStart = false
    }

    mutating func close() {
      out += side == .old ? "-]" : side == .new ? "+}" : ""
      side = .both
    }
  }
}
