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
  public var problems: [String] { problems(below: []) }

  /// The verbs that help, completion and the manual show.
  var visibleSubcommands: [Command] { subcommands.filter { !$0.isHidden } }

  private func problems(below parents: [Command]) -> [String] {
    let path = parents + [self]
    var problems: [String] = []
    func expect(_ isRight: Bool, _ problem: String) {
      let place = path.map { $0.name }.joined(separator: " ")
      if !isRight { problems.append("\(place): \(problem)") }
    }
    func expectSentence(_ text: String, of what: String) {
      expect(text.hasSuffix("."), "\(what) does not end in a full stop")
    }

    expectSentence(summary, of: "the summary")
    for (i, argument) in arguments.enumerated() {
      expectSentence(argument.help, of: argument.name)
      if i > 0 {
        let before = arguments[i - 1]
        expect(!before.repeats, "\(argument.name) stands behind \(before.name), which repeats")
        expect(
          argument.isOptional || !before.isOptional,
          "\(argument.name) has to be given behind \(before.name), which need not be")
      }
    }
    var taken = Set(parents.flatMap { $0.options }.flatMap { $0.spellings })
    for option in options {
      expectSentence(option.help, of: "--\(option.name)")
      for spelling in option.spellings {
        expect(taken.insert(spelling).inserted, "\(spelling) stands there twice")
      }
    }
    var names: Set<String> = []
    for name in subcommands.map({ $0.name }) {
      expect(names.insert(name).inserted, "the verb \(name) stands there twice")
    }
    for example in examples {
      expectSentence(example.help, of: "the example \"\(example.line)\"")
      if let problem = example.problem(of: path) {
        expect(false, "the example \"\(example.line)\" \(problem)")
      }
    }
    return subcommands.reduce(problems) { $0 + $1.problems(below: path) }
  }
}

extension Command.Example {
  /// Why the line does not run the verb it is an example of; nil when it does.
  fileprivate func problem(of path: [Command]) -> String? {
    let words = shellWords.drop { $0 != path[0].name }
    guard !words.isEmpty else { return "does not name \(path[0].name)" }
    let end = words.firstIndex { ["|", "<", ">", ">>", "2>", "&&", ";"].contains($0) }
    do throws(Diagnostics) {
      let invocation = try path[0].parse(Array(words[..<(end ?? words.endIndex)].dropFirst()))
      if let missing = invocation.missingArgument { return "leaves out \(missing.name)" }
      let isThis = invocation.path.map { $0.name }.starts(with: path.map { $0.name })
      return isThis ? nil : "runs another verb"
    } catch {
      return "does not parse: \(error.all.map { $0.message }.joined(separator: "; "))"
    }
  }

  /// The line at its blanks, except between quotation marks.
  private var shellWords: [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if quote == nil, character == " " {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + "\(character)"
      }
    }
    return words + (word.map { [$0] } ?? [])
  }
}
