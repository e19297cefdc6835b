import Linting
import Requests
import SourceText
import WorkingDays

/// A request in the words of another nation's criminal law, and what a person has to decide first.
///
/// Period, unit, date basis, order and number of the questions never change, so that the answers stay comparable.
/// Everything is worked out from the table of offences; where that knows no single twin, nothing is guessed.
public struct Translation: Sendable {
  /// The request as it goes out.
  public let reading: RequestReading
  /// What is open; a letter with an open decision is not written.
  public let open: [Decision]
  /// What was changed, to be shown before anything is sent.
  public let changes: [String]
  /// The labels of questions that are not asked.
  public let withdrawn: [String]
  /// Whether all of them are withdrawn, so that there is no letter.
  public let asksNothing: Bool
  /// The labels of questions whose answers cannot stand beside those of others.
  public let incomparable: [String]

  /// - Parameters:
  ///   - authority: to whom it goes. Only its law, nations and id count here.
  ///   - sheet: what was decided so far.
  ///   - linter: knows the terms of one nation that are no offences.
  /// - Throws: decisions that cannot be carried out.
  public init(
    _ reading: RequestReading, for authority: Authority, sheet: DecisionSheet, offences: Offences,
    linter: Linter, today: Day
  ) throws(Diagnostics) {
    var translator = Translator(
      reading, for: authority, sheet: sheet, offences: offences)
    try translator.translate()
    let translated = try translator.result()
    var open = translator.open
    if open.isEmpty {
      try translator.checkWords(of: translated, linter: linter, authority: authority, today: today)
      open = translator.open
    }
    self.reading = translated
    self.open = open
    changes = translator.changes
    withdrawn = translator.withdrawn
    asksNothing = translator.asksNothing
    incomparable = translator.incomparable
  }
}

/// Takes a request over into another law, edit by edit on the text as typed.
struct Translator {
  let reading: RequestReading
  let jurisdiction: Jurisdiction
  let authority: String
  let regime: Regime
  let sheet: DecisionSheet
  let offences: Offences
  private(set) var edits: [Edit] = []
  var open: [Decision] = []
  private(set) var changes: [String] = []
  private(set) var withdrawn: [String] = []
  private(set) var incomparable: [String] = []
  /// The places whose words a person settled: they are not looked at again.
  private var settled: Set<String> = []
  /// The labels of questions with a person's words in place of their own.
  var reworded: Set<String> = []
  /// What became of the offences of each question that names any.
  var tallies: [String: OffenceTally] = [:]
  /// The jurisdiction that most of the request's offences belong to.
  lazy var home = homeJurisdiction()

  init(
    _ reading: RequestReading, for authority: Authority, sheet: DecisionSheet, offences: Offences
  ) {
    self.reading = reading
    jurisdiction = authority.jurisdiction
    self.authority = authority.id
    regime = authority.regime ?? .foia
    self.sheet = sheet
    self.offences = offences
  }

  mutating func translate() throws(Diagnostics) {
    try askWhichFigures()
    for question in reading.request.questions { try settleQuestion(question.label) }
    var lastOffences: [String: Int] = [:]
    for (i, part) in reading.parts.enumerated() where part.kind == .field(.offences) {
      if let label = part.question { lastOffences[label] = i }
    }
    for (i, part) in reading.parts.enumerated() where part.kind.isOwnWords {
      if let label = part.question, withdrawn.contains(label) { continue }
      let isSettled = try settlePart(part)
      switch part.kind {
      case _ where isSettled: break
      case .field(.offences): try translateOffences(part)
      case .field(.outcome): try translateOutcome(part)
      case .field(.flag): try translateMarker(part)
      default: translateProse(part)
      }
      if let label = part.question, lastOffences[label] == i { settleOffences(of: label) }
    }
    try askAboutWhatLeans()
  }

  var asksNothing: Bool {
    !withdrawn.isEmpty && reading.request.questions.allSatisfy { withdrawn.contains($0.label) }
  }

  /// The request with all edits made.
  func result() throws(Diagnostics) -> RequestReading {
    var result = reading
    if !edits.isEmpty {
      let text = String(decoding: reading.source.bytes.applying(edits), as: UTF8.self)
      result = try RequestReading(Source(name: reading.source.name, text: text))
    }
    guard result.request.questions.map({ $0.label }) == reading.request.questions.map({ $0.label })
    else {
      throw Diagnostics(
        "words from decisions.md change which questions \(reading.source.name) asks",
        remedy: "write them on one line, without a number before them")
    }
    guard !withdrawn.isEmpty, !asksNothing else { return result }
    // A label means what it does by those before it, so one taken out of the text would change the next.
    var request = result.request
    request.questions.removeAll { withdrawn.contains($0.label) }
    return try RequestReading(Source(name: reading.source.name, text: request.document))
  }
}

// MARK: - What translators do to the text

extension Translator {
  mutating func replace(_ range: ByteRange, by text: String) {
    edits.append(Edit(range, text.onOneLine))
  }

  mutating func erase(_ range: ByteRange) { edits.append(Edit(range, "")) }

  /// - Parameter lines: each a line of its own with a field.
  mutating func replaceField(_ range: ByteRange, byLines lines: [String]) {
    edits.append(Edit(range, lines.joined(separator: "\n- offences: ")))
  }

  /// Takes the whole lines of a range away.
  mutating func remove(_ range: ByteRange) {
    let bytes = reading.source.bytes
    var start = range.lowerBound
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    edits.append(Edit(start..<bytes.nextLine(after: max(range.upperBound - 1, start)), ""))
  }

  /// Puts a paragraph before the first question.
  mutating func addContext(_ text: String) {
    guard let first = reading.parts.first(where: { $0.question != nil }) else { return }
    let bytes = reading.source.bytes
    var start = first.range.lowerBound
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    edits.append(Edit(start..<start, "\(text.onOneLine)\n\n"))
  }

  mutating func note(_ change: String) {
    if !changes.contains(change) { changes.append(change) }
  }

  mutating func notComparable(_ question: String?) {
    if let question, !incomparable.contains(question) { incomparable.append(question) }
  }

  mutating func withdraw(_ question: String) {
    guard !withdrawn.contains(question) else { return }
    withdrawn.append(question)
    notComparable(question)
    note("question \(question) is withdrawn")
  }

  /// What was chosen for a decision; an open one is kept to be shown.
  mutating func choice(for decision: Decision) throws(Diagnostics) -> Decision.Choice? {
    if let entry = sheet.entry(decision.subject, jurisdiction, authority),
      let choice = try entry.choice(among: decision.choices)
    {
      return choice
    }
    if !open.contains(where: { $0.key == decision.key }) { open.append(decision) }
    return nil
  }

  mutating func settle(_ subject: String) { settled.insert(comparableName(subject)) }

  func isSettled(_ subject: String) -> Bool { settled.contains(comparableName(subject)) }
}

extension String {
  /// Decided and looked-up words go into one line of a request and cannot begin another.
  var onOneLine: String {
    var out = ""
    for scalar in unicodeScalars {
      let isBreak =
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
      out.unicodeScalars.append(isBreak ? " " : scalar)
    }
    return out.trimmed
  }
}
