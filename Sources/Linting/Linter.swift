import Requests
import SourceText
import WorkingDays

/// Reads requests by a set of rules.
///
/// Made once, which turns the patterns of all rules into one ``Matcher``; then each text is read in one
/// pass. The same text always gives the same findings in the same order.
public struct Linter: Sendable {
  private let ruleSet: RuleSet
  private let checks: [Check?]
  private let offences: Offences?
  private let published: Published?

  /// The rules, in the order given; of two with one id the later stands in the place of the earlier.
  public var rules: [Rule] { ruleSet.rules }

  /// - Parameters:
  ///   - checks: the coded checks that rules may name; one that is not among them finds nothing.
  ///   - offences: by which checks know what a section is; without, those that need it find nothing.
  ///   - published: what need not be asked for.
  public init(
    _ set: RuleSet, checks: [Check] = Check.all, offences: Offences? = nil,
    published: Published? = nil
  ) {
    ruleSet = set
    self.offences = offences
    self.published = published
    var byName: [String: Check] = [:]
    for check in checks { byName[check.name] = check }
    self.checks = set.heads.map { head in head.check.flatMap { byName[$0] } }
  }

  /// The same for rules that are yet to be made ready.
  public init(
    rules: [Rule], checks: [Check] = Check.all, offences: Offences? = nil,
    published: Published? = nil
  ) {
    self.init(RuleSet(rules), checks: checks, offences: offences, published: published)
  }

  /// The rule with an id.
  public func rule(_ id: String) -> Rule? {
    if id == Rule.unusedAllow.id { return .unusedAllow }
    return ruleSet.heads.firstIndex { $0.id == id }.map { ruleSet.list[$0] }
  }

  /// What there is to say about a request, by where it stands.
  ///
  /// - Parameters:
  ///   - addressee: to whom it goes, if that is known; some rules hold for some authorities only.
  ///   - today: the day it is read; rules that compare with it are silent without.
  public func lint(_ reading: RequestReading, to addressee: Authority? = nil, today: Day? = nil)
    -> [Finding]
  {
    let words = Words(reading.source.bytes)
    let parts = ScopedParts(of: reading, in: words)
    var places = self.places(in: words, of: reading, parts.passages)
    var findings: [Finding] = []
    let memory = InspectionMemory(parts)
    for i in ruleSet.heads.indices {
      let head = ruleSet.heads[i]
      if let check = checks[i] {
        let inspection = Inspection(
          reading: reading, words: words, parts: memory.parts(in: head.scope),
          addressee: addressee, today: today, offences: offences, published: published,
          memory: memory)
        places[i].spots += check.run(inspection)
      }
      let spots = places[i].standing(needingCompany: head.needsCompany)
      if spots.isEmpty { continue }
      let rule = ruleSet.list[i]
      for spot in spots {
        findings.append(
          finding(of: rule, at: spot, among: places[i], in: words, of: reading.source))
      }
    }
    settleAllowances(of: reading, &findings)
    // Numbers are sorted instead of findings, which are large.
    var sorted = findings.indices.sorted { findings[$0].precedes(findings[$1]) }
      .map { findings[$0] }
    sorted.numberDecisions()
    return sorted
  }
}

extension Linter {
  /// What the patterns of each rule found.
  private func places(
    in words: Words, of reading: RequestReading, _ passages: [Matcher.Passage]
  ) -> [RulePlaces] {
    var places = Array(repeating: RulePlaces(), count: ruleSet.heads.count)
    // Matches come in the order of the text, so each sentence is looked for once.
    var sentence = 0..<0
    for match in ruleSet.matcher.matches(
      in: words, of: reading.source.bytes, passages: passages)
    {
      let use = ruleSet.uses[match.pattern]
      let range = words.bytes(of: match.tokens)
      switch use.role {
      case .find:
        places[use.rule].found(Spot(range: range, question: reading.parts[match.passage].question))
      case .unless: places[use.rule].exceptions.append(range)
      case .beside:
        if !sentence.contains(match.tokens.lowerBound) {
          sentence = words.sentence(around: match.tokens.lowerBound)
        }
        places[use.rule].companions.append(words.bytes(of: sentence))
      case .unlessAnywhere: places[use.rule].isSilenced = true
      case .rewrite(let number): places[use.rule].canRewrite(range, number, match)
      }
    }
    return places
  }

  private func finding(
    of rule: Rule, at spot: Spot, among places: RulePlaces, in words: Words, of source: Source
  ) -> Finding {
    let insertions = [("match", source.bytes.unwrapped(spot.range))] + spot.insertions
    var fixes = spot.fixes
    for (number, match) in places.rewrites(of: spot.range) {
      fixes.append(rule.rewrites[number].fix(match, in: words, of: source))
    }
    return Finding(
      rule: rule.id, category: rule.category, outlook: spot.outlook ?? rule.outlook,
      confidence: rule.confidence,
      message: (spot.message ?? rule.summary).filling(insertions), range: spot.range,
      question: spot.question,
      fixes: fixes + [Fix(title: rule.write.filling(insertions), safety: .advice)],
      key: spot.key)
  }

  /// Takes away what the writer allows, and adds a finding for each allowance that allows nothing.
  private func settleAllowances(of reading: RequestReading, _ findings: inout [Finding]) {
    let allowances = Allowance.all(in: reading)
    guard !allowances.isEmpty else { return }
    var used: Set<Int> = []
    var byRule: [String: [Int]] = [:]
    for (i, allowance) in allowances.enumerated() { byRule[allowance.rule, default: []].append(i) }
    var standing: [Finding] = []
    for finding in findings {
      var isAllowed = false
      for i in byRule[finding.rule] ?? [] where allowances[i].allows(finding) {
        used.insert(i)
        isAllowed = true
      }
      if !isAllowed { standing.append(finding) }
    }
    for (i, allowance) in allowances.enumerated() where !used.contains(i) {
      standing.append(complaint(about: allowance))
    }
    findings = standing
  }

  private func complaint(about allowance: Allowance) -> Finding {
    let rule = Rule.unusedAllow
    var message = "\"\(allowance.rule)\" finds nothing here, so there is nothing to allow"
    let ids = ruleSet.heads.map { $0.id }
    if allowance.rule != rule.id, !ids.contains(allowance.rule) {
      message = "there is no rule \"\(allowance.rule)\""
      if let meant = didYouMean(allowance.rule, among: ids) { message += "; \(meant)" }
    } else if allowance.reason.isEmpty {
      message = "\"allow \(allowance.rule)\" needs a reason after a colon"
    }
    return Finding(
      rule: rule.id, category: rule.category, outlook: rule.outlook,
      confidence: rule.confidence, message: message, range: allowance.place, question: nil,
      fixes: [Fix(title: rule.write, safety: .advice)], key: allowance.rule)
  }
}

extension Finding {
  /// Whether it comes before another: by place, then by rule.
  fileprivate func precedes(_ other: Finding) -> Bool {
    if range.lowerBound != other.range.lowerBound {
      return range.lowerBound < other.range.lowerBound
    }
    if range.upperBound != other.range.upperBound {
      return range.upperBound < other.range.upperBound
    }
    return (rule, key) < (other.rule, other.key)
  }
}

extension Array<Finding> {
  /// Numbers the decisions as a report lists them: by outlook, then by where they first come up.
  mutating func numberDecisions() {
    var last = 0
    for outlook in Outlook.allCases {
      var numbers: [String: Int] = [:]
      for i in indices where self[i].outlook == outlook {
        // An id has no blank.
        let key = "\(self[i].rule) \(self[i].key)"
        if numbers[key] == nil {
          last += 1
          numbers[key] = last
        }
        self[i].decision = numbers[key] ?? last
      }
    }
  }
}

extension String {
  /// Puts texts in for `{name}`.
  fileprivate func filling(_ insertions: [(name: String, text: String)]) -> String {
    var text = self
    return text.withUTF8 { bytes in
      let (open, close) = (ByteSearch(UInt8(ascii: "{")), ByteSearch(UInt8(ascii: "}")))
      var out = ""
      // Where the text goes on that is yet to be written.
      var rest = 0
      while true {
        let start = open(bytes, from: rest, to: bytes.count)
        let end = close(bytes, from: start, to: bytes.count)
        if end == bytes.count { return rest == 0 ? self : out + bytes.text(rest..<end) }
        let name = bytes.text(start + 1..<end)
        out += bytes.text(rest..<start)
        out += insertions.first { $0.name == name }?.text ?? "{\(name)}"
        rest = end + 1
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func text(_ range: ByteRange) -> String {
    String(decoding: self[range], as: UTF8.self)
  }
}
