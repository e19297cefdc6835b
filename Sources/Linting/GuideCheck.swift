import Requests
import SourceText

/// Says whether the examples of a guide are true, and whether they test all of its rule.
///
/// - Each example gives exactly the findings it marks: also behind an emoji, with other line breaks, with
///   curly quotes and wrapped; and nothing when somebody else is quoted with it.
/// - Without any one pattern or exception some example would fail: a part that no example needs is a part
///   that nobody knows to work.
/// - Each rewrite is offered in some example, and the rule finds nothing in the words it puts there.
///
/// The example texts are small, so all this is a few milliseconds a guide.
public struct GuideCheck {
  private let guide: Guide
  private let checks: [Check]
  private let offences: Offences?
  private let published: Published?
  private let authority: (String) -> Authority?

  /// - Parameters:
  ///   - offences: by which checks know what a section is.
  ///   - published: by which checks know what need not be asked for.
  ///   - authority: the authority with an id, for examples that say `(to: …)`.
  public init(
    _ guide: Guide, checks: [Check] = Check.all, offences: Offences? = nil,
    published: Published? = nil,
    authority: @escaping (String) -> Authority? = { _ in nil }
  ) {
    self.guide = guide
    self.checks = checks
    self.offences = offences
    self.published = published
    self.authority = authority
  }

  /// Everything that is wrong; empty when the guide holds.
  public func problems() -> [Diagnostic] {
    if let name = guide.rule.check, !checks.contains(where: { $0.name == name }) {
      var names: [String] = []
      for check in checks { names.append(check.name) }
      return [
        problem(
          "there is no check \"\(name)\"", at: guide.places.check,
          remedy: didYouMean(name, among: names) ?? "there are: \(names.joined(separator: ", "))")
      ]
    }
    var problems: [Diagnostic] = []
    for example in guide.examples { problems += self.problems(with: example) }
    // Parts are tested by what fails without them, which says nothing while something fails anyway.
    if problems.isEmpty { problems = untestedParts() }
    return problems + rewriteProblems()
  }

  private func linter(_ rule: Rule) -> Linter {
    Linter(rules: [rule], checks: checks, offences: offences, published: published)
  }

  private func problem(_ message: String, at range: ByteRange, remedy: String? = nil) -> Diagnostic
  {
    Diagnostic(message, at: .init(guide.source, range), remedy: remedy)
  }
}

// MARK: - Examples

extension GuideCheck {
  private func problems(with example: Example) -> [Diagnostic] {
    let linter = self.linter(guide.rule)
    if let id = example.addressee, authority(id) == nil {
      return [problem("there is no authority \"\(id)\"", at: example.range)]
    }
    let found: [Finding]
    do throws(Diagnostics) {
      found = try findings(of: linter, in: example.text, of: example)
    } catch {
      return [problem("this example is no request: \(error.all[0].message)", at: example.range)]
    }
    var ranges: [ByteRange] = []
    for finding in found { ranges.append(finding.range) }
    var problems: [Diagnostic] = []
    for mark in example.marks where !ranges.contains(mark) {
      problems.append(
        problem(
          "the rule does not find these words", at: example.place(of: mark),
          remedy: "what it finds must be marked exactly"))
    }
    for range in ranges where !example.marks.contains(range) {
      problems.append(
        problem(
          "the rule finds these words", at: example.place(of: range),
          remedy: example.isSentBack
            ? "mark exactly these with **" : "an answerable example has no finding"))
    }
    return problems.isEmpty ? self.problems(inDisguisesOf: example, linter) : problems
  }

  private func problems(inDisguisesOf example: Example, _ linter: Linter) -> [Diagnostic] {
    for disguise in Disguise.all {
      guard let worn = disguise.put(on: example) else { continue }
      guard let found = try? findings(of: linter, in: worn.text, of: example) else { continue }
      var ranges: [ByteRange] = []
      for finding in found { ranges.append(finding.range) }
      if ranges != worn.marks {
        return [
          problem(
            "this example gives other findings \(disguise.name)", at: example.range,
            remedy: "it gives \(ranges.count) where \(worn.marks.count) are marked, or elsewhere")
        ]
      }
    }
    return []
  }

  private func findings(of linter: Linter, in text: [UInt8], of example: Example)
    throws(Diagnostics) -> [Finding]
  {
    let reading = try RequestReading(try Source(name: guide.source.name, bytes: text))
    let addressee = example.addressee.flatMap { authority($0) }
    return linter.lint(reading, to: addressee, today: example.today)
  }

  private func holds(_ rule: Rule) -> Bool {
    let linter = self.linter(rule)
    for example in guide.examples {
      guard let found = try? findings(of: linter, in: example.text, of: example) else {
        return false
      }
      guard found.count == example.marks.count else { return false }
      for (finding, mark) in zip(found, example.marks) where finding.range != mark { return false }
    }
    return true
  }
}

// MARK: - Parts

extension GuideCheck {
  private func untestedParts() -> [Diagnostic] {
    let (rule, places) = (guide.rule, guide.places)
    return untested("pattern", rule.find, places.find) { rule.with(find: $0) }
      + untested("companion", rule.beside, places.beside) { rule.with(beside: $0) }
      + untested("exception", rule.unless, places.unless) { rule.with(unless: $0) }
      + untested("exception", rule.unlessAnywhere, places.unlessAnywhere) {
        rule.with(unlessAnywhere: $0)
      }
  }

  /// The patterns of one kind without which the examples come out the same.
  private func untested(
    _ what: String, _ patterns: [Pattern], _ places: [ByteRange], _ rule: ([Pattern]) -> Rule
  ) -> [Diagnostic] {
    patterns.indices.filter { i in
      var others = patterns
      others.remove(at: i)
      return holds(rule(others))
    }.map { i in
      problem(
        "no example needs this \(what)", at: places[i],
        remedy: what == "exception"
          ? "add an answerable example with it, or leave it out"
          : "add an example that is found by it, or leave it out")
    }
  }
}

// MARK: - Rewrites

extension GuideCheck {
  private func rewriteProblems() -> [Diagnostic] {
    let rule = guide.rule
    let linter = self.linter(rule)
    var problems: [Diagnostic] = []
    for (i, rewrite) in rule.rewrites.enumerated() {
      let alone = self.linter(rule.with(rewrites: [rewrite]))
      var isOffered = false
      for example in guide.examples where example.isSentBack {
        for fix in fixes(of: alone, in: example) where !fix.edits.isEmpty {
          isOffered = true
          if let range = repeated(fix, in: example, linter) {
            problems.append(
              problem(
                "the rule finds \"\(range)\" in what this rewrite puts there",
                at: guide.places.rewrites[i], remedy: "rewrite it so that nothing is left to find"))
          }
        }
      }
      if !isOffered {
        problems.append(
          problem(
            "no example is offered this rewrite", at: guide.places.rewrites[i],
            remedy: "it must match words of an example under \"Sent back\""))
      }
    }
    return problems
  }

  private func fixes(of linter: Linter, in example: Example) -> [Fix] {
    guard let found = try? findings(of: linter, in: example.text, of: example) else { return [] }
    var fixes: [Fix] = []
    for finding in found { fixes += finding.fixes }
    return fixes
  }

  /// What the rule finds in the words that a fix inserts.
  private func repeated(_ fix: Fix, in example: Example, _ linter: Linter) -> String? {
    let text = example.text.applying(fix.edits)
    guard let edit = fix.edits.first,
      let found = try? findings(of: linter, in: text, of: example)
    else { return nil }
    let start = edit.range.lowerBound
    let inserted = start..<start + edit.replacement.utf8.count
    for finding in found where finding.range.overlaps(inserted) {
      return String(decoding: text[finding.range], as: UTF8.self)
    }
    return nil
  }
}
