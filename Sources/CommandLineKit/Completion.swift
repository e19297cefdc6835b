/// The shells that completion can be made for.
public enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

extension Command {
  /// A script that completes this program's verbs, options and values.
  ///
  /// Names that only the program knows are asked of it while typing, as `foi complete authority PREFIX`.
  public func completion(for shell: Shell) -> String {
    let heading = "# Completion for \(name), made from its table of verbs and options.\n"
    return switch shell {
    case .bash: heading + offer + bashEntry
    case .zsh: "#compdef \(name)\n" + heading + offer + zshEntry
    case .fish: heading + fishLines.joined(separator: "\n") + "\n"
    }
  }

  /// The program and every visible verb, each with the verbs that lead to it.
  private func paths(below parents: [Command] = []) -> [[Command]] {
    let path = parents + [self]
    return [path] + visibleSubcommands.flatMap { $0.paths(below: path) }
  }
}

// MARK: - bash and zsh

extension Command {
  /// A function for bash and zsh alike that works out what fits.
  ///
  /// Nothing that the program lists is ever expanded as shell code, as `compgen -W` would: a name may come
  /// from a file in a folder somebody else wrote.
  private var offer: String {
    let paths = paths()
    let verbs = paths.dropFirst().map { "\"\(verb($0))\"" }
    var rows = ""
    for path in paths {
      let dashed = path.reversed().flatMap { $0.options }.map { "--\($0.name)" }
      let command = path[path.count - 1]
      let values =
        command.visibleSubcommands.map { $0.name }
        + command.arguments.compactMap { source($0.kind) }
      rows += """
            "\(verb(path))")
              dashed="\(dashed.joined(separator: " "))"
              values="\(values.joined(separator: " "))" ;;

        """
    }
    var options = ""
    for path in paths {
      let command = path[path.count - 1]
      // An option of a verb holds behind the verbs below it, too.
      var places = ["\"\(verb(path)) "]
      if !command.subcommands.isEmpty { places.append("\"\(verb(path)) \"*\" ") }
      if path.count == 1 { places = ["*\" "] }
      for option in command.options where option.valueName != nil {
        let patterns = option.spellings.flatMap { spelling in
          places.map { "\($0)\(spelling)\"" }
        }
        let values =
          option.allowed.isEmpty ? [source(option.kind)].compactMap { $0 } : option.allowed
        options += """
              \(patterns.joined(separator: " | ")))
                dashed="" values="\(values.joined(separator: " "))" ;;

          """
      }
    }
    return """

      # Takes the words behind the program's name up to the cursor, the last one unfinished. Leaves what fits
      # in `offer`, and `file` or `folder` in `files` where those fit.
      _\(name)_offer() {
        [ -z "${ZSH_VERSION-}" ] || emulate -L sh
        local verb="" before="" word="" prefix="" dashed="" values="" item
        offer=() files=""
        for item in "$@"; do
          # bash takes --name=value for three words.
          if [ "$word" = "=" ]; then word="$item"; continue; fi
          before="$word" word="$item"
          case "${verb:+$verb }$before" in
            \((verbs.isEmpty ? ["\" \""] : verbs).joined(separator: " | ")))
              verb="${verb:+$verb }$before" ;;
          esac
        done
        case "$verb" in
      \(rows)  esac
        case "$word" in
          "=") word="" values="" ;;
          --*=*) before="${word%%=*}" prefix="${word%%=*}=" word="${word#*=}" values="" ;;
        esac
        case "$verb $before" in
      \(options)    *) case "$word" in -*) values="$dashed" ;; esac ;;
        esac
        set --
        for item in $values; do
          case "$item" in
            @file | @folder) files="${item#@}" ;;
            @*) set -- "$@" $(\(name) complete "${item#@}" "$word" 2> /dev/null) ;;
            *) set -- "$@" "$item" ;;
          esac
        done
        for item in "$@"; do
          case "$item" in "$word"*) offer+=("$prefix$item") ;; esac
        done
      }

      """
  }

  /// bash completes files better than a script can, when it is asked to and offered nothing else.
  private var bashEntry: String {
    """

    _\(name)() {
      local offer files
      _\(name)_offer "${COMP_WORDS[@]:1:COMP_CWORD}"
      COMPREPLY=("${offer[@]}")
      case "$files" in
        file) compopt -o default 2> /dev/null ;;
        folder) compopt -o dirnames 2> /dev/null ;;
      esac
    }
    complete -F _\(name) \(name)

    """
  }

  /// Whether zsh has found the script itself, as `_foi` on its path, or somebody has sourced it.
  private var zshEntry: String {
    """

    _\(name)() {
      local -a offer
      local files
      _\(name)_offer "${(@)words[2,CURRENT]}"
      (( $#offer )) && compadd -- "${offer[@]}"
      case "$files" in
        file) compset -P '--*='; _files ;;
        folder) compset -P '--*='; _files -/ ;;
      esac
    }
    if [ "${funcstack[1]}" = "_\(name)" ]; then _\(name) "$@"; else compdef _\(name) \(name); fi

    """
  }

  /// `rules list`; empty for the program itself.
  private func verb(_ path: [Command]) -> String {
    path.dropFirst().map { $0.name }.joined(separator: " ")
  }

  private func source(_ kind: ValueKind) -> String? {
    switch kind {
    case .text, .number, .date: nil
    case .file, .folder, .authority, .group, .rule, .template: "@\(kind.rawValue)"
    }
  }
}

// MARK: - fish

extension Command {
  private var fishLines: [String] {
    var lines = ["complete -c \(name) -f"]
    for path in paths() {
      let command = path[path.count - 1]
      let verbs = command.visibleSubcommands
      let here = path.dropFirst().map { "__fish_seen_subcommand_from \($0.name)" }
      let names = verbs.map { $0.name }.joined(separator: " ")
      let undecided = here + ["not __fish_seen_subcommand_from \(names)"]
      for verb in verbs {
        lines.append(
          fishLine(undecided, ["-a \(verb.name)", "-d \(fishQuoted(verb.summary))"]))
      }
      for option in command.options {
        var parts = ["-l \(option.name)"]
        if let short = option.short { parts.append("-s \(short)") }
        // -r would let in files wherever they fit an argument; -x is a value and no file.
        if option.valueName != nil { parts.append(option.kind == .file ? "-r" : "-x") }
        parts += fishValues(option.kind, option.allowed)
        lines.append(fishLine(here, parts + ["-d \(fishQuoted(option.help))"]))
      }
      for argument in command.arguments {
        let values = fishValues(argument.kind, [])
        if !values.isEmpty { lines.append(fishLine(here, values)) }
      }
    }
    return lines
  }

  private func fishLine(_ conditions: [String], _ parts: [String]) -> String {
    let condition =
      conditions.isEmpty ? [] : ["-n '\(conditions.joined(separator: "; and "))'"]
    return (["complete -c \(name)"] + condition + parts).joined(separator: " ")
  }

  private func fishValues(_ kind: ValueKind, _ allowed: [String]) -> [String] {
    guard allowed.isEmpty else { return ["-a '\(allowed.joined(separator: " "))'"] }
    switch kind {
    case .text, .number, .date: return []
    case .file: return ["-F"]
    case .folder: return ["-a '(__fish_complete_directories)'"]
    case .authority, .group, .rule, .template: return ["-a '(\(name) complete \(kind.rawValue))'"]
    }
  }

  private func fishQuoted(_ text: String) -> String {
    "'" + text.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : "\($1)" } + "'"
  }
}
