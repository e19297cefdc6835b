import CommandLineKit
import SourceText
import Testing

@Suite struct InvocationTests {
  private func parse(_ words: String...) throws(Diagnostics) -> Invocation {
    try Sample.program.parse(words)
  }

  @Test func takesVerbsArgumentsAndOptionsInAnyOrder() throws {
    for words in [
      ["draft", "a.md", "--out", "b.txt", "--quiet"], ["draft", "--quiet", "--out=b.txt", "a.md"],
      ["draft", "-qo", "b.txt", "a.md"], ["draft", "-qob.txt", "a.md"],
      ["draft", "a.md", "-q", "-o=b.txt"],
    ] {
      let invocation = try Sample.program.parse(words)
      #expect(invocation.verbs == ["draft"])
      #expect(invocation.arguments == ["a.md"])
      #expect(invocation[Sample.out] == "b.txt")
      #expect(invocation[Sample.quiet])
      #expect(!invocation[Sample.force])
    }
  }

  @Test func takesOptionsOfTheProgramBeforeAndAfterTheVerb() throws {
    #expect(try parse("--color", "never", "lint", "a")[Sample.colour] == "never")
    #expect(try parse("lint", "a", "--color=never")[Sample.colour] == "never")
  }

  @Test func takesAVerbOfAVerb() throws {
    let invocation = try parse("rules", "copy", "--guides", "mine", "tone")
    #expect(invocation.verbs == ["rules", "copy"])
    #expect(invocation.command.name == "copy")
    #expect(invocation.arguments == ["tone"])
    #expect(invocation[Sample.guides] == "mine")
  }

  @Test func gathersAnOptionGivenSeveralTimes() throws {
    #expect(try parse("draft", "a", "--to", "kent", "-t", "essex")[Sample.to] == ["kent", "essex"])
    #expect(try parse("draft", "a")[Sample.to] == [])
  }

  @Test func aFlagGivenTwiceIsGiven() throws {
    #expect(try parse("draft", "a", "-qq")[Sample.quiet])
  }

  @Test func twoDashesEndOptionsAndVerbs() throws {
    #expect(try parse("lint", "--", "--as", "-x", "--").arguments == ["--as", "-x", "--"])
    let query = try parse("authorities", "--", "count")
    #expect(query.verbs == ["authorities"])
    #expect(query.arguments == ["count"])
  }

  @Test func aDashAloneIsAnArgumentOrAValue() throws {
    #expect(try parse("lint", "-").arguments == ["-"])
    #expect(try parse("draft", "a", "--out", "-")[Sample.out] == "-")
  }

  @Test func aValueMayBeEmptyHoldAnEqualsSignOrBeginWithADash() throws {
    #expect(try parse("draft", "a", "--out=")[Sample.out] == "")
    #expect(try parse("draft", "a", "--out=b=c")[Sample.out] == "b=c")
    #expect(try parse("draft", "a", "--out=--quiet")[Sample.out] == "--quiet")
    #expect(try parse("draft", "a", "-o-")[Sample.out] == "-")
  }

  @Test func saysWhichArgumentIsMissing() throws {
    #expect(try parse("draft").missingArgument?.name == "REQUEST")
    #expect(try parse("draft", "a").missingArgument == nil)
    #expect(try parse("authorities").missingArgument == nil)
  }

  @Test func nothingIsTheProgramItself() throws {
    let invocation = try parse()
    #expect(invocation.verbs.isEmpty)
    #expect(invocation.command.name == "foi")
  }

  @Test(arguments: [
    (
      ["drfat", "a.md"],
      """
      error: foi has no verb "drfat"
        --> command line:1:5
      1 | foi drfat a.md
        |     ^^^^^ did you mean "draft"?
      """
    ),
    (
      ["rules", "x"],
      """
      error: rules has no verb "x"
        --> command line:1:11
      1 | foi rules x
        |           ^ there are list, copy
      """
    ),
    (
      ["--", "draft"],
      """
      error: foi has no verb "draft"
        --> command line:1:8
      1 | foi -- draft
        |        ^^^^^ did you mean "draft"?
      """
    ),
    (
      ["draft", "a", "b c\nd"],
      """
      error: draft does not take "b c\nd"
        --> command line:1:13
      1 | foi draft a "b c d"
        |             ^^^^^^^ usage: foi draft REQUEST [options]
      """
    ),
    (
      ["rules", "copy", "a", ""],
      """
      error: copy does not take ""
        --> command line:1:18
      1 | foi rules copy a ""
        |                  ^^ usage: foi rules copy ID [options]
      """
    ),
    (
      ["draft", "a", "--outt=x"],
      """
      error: unknown option "--outt"
        --> command line:1:13
      1 | foi draft a --outt=x
        |             ^^^^^^^^ did you mean "--out"?
      """
    ),
    (
      ["draft", "--nonsense", "a"],
      """
      error: unknown option "--nonsense"
        --> command line:1:11
      1 | foi draft --nonsense a
        |           ^^^^^^^^^^
      """
    ),
    (
      ["draft", "-qx"],
      """
      error: unknown option "-x"
        --> command line:1:11
      1 | foi draft -qx
        |           ^^^
      """
    ),
    (
      ["draft", "-color"],
      """
      error: unknown option "-c"
        --> command line:1:11
      1 | foi draft -color
        |           ^^^^^^ did you mean "--color"?
      """
    ),
    (
      ["draft", "--quiet=yes"],
      """
      error: --quiet takes no value
        --> command line:1:11
      1 | foi draft --quiet=yes
        |           ^^^^^^^^^^^ write --quiet
      """
    ),
    (
      ["draft", "--out"],
      """
      error: --out needs a value
        --> command line:1:11
      1 | foi draft --out
        |           ^^^^^ write --out FILE
      """
    ),
    (
      ["draft", "-o", "--force", "a"],
      """
      error: --out needs a value
        --> command line:1:11
      1 | foi draft -o --force a
        |           ^^ write --out FILE
      """
    ),
    (
      ["draft", "é", "--as", "htlm"],
      """
      error: --as cannot be "htlm"
        --> command line:1:18
      1 | foi draft é --as htlm
        |                  ^^^^ did you mean "html"?
      """
    ),
    (
      ["draft", "--as=pdf"],
      """
      error: --as cannot be "pdf"
        --> command line:1:11
      1 | foi draft --as=pdf
        |           ^^^^^^^^ it can be text, html
      """
    ),
    (
      ["draft", "--out", "a", "--out", "b"],
      """
      error: --out is given twice
        --> command line:1:25
      1 | foi draft --out a --out b
        |                         ^ leave one of them out
      """
    ),
  ])
  func saysWhatDoesNotFitAndWhere(_ words: [String], _ text: String) throws {
    let error = #expect(throws: Diagnostics.self) { try Sample.program.parse(words) }
    #expect(error?.text == text)
  }
}
