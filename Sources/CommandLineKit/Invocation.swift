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

  public subscript(option: Option<Bool>) -> Bool { values[option.entry.name] != nil }
  public subscript(option: Option<String?>) -> String? { values[option.entry.name]?.first }
  public subscript(option: Option<[String]>) -> [String] { values[option.entry.name] ?? [] }
}

extension Command {
  /// Takes a command line apart.
  ///
  /// Options may stand anywhere, as `--name value` or `--name=value`, short ones also together; `--` ends
  /// them; `-` alone is an argument.
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
    if !command.subcommands.isEmpty, invocation.arguments.isEmpty {
      if let found = command.subcommands.first(where: { $0.name == word }) {
        invocation.path.append(found)
        return
      }
      if command.arguments.isEmpty {
        let names = command.subcommands.filter { !$0.isHidden }.map { $0.name }
        throw error(
          "\(command.name) has no verb \"\(word)\"",
          remedy: didYouMean(word, among: names) ?? "there are \(names.joined(separator: ", "))")
      }
    }
    let isRoom =
      command.arguments.last?.repeats == true
      || invocation.arguments.count < command.arguments.count
    guard isRoom else {
      throw error("\(command.name) does not take \"\(word)\"", remedy: usage)
    }
    invocation.arguments.append(word)
  }

  private mutating func takeLong(_ word: String) throws(Diagnostics) {
    let parts = word.dropFirst(2).split(
      separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let known = invocation.path.flatMap { $0.options }
    guard let option = known.first(where: { $0.name == name }) else {
      let nearest = nearestName(to: name, among: known.map { $0.name })
      throw error(
        "unknown option \"--\(name)\"", remedy: nearest.map { "did you mean \"--\($0)\"?" })
    }
    if parts.count == 2 {
      guard option.valueName != nil else { throw error("--\(name) takes no value") }
      try give(String(parts[1]), to: option)
    } else {
      try take(option)
    }
  }

  private mutating func takeShort(_ word: String) throws(Diagnostics) {
    var letters = word.dropFirst()
    while let letter = letters.popFirst() {
      let known = invocation.path.flatMap { $0.options }
      guard let option = known.first(where: { $0.short == letter }) else {
        throw error("unknown option \"-\(letter)\"")
      }
      if option.valueName != nil, !letters.isEmpty {
        try give(String(letters), to: option)
        return
      }
      try take(option)
    }
  }

  private mutating func take(_ option: OptionEntry) throws(Diagnostics) {
    guard let valueName = option.valueName else {
      invocation.values[option.name] = []
      return
    }
    guard next < words.count else {
      throw error("--\(option.name) needs a value", remedy: "write --\(option.name) \(valueName)")
    }
    next += 1
    try give(words[next - 1], to: option)
  }

  private mutating func give(_ value: String, to option: OptionEntry) throws(Diagnostics) {
    if !option.allowed.isEmpty, !option.allowed.contains(value) {
      throw error(
        "--\(option.name) cannot be \"\(value)\"",
        remedy: didYouMean(value, among: option.allowed)
          ?? "it can be \(option.allowed.joined(separator: ", "))")
    }
    if !option.repeats, invocation.values[option.name] != nil {
      throw error("--\(option.name) is given twice", remedy: "leave one of them out")
    }
    invocation.values[option.name, default: []].append(value)
  }

  private var usage: String {
    invocation.command.usage(below: invocation.path.dropLast().map { $0.name })
  }

  /// An error at the word last taken, on the command line as it was typed.
  private func error(_ message: String, remedy: String? = nil) -> Diagnostics {
    var line = invocation.path[0].name
    var place = 0..<0
    for (i, word) in words.enumerated() {
      line += " "
      let start = line.utf8.count
      line += word
      if i == next - 1 { place = start..<line.utf8.count }
    }
    return Source(name: "command line", text: line).error(message, at: place, remedy: remedy)
  }
}
