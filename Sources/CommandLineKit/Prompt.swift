/// One question to the user, and what an answer to it means.
///
/// A value, not a conversation: the shell prints the text, reads a line and asks here what it means, so that
/// answers can be typed, piped in, or given by a test.
public struct Prompt<Answer: Sendable>: Sendable {
  /// What is asked, with the choices or the default.
  public let text: String
  /// The meaning of a line; nil and the question is asked again.
  public let read: @Sendable (_ line: String) -> Answer?

  public init(_ text: String, read: @escaping @Sendable (_ line: String) -> Answer?) {
    self.text = text
    self.read = read
  }
}

extension Prompt<String> {
  /// Asks for a line of text; an empty one means the default, where there is one.
  public static func line(_ question: String, default preset: String? = nil) -> Prompt<String> {
    Prompt("\(question)\(preset.map { $0.isEmpty ? " (may be left empty)" : " [\($0)]" } ?? "") ") {
      line in
      line.isEmpty ? preset : line
    }
  }
}

extension Prompt<Int> {
  /// Asks for one of several choices by its number; gives its place from 0.
  public static func choice(_ question: String, among choices: [String]) -> Prompt<Int> {
    var text = "\(question)\n"
    for (i, choice) in choices.enumerated() { text += "  \(i + 1)  \(choice)\n" }
    return Prompt("\(text)Number: ") { line in
      Int(line).flatMap { (1...max(1, choices.count)).contains($0) ? $0 - 1 : nil }
    }
  }
}

extension Prompt<Bool> {
  /// Asks yes or no.
  public static func yesOrNo(_ question: String, default preset: Bool) -> Prompt<Bool> {
    Prompt("\(question) [\(preset ? "Y/n" : "y/N")] ") { line in
      switch line.lowercased() {
      case "": preset
      case "y", "yes": true
      case "n", "no": false
      default: nil
      }
    }
  }
}
