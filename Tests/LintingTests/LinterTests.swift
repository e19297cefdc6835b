import Foundation
import Requests
import SourceText
import Testing

@testable import Linting

@Suite struct LinterTests {
  private func linter() throws -> Linter {
    Linter(rules: [
      try guide().rule,
      Rule(
        id: "blanks", category: .placeholder, confidence: .high, outlook: .fix,
        summary: "a blank is left in", check: "placeholders"),
      Rule(
        id: "why", category: .opinionOrExplanation, confidence: .medium, outlook: .refused,
        summary: "this asks for a reason", find: [try Pattern("^ why"), try Pattern("reasons $")]),
    ])
  }

  @Test(arguments: [
    "1. Crimes ⟦tied to⟧ it 😀 and ⟦joined\n   to⟧ that.\n2. ⟦Why⟧ was it so, and why not?",
    "1. Crimes tied.\nTo whom?\n2. All the ⟦reasons⟧?\n- unit: why",
    "Dear Kent Police,\n\nIt is about me.\n\n1. Crimes ⟦about⟧ knives.\n\nYours faithfully,\nRowan About",
    "1. Crimes ⟦about⟧ it.\n\n> about this and tied to that",
    "1. He wrote \"a long statement about the fair and about the field and about the village hall\" ⟦about⟧ it",
    "1. Crimes about section 9, ⟦about⟧ nine and ‘⟦tied to⟧’ it.",
    "Please send what you hold ⟦about⟧ knives.",
    "1. Crimes ⟦about⟧ ⟦[insert number]⟧ knives",
  ])
  func findingsStandOnTheWritersOwnWords(text: String) throws {
    #expect(try marked(unmarked(text), by: try linter()).0 == text)
  }

  @Test func placesOfOneDecisionShareANumberInTheOrderOfTheReport() throws {
    let (_, findings) = try marked(
      "1. Why? Crimes about it.\n2. Crimes tied to ____ it.\n3. TBC", by: try linter())
    #expect(findings.map(\.rule) == ["why", "vague-link", "vague-link", "blanks", "blanks"])
    #expect(findings.map(\.decision) == [3, 2, 2, 1, 1])
    #expect(findings.map(\.question) == ["1", "1", "2", "2", "3"])
  }

  @Test func aRewriteTakesInWordsAroundTheFinding() throws {
    let source = Source(name: "r", text: "1. Crimes tied to the fair, thefts tied to it.")
    let findings = try linter().lint(try RequestReading(source))
    #expect(findings.map { $0.fixes.map(\.safety) } == [[.review, .advice], [.advice]])
    let fixed = source.bytes.applying(findings[0].fixes[0].edits)
    #expect(
      String(decoding: fixed, as: UTF8.self)
        == "1. Crimes recorded at the fair, thefts tied to it.")
    #expect(findings[0].fixes[0].title == "write \"Crimes recorded at\"")
  }

  @Test func aReplacementBeginsASentenceWithACapitalAndElseKeepsItsOwn() throws {
    let rule = Rule(
      id: "x", category: .tone, confidence: .high, outlook: .tip, summary: "x",
      find: [try Pattern("regarding")],
      rewrites: [
        try Rewrite(
          from: Pattern("regarding (the)? <quoted>"),
          to: Source(name: "to", text: "on <2>, from April"),
          0..<18, safety: .safe)
      ])
    let source = Source(name: "r", text: "1. Regarding 'knives'. Regarding the 'May Fair'")
    let findings = Linter(rules: [rule]).lint(try RequestReading(source))
    let edits = findings.flatMap { $0.fixes.flatMap(\.edits) }
    #expect(edits.map(\.replacement) == ["On knives, from April", "On May Fair, from April"])
  }

  @Test func aLaterRuleReplacesOneWithItsName() throws {
    let other = Rule(
      id: "why", category: .tone, confidence: .low, outlook: .tip, summary: "other",
      find: [try Pattern("because")])
    let (text, _) = try marked("1. Why, because", by: Linter(rules: linter().rules + [other]))
    #expect(text == "1. Why, ⟦because⟧")
  }

  @Test func everyRunGivesTheSame() throws {
    let unit = "1. Crimes tied to it 😀 about TBC\n2. Why ____\n> about\n"
    let source = Source(name: "r", text: String(repeating: unit, count: 50))
    let reading = try RequestReading(source)
    let first = try linter().lint(reading)
    #expect(try first == linter().lint(reading))
    for finding in first {
      #expect(!source.bytes[finding.range.lowerBound].continuesScalar)
      #expect(source.bytes[at: finding.range.upperBound].map { !$0.continuesScalar } ?? true)
    }
  }
}

@Suite struct AllowanceTests {
  private func findings(in text: String) throws -> [String] {
    let source = Source(name: "r", text: text)
    return Linter(rules: [try guide().rule]).lint(try RequestReading(source)).map {
      "\(source[$0.range]): \($0.message)"
    }
  }

  @Test func aReasonAboveALineLetsItStand() throws {
    #expect(
      try findings(
        in: "<!-- allow vague-link: their own word -->\n1. Crimes about it\n   and about that.")
        == [])
  }

  @Test func itCoversNothingFurther() throws {
    #expect(
      try findings(
        in: "<!-- allow vague-link: their own word -->\n1. Crimes about it.\n2. Tied to it.")
        == ["Tied to: this does not say which records to count"])
  }

  @Test func theHeaderAllowsInTheWholeText() throws {
    #expect(
      try findings(in: "Allow: vague-link: their own word\n\n1. Crimes about it.\n2. Tied to it.")
        == [])
  }

  @Test(arguments: [
    ("vague-link", "\"allow vague-link\" needs a reason after a colon"),
    ("vague-lnk: why", "there is no rule \"vague-lnk\"; did you mean \"vague-link\"?"),
  ])
  func oneThatCannotWorkIsAFinding(typed: String, message: String) throws {
    let comment = "<!-- allow \(typed) -->"
    #expect(
      try findings(in: "\(comment)\n1. Crimes about it.")
        == ["\(comment): \(message)", "about: this does not say which records to count"])
  }

  @Test func oneThatAllowsNothingIsAFinding() throws {
    #expect(
      try findings(in: "<!-- allow vague-link: habit -->\n1. Crimes recorded.")
        == [
          "<!-- allow vague-link: habit -->: \"vague-link\" finds nothing here, so there is nothing to allow"
        ])
  }
}
