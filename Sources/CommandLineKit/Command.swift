import SourceText

/// A program or one of its verbs, as one table from which parsing, help, completion and the manual all come.
public struct Command: Sendable {
  /// What stands on the command line without dashes: a file, an authority.
  public struct Argument: Sendable, Hashable {
    /// In capitals: `REQUEST`.
    public let name: String
    public let kind: ValueKind
    public let isOptional: Bool
    public let repeats: Bool
    /// One sentence, ending in a full stop.
    public let help: String

    public init(
      _ name: String, kind: ValueKind = .text, isOptional: Bool = false, repeats: Bool = false,
      help: String
    ) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
      self.repeats = repeats
      self.help = help
    }
  }

  /// A line to try, and what it does.
  public struct Example: Sendable, Hashable {
    public let line: String
    public let help: String

    public init(_ line: String, _ help: String) {
      self.line = line
      self.help = help
    }
  }

  public let name: String
  /// One sentence, ending in a full stop.
  public let summary: String
  /// More about it, in paragraphs apart by a blank line; may be empty.
  public let discussion: String
  public let arguments: [Argument]
  public let options: [OptionEntry]
  public let examples: [Example]
  public let subcommands: [Command]
  /// Left out of help, completion and the manual.
  public let isHidden: Bool

  public init(
    _ name: String, summary: String, discussion: String = "", arguments: [Argument] = [],
    options: [OptionEntry] = [], examples: [Example] = [], subcommands: [Command] = [],
    isHidden: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
    self.subcommands = subcommands
    self.isHidden = isHidden
  }
}

extension Command {
  /// What is wrong with the table itself; a test of the program wants this empty.
  public var problems: [String] { problems(of: [self]) }

  private func problems(of path: [Command]) -> [String] {
    let place = path.map { $0.name }.joined(separator: " ")
    var problems: [String] = []
    func sentence(_ text: String, _ what: String) {
      if !text.hasSuffix(".") { problems.append("\(place): \(what) does not end in a full stop") }
    }
    sentence(summary, "the summary")
    for argument in arguments { sentence(argument.help, argument.name) }
    var seen: Set<String> = []
    for option in path.flatMap({ $0.options }) {
      if !seen.insert(option.name).inserted {
        problems.append("\(place): --\(option.name) stands there twice")
      }
      if let short = option.short, !seen.insert("-\(short)").inserted {
        problems.append("\(place): -\(short) stands there twice")
      }
      sentence(option.help, "--\(option.name)")
    }
    for example in examples {
      let words = example.line.split(separator: " ").map { String($0) }
      sentence(example.help, "the example \"\(example.line)\"")
      do throws(Diagnostics) {
        _ = try path[0].parse(Array(words.dropFirst()))
      } catch {
        problems.append("\(place): the example \"\(example.line)\" does not parse")
      }
    }
    for subcommand in subcommands { problems += subcommand.problems(of: path + [subcommand]) }
    return problems
  }
}
