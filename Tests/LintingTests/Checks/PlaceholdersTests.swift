import SourceText
import Testing

@testable import Linting

@Suite struct PlaceholdersTests {
  private let linter = Linter(rules: [
    Rule(
      id: "blanks", category: .placeholder, confidence: .high, outlook: .fix,
      summary: "a blank is left in", scope: .all, check: "placeholders")
  ])

  @Test(arguments: [
    "1. The number ⟦[insert number]⟧ of ⟦<your offence here>⟧.",
    "1. From ⟦{{year}}⟧ to ⟦[YYYY]⟧, ⟦____⟧ or ⟦[...]⟧",
    "1. Crimes in ⟦XX⟧, dates ⟦TBC⟧",
    "1. Where fewer than <5, see <https://example.org/name> and [2020] UKSC 32.",
    "1. XX chromosome, [sic], [Kent], to be confirmed, section 4[a].",
    "1. Patterns a_b and [unclosed date",
    "Dear ⟦[name of force]⟧,\n\n1. Crimes.\n\nYours faithfully,\n⟦[Your name]⟧",
  ])
  func blanksAreKnownByTheirShapes(text: String) throws {
    #expect(try marked(unmarked(text), by: linter).0 == text)
  }
}
