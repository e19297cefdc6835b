import CommandLineKit
import Foundation
import Testing

@Suite struct CompletionTests {
  /// What stands behind `foi`, the word being typed last, and what is offered; `<file>` where files are.
  static let cases: [(words: [String], offers: String)] = [
    ([""], "draft lint rules authorities"),
    (["l"], "lint"),
    (["x"], ""),
    (["-"], "--color --today"),
    (["draft", ""], "<file>"),
    (["draft", "-"], "--to --as --out --quiet --force --color --today"),
    (["draft", "--f"], "--force"),
    (["draft", "--as", ""], "text html"),
    (["draft", "--as", "h"], "html"),
    (["draft", "--as", "-"], ""),
    (["lint", "--as", ""], "json sarif"),
    (["lint", "a.md", "--as", "s"], "sarif"),
    (["draft", "--to", "ke"], "kent kent-group"),
    (["draft", "-t", "ke"], "kent kent-group"),
    (["draft", "-o", ""], "<file>"),
    (["draft", "--out", "x"], "<file>"),
    (["draft", "--today", ""], ""),
    (["--color", "a"], "auto always"),
    (["rules", "copy", "x", "--color", "n"], "never"),
    (["--color", "never", "r"], "rules"),
    (["rules", ""], "list copy"),
    (["rules", "--guides", ""], "<folder>"),
    (["rules", "copy", "--guides", ""], "<folder>"),
    (["rules", "copy", "-"], "--force --guides --color --today"),
    (["rules", "copy", ""], "tone $(touch${IFS}x) tone-2"),
    (["rules", "list", ""], ""),
    (["draft", "list", "copy", ""], "<file>"),
    (["draft", "--as", "text", ""], "<file>"),
    // As zsh has it, and bash with no "=" among its word breaks.
    (["draft", "--as=h"], "--as=html"),
    (["draft", "--as="], "--as=text --as=html"),
    (["draft", "--to=ke"], "--to=kent --to=kent-group"),
    (["draft", "--quiet="], ""),
    // As bash has it.
    (["draft", "--as", "=", "h"], "html"),
    (["draft", "--as", "="], "text html"),
    (["draft", "--as", "=", "text", "--q"], "--quiet"),
    (["draft", "--quiet", "="], ""),
  ]

  /// The program as completion asks it: a rule's name may come from a file that somebody else wrote.
  private static let fake = """
    foi() {
      case "$2" in
        authority) echo kent; echo kent-group; echo essex ;;
        rule) echo tone; echo '$(touch${IFS}x)'; echo tone-2 ;;
      esac
    }

    """

  private static func quoted(_ words: [String]) -> String {
    words.map { "'\($0)'" }.joined(separator: " ")
  }

  private static let expected = cases.map { $0.offers + "\n" }.joined()

  @Test(arguments: Shell.allCases.filter { Tool.isInstalled($0.rawValue) })
  func theShellFindsNothingWrongWithItsScript(_ shell: Shell) throws {
    let tool = try #require(Tool(shell.rawValue))
    let (output, errors) = try tool.run(["-n"], on: Sample.program.completion(for: shell))
    #expect(output + errors == "")
  }

  @Test(.enabled(if: Tool.isInstalled("bash"), "bash is not installed"))
  func bashOffersWhatFits() throws {
    let bash = try #require(Tool("bash"))
    var script = Self.fake + Sample.program.completion(for: .bash)
    script += """
      compopt() { fits="<$2>"; }
      for_words() {
        fits="" COMP_WORDS=(foi "$@") COMP_CWORD=$#
        _foi
        fits="${COMPREPLY[*]}$fits"
        fits="${fits/<default>/<file>}"
        echo "${fits/<dirnames>/<folder>}"
      }

      """
    for (words, _) in Self.cases { script += "for_words \(Self.quoted(words))\n" }
    script += "complete -p foi; ls\n"
    let (output, errors) = try bash.run([], on: script)
    #expect(output == Self.expected + "complete -F _foi foi\nerrors\ninput.1\n")
    #expect(errors == "")
  }

  @Test(.enabled(if: Tool.isInstalled("zsh"), "zsh is not installed"))
  func zshOffersWhatFits() throws {
    let zsh = try #require(Tool("zsh"))
    var script = Self.fake
    // The parts of zsh's completion that work only while somebody types.
    script += """
      compdef() { registered="$*"; }
      compadd() { shift; fits="$*"; }
      compset() { :; }
      _files() { fits+="${${1:+<folder>}:-<file>}"; }
      for_words() {
        fits="" words=(foi "$@") CURRENT=$(( $# + 1 ))
        _foi
        print -r -- "$fits"
      }

      """
    script += Sample.program.completion(for: .zsh)
    for (words, _) in Self.cases { script += "for_words \(Self.quoted(words))\n" }
    script += "echo $registered; ls\n"
    let (output, errors) = try zsh.run(["-f"], on: script)
    #expect(output == Self.expected + "_foi foi\nerrors\ninput.1\n")
    #expect(errors == "")
  }

  @Test(
    .enabled(if: Tool.isInstalled("fish"), "fish is not installed"),
    arguments: [
      ("foi ", "authorities draft lint rules"), ("foi l", "lint"),
      ("foi --color never r", "rules"), ("foi rules ", "copy list"),
      ("foi rules copy ", "tone tone-2"), ("foi rules list ", ""),
      ("foi draft --as ", "html text"), ("foi lint --as ", "json sarif"),
      ("foi draft --as=h", "--as=html"), ("foi draft --to ke", "kent kent-group"),
      ("foi draft --today ", ""), ("foi draft --f", "--force"), ("foi draft in", "input.1"),
      ("foi draft --out in", "input.1"),
      ("foi rules copy --f", "--force"), ("foi rules list --f", ""),
    ])
  func fishOffersWhatFits(_ line: String, _ offers: String) throws {
    let fish = try #require(Tool("fish"))
    var script = """
      function foi
        switch $argv[2]
          case authority; printf '%s\\n' kent kent-group essex
          case rule; printf '%s\\n' tone tone-2
        end
      end

      """
    script += Sample.program.completion(for: .fish)
    script += "complete -C '\(line)' | string replace -r '\\t.*' ''\n"
    let (output, errors) = try fish.run(["--no-config"], on: script)
    #expect(output.split(separator: "\n").joined(separator: " ") == offers)
    #expect(errors == "")
  }

  @Test(arguments: Shell.allCases.filter { Tool.isInstalled($0.rawValue) })
  func aProgramWithoutVerbsHasACompletionToo(_ shell: Shell) throws {
    let program = Command(
      "foi", summary: "Writes.", arguments: [.init("FILE", kind: .file, help: "A file.")])
    let tool = try #require(Tool(shell.rawValue))
    let (output, errors) = try tool.run(["-n"], on: program.completion(for: shell))
    #expect(output + errors == "")
  }
}
