import CommandLineKit
import Testing

@Suite struct WrappingTests {
  @Test(arguments: [
    ("", 0), ("Kent", 4), ("é", 1), ("e\u{301}", 1), ("…–’", 3), ("\u{301}", 0),
    ("警察", 4), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("か\u{3099}", 2), ("Ａ", 2), ("ｶ", 1),
    ("😀", 2), ("👩‍👩‍👧", 2), ("👍🏽", 2), ("🇬🇧", 2), ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", 2), ("❤️", 2), ("❤", 1), ("✅", 2), ("1️⃣", 2),
    ("नि", 2), ("שָׁ", 1), ("\u{200B}", 0), ("a\u{AD}b", 3), ("\u{1B}[31mred\u{1B}[0m", 3),
  ])
  func countsTheColumnsOfATerminal(_ text: String, _ columns: Int) {
    #expect(displayWidth(text) == columns)
  }

  @Test func breaksAtBlanksAndSetsLaterLinesIn() {
    #expect(
      wrapped("The number of burglaries recorded on the beat", width: 26, indent: 4)
        == "The number of\n    burglaries recorded on\n    the beat")
  }

  @Test func fillsALineToItsLastColumn() {
    #expect(wrapped("12345678901234567 90 2", width: 20) == "12345678901234567 90\n2")
  }

  @Test func takesEveryBlankAndLineBreakForOne() {
    #expect(wrapped("  a \t b\r\nc\n\nd  ", width: 80) == "a b c d")
    #expect(wrapped("", width: 80) == "")
    #expect(wrapped("5\u{A0}May", width: 80) == "5\u{A0}May")
  }

  @Test func leavesAWordWiderThanALineWhole() {
    let word = String(repeating: "x", count: 30)
    #expect(wrapped("a \(word) b", width: 20) == "a\n\(word)\nb")
    #expect(wrapped(word, width: 20) == word)
  }

  @Test func countsWideCharactersTwice() {
    #expect(wrapped("警察警察警 警察警察警 警", width: 20) == "警察警察警\n警察警察警 警")
  }

  @Test func keepsABlankAfterAWordWithoutWidth() {
    #expect(wrapped("\u{200B} a", width: 20) == "\u{200B} a")
  }

  @Test func neverWrapsIntoLessThanTwentyColumns() {
    #expect(
      wrapped("one two three four five", width: 5, indent: 30).split(separator: "\n").count == 2)
  }

  @Test func showsNoControlCharacterOfATextFromOutside() {
    #expect(
      sanitised("a\u{1B}[31mb\u{202E}c\u{9B}d\u{7}") == "a\u{FFFD}[31mb\u{FFFD}c\u{FFFD}d\u{FFFD}")
    #expect(sanitised("one\r\ntwo\tthree\n\n") == "one\ntwo\tthree\n\n")
    #expect(sanitised("seen\rhidden") == "seen\u{FFFD}hidden")
    #expect(sanitised("Siân 😀 警察 👩‍👩‍👧") == "Siân 😀 警察 👩‍👩‍👧")
  }
}
