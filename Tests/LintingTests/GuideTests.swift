import Documents
import Foundation
import Requests
import SourceText
import Testing
import WorkingDays

@testable import Linting

@Suite struct GuideTests {
  @Test func aGuideIsARuleAPageAndItsExamples() throws {
    let guide = try guide()
    #expect(guide.rule.id == "vague-link")
    #expect(guide.rule.category == .vagueAssociation)
    #expect(guide.rule.severity == .warning)
    #expect(guide.rule.find.map(\.text) == ["(tied|joined) (with|to)", "about"])
    #expect(guide.rule.rewrites.map(\.to) == ["<1> recorded at"])
    #expect(guide.rule.evidence.map(\.reference) == ["12/24"])
    #expect(guide.title == "Say which record you mean")
    #expect(guide.examples.map(\.marks.count) == [1, 3, 0, 0])
  }

  @Test(arguments: [
    ("rule: vague-link", "rule: Vague Link", ["2: \"Vague Link\" is no id for a rule"]),
    ("category: vague-association", "category: vague", ["3: unknown category \"vague\""]),
    ("confidence: high\n", "", ["2: this guide has no \"confidence\""]),
    ("outlook: come-back", "outlook: sad", ["5: unknown outlook \"sad\""]),
    ("- about\n", "- about <yaer>\n", ["9: unknown class <yaer>"]),
    ("to: <1>", "to: <2>", ["14: there is no bracket 2 in \"from\""]),
    ("safety: review", "safety: sure", ["15: unknown safety \"sure\""]),
    ("source: https://example.org/12", "source: a letter", ["22: this is no address"]),
    ("  date: 2024-02-03\n", "", ["18: this item has no \"date\""]),
    ("date: 2024-02-03", "date: 3 Feb 2024", ["20: this is no date"]),
    ("# Say which", "Say which", ["2: this guide has no heading"]),
    ("**tied to**", "tied to", ["30: nothing is marked in this example"]),
    ("charges about", "charges **about**", ["39: an answerable example has no marks"]),
    (
      "> The number of crimes", "> (to: kent; toady: 2026-01-01)\n> The number of crimes",
      ["30: an example has no setting \"toady\""]
    ),
    (
      "> The number of crimes", "> (today: 2026-13-01)\n> The number of crimes",
      ["30: \"2026-13-01\" is no date"]
    ),
    ("## Answerable", "## Answered", ["2: there is no example under \"Answerable\""]),
    ("find:\n- (tied|joined) (with|to)\n- about\n", "", ["2: this rule finds nothing"]),
  ])
  func whatIsWrongWithAGuideIsSaidAtItsLine(part: String, other: String, expected: [String]) {
    #expect(problems(of: sampleGuide.replacingOccurrences(of: part, with: other)) == expected)
  }

  @Test func aSettingAtTheHeadOfAnExampleIsTakenOff() throws {
    let text = sampleGuide.replacingOccurrences(
      of: "> The number of crimes **tied", with: "> (to: kent; today: 2026-11-23)\n> Crimes **tied")
    let example = try guide(text).examples[0]
    #expect(example.addressee == "kent")
    #expect(example.today?.year == 2026)
    #expect(String(decoding: example.text, as: UTF8.self).hasPrefix("Crimes"))
    #expect(example.marks == [7..<14])
  }
}

@Suite struct GuideCheckTests {
  @Test func theSampleHolds() {
    #expect(problems(of: sampleGuide) == [])
  }

  @Test(arguments: [
    (
      "**tied to** the", "**tied to the**",
      ["30: the rule does not find these words", "30: the rule finds these words"]
    ),
    ("burglaries recorded on", "burglaries about", ["37: the rule finds these words"]),
    ("- about\n", "- about\n- regarding\n", ["10: no example needs this pattern"]),
    ("unless:\n", "unless:\n- about time\n", ["11: no example needs this exception"]),
    (
      "unless:\n", "beside:\n- (the|a|of|in|and|for)\nunless:\n",
      ["11: no example needs this companion"]
    ),
    (
      "<1> recorded at", "<1> about",
      ["13: the rule finds \"about\" in what this rewrite puts there"]
    ),
    ("from: (crimes|arrests)", "from: (thefts|frauds)", ["13: no example is offered this rewrite"]),
    ("find:\n", "check: peroid\nfind:\n", ["7: there is no check \"peroid\""]),
    (
      "> The number of crimes **", "> (to: nowhere)\n> Crimes **",
      ["30: there is no authority \"nowhere\""]
    ),
  ])
  func whatTheExamplesDoNotBearOutIsSaid(part: String, other: String, expected: [String]) {
    #expect(problems(of: sampleGuide.replacingOccurrences(of: part, with: other)) == expected)
  }

  @Test func aTableOfRulesGivesTheSameRulesAndTheSameMatcher() throws {
    let set = RuleSet([try guide().rule])
    let text = "The number of crimes tied to the harvest fair."
    let reading = try RequestReading(Source(name: "r", text: text))
    let read = RuleSet(PackedTable(Array(set.packed.utf8)))
    #expect(read.rules == set.rules)
    #expect(read.packed == set.packed)
    #expect(!Linter(read).lint(reading).isEmpty)
    #expect(Linter(read).lint(reading) == Linter(set).lint(reading))
  }
}
