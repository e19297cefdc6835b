import BuiltIn
import Linting
import SourceText

extension BuiltIn {
  /// The rules that come with the program, made ready by the build.
  public static func ruleSet() -> RuleSet { RuleSet(packed: ruleTable) }

  /// The rules that come with the program.
  public static func ruleList() -> [Rule] { ruleSet().rules }

  /// A linter for some rules that knows the offences and the published figures that come with the program.
  public static func linter(_ set: RuleSet) throws(Diagnostics) -> Linter {
    Linter(set, offences: try offences(), published: try published())
  }

  /// The same for rules that are yet to be made ready.
  public static func linter(_ rules: [Rule]) throws(Diagnostics) -> Linter {
    try linter(RuleSet(rules))
  }
}
