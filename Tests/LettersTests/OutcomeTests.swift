import Letters
import Testing

@Suite struct OutcomeTests {
  @Test(arguments: [("1", "1"), ("outcome 22", "22"), ("Outcomes 16", "16"), ("  8 ", "8")])
  func aNumberIsAnOutcome(typed: String, number: String) {
    #expect(Outcome(number: typed)?.number == number)
  }

  /// What says more than a number stays as it was typed.
  @Test(arguments: ["not 22", "except 1", "1 or 2", "99", "", "outcome", "22nd", "outcomex 1"])
  func wordsAreNone(typed: String) {
    #expect(Outcome(number: typed) == nil)
  }
}
