import CommandLineKit
import Testing

@Suite struct CommandTests {
  @Test func findsNothingWrongWithASoundTable() {
    #expect(Sample.program.problems == [])
  }

  @Test func namesEveryProblemOnceWithItsPlace() {
    let quiet = Option<Bool>.flag("quiet", short: "q", help: "Says nothing").entry
    let query = Option<String?>.value("query", short: "q", "Q", help: "Asks.").entry
    let broken = Command(
      "foi", summary: "Does things", options: [quiet],
      subcommands: [
        Command(
          "find", summary: "Finds.",
          arguments: [
            .init("A", isOptional: true, repeats: true, help: "One."), .init("B", help: "Two"),
          ],
          options: [query, quiet]),
        Command("find", summary: "Finds again."),
      ])
    #expect(
      broken.problems == [
        "foi: the summary does not end in a full stop",
        "foi: --quiet does not end in a full stop",
        "foi: the verb find stands there twice",
        "foi find: B does not end in a full stop",
        "foi find: B stands behind A, which repeats",
        "foi find: B has to be given behind A, which need not be",
        "foi find: -q stands there twice",
        "foi find: --quiet does not end in a full stop",
        "foi find: --quiet stands there twice",
        "foi find: -q stands there twice",
      ])
  }

  @Test(arguments: [
    ("foi lint a.md", nil),
    ("foi lint \"my request.md\" 'x y'", nil),
    ("cat a.md | NO_COLOR=1 foi lint - > out.txt", nil),
    ("foi lint a.md | less --nonsense", nil),
    ("lint a.md", "does not name foi"),
    ("foi lint", "leaves out FILE"),
    ("foi draft a.md", "runs another verb"),
    ("foi lint --nonsense", "does not parse: unknown option \"--nonsense\""),
    ("foi lint 'a b.md --nonsense'", nil),
  ])
  func triesEachExample(_ line: String, _ problem: String?) {
    let lint = Command(
      "lint", summary: "Finds.",
      arguments: [.init("FILE", repeats: true, help: "Texts.")],
      examples: [.init(line, "Try it.")])
    let program = Command("foi", summary: "Writes.", subcommands: [Sample.draft, lint])
    #expect(program.problems == (problem.map { ["foi lint: the example \"\(line)\" \($0)"] } ?? []))
  }

  @Test func anExampleOfTheProgramMayShowAnyVerb() {
    let program = Command(
      "foi", summary: "Writes.", examples: [.init("foi draft a.md", "Try it.")],
      subcommands: [Sample.draft])
    #expect(program.problems == [])
  }
}
