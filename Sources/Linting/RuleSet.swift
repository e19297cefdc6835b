import SourceText

/// Rules, and the one matcher that their patterns were turned into.
///
/// Making the matcher is most of the work of getting ready. The build does it for the rules that come with the program and
/// keeps the result as a table (``packed``), so that nothing is parsed when the program starts.
public struct RuleSet: Sendable {
  let list: PackedList<Rule>
  /// What reading a text needs to know of each rule.
  let heads: [Head]
  let matcher: Matcher
  /// What each pattern of the matcher is for.
  let uses: PackedRows<Use>

  struct Head: Sendable {
    let id: String
    let scope: Scope
    let check: String?
    let needsCompany: Bool
  }

  struct Use: Sendable {
    let rule: Int
    let role: Role
  }

  enum Role: Sendable {
    case find, unless, beside, unlessAnywhere
    case rewrite(Int)
  }

  public init(_ rules: [Rule]) {
    let rules = Self.latest(rules)
    let (patterns, uses) = Self.patterns(of: rules)
    list = PackedList(rules)
    heads = rules.map {
      Head(id: $0.id, scope: $0.scope, check: $0.check, needsCompany: !$0.beside.isEmpty)
    }
    self.uses = PackedRows(uses)
    matcher = Matcher(patterns, in: { rules[uses[$0].rule].scope }) {
      if case .rewrite = uses[$0].role { true } else { false }
    }
  }

  /// The rules, in the order given; of two with one id the later stands in the place of the earlier.
  ///
  /// Those that come with the program are read anew each time.
  public var rules: [Rule] { list.items }

  private static func latest(_ rules: [Rule]) -> [Rule] {
    var latest: [Rule] = []
    var indices: [String: Int] = [:]
    for rule in rules {
      if let i = indices[rule.id] {
        latest[i] = rule
      } else {
        indices[rule.id] = latest.count
        latest.append(rule)
      }
    }
    return latest
  }

  /// All patterns of the rules, in the order by which the matcher numbers them.
  private static func patterns(of rules: [Rule]) -> (patterns: [Pattern], uses: [Use]) {
    var patterns: [Pattern] = []
    var uses: [Use] = []
    for (i, rule) in rules.enumerated() {
      func add(_ all: [Pattern], as role: Role) {
        for pattern in all {
          patterns.append(pattern)
          uses.append(Use(rule: i, role: role))
        }
      }
      add(rule.find, as: .find)
      add(rule.unless, as: .unless)
      add(rule.beside, as: .beside)
      add(rule.unlessAnywhere, as: .unlessAnywhere)
      for (k, rewrite) in rule.rewrites.enumerated() { add([rewrite.from], as: .rewrite(k)) }
    }
    return (patterns, uses)
  }
}

extension RuleSet: Packable {
  /// As a table, without the pages and examples of its rules.
  package func pack(into out: inout PackedWriter) {
    list.pack(into: &out)
    out.write(heads) { out, head in
      out.write(head.id)
      out.write(Int(head.scope.rawValue))
      out.write(head.check ?? "")
      out.write(head.needsCompany)
    }
    matcher.pack(into: &out)
    uses.pack(into: &out)
  }

  package init(unpacking reader: inout PackedReader) {
    list = PackedList(unpacking: &reader)
    heads = reader.list { reader in
      let (id, scope, check) = (reader.text(), reader.int(), reader.text())
      return Head(
        id: id, scope: Scope(rawValue: UInt8(scope)), check: check.isEmpty ? nil : check,
        needsCompany: reader.flag())
    }
    matcher = Matcher(unpacking: &reader)
    uses = PackedRows(unpacking: &reader)
  }
}

extension RuleSet.Use: PackableRow {
  static var width: Int { 2 * Int.width }

  func pack(into out: inout PackedWriter) {
    out.write(column: rule)
    out.write(column: role.number)
  }

  init(_ row: PackedColumns) {
    rule = row.number(at: 0)
    role = RuleSet.Role(number: row.number(at: Int.width))
  }
}

extension RuleSet.Role {
  fileprivate var number: Int {
    switch self {
    case .find: 0
    case .unless: 1
    case .beside: 2
    case .unlessAnywhere: 3
    case .rewrite(let rewrite): 4 + rewrite
    }
  }

  fileprivate init(number: Int) {
    switch number {
    case 0: self = .find
    case 1: self = .unless
    case 2: self = .beside
    case 3: self = .unlessAnywhere
    default: self = .rewrite(number - 4)
    }
  }
}

// MARK: - Rules as rows

extension Rule: Packable {
  package func pack(into out: inout PackedWriter) {
    for text in [
      id, title, category.rawValue, confidence.rawValue, outlook.rawValue, summary, why,
      check ?? "", write, know,
    ] {
      out.write(text)
    }
    out.write(Int(scope.rawValue))
    for patterns in [find, unless, beside, unlessAnywhere] {
      out.write(patterns) { out, pattern in pattern.pack(into: &out) }
    }
    out.write(rewrites) { out, rewrite in
      rewrite.from.pack(into: &out)
      out.write(rewrite.to)
      out.write(rewrite.safety.rawValue)
    }
    out.write(evidence) { out, item in
      out.write(item.authority)
      out.write(item.reference)
      out.write(item.date)
      out.write(item.outcome.rawValue)
      out.write(item.source)
      out.write(item.note)
    }
  }

  package init(unpacking reader: inout PackedReader) {
    let (id, title) = (reader.text(), reader.text())
    let category = Category(rawValue: reader.text())
    let confidence = Confidence(rawValue: reader.text())
    let outlook = Outlook(rawValue: reader.text())
    let (summary, why, check) = (reader.text(), reader.text(), reader.text())
    let (write, know) = (reader.text(), reader.text())
    let scope = Scope(rawValue: UInt8(reader.int()))
    let find = reader.list { Pattern(unpacking: &$0) }
    let unless = reader.list { Pattern(unpacking: &$0) }
    let beside = reader.list { Pattern(unpacking: &$0) }
    let unlessAnywhere = reader.list { Pattern(unpacking: &$0) }
    let rewrites = reader.list { reader in
      Rewrite(
        from: Pattern(unpacking: &reader), to: reader.text(),
        safety: Fix.Safety(rawValue: reader.text()) ?? .advice)
    }
    let evidence = reader.list { reader in
      Evidence(
        authority: reader.text(), reference: reader.text(), date: reader.text(),
        outcome: Evidence.Outcome(rawValue: reader.text()) ?? .guidance, source: reader.text(),
        note: reader.text())
    }
    self.init(
      id: id, title: title, category: category ?? .form, confidence: confidence ?? .low,
      outlook: outlook ?? .tip, summary: summary, why: why, scope: scope, find: find,
      unless: unless, beside: beside, unlessAnywhere: unlessAnywhere,
      check: check.isEmpty ? nil : check, rewrites: rewrites, write: write, know: know,
      evidence: evidence)
  }
}
