import Testing

@testable import EmbedFiles

@Suite struct SwiftLiteralTests {
  @Test func keepsThePageReadable() {
    #expect(
      swiftLiteral("# Title\n\nIt's \"so\".\n", form: .block) == #####"""
        ##"""
        # Title

        It's "so".

        """##
        """#####)
  }

  @Test(arguments: [
    ("", ##"#""#"##), ("a.md", ##"#"a.md"#"##), (##"end"# \#(x)"##, ###"##"end"# \#(x)"##"###),
    ("######", "#######\"######\"#######"), ("two\nlines", ##"#"two\#u{a}lines"#"##),
    ("\\", ##"#"\"#"##),
  ])
  func noTextEndsItsLiteral(_ text: String, _ literal: String) {
    #expect(swiftLiteral(text, form: .line) == literal)
  }

  @Test func escapesWhatTheCompilerWouldChangeOrRefuse() {
    #expect(
      swiftLiteral("a\r\nb\0\u{1B}\tc\u{7F}", form: .block)
        == "#\"\"\"\na\\#u{d}\nb\\#u{0}\\#u{1b}\tc\\#u{7f}\n\"\"\"#")
  }
}
