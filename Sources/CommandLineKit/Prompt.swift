/// One question to the user, and what an answer to it means.
///
/// A value, not a conversation: the shell prints the text, reads a line and asks here what it means, so that
/// answers can be typed, piped in, or given by a test.
public struct Prompt<Answer: Sendable>: Sendable {
  /// What is asked, with the choices or the default.
  public let text: String
  /// What can be typed, said after a line that means nothing.
  public let hint: String
  /// The meaning of a line; nil and the question is asked again.
  public let read: @Sendable (_ line: String) -> Answer?

  /// - Parameter read: is given the line without the blanks at its ends.
  public init(
    _ text: String, hint: String, read: @escaping @Sendable (_ line: String) -> Answer?
  ) {
    self.text = text
    self.hint = hint
    self.read = { line in read(trimmed(line)) }
  }
}

extension Prompt<String> {
  /// Asks for a line of text; an empty one means the default, where there is one.
  public static func line(_ question: String, default preset: String? = nil) -> Prompt<String> {
    let empty = preset.map { $0.isEmpty ? " (may be left empty)" : " [\($0)]" } ?? ""
    return Prompt("\(question)\(empty) ", hint: "Type an answer; this cannot be left empty.") {
      line in
      line.isEmpty ? preset : line
    }
  }
}

extension Prompt<Int> {
  /// Asks for one of several choices by its number; gives its place from 0.
  public static func choice(_ question: String, among choices: [String]) -> Prompt<Int> {
    let rows = choices.enumerated().map { ["  \($0 + 1)", $1] }
    return Prompt(
      "\(question)\n\(table(rows))Number: ",
      hint: "Type a number from 1 to \(choices.count)."
    ) { line in
      Int(line).flatMap { $0 > 0 && $0 <= choices.count ? $0 - 1 : nil }
    }
  }
}

extension Prompt<Bool> {
  /// Asks yes or no.
  public static func yesOrNo(_ question: String, default preset: Bool) -> Prompt<Bool> {
    Prompt(
      "\(question) [\(preset ? "Y/n" : "y/N")] ",
      hint: "Type y or n, or nothing for \(preset ? "yes" : "no")."
    ) { line in
      switch line.lowercased() {
      case "": preset
      case "y", "yes": true
      case "n", "no": false
      default: nil
      }
    }
  }
}

private func trimmed(_ line: String) -> String {
  let rest = line.drop { $0.isWhitespace }
  let end = rest.lastIndex { !$0.isWhitespace }.map { rest.index(after: $0) } ?? rest.startIndex
  return String(rest[..<end])
}
