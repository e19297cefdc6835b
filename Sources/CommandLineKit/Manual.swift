extension Command {
  /// The manual page, in roff of plain ASCII: every verb with its arguments, options and examples.
  public func manual(version: String) -> String {
    let (synopsis, description) = (usage().dropFirst(name.count + 1), prose(discussion))
    let chapters = visibleSubcommands.map { $0.chapter(below: [name]) }.joined()
    return ".TH \(roff(name.uppercased())) 1 \"\" \"\(roff("\(name) \(version)"))\"\n"
      + section("NAME", "\(roff(name)) \\- \(roff(phrase(summary)))\n")
      + section("SYNOPSIS", ".B \(roff(name))\n" + (synopsis.isEmpty ? "" : "\(roff(synopsis))\n"))
      + section("DESCRIPTION", description + argumentEntries)
      + section("OPTIONS", optionEntries)
      + section("VERBS", chapters)
      + section("EXAMPLES", exampleEntries)
      + section(
        "EXIT STATUS",
        entry("0", "There is nothing to say.")
          + entry("1", "There are findings at or above the severity of --fail-on.")
          + entry("2", "It could not be done: usage, an unreadable file, a bad rule."))
  }

  private func chapter(below parents: [String]) -> String {
    ".SS \(roff(usage(below: parents)))\n\(prose(summary))"
      + (discussion.isEmpty ? "" : ".PP\n\(prose(discussion))")
      + argumentEntries + optionEntries + exampleEntries
      + visibleSubcommands.map { $0.chapter(below: parents + [name]) }.joined()
  }

  private var argumentEntries: String {
    arguments.map { entry($0.name, $0.help, font: "I") }.joined()
  }
  private var optionEntries: String { options.map { entry($0.label, $0.fullHelp) }.joined() }
  private var exampleEntries: String { examples.map { entry($0.line, $0.help) }.joined() }
}

private func section(_ title: String, _ body: String) -> String {
  body.isEmpty ? "" : ".SH \(title)\n\(body)"
}

private func entry(_ tag: String, _ text: String, font: String = "B") -> String {
  ".TP\n.\(font) \(roff(tag))\n\(prose(text))"
}

private func prose(_ text: String) -> String {
  paragraphs(of: text).map { "\(roff($0))\n" }.joined(separator: ".PP\n")
}

/// A sentence as indexes of manual pages want it: no full stop, no capital, unless it begins with initials.
private func phrase(_ sentence: String) -> String {
  let body = sentence.hasSuffix(".") ? sentence.dropLast() : sentence[...]
  let isInitials = body.dropFirst().first?.isUppercase ?? true
  return isInitials ? String(body) : body.prefix(1).lowercased() + body.dropFirst()
}

/// Text in which no character is an instruction to roff, nor one that it would print as another.
private func roff(_ text: some StringProtocol) -> String {
  var out = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": out += "\\e"
    case "-": out += "\\-"
    case "\"": out += "\\(dq"
    case "'": out += "\\(aq"
    case "`": out += "\\(ga"
    case "^": out += "\\(ha"
    case "~": out += "\\(ti"
    case "." where out.isEmpty: out += "\\&."
    case _ where scalar.isASCII: out.unicodeScalars.append(scalar)
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      out += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
    }
  }
  return out
}
