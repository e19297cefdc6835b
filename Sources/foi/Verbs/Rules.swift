import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let force = Option<Bool>.flag("force", help: "Overwrite a file that is there.")
    static let guides = Option<String?>.value(
      "guides", "FOLDER", kind: .folder,
      help: "Where your own rules are; Guides/rules if not given.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "markdown"], help: "A list for a terminal, or a page.")
  }

  static let rules = Verb(
    command: Command(
      "rules",
      summary: "Lists the rules, and helps to write your own.",
      subcommands: [
        Command(
          "list", summary: "Lists the rules by category.",
          options: [Options.guides.entry, Options.form.entry]),
        Command(
          "copy", summary: "Copies a rule into your own Guides/rules folder, to change it.",
          arguments: [.init("RULE", kind: .rule, help: "The id of a rule.")],
          options: [Options.force.entry]),
        Command(
          "new", summary: "Writes the skeleton of a rule into your own Guides/rules folder.",
          arguments: [.init("NAME", help: "Its id: small letters and hyphens.")],
          options: [Options.force.entry]),
        Command(
          "test", summary: "Tries the examples of your own rules.",
          arguments: [
            .init(
              "FOLDER", kind: .folder, isOptional: true,
              help: "Where they are; Guides/rules if not given.")
          ]),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      switch invocation.verbs.last {
      case "list":
        let rules = try Rules.load(invocation[Options.guides], shell).set.rules
        let isPage = invocation[Options.form] == "markdown"
        shell.print(isPage ? RuleIndex(rules).page : Rules.list(rules))
        return 0
      case "copy":
        let id = invocation.arguments[0]
        guard let page = BuiltIn.rules["\(id).md"] else {
          throw Rules.unknown(id, among: BuiltIn.ruleList())
        }
        return try Rules.write(page.text, id, invocation[Options.force], shell)
      case "new":
        let name = invocation.arguments[0]
        return try Rules.write(Rules.skeleton(name), name, invocation[Options.force], shell)
      case "test":
        return try Rules.test(invocation.arguments.first ?? "Guides/rules", shell)
      default:
        shell.print(invocation.command.help(below: invocation.path.dropLast(), width: shell.width))
        return 0
      }
    })

  static let explain = Verb(
    command: Command(
      "explain",
      summary: "Shows the page of a rule: what it finds, why, and what to write.",
      arguments: [.init("RULE", kind: .rule, help: "The id of a rule.")],
      options: [Options.guides.entry],
      examples: [.init("foi explain vague-association", "Read why \"associated with\" comes back.")]
    ),
    run: { invocation, shell throws(Diagnostics) in
      let id = invocation.arguments[0]
      let own = "\(invocation[Options.guides] ?? "Guides/rules")/\(id).md"
      let source: Source
      if Files.exists(own) {
        source = try Files.source(own)
      } else if let page = BuiltIn.rules["\(id).md"] {
        source = Source(name: "Guides/rules/\(id).md", text: page.text)
      } else {
        throw Rules.unknown(id, among: BuiltIn.ruleList())
      }
      let guide = try Guide(source)
      let page = Markdown(source, in: guide.bodyStart..<source.bytes.count)
      shell.print(sanitised(page.plainText(width: min(shell.width, 100))))
      shell.print("\nEvidence\n--------\n\n")
      for item in guide.rule.evidence {
        let note = item.note.isEmpty ? "" : ": \(item.note)"
        shell.print(
          "  "
            + wrapped(
              sanitised("\(item.label), \(item.outcome.rawValue)\(note)"), width: shell.width,
              indent: 2))
        shell.print("  \(sanitised(item.source))")
      }
      return 0
    })
}

/// The rules that come with the program, and the user's own.
enum Rules {
  /// The rules in force: a rule of the user's takes the place of ours with the same id.
  ///
  /// A bad rule of the user's is shown and left out; the others still run.
  static func load(_ folder: String?, _ shell: Shell) throws(Diagnostics) -> (
    set: RuleSet, hasProblems: Bool
  ) {
    if let folder, !Files.isFolder(folder) { throw Diagnostics("there is no folder \(folder)") }
    let builtIn = BuiltIn.ruleSet()
    var own: [Rule] = []
    var hasProblems = false
    for (guide, problems) in try self.own(folder ?? "Guides/rules") {
      if problems.isEmpty, let guide {
        own.append(guide.rule)
      } else {
        shell.show(problems)
        hasProblems = true
      }
    }
    return (own.isEmpty ? builtIn : RuleSet(builtIn.rules + own), hasProblems)
  }

  /// The guides of a folder, checked; those that are ours to the byte are left out.
  static func own(_ folder: String) throws(Diagnostics) -> [(guide: Guide?, problems: [Diagnostic])]
  {
    guard Files.isFolder(folder) else { return [] }
    var guides: [(guide: Guide?, problems: [Diagnostic])] = []
    let registry = BuiltIn.registry()
    let offences = BuiltIn.offences()
    let published = BuiltIn.published()
    for path in try Files.texts(in: folder) where path.hasSuffix(".md") {
      let source = try Files.source(path)
      let name = path.split(separator: "/").last.map { String($0) } ?? path
      if BuiltIn.rules[name]?.bytes == source.bytes { continue }
      do throws(Diagnostics) {
        let guide = try Guide(source)
        guides.append(
          (
            guide,
            GuideCheck(guide, offences: offences, published: published) { registry[$0] }.problems()
          ))
      } catch {
        guides.append((nil, error.all))
      }
    }
    return guides
  }

  /// Tries a rule's examples.
  ///
  /// - Throws: whatever is wrong with it.
  static func check(_ source: Source) throws(Diagnostics) {
    let registry = BuiltIn.registry()
    let problems = GuideCheck(
      try Guide(source), offences: BuiltIn.offences(), published: BuiltIn.published()
    ) { registry[$0] }.problems()
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  static func unknown(_ id: String, among rules: [Rule]) -> Diagnostics {
    Diagnostics(
      "no rule is called \"\(id)\"",
      remedy: didYouMean(id, among: rules.map { $0.id }) ?? "foi rules list shows them all")
  }

  static func list(_ rules: [Rule]) -> String {
    var out = ""
    for category in Category.allCases {
      let rows = rules.filter { $0.category == category }.map { ["  " + $0.id, $0.title] }
      if !rows.isEmpty { out += "\(category.rawValue)\n\(table(rows))" }
    }
    return String(out.dropLast())
  }

  static func test(_ folder: String, _ shell: Shell) throws(Diagnostics) -> Int32 {
    guard Files.isFolder(folder) else {
      throw Diagnostics("there is no folder \(folder)", remedy: "foi rules new NAME begins one")
    }
    let guides = try own(folder)
    var bad = 0
    for (_, problems) in guides where !problems.isEmpty {
      shell.show(problems)
      bad += 1
    }
    shell.note("\(guides.count - bad) of \(guides.count) rules of your own hold.")
    return bad > 0 ? 2 : 0
  }

  static func write(_ text: String, _ id: String, _ force: Bool, _ shell: Shell) throws(Diagnostics)
    -> Int32
  {
    try Files.makeFolder("Guides/rules")
    let path = "Guides/rules/\(id).md"
    try Files.write(Array(text.utf8), to: path, replacing: force)
    shell.note("Written: \(path)")
    return 0
  }

  static func skeleton(_ name: String) throws(Diagnostics) -> String {
    guard
      name.utf8.allSatisfy({
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }),
      !name.isEmpty
    else {
      throw Diagnostics(
        "\"\(name)\" is no id for a rule", remedy: "write it in small letters, digits and hyphens")
    }
    return """
      ---
      rule: \(name)
      title: Which one?
      category: vague-association
      confidence: medium
      outlook: tip
      summary: "{match}" does not say what to count
      why: Say in a sentence or two why an officer cannot answer these words.
      write: Say what to write instead.
      find:
      - words that come back
      evidence:
      - authority: Who sent them back
        reference: 12/34
        date: 2026-01-31
        outcome: clarification
        source: https://example.org/where-it-can-be-read
        note: what they said, in your words
      ---
      # What to do, in a line

      ## What it finds

      ## Why it comes back

      ## What to write

      ## Sent back

      > A request with the **words that come back** in it.

      ## Answerable

      > A request without them.

      ## When to leave it

      """
  }
}
