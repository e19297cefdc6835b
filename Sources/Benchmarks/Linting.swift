import Answerable

/// Linting, from bytes to JSON, beside one scan of the same bytes.
enum Linting {
  private static let runs = 7

  static func measure() throws -> [Measurement] {
    let rules = BuiltIn.ruleList()
    let linter = BuiltIn.linter(rules)
    let yardstick = AhoCorasick(literals(of: rules))
    return try [
      beside(
        yardstick, "lint 1 MB of letters", SampleLetters.letters(bytes: 1 << 20), linter,
        leastFindings: 10),
      beside(
        yardstick, "lint 1 MB, a finding in every other line", SampleLetters.text(bytes: 1 << 20),
        linter, leastFindings: 1000),
    ] + perByte(linter) + manyRules(rules) + start()
  }

  private static func beside(
    _ yardstick: AhoCorasick, _ name: String, _ text: String, _ linter: Linter, leastFindings: Int
  ) throws -> Measurement {
    let bytes = Array(text.utf8)
    var ratios: [Double] = []
    for _ in 0..<runs {
      var scanned = 0
      let scan = milliseconds { scanned = yardstick.count(in: bytes) }
      var found = 0
      let lint = try milliseconds { found = try self.lint(text, linter) }
      check(scanned > 1000 && found >= leastFindings, "there is something to find")
      ratios.append(lint / scan)
    }
    return Measurement("\(name) / one scan for 600 literals", ratios, unit: "times", target: 3)
  }

  private static func lint(_ text: String, _ linter: Linter) throws(Diagnostics) -> Int {
    let reading = try RequestReading(Source(name: "letters", text: text))
    let findings = linter.lint(reading)
    let report = LintReport(
      path: "-", source: reading.source, addressee: nil, findings: findings)
    check(linter.json([report]).text().utf8.count > findings.count, "the findings are written")
    return findings.count
  }

  /// Six hundred words that rules look for.
  private static func literals(of rules: [Rule]) -> [[UInt8]] {
    var literals: [[UInt8]] = []
    for rule in rules {
      for pattern in rule.find {
        for word in pattern.text.split(whereSeparator: { !$0.isLetter }) where word.count > 3 {
          literals.append(Array(word.utf8))
          if literals.count == 600 { return literals }
        }
      }
    }
    check(false, "the rules have 600 words for the yardstick")
    return literals
  }

  /// Whether a long text takes longer for each byte than a short one.
  private static func perByte(_ linter: Linter) throws -> [Measurement] {
    let small = SampleLetters.text(bytes: 64 << 10)
    let large = SampleLetters.text(bytes: 4 << 20)
    var ratios: [Double] = []
    for _ in 0..<3 {
      let one = try milliseconds { for _ in 0..<8 { _ = try lint(small, linter) } } / 8
      let two = try milliseconds { _ = try lint(large, linter) }
      ratios.append((two / Double(large.utf8.count)) / (one / Double(small.utf8.count)))
    }
    return [Measurement("time for a byte at 4 MB / at 64 KB", ratios, unit: "times", target: 1.2)]
  }

  /// Ten times the rules, the others looking for what stands nowhere.
  private static func manyRules(_ rules: [Rule]) throws -> [Measurement] {
    var many = rules
    for copy in 1..<10 {
      for rule in rules {
        var patterns: [Pattern] = []
        for i in rule.find.indices {
          patterns.append(try Pattern("zq\(copy)x\(i) of the qz\(copy)"))
        }
        many.append(
          Rule(
            id: "\(rule.id)-\(copy)", category: rule.category, confidence: rule.confidence,
            outlook: rule.outlook, summary: rule.summary, find: patterns))
      }
    }
    let (few, all) = (BuiltIn.linter(rules), BuiltIn.linter(many))
    let text = SampleLetters.text(bytes: 256 << 10)
    var ratios: [Double] = []
    for _ in 0..<runs {
      let one = try milliseconds { _ = try lint(text, few) }
      let ten = try milliseconds { _ = try lint(text, all) }
      ratios.append(ten / one)
    }
    return [Measurement("ten times the rules / the rules", ratios, unit: "times", target: 1.5)]
  }

  /// What every start pays before it reads a letter.
  private static func start() throws -> [Measurement] {
    var times: [Double] = []
    for _ in 0..<runs {
      times.append(
        try milliseconds {
          let linter = BuiltIn.linter(BuiltIn.ruleSet())
          check(linter.rule("vague-association") != nil, "there are rules")
          check(
            try BuiltIn.registry().authority(named: "kent").id == "kent", "there are authorities")
        })
    }
    return [Measurement("loading rules and tables", times, unit: "ms")]
  }
}
