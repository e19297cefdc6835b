import Documents
import SourceText
import Testing

@Suite struct MarkdownPlainTextTests {
  private func text(_ page: String, width: Int = 40) -> String {
    Markdown(Source(name: "a.md", text: page)).plainText(width: width)
  }

  @Test func readsLikeAPageInATerminal() {
    let page = """
      # Say which record you mean
      <!-- not shown -->
      Words such as **associated with** do not say which *records* to count, so `foi` asks. See [the
      guide](https://example.org/guide) or <https://example.org>.

      ## Sent back
      > The number of burglaries **associated with** the summer festival.
      >
      > Overtime.

      - one that is long enough to be wrapped onto a second line
        1. inner
        2. inner
      - two

      ```
      foi lint letter.txt    --each
      ```
      ### End
      ***
      """
    #expect(
      text(page) == """
        Say which record you mean
        =========================

        Words such as *associated with* do not
        say which records to count, so `foi`
        asks. See the guide
        (https://example.org/guide) or
        https://example.org.

        Sent back
        ---------

        > The number of burglaries *associated
        > with* the summer festival.
        >
        > Overtime.

        - one that is long enough to be wrapped
          onto a second line
          1. inner
          2. inner
        - two

            foi lint letter.txt    --each

        End

        * * *

        """)
  }

  @Test func itemsOfSeveralParagraphsStandApart() {
    #expect(text("1. a\n\n   b\n2. c\n") == "1. a\n\n   b\n\n2. c\n")
  }

  @Test func widthIsCountedInCharacters() {
    #expect(text("ééééé ééééé ééééé ééééé", width: 23) == "ééééé ééééé ééééé ééééé\n")
  }

  @Test(arguments: ["", "\n", "<!-- x -->"]) func ofNothingIsNothing(page: String) {
    #expect(text(page) == "")
  }
}
