import CommandLineKit
import Testing

@Suite struct ShellLineTests {
  @Test(arguments: [
    (["foi", "lint", "a/b-1.md"], "foi lint a/b-1.md"),
    (["foi", "bulk", "--to", "kent, psni"], "foi bulk --to 'kent, psni'"),
    (["foi", "read", "it's $HOME"], #"foi read 'it'\''s $HOME'"#),
    (["foi", ""], "foi ''"),
  ])
  func aLineCanBeCopied(_ words: [String], _ line: String) {
    #expect(shellLine(words) == line)
  }
}
