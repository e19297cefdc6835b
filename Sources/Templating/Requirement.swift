/// A name that a template asks its data for, and what it asks of it.
public struct Requirement: Sendable, Hashable {
  public enum Use: Int, Sendable, CaseIterable {
    /// A slot: text to put in.
    case value
    /// Text for each item of a list, `{{.}}`.
    case item
    /// A section: a list to repeat for, or something that may be absent.
    case section
    /// A section for when it is absent.
    case inverted
    /// The name of a partial. Which one, and so what else is needed, only the data tells.
    case partialName
  }

  public let name: String
  /// In the order of ``Use``, none twice; empty where only parts of it are used.
  public let uses: [Use]
  /// What is looked up in it, in the order of the template.
  public let parts: [Requirement]
}

/// Everything that a template asks of its data, through all its partials.
///
/// A name inside a section is listed under the section, though when rendered it may be found further out; unless
/// it begins as the section's own name does, which is then where it is meant to be found.
public struct Requirements: Sendable, Hashable {
  public let all: [Requirement]
  /// Whether that is all: not when partials are named by the data, or when the template is too large to follow.
  public let isComplete: Bool
}

extension Requirements: CustomStringConvertible {
  /// A line a name, parts set in by two blanks under their whole.
  public var description: String {
    var lines: [String] = []
    // The next to be written comes last.
    var waiting: [(depth: Int, requirement: Requirement)] = []
    for requirement in all.reversed() { waiting.append((0, requirement)) }
    while let (depth, requirement) = waiting.popLast() {
      lines.append(String(repeating: "  ", count: depth) + requirement.line)
      for part in requirement.parts.reversed() { waiting.append((depth + 1, part)) }
    }
    if !isComplete { lines.append("(and what the partials need that only the data names)") }
    return lines.joined(separator: "\n")
  }
}

extension Requirement {
  fileprivate var line: String {
    var words: [String] = []
    for use in uses { words.append(use.text) }
    return words.isEmpty ? name : "\(name): \(words.joined(separator: ", "))"
  }
}

extension Requirement.Use {
  fileprivate var text: String {
    switch self {
    case .value: "slot"
    case .item: "slot for each item"
    case .section: "section"
    case .inverted: "section for when there is none"
    case .partialName: "name of a partial"
    }
  }
}
