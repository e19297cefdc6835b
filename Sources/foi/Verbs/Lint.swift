import Answerable
import CommandLineKit

extension Program {
  enum LintOptions {
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "Read it as a letter to this authority.")
    static let each = Option<Bool>.flag(
      "each", help: "List every place with its line, like a compiler.")
    static let short = Option<Bool>.flag("short", help: "Show the list of decisions only.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "json", "sarif", "github", "rdjson"],
      help: "How to write the findings.")
    static let failOn = Option<String?>.value(
      "fail-on", "SEVERITY", allowed: Severity.allCases.map { $0.rawValue } + ["never"],
      help: "Exit with status 1 from this severity on; warning if not given.")
    static let only = Option<[String]>.list(
      "only", "RULE", kind: .rule, help: "Use this rule only.")
    static let skip = Option<[String]>.list(
      "skip", "RULE", kind: .rule, help: "Leave this rule out.")
    static let guides = Option<String?>.value(
      "guides", "FOLDER", kind: .folder,
      help: "Take your own rules from here; Guides/rules if not given.")
    static let baseline = Option<String?>.value(
      "baseline", "FILE", kind: .file,
      help: "Leave out the findings in this file, and say which of them are gone.")
    static let accept = Option<Bool>.flag(
      "accept", help: "Write all findings of this run to the baseline, to live with them.")
    static let fix = Option<Bool>.flag(
      "fix", help: "Make the fixes that keep the meaning, in the file.")
    static let review = Option<Bool>.flag(
      "review", help: "With --fix or --diff, also make the rewrites that a person must read over.")
    static let diff = Option<Bool>.flag("diff", help: "Show what --fix would change.")
  }

  static let lint = Verb(
    command: Command(
      "lint",
      summary: "Warns about wording that forces are known to send back.",
      discussion: """
        Groups the places by decision: what is wrong, why, who sent such words back and who answered them, and what
        to write instead. None of it means that a refusal is certain.

        In a folder, rules are tried as foi rules test does, letter templates are read without their slots, and pages that
        begin with a # heading are left alone.

        Exit status: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read.
        """,
      arguments: [
        .init(
          "FILE", kind: .file, repeats: true,
          help: "Question lists, letters, folders of them, or - for a pipe.")
      ],
      options: [
        LintOptions.to.entry, LintOptions.each.entry, LintOptions.short.entry,
        LintOptions.form.entry, LintOptions.failOn.entry, LintOptions.only.entry,
        LintOptions.skip.entry, LintOptions.guides.entry, LintOptions.fix.entry,
        LintOptions.review.entry, LintOptions.diff.entry, LintOptions.baseline.entry,
        LintOptions.accept.entry,
      ],
      examples: [
        .init("foi lint burglaries.md", "Read one request over."),
        .init(
          "foi lint --each --as github requests", "Annotate a folder of requests in a workflow."),
        .init(
          "foi lint requests --baseline known.txt --accept",
          "Live with what a folder of old requests has; only what is new is shown from then on."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let linting = try Linting(invocation, shell)
      return try linting.run()
    })
}

/// One run of `foi lint`.
struct Linting {
  let invocation: Invocation
  let shell: Shell
  let linter: Linter
  let hasBadRules: Bool
  let today: Day?

  init(_ invocation: Invocation, _ shell: Shell) throws(Diagnostics) {
    self.invocation = invocation
    self.shell = shell
    let loaded = try Rules.load(invocation[Program.LintOptions.guides], shell)
    hasBadRules = loaded.hasProblems
    linter = BuiltIn.linter(try Self.chosen(loaded.set, invocation))
    today = try shell.today()
  }

  private static func chosen(_ set: RuleSet, _ invocation: Invocation) throws(Diagnostics)
    -> RuleSet
  {
    let only = invocation[Program.LintOptions.only]
    let skip = invocation[Program.LintOptions.skip]
    if only.isEmpty, skip.isEmpty { return set }
    let rules = set.rules
    for id in only + skip where !rules.contains(where: { $0.id == id }) {
      throw Rules.unknown(id, among: rules)
    }
    return RuleSet(
      rules.filter { (only.isEmpty || only.contains($0.id)) && !skip.contains($0.id) })
  }

  func run() throws(Diagnostics) -> Int32 {
    var status: Int32 = hasBadRules ? 2 : 0
    var reports: [LintReport] = []
    let registry = try Authorities.registry()
    if let name = invocation[Program.LintOptions.to] { _ = try registry.authority(named: name) }
    for path in try paths() {
      do throws(Diagnostics) {
        var source = try Files.source(path)
        if source.isBlank, invocation.arguments.contains(path) {
          throw Diagnostics("there is no text in \(source.name)", remedy: "save the letter first")
        }
        var isTemplate = false
        switch TextKind(source, path) {
        case .rule:
          try Rules.check(source)
          continue
        case .template:
          source = try source.withoutSlots()
          isTemplate = true
        case .page where !invocation.arguments.contains(path): continue
        case .page, .request: break
        }
        if isFixing, isTemplate || Requests.isJSON(source) {
          throw Diagnostics(
            "\(path) is \(isTemplate ? "a template" : "JSON"), and fixes are made in question lists",
            remedy: "lint it without --fix and --diff")
        }
        let reading = try Requests.reading(source)
        shell.show(reading.notes + unknownAddressees(of: reading, registry))
        var report = try self.report(path, reading, registry)
        if isFixing {
          report = try fixed(report, path, registry)
        }
        reports.append(report)
      } catch {
        shell.show(error.all)
        status = 2
      }
    }
    reports = try compared(reports)
    show(reports)
    return max(status, reports.contains { fails($0) } ? 1 : 0)
  }

  /// The reports without the findings that the baseline knows.
  private func compared(_ reports: [LintReport]) throws(Diagnostics) -> [LintReport] {
    let isAccepting = invocation[Program.LintOptions.accept]
    guard let path = invocation[Program.LintOptions.baseline] else {
      guard !isAccepting else {
        throw Diagnostics("--accept needs a file to write to", remedy: "add --baseline FILE")
      }
      return reports
    }
    if isAccepting {
      try Files.write(Array(Baseline.text(admitting: reports).utf8), to: path, replacing: true)
    } else if !Files.exists(path) {
      throw Diagnostics("\(path) does not exist", remedy: "--accept writes it")
    }
    let comparison = try Baseline(Files.source(path)).compared(with: reports)
    let known = comparison.known
    shell.note("\(known) \(known == 1 ? "finding is" : "findings are") in \(path) and left out.")
    if !comparison.stale.isEmpty {
      shell.note("Gone since \(path) was written (--accept takes them out):")
      for entry in comparison.stale { shell.note("  " + sanitised(entry)) }
    }
    return comparison.reports
  }

  /// Each file once, those of folders in the order of their names.
  private func paths() throws(Diagnostics) -> [String] {
    var paths: [String] = []
    var seen: Set<String> = []
    for argument in invocation.arguments {
      var found = [argument]
      if argument != "-", Files.isFolder(argument) {
        found = try Files.texts(in: argument)
        guard !found.isEmpty else {
          throw Diagnostics(
            "there is no text in the folder \(argument)", remedy: "lint reads .md and .txt files")
        }
      }
      for path in found where seen.insert(path).inserted { paths.append(path) }
    }
    return paths
  }

  func report(
    _ path: String, _ reading: RequestReading, _ registry: Registry
  ) throws(Diagnostics) -> LintReport {
    let addressee = try registry.addressee(of: reading, named: invocation[Program.LintOptions.to])
    return LintReport(
      path: path, source: reading.source, addressee: addressee,
      findings: linter.lint(reading, to: addressee, today: today))
  }

  /// Says which `To:` of a request nobody is known by, and as whose letter one to several is read: rules that hold
  /// for one authority are silent for the others.
  private func unknownAddressees(of reading: RequestReading, _ registry: Registry) -> [Diagnostic] {
    guard invocation[Program.LintOptions.to] == nil else { return [] }
    var notes: [Diagnostic] = []
    var named: [Authority] = []
    var place: Diagnostic.Place?
    for part in reading.parts where part.kind == .header(.to) {
      let text = reading.source[part.range]
      if place == nil { place = .init(reading.source, part.range) }
      do throws(Diagnostics) {
        if AuthorityGroup(typed: text) == nil, text.utf8.contains(UInt8(ascii: ",")) {
          let selection = try registry.selection([text])
          named += selection.asked + selection.leftOut
        } else {
          named.append(try registry.authority(named: text))
        }
      } catch {
        for problem in error.all {
          notes.append(
            Diagnostic(
              problem.message, severity: .note, at: .init(reading.source, part.range),
              remedy: problem.remedy))
        }
      }
    }
    var others = named.dropFirst()
    others.removeAll { $0.id == named.first?.id }
    if let first = named.first, let other = others.first {
      notes.append(
        Diagnostic(
          "it goes to several authorities and is read as a letter to \(first.nameInSentence)",
          severity: .note, at: place, remedy: "read it for another with --to \(other.id)"))
    }
    return notes
  }

  private var isFixing: Bool {
    invocation[Program.LintOptions.fix] || invocation[Program.LintOptions.diff]
  }

  private func fails(_ report: LintReport) -> Bool {
    let wanted = invocation[Program.LintOptions.failOn] ?? "warning"
    guard let least = Severity(rawValue: wanted) else { return false }
    return report.findings.contains { $0.severity >= least }
  }

  private func show(_ reports: [LintReport]) {
    switch invocation[Program.LintOptions.form] ?? "text" {
    case "json": shell.print(linter.json(reports))
    case "sarif": shell.print(linter.sarif(reports, version: BuiltIn.version))
    case "rdjson": shell.print(linter.reviewdog(reports))
    case "github": shell.print(Array(linter.gitHubAnnotations(reports).utf8))
    default:
      let page = ReportPage(
        linter: linter, palette: shell.palette, width: shell.width,
        isShort: invocation[Program.LintOptions.short])
      for (i, report) in reports.enumerated() {
        if i > 0 { shell.print("") }
        let text =
          invocation[Program.LintOptions.each] ? page.places(report) : page.decisions(report)
        shell.print(Array(text.utf8))
      }
    }
  }
}
