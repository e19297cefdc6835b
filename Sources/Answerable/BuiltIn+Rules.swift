import BuiltIn
import Linting
import SourceText

extension BuiltIn {
  /// A linter for some rules that knows the offences and the published figures that come with the program.
  public static func linter(_ rules: [Rule]) throws(Diagnostics) -> Linter {
    Linter(rules: rules, offences: try offences(), published: try published())
  }

  /// The rules that come with the program, read from the table that the build made of their guides.
  public static func ruleList() throws(Diagnostics) -> [Rule] {
    try RuleTable.rules(
      Source(name: "rules", text: ruleTable.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }))
  }
}
