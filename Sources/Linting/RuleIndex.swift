/// The page that lists all rules by category, `Guides/rules.md`.
///
/// `foi rules list --as markdown` prints it; a test compares it with the rules there are.
public struct RuleIndex: Sendable {
  private let rules: [Rule]

  public init(_ rules: [Rule]) { self.rules = rules }

  public var page: String {
    var out = """
      # The rules

      Each rule is a page that says what it finds, why such words come back, who sent them back, and what to write instead. `foi explain RULE` shows it in a terminal.

      *Fix*: it cannot be processed as it stands. *Come back*: forces have asked what was meant. *Refused*: forces have declined to answer. *Tip*: it can be better.

      """
    for category in Category.allCases {
      let members = rules.filter { $0.category == category }
      guard !members.isEmpty else { continue }
      out += "\n## \(category.name)\n\n"
      for rule in members.sorted(by: { $0.id < $1.id }) {
        out += "- [\(rule.id)](rules/\(rule.id).md), \(rule.outlook.inAWord): \(rule.title)\n"
      }
    }
    return out
  }
}

extension Category {
  /// As a heading: `Vague association`.
  fileprivate var name: String {
    let words = rawValue.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

extension Outlook {
  fileprivate var inAWord: String {
    switch self {
    case .fix: "fix"
    case .comeBack: "come back"
    case .refused: "refused"
    case .tip: "tip"
    }
  }
}
