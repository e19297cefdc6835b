import SourceText
import Testing

@testable import Linting

@Suite struct MatcherTests {
  @Test(arguments: [
    ("associated with", "crimes [associated with] them, [Associated\nWITH] x"),
    ("(associated|linked) (with|to)", "[linked to] and [associated with] but linked by"),
    ("(recorded)? crimes", "[recorded crimes] and [crimes]"),
    ("arrest*", "[arrests] or [arrested] but unarrested"),
    ("section <number>", "[section 15A], [section nine], section A"),
    ("section <..3> act", "[section 8 of the Act] and section 8 of the old Theft Act"),
    ("arrests <..2> online", "[arrests (made, online]) or arrests. Made online"),
    ("and / or", "this [and/or] that and or [and / or]"),
    ("e.g.", "[e.g.] [e. g.] eg"),
    ("body-worn video", "[body-worn video], [body worn video]"),
    ("s <number>", "[s.127], [s 127], [s. 127]"),
    ("don't know", "[don’t know] [don't know]"),
    ("so-called", "“[so-called]” [so called]"),
    ("since <date>", "[since 1 April 2019] [since 01/04/2019] [since April 2019] since 2019"),
    ("by <date>", "by the [by 2nd May] [by May 1, 2020] [by 2021-01-05]"),
    ("called <quoted>", "[called 'child decoy]' called child, [called “x]” called 'one"),
    ("operation <name>", "[operation Rose], [Operation Blue Moon] operation rose"),
    ("code <code>", "[code 88/1] [code 88A] code red"),
    ("<year> / <number>", "[2019/20] 19/20 [2019/2020]"),
    ("^ why", "[Why] did, why. Why"),
    ("force $", "the force by the [force]?"),
    ("one ((two|three) four)? five", "[one five] [one three four five] one two five"),
    ("\\( x \\)", "[( x )] ( y )"),
    ("what \\?", "[what?] What."),
    ("a|b c", "[a] [b c]"),
    (
      "(red|pale red|blue*|red hot|green) (car|cars|van)",
      "[red car] [pale red van] [blueish cars] [red hot van]"
    ),
    (
      "(red|pale|pale red) <..1> (car|van)", "[red old car] [pale red old van] [pale car], pale red"
    ),
    ("(a b|c|d) (e|f g|/)", "[a b e] [c f g] [d/] a e, c f"),
  ])
  func matchesWordsHoweverTheyAreLaidOut(pattern: String, marked: String) throws {
    #expect(try mark([pattern], in: plain(marked)) == marked)
  }

  @Test func aMatchStopsAtTheEndOfAPassage() throws {
    let words = Words(Array("one two three".utf8))
    let found = Matcher([try Pattern("two three"), try Pattern("one two")]).matches(
      in: words, of: Array("one two three".utf8),
      passages: [.init(tokens: 0..<2), .init(tokens: 2..<3)])
    #expect(found == [.init(pattern: 1, tokens: 0..<2)])
  }

  @Test func noPatternCostsMoreThanItsLengthTimesItsText() throws {
    let optional = try Pattern(
      String(repeating: "(a)? ", count: 20) + String(repeating: "a ", count: 20))
    let nested = try Pattern(
      String(repeating: "(a|(b|", count: 7) + "c" + String(repeating: "))", count: 7) + " d")
    let gaps = try Pattern("a <..12> a <..12> a <..12> q")
    let marks = try Pattern("a <..20> z $")
    let text = Array(String(repeating: "a , ; b ", count: 500).utf8)
    let words = Words(text)
    let found = Matcher([optional, nested, gaps, marks]).matches(
      in: words, of: text, passages: [.init(tokens: words.tokens.indices)])
    #expect(found.allSatisfy { $0.pattern == 9 })
  }

  @Test(arguments: [
    "<!--", "'a ", "(", "a.", "\u{2019}", "\u{1F600}", "_", "- ", "A. ", "\n", "1) \n", "é’",
  ])
  func aLongLineOfAnythingIsRead(unit: String) throws {
    let text = Array(String(repeating: unit, count: 20_000 / unit.utf8.count).utf8)
    let words = Words(text)
    let patterns = try ["<quoted>", "<name> <..20> <number>", "so a", "^ a $"].map {
      try Pattern($0)
    }
    _ = Matcher(patterns).matches(
      in: words, of: text, passages: [.init(tokens: words.tokens.indices)])
    for token in words.tokens where text[token.range.lowerBound].continuesScalar {
      Issue.record("a token begins inside a scalar")
    }
  }

  /// A text with square brackets around what patterns find in it.
  private func mark(_ patterns: [String], in text: String) throws -> String {
    let source = Source(name: "text", text: text)
    let words = Words(source.bytes)
    let found = Matcher(try patterns.map { try Pattern($0) }).matches(
      in: words, of: source.bytes, passages: [.init(tokens: words.tokens.indices)])
    var edits: [Edit] = []
    for match in found {
      let range = words.bytes(of: match.tokens)
      edits.append(Edit(range, "[\(source[range])]"))
    }
    return String(decoding: source.bytes.applying(edits), as: UTF8.self)
  }

  private func plain(_ marked: String) -> String {
    marked.filter { $0 != "[" && $0 != "]" }
  }
}
