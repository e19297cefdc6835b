extension Command {
  /// `foi lint FILE… [options]`
  ///
  /// - Parameter parents: the names of the program and the verbs above this one.
  public func usage(below parents: [String] = []) -> String {
    var words = parents + [name]
    if !subcommands.isEmpty { words.append(arguments.isEmpty ? "VERB" : "[VERB]") }
    for argument in arguments {
      let name = argument.name + (argument.repeats ? "…" : "")
      words.append(argument.isOptional ? "[\(name)]" : name)
    }
    if !options.isEmpty { words.append("[options]") }
    return words.joined(separator: " ")
  }

  /// The help page as plain text.
  ///
  /// - Parameters:
  ///   - parents: the program and the verbs above this one; their options hold here too.
  ///   - width: columns of the terminal.
  public func help(below parents: [Command] = [], width: Int = 80) -> String {
    var out = wrapped(summary, width: width) + "\n\n"
    out += "Usage: \(usage(below: parents.map { $0.name }))\n"
    for paragraph in paragraphs(of: discussion) {
      out += "\n\(wrapped(paragraph, width: width))\n"
    }
    out += section("Verbs", visibleSubcommands.map { ($0.name, $0.summary) }, width)
    out += section("Arguments", arguments.map { ($0.name, $0.help) }, width)
    out += section("Options", options.map { ($0.label, $0.fullHelp) }, width)
    let shared = parents.flatMap { $0.options }
    out += section("Options everywhere", shared.map { ($0.label, $0.fullHelp) }, width)
    if !examples.isEmpty {
      out += "\nExamples:\n"
      for example in examples {
        out += "  \(example.line)\n      \(wrapped(example.help, width: width, indent: 6))\n"
      }
    }
    return out
  }

  private func section(_ title: String, _ rows: [(String, String)], _ width: Int) -> String {
    guard !rows.isEmpty else { return "" }
    let column = min(rows.map { displayWidth($0.0) }.max() ?? 0, 26) + 4
    var out = "\n\(title):\n"
    for (name, help) in rows {
      let gap = column - 2 - displayWidth(name)
      let fits = gap >= 2
      let lead = (fits ? "" : "\n") + String(repeating: " ", count: fits ? gap : column)
      out += "  \(name)\(lead)\(wrapped(help, width: width, indent: column))\n"
    }
    return out
  }
}

extension OptionEntry {
  /// As it is typed: `--out` and, where there is one, `-o`.
  var spellings: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }

  /// `-o, --out FILE`
  var label: String {
    let dashes = spellings.reversed().joined(separator: ", ")
    return valueName.map { "\(dashes) \($0)" } ?? dashes
  }

  var fullHelp: String {
    var text = help
    if !allowed.isEmpty { text += " One of \(allowed.joined(separator: ", "))." }
    if repeats { text += " May be given several times." }
    return text
  }
}

/// The paragraphs of a text, each on one line.
func paragraphs(of text: String) -> [String] {
  var paragraphs: [String] = []
  var isOpen = false
  for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.allSatisfy({ $0.isWhitespace }) {
      isOpen = false
    } else if isOpen {
      paragraphs[paragraphs.count - 1] += " \(line)"
    } else {
      paragraphs.append(String(line))
      isOpen = true
    }
  }
  return paragraphs
}
