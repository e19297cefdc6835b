import SourceText

/// What the linter needs to know of a rule: what to look for, and what to say about it.
///
/// A rule is written as a ``Guide``, the page that a person reads. The page and its examples are not
/// here: a start should read no more than it needs.
public struct Rule: Sendable, Hashable {
  /// Its name, in small letters and hyphens: `vague-association`.
  public let id: String
  /// The heading of its decisions in a report: "Which records?"
  public let title: String
  public let category: Category
  public let confidence: Confidence
  public let outlook: Outlook
  /// What is the matter, as one line: the message of its findings. `{match}` stands for the words found.
  public let summary: String
  /// Why that comes back, in a sentence or two.
  public let why: String
  public let scope: Scope
  public let find: [Pattern]
  /// Phrases that take away each finding they share a word with.
  public let unless: [Pattern]
  /// Phrases of which one must stand in the same sentence; empty when none need.
  public let beside: [Pattern]
  /// Phrases that silence the rule when they stand anywhere in what it reads.
  public let unlessAnywhere: [Pattern]
  /// The name of the coded check that finds places in place of patterns, or beside them.
  public let check: String?
  public let rewrites: [Rewrite]
  /// What to write instead, as advice; empty when the page alone says it.
  public let write: String
  /// What to keep in mind about the answer that the better wording will get; empty when there is nothing.
  public let know: String
  /// Who sent such words back, and who answered them.
  public let evidence: [Evidence]

  public init(
    id: String, title: String = "", category: Category, confidence: Confidence, outlook: Outlook,
    summary: String, why: String = "", scope: Scope = .questions, find: [Pattern] = [],
    unless: [Pattern] = [], beside: [Pattern] = [], unlessAnywhere: [Pattern] = [],
    check: String? = nil, rewrites: [Rewrite] = [], write: String = "", know: String = "",
    evidence: [Evidence] = []
  ) {
    self.id = id
    self.title = title
    self.why = why
    self.beside = beside
    self.unlessAnywhere = unlessAnywhere
    self.category = category
    self.confidence = confidence
    self.outlook = outlook
    self.summary = summary
    self.scope = scope
    self.find = find
    self.unless = unless
    self.check = check
    self.rewrites = rewrites
    self.write = write
    self.know = know
    self.evidence = evidence
  }

  public var severity: Severity { outlook.severity }

  /// The rule with other patterns or rewrites.
  func with(
    find: [Pattern]? = nil, unless: [Pattern]? = nil, beside: [Pattern]? = nil,
    unlessAnywhere: [Pattern]? = nil, rewrites: [Rewrite]? = nil
  ) -> Rule {
    Rule(
      id: id, title: title, category: category, confidence: confidence, outlook: outlook,
      summary: summary, why: why, scope: scope, find: find ?? self.find,
      unless: unless ?? self.unless, beside: beside ?? self.beside,
      unlessAnywhere: unlessAnywhere ?? self.unlessAnywhere, check: check,
      rewrites: rewrites ?? self.rewrites, write: write, know: know, evidence: evidence)
  }
}
