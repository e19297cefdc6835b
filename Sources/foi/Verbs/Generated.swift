import Answerable
import CommandLineKit

// What comes out of the table of verbs and options: completion scripts and the manual page.
extension Program {
  static let completions = Verb(
    command: Command(
      "completions",
      summary: "Prints a script that completes foi's words in your shell.",
      arguments: [.init("SHELL", help: "One of bash, zsh and fish.")],
      examples: [.init("foi completions bash", "Print the script for bash.")]),
    run: { invocation, shell throws(Diagnostics) in
      let name = invocation.arguments[0]
      guard let wanted = CommandLineKit.Shell(rawValue: name) else {
        throw Diagnostics(
          "there is no completion for \"\(name)\"", remedy: "name bash, zsh or fish")
      }
      shell.print(command.completion(for: wanted))
      return 0
    })

  static let manual = Verb(
    command: Command("manual", summary: "Prints the manual page, for man."),
    run: { _, shell throws(Diagnostics) in
      shell.print(command.manual(version: BuiltIn.version))
      return 0
    })

  /// What completion scripts ask while somebody types.
  static let complete = Verb(
    command: Command(
      "complete", summary: "Lists the names that begin with a prefix.",
      arguments: [
        .init("KIND", help: "What is being typed."),
        .init("PREFIX", isOptional: true, help: "What was typed so far."),
      ], isHidden: true),
    run: { invocation, shell throws(Diagnostics) in
      let prefix = invocation.arguments.count > 1 ? invocation.arguments[1] : ""
      var names: [String] = []
      switch invocation.arguments[0] {
      case "authority", "group":
        names =
          BuiltIn.registry().authorities.map { $0.id }
          + AuthorityGroup.allCases.map { $0.rawValue }
      case "rule": names = BuiltIn.ruleList().map { $0.id }
      case "template": names = try Templates.library().letters.map { $0.id }
      default: break
      }
      for name in names where name.hasPrefix(prefix) { shell.print(name) }
      return 0
    })
}
