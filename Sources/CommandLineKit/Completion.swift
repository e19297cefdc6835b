/// The shells that completion can be made for.
public enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

extension Command {
  /// A script that completes this program's verbs, options and values.
  ///
  /// Names that only the program knows are asked of it while typing, as `foi complete authority PREFIX`.
  public func completion(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletion
    case .zsh: "#compdef \(name)\nautoload -U +X bashcompinit && bashcompinit\n\(bashCompletion)"
    case .fish: fishCompletion
    }
  }

  /// Every visible verb with the words that lead to it: `["rules", "list"]`.
  private var verbs: [(path: [String], command: Command)] {
    var all: [(path: [String], command: Command)] = []
    for command in subcommands where !command.isHidden {
      all.append(([command.name], command))
      for (path, below) in command.verbs { all.append(([command.name] + path, below)) }
    }
    return all
  }

  private var bashCompletion: String {
    var cases = ""
    for (path, command) in [([], self)] + verbs {
      let words =
        command.subcommands.filter { !$0.isHidden }.map { $0.name }
        + (command.options + (path.isEmpty ? [] : options)).map { "--\($0.name)" }
      let argument = command.arguments.last.map { source($0.kind, []) } ?? ""
      cases += """
            "\(path.joined(separator: " "))")
              words="\(words.joined(separator: " "))"
              \(argument.isEmpty ? ":" : "values=\(argument)") ;;

        """
    }
    var values = ""
    var seen: Set<String> = []
    for option in ([self] + verbs.map { $0.command }).flatMap({ $0.options })
    where option.valueName != nil && seen.insert(option.name).inserted {
      values += "    --\(option.name)) values=\(source(option.kind, option.allowed)) ;;\n"
    }
    return """
      # Completion for \(name), made from its table of verbs and options.
      _\(name)() {
        local word="${COMP_WORDS[COMP_CWORD]}" last="${COMP_WORDS[COMP_CWORD-1]}"
        local verb="" words="" values="" item
        for item in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          case "${verb:+$verb }$item" in
            \(verbs.map { "\"\($0.path.joined(separator: " "))\"" }.joined(separator: "|"))) verb="${verb:+$verb }$item" ;;
          esac
        done
        case "$verb" in
      \(cases)  esac
        case "$last" in
      \(values)  *) [ -n "$words" ] && [ "${word#-}" != "$word" ] && values="" ;;
        esac
        case "$last" in --*) [ -n "$values" ] && words="" ;; esac
        case "$values" in
          "") COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
          @file) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")) ;;
          @folder) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -d -- "$word")) ;;
          @*) COMPREPLY=($(compgen -W "$words $(\(name) complete "${values#@}" "$word" 2> /dev/null)" -- "$word")) ;;
          *) COMPREPLY=($(compgen -W "$words $values" -- "$word")) ;;
        esac
      }
      complete -F _\(name) \(name)

      """
  }

  private func source(_ kind: ValueKind, _ allowed: [String]) -> String {
    guard allowed.isEmpty else { return "\"\(allowed.joined(separator: " "))\"" }
    switch kind {
    case .text, .number, .date: return ""
    default: return "@\(kind.rawValue)"
    }
  }

  private var fishCompletion: String {
    var lines = [
      "# Completion for \(name), made from its table of verbs and options.",
      "complete -c \(name) -f",
    ]
    for (path, command) in verbs {
      let parent = path.dropLast()
      let condition =
        parent.isEmpty
        ? "__fish_use_subcommand"
        : "__fish_seen_subcommand_from \(parent.joined(separator: " "))"
      lines.append(
        "complete -c \(name) -n '\(condition)' -a \(command.name) -d '\(fish(command.summary))'")
      let here = "__fish_seen_subcommand_from \(path.last ?? "")"
      for option in command.options { lines.append(fishLine(option, here)) }
      if let argument = command.arguments.last {
        lines.append("complete -c \(name) -n '\(here)' \(fishValues(argument.kind, []))")
      }
    }
    for option in options { lines.append(fishLine(option, nil)) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishLine(_ option: OptionEntry, _ condition: String?) -> String {
    var line = "complete -c \(name)"
    if let condition { line += " -n '\(condition)'" }
    line += " -l \(option.name)"
    if let short = option.short { line += " -s \(short)" }
    if option.valueName != nil { line += " -r \(fishValues(option.kind, option.allowed))" }
    return line + " -d '\(fish(option.help))'"
  }

  private func fishValues(_ kind: ValueKind, _ allowed: [String]) -> String {
    guard allowed.isEmpty else { return "-a '\(allowed.joined(separator: " "))'" }
    switch kind {
    case .text, .number, .date: return ""
    case .file: return "-F"
    case .folder: return "-a '(__fish_complete_directories)'"
    default: return "-a '(\(name) complete \(kind.rawValue) (commandline -ct))'"
    }
  }

  private func fish(_ text: String) -> String {
    text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "\\'")
  }
}
