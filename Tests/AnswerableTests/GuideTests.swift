import Answerable
import Foundation
import Testing

/// Each rule's guide is its own test: every example, in every disguise, and every part that examples must need.
@Suite struct GuideTests {
  static let registry = BuiltIn.registry()
  static let published = BuiltIn.published()
  static let offences = BuiltIn.offences()

  @Test(arguments: BuiltIn.rules.map(\.path))
  func everyGuideHolds(path: String) throws {
    let file = try #require(BuiltIn.rules[path])
    let problems: [Diagnostic]
    do throws(Diagnostics) {
      let guide = try Guide(Source(name: "Guides/rules/\(path)", text: file.text))
      #expect("\(guide.rule.id).md" == path, "a guide is named for its rule")
      problems = GuideCheck(guide, offences: Self.offences, published: Self.published) { id in
        Self.registry[id]
      }.problems()
    } catch {
      problems = error.all
    }
    for problem in problems { Issue.record("\(problem.text)") }
  }

  /// Own rules are added to the rules that the build made ready, which are then made ready again from their texts.
  @Test func `rules made ready again come out as the build made them`() {
    let made = BuiltIn.ruleSet()
    #expect(made.rules.count > 90)
    #expect(RuleSet(made.rules).packed == made.packed)
  }

  @Test func theIndexListsThemAll() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let page = try String(contentsOf: root.appending(path: "Guides/rules.md"), encoding: .utf8)
    #expect(
      page == RuleIndex(BuiltIn.ruleList()).page,
      "swift run foi rules list --as markdown > Guides/rules.md writes it anew")
  }
}
