import BuiltIn
import Linting
import SourceText

extension BuiltIn {
  /// The rules that come with the program, made ready by the build.
  public static func ruleSet() -> RuleSet { RuleSet(PackedTable(ruleTable)) }

  /// The rules that come with the program.
  public static func ruleList() -> [Rule] { ruleSet().rules }

  /// A linter for some rules that knows the offences and the published figures that come with the program.
  public static func linter(_ set: RuleSet) -> Linter {
    Linter(set, offences: offences(), published: published())
  }

  /// The same for rules that are yet to be made ready.
  public static func linter(_ rules: [Rule]) -> Linter { linter(RuleSet(rules)) }
}
