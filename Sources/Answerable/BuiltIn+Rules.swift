import BuiltIn
import Linting
import SourceText

extension BuiltIn {
  /// The rules that come with the program, read from the table that the build made of their guides.
  public static func ruleList() throws(Diagnostics) -> [Rule] {
    try RuleTable.rules(
      Source(name: "rules", text: ruleTable.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }))
  }
}
