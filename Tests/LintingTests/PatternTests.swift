import SourceText
import Testing

@testable import Linting

@Suite struct PatternTests {
  @Test(arguments: [
    ("", "this pattern is empty"),
    ("  ", "this pattern is empty"),
    ("(a", "this bracket is not closed"),
    ("a)", "this bracket closes nothing"),
    ("(a|)", "there are no words here"),
    ("a?", "this question mark follows no bracket"),
    ("* a", "this asterisk follows no word"),
    ("ar*", "too little stands before this asterisk"),
    ("<..3> a", "a gap stands at the edge of this pattern"),
    ("a (<..3>)?", "a gap stands at the edge of this pattern"),
    ("a <..99> b", "no gap is written <..99>"),
    ("(a)? (b)?", "this pattern can match without a word"),
    ("^ $", "this pattern can match without a word"),
    ("a <yer>", "unknown class <yer>"),
    ("a <year", "this bracket is not closed"),
    ("a \\", "this backslash stands before nothing"),
    (String(repeating: "a ", count: 41), "this pattern is too long"),
    (String(repeating: "(", count: 5000), "these brackets are nested too deeply"),
  ])
  func aMistakeIsNamed(pattern: String, message: String) {
    let error = #expect(throws: Diagnostics.self) { try Pattern(pattern) }
    #expect(error?.all.map(\.message) == [message])
  }

  @Test func aMistakeIsShownAtItsPlaceInTheGuide() throws {
    let guide = Source(name: "guide.md", text: "find:\n- reports in <yaer>\n")
    let error = #expect(throws: Diagnostics.self) { try Pattern(guide, 8..<25) }
    #expect(
      error?.text == """
        error: unknown class <yaer>
          --> guide.md:2:14
        2 | - reports in <yaer>
          |              ^^^^^^ did you mean "year"?
        """)
  }
}
