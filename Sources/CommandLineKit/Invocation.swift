import SourceText

/// A command line, taken apart.
public struct Invocation: Sendable {
  /// The program and the verbs below it that were named.
  public internal(set) var path: [Command]
  /// What stood there without dashes.
  public internal(set) var arguments: [String] = []
  var values: [String: [String]] = [:]

  /// The program with nothing behind its name.
  public init(_ program: Command) { path = [program] }

  /// The verb that was named; the program itself when there was none.
  public var command: Command { path[path.count - 1] }

  /// The names of the verbs below the program: `["rules", "list"]`.
  public var verbs: [String] { path.dropFirst().map { $0.name } }

  /// The first argument that has to be given and is not.
  public var missingArgument: Command.Argument? {
    command.arguments.dropFirst(arguments.count).first { !$0.isOptional }
  }

  public subscript(option: Option<Bool>) -> Bool { values[option.entry.name] != nil }
  public subscript(option: Option<String?>) -> String? { values[option.entry.name]?.first }
  public subscript(option: Option<[String]>) -> [String] { values[option.entry.name] ?? [] }
}

extension Command {
  /// Takes a command line apart.
  ///
  /// Options may stand anywhere, as `--name value` or `--name=value`, short ones also together; a value
  /// that begins with a dash needs the `=`. `--` ends options and verbs; `-` alone is an argument.
  ///
  /// - Parameter arguments: the words after the program's name.
  /// - Throws: the first word that does not fit, with the nearest that would.
  public func parse(_ arguments: [String]) throws(Diagnostics) -> Invocation {
    var parser = CommandParser(self, arguments)
    return try parser.parse()
  }
}

private struct CommandParser {
  private var invocation: Invocation
  private let words: [String]
  private var next = 0
  private var optionsEnded = false

  init(_ command: Command, _ words: [String]) {
    invocation = Invocation(command)
    self.words = words
  }

  mutating func parse() throws(Diagnostics) -> Invocation {
    while next < words.count {
      let word = words[next]
      next += 1
      if optionsEnded || word == "-" || !word.hasPrefix("-") {
        try takeArgument(word)
      } else if word == "--" {
        optionsEnded = true
      } else if word.hasPrefix("--") {
        try takeLong(word)
      } else {
        try takeShort(word)
      }
    }
    return invocation
  }

  private mutating func takeArgument(_ word: String) throws(Diagnostics) {
    let command = invocation.command
    if !optionsEnded, invocation.arguments.isEmpty,
      let verb = command.subcommands.first(where: { $0.name == word })
    {
      invocation.path.append(verb)
      return
    }
    let isRoom =
      command.arguments.last?.repeats == true
      || invocation.arguments.count < command.arguments.count
    guard isRoom else {
      guard command.arguments.isEmpty, !command.subcommands.isEmpty else {
        throw error("\(command.name) does not take \"\(word)\"", remedy: "usage: \(usage)")
      }
      let names = command.visibleSubcommands.map { $0.name }
      throw error(
        "\(command.name) has no verb \"\(word)\"",
        remedy: didYouMean(word, among: names) ?? "there are \(names.joined(separator: ", "))")
    }
    invocation.arguments.append(word)
  }

  private mutating func takeLong(_ word: String) throws(Diagnostics) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let option = known.first(where: { $0.name == name }) else {
      throw unknown("--\(name)", near: name)
    }
    if parts.count == 2 {
      guard option.valueName != nil else {
        throw error("--\(name) takes no value", remedy: "write --\(name)")
      }
      try give(String(parts[1]), to: option)
    } else {
      try take(option)
    }
  }

  private mutating func takeShort(_ word: String) throws(Diagnostics) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      guard let option = known.first(where: { $0.short == letter }) else {
        throw unknown("-\(letter)", near: String(word.dropFirst()))
      }
      guard option.valueName != nil, !letters.isEmpty else {
        try take(option)
        continue
      }
      return try give(String(letters.first == "=" ? letters.dropFirst() : letters), to: option)
    }
  }

  private mutating func take(_ option: OptionEntry) throws(Diagnostics) {
    guard let valueName = option.valueName else {
      invocation.values[option.name] = []
      return
    }
    if option.kind == .number, next < words.count, words[next].isNegativeNumber {
      next += 1
      throw error("--\(option.name) must not be negative", remedy: "leave out the minus sign")
    }
    // Another option in the value's place: the value was forgotten.
    guard next < words.count, words[next] == "-" || !words[next].hasPrefix("-") else {
      throw error("--\(option.name) needs a value", remedy: "write --\(option.name) \(valueName)")
    }
    next += 1
    try give(words[next - 1], to: option)
  }

  private mutating func give(_ typed: String, to option: OptionEntry) throws(Diagnostics) {
    var value = typed
    if !option.allowed.isEmpty {
      guard let allowed = option.allowed.first(where: { $0.lowercased() == typed.lowercased() })
      else {
        throw error(
          "--\(option.name) cannot be \"\(typed)\"",
          remedy: didYouMean(typed, among: option.allowed)
            ?? "it can be \(option.allowed.joined(separator: ", "))")
      }
      value = allowed
    }
    if !option.repeats, invocation.values[option.name] != nil {
      throw error("--\(option.name) is given twice", remedy: "leave one of them out")
    }
    invocation.values[option.name, default: []].append(value)
  }

  private var known: [OptionEntry] { invocation.path.flatMap { $0.options } }

  private var usage: String {
    invocation.command.usage(below: invocation.path.dropLast().map { $0.name })
  }

  private func unknown(_ typed: String, near name: String) -> Diagnostics {
    let nearest = name.count > 1 ? nearestName(to: name, among: known.map { $0.name }) : nil
    return error(
      "unknown option \"\(typed)\"", remedy: nearest.map { "did you mean \"--\($0)\"?" })
  }

  /// An error at the word last taken, on the command line as it was typed.
  private func error(_ message: String, remedy: String? = nil) -> Diagnostics {
    var line = invocation.path[0].name
    var place = 0..<0
    for (i, word) in words.enumerated() {
      line += " "
      let start = line.utf8.count
      line += typed(word)
      if i == next - 1 { place = start..<line.utf8.count }
    }
    return Source(name: "command line", text: line).error(message, at: place, remedy: remedy)
  }

  /// A word with the quotation marks that a shell would have taken off, all on one line.
  private func typed(_ word: String) -> String {
    guard word.isEmpty || word.contains(where: { $0.isWhitespace }) else { return word }
    return "\"\(String(word.map { $0.isNewline ? " " : $0 }))\""
  }
}

extension String {
  /// `-4`, which is no option; `-4x` may be anything.
  fileprivate var isNegativeNumber: Bool { (Double(self) ?? 0) < 0 }
}
