import Letters
import Linting
import Requests
import SourceText
import WorkingDays

/// Writes one request to one authority after another.
///
/// What does not differ between authorities of one law and nation is worked out once: the words of the request, what
/// they are taken to mean, and what the linter says about them.
public struct LetterMaker {
  /// What a request comes to for an authority.
  public enum Result: Sendable {
    case letter(BatchLetter)
    /// It waits for these.
    case open([Decision])
    case leftOut(String)
  }

  private let slots: Slots
  private let sheet: DecisionSheet
  private let offences: Offences
  private let linter: Linter
  private let templates: TemplateLibrary
  private let today: Day
  private let singly: Set<String>
  private var tables: [Jurisdiction: Offences] = [:]
  private var letterTemplates: [Regime: LetterTemplate] = [:]
  private var editions: [Edition.Key: Edition] = [:]

  /// - Parameter slots: the request, with the places that the user's table fills.
  public init(
    _ slots: Slots, sheet: DecisionSheet, offences: Offences, linter: Linter,
    templates: TemplateLibrary, today: Day
  ) {
    self.slots = slots
    self.sheet = sheet
    self.offences = offences
    self.linter = linter
    self.templates = templates
    self.today = today
    singly = sheet.authorities
  }

  /// - Throws: what is wrong with the request itself, whoever it goes to.
  public mutating func result(for member: Roster.Member) throws(Diagnostics) -> Result {
    let authority = member.authority
    let isOwn = !slots.isEmpty || singly.contains(authority.id)
    let key = Edition.Key(authority, isOwn: isOwn)
    if let edition = editions[key] { return try letter(from: edition, to: authority) }
    let edition: Edition
    switch slots.filled(row: member.row) {
    case .not(let reason): return .leftOut(reason)
    case .request(let reading): edition = try self.edition(reading, for: authority)
    }
    edition.isShared = key.authority == nil
    // A request that differs from row to row is not kept: there may be very many.
    if slots.isEmpty { editions[key] = edition }
    return try letter(from: edition, to: authority)
  }

  private mutating func edition(
    _ reading: RequestReading, for authority: Authority
  ) throws(Diagnostics) -> Edition {
    let translation = try Translation(
      reading, for: authority, sheet: sheet, offences: offences, linter: linter, today: today)
    let understanding = try Understanding(
      translation.reading, offences: table(for: authority.jurisdiction), today: today)
    return Edition(translation: translation, understanding: understanding)
  }

  /// England's offences come first in the whole table; the others' are found by everyday names only without them.
  private mutating func table(for jurisdiction: Jurisdiction) -> Offences {
    if jurisdiction == .englandAndWales || jurisdiction == .several { return offences }
    if let table = tables[jurisdiction] { return table }
    let table = offences.restricted(to: jurisdiction.nation)
    tables[jurisdiction] = table
    return table
  }

  private mutating func template(for regime: Regime) throws(Diagnostics) -> LetterTemplate {
    if let template = letterTemplates[regime] { return template }
    let template = try templates.letter(for: "new-request", under: regime)
    letterTemplates[regime] = template
    return template
  }

  private mutating func letter(
    from edition: Edition, to authority: Authority
  ) throws(Diagnostics) -> Result {
    guard edition.translation.open.isEmpty else { return .open(edition.translation.open) }
    guard !edition.translation.asksNothing else {
      return .leftOut("every question is withdrawn in decisions.md")
    }
    let draft = try edition.draft(to: authority, today)
    let letter = try draft.letter(template(for: draft.regime))
    return .letter(
      BatchLetter(
        letter: letter, draft: draft, translation: edition.translation,
        findings: edition.findings(for: authority, linter, today),
        edition: edition.isShared ? authority.edition : nil))
  }
}

extension LetterMaker {
  /// The text for all authorities of one law and nation, as WhatDoTheyKnow Pro takes it.
  ///
  /// Pro puts each name into the one line `Dear [Authority name],` and sends every other `[Authority name]` as it stands.
  ///
  /// - Parameter letter: to one of them.
  /// - Returns: nil when the letter has no such line, or names its authority elsewhere too.
  public mutating func proText(like letter: BatchLetter) throws(Diagnostics) -> String? {
    let name = "[Authority name]"
    let one = letter.draft.authority
    let anybody = Authority(
      id: one.id, name: name, nations: one.nations, kind: one.kind, regime: one.regime)
    let draft = try Draft(
      letter.translation.reading, understanding: letter.draft.understanding, authority: anybody,
      today: today)
    let text = try draft.letter(template(for: draft.regime)).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let named = lines.filter { $0.utf8.contains(UInt8(ascii: "[")) && $0.holds(name) }
    return named == ["Dear \(name),"] ? text : nil
  }
}

extension Substring {
  fileprivate func holds(_ text: String) -> Bool {
    var rest = self
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Authority {
  /// A name for the law and nation whose words a letter to it has: `scotland`.
  fileprivate var edition: String {
    let usual: Regime = jurisdiction == .scotland ? .foisa : .foia
    guard let regime, regime != usual else { return jurisdiction.rawValue }
    return "\(jurisdiction.rawValue)-\(regime.rawValue)"
  }
}

/// A letter of a batch, and what is to be known about it.
public struct BatchLetter: Sendable {
  public let letter: Letter
  public let draft: Draft
  public let translation: Translation
  public let findings: [Finding]
  /// What the authorities that get the same words have in common; nil when this one gets its own.
  public let edition: String?
}

/// A request as the authorities of one law and nation get it.
final class Edition {
  struct Key: Hashable {
    let jurisdiction: Jurisdiction
    let regime: Regime?
    /// The id of an authority that differs from the others of its law and nation.
    let authority: String?

    init(_ authority: Authority, isOwn: Bool) {
      jurisdiction = authority.jurisdiction
      regime = authority.regime
      // Which of its figures are meant is decided for each of those that work in several nations.
      self.authority = isOwn || jurisdiction == .several ? authority.id : nil
    }
  }

  let translation: Translation
  let understanding: Understanding
  /// Whether other authorities get the same words.
  var isShared = false
  private var draft: Draft?
  private let addressees: AddresseeTraits.Reader
  private var findingsByTraits: [AddresseeTraits: [Finding]] = [:]

  init(translation: Translation, understanding: Understanding) {
    self.translation = translation
    self.understanding = understanding
    addressees = AddresseeTraits.Reader(translation.reading)
  }

  func draft(to authority: Authority, _ today: Day) throws(Diagnostics) -> Draft {
    if let draft, authority.canBeAsked { return draft.readdressed(to: authority) }
    let draft = try Draft(
      translation.reading, understanding: understanding, authority: authority, today: today)
    self.draft = draft
    return draft
  }

  func findings(for authority: Authority, _ linter: Linter, _ today: Day) -> [Finding] {
    let traits = addressees.traits(of: authority)
    if let findings = findingsByTraits[traits] { return findings }
    let findings = linter.lint(translation.reading, to: authority, today: today)
    findingsByTraits[traits] = findings
    return findings
  }
}
