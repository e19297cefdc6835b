import CommandLineKit
import Testing

@Suite struct HelpTests {
  @Test func showsTheProgram() {
    #expect(
      Sample.program.help() == """
        Writes requests that can be answered.

        Usage: foi VERB [options]

        Verbs:
          draft        Turns a question list into a letter.
          lint         Finds wording that comes back.
          rules        Lists the rules, and helps to write one.
          authorities  Finds authorities.

        Options:
          --color WHEN  Colour the output. One of auto, always, never.
          --today DATE  Count from this day instead of today.

        """)
  }

  @Test func showsAVerbWithTheOptionsOfThoseAboveIt() {
    #expect(
      Sample.draft.help(below: [Sample.program], width: 60) == """
        Turns a question list into a letter.

        Usage: foi draft REQUEST [options]

        Says what it understood: the dates, the offences.

        Nothing is sent.

        Arguments:
          REQUEST  A question list; - reads a pipe.

        Options:
          -t, --to AUTHORITY  Write to this authority. May be given
                              several times.
          --as FORM           How to write it. One of text, html.
          -o, --out FILE      Write to this file.
          -q, --quiet         Say nothing else.
          -f, --force         Overwrite a file that's there.

        Options everywhere:
          --color WHEN  Colour the output. One of auto, always,
                        never.
          --today DATE  Count from this day instead of today.

        Examples:
          foi draft burglaries.md --to kent
              Print the letter to Kent Police.

        """)
  }

  @Test func putsAHelpBelowANameThatIsTooLongForItsColumn() {
    let option = Option<String?>.value(
      "a-name-that-goes-on-and-on", "AUTHORITY", help: "Explains itself.")
    #expect(
      Command("foi", summary: "Writes.", options: [option.entry]).help().hasSuffix(
        """
          --a-name-that-goes-on-and-on AUTHORITY
                                      Explains itself.

        """))
  }

  @Test func showsInTheUsageWhatMayBeLeftOutAndWhatRepeats() {
    #expect(Sample.lint.usage(below: ["foi"]) == "foi lint FILE… [options]")
    #expect(Sample.authorities.usage() == "authorities [VERB] [QUERY]")
    #expect(Sample.rules.usage() == "rules VERB [options]")
  }
}
