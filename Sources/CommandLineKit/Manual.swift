extension Command {
  /// The manual page, in roff: every verb with its arguments, options and examples.
  public func manual(version: String) -> String {
    var out = ".TH \(name.uppercased()) 1 \"\" \"\(name) \(roff(version))\"\n"
    out += ".SH NAME\n\(name) \\- \(roff(lowered(summary)))\n"
    out +=
      ".SH SYNOPSIS\n.B \(name)\n\(roff(usage().split(separator: " ").dropFirst().joined(separator: " ")))\n"
    if !discussion.isEmpty { out += ".SH DESCRIPTION\n\(prose(discussion))" }
    out += ".SH OPTIONS\n" + entries(options)
    out += ".SH VERBS\n"
    for command in subcommands where !command.isHidden { out += command.chapter(below: [name]) }
    out += """
      .SH EXIT STATUS
      0: nothing to say.
      1: findings at or above the severity of \\-\\-fail\\-on.
      2: it could not be done: usage, an unreadable file, a bad rule.

      """
    return out
  }

  private func chapter(below parents: [String]) -> String {
    var out = ".SS \(roff(usage(below: parents)))\n\(roff(summary))\n"
    if !discussion.isEmpty { out += ".PP\n\(prose(discussion))" }
    for argument in arguments { out += ".TP\n.I \(roff(argument.name))\n\(roff(argument.help))\n" }
    out += entries(options)
    for example in examples { out += ".TP\n.B \(roff(example.line))\n\(roff(example.help))\n" }
    for command in subcommands where !command.isHidden {
      out += command.chapter(below: parents + [name])
    }
    return out
  }

  private func entries(_ options: [OptionEntry]) -> String {
    var out = ""
    for option in options { out += ".TP\n.B \(roff(option.label))\n\(roff(option.fullHelp))\n" }
    return out
  }

  private func prose(_ text: String) -> String {
    paragraphs(of: text).map { "\(roff($0))\n" }.joined(separator: ".PP\n")
  }

  private func lowered(_ sentence: String) -> String {
    sentence.prefix(1).lowercased() + sentence.dropFirst().prefix { $0 != "." }
  }
}

/// Text in which no character is an instruction to roff.
private func roff(_ text: String) -> String {
  var out = ""
  for character in text {
    switch character {
    case "\\": out += "\\e"
    case "-": out += "\\-"
    case "." where out.isEmpty, "'" where out.isEmpty: out += "\\&\(character)"
    default: out.append(character)
    }
  }
  return out
}
