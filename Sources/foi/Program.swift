import Answerable
import CommandLineKit

/// A verb of the program: its row in the table, and what it does.
struct Verb {
  let command: Command
  /// - Returns: the exit status: 0 nothing to say, 1 findings.
  let run: @Sendable (Invocation, Shell) throws(Diagnostics) -> Int32
}

/// The whole command line: one file a verb, put together here.
enum Program {
  static let colour = Option<String?>.value(
    "color", "WHEN", allowed: ["auto", "always", "never"], help: "Colour the output.")
  static let today = Option<String?>.value(
    "today", "DATE", kind: .date, help: "Count from this day instead of today.")
  static let help = Option<Bool>.flag("help", short: "h", help: "Show help and do nothing else.")
  static let showVersion = Option<Bool>.flag("version", help: "Show the version.")

  static let verbs: [Verb] = [
    draft, lint, explain, rules, read, refine, reply, bulk, `case`, new, templates, authorities,
    offences,
    cost,
    published, due,
    completions, manual, complete, start,
  ]

  static let command = Command(
    "foi",
    summary: "Writes Freedom of Information requests that can be answered the first time.",
    discussion: """
      Turns a list of questions into a letter, warns about wording that forces are known to send back, and
      says when an answer is due. Everything happens on this machine; nothing is sent.

      Alone in a terminal, foi asks what you want to do.
      """,
    options: [colour.entry, today.entry, help.entry, showVersion.entry],
    subcommands: verbs.map { $0.command })

  /// Runs a command line.
  ///
  /// - Returns: the exit status: 0 nothing to say, 1 findings, 2 it could not be done.
  static func run(_ words: [String]) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    do throws(Diagnostics) {
      let invocation = try command.parse(words)
      let shell = Shell(invocation)
      do throws(Diagnostics) {
        return try run(invocation, shell)
      } catch {
        shell.show(error.all)
        return 2
      }
    } catch {
      Shell(Invocation(command)).show(error.all)
      return 2
    }
  }

  private static func run(_ invocation: Invocation, _ shell: Shell) throws(Diagnostics) -> Int32 {
    if invocation[showVersion] {
      shell.print("foi \(BuiltIn.version)")
      return 0
    }
    let isHelp = invocation[help]
    if !isHelp, invocation.verbs.isEmpty, shell.isInteractive {
      return try start.run(invocation, shell)
    }
    guard !isHelp, let name = invocation.verbs.first,
      let verb = verbs.first(where: { $0.command.name == name })
    else {
      shell.print(invocation.command.help(below: invocation.path.dropLast(), width: shell.width))
      return 0
    }
    if let missing = invocation.missingArgument {
      throw Diagnostics(
        "\(invocation.verbs.joined(separator: " ")) needs \(missing.name)",
        remedy: "usage: \(invocation.command.usage(below: ["foi"] + invocation.verbs.dropLast()))")
    }
    return try verb.run(invocation, shell)
  }
}
