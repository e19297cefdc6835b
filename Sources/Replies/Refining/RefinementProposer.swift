import Linting
import Requests
import SourceText
import WorkingDays

/// Lays an authority's points beside the questions and proposes what to do about each.
///
/// What it proposes comes from the letter's own choices and suggestions, from what the linter finds in the
/// questions, and from the tables of offences and periods; it never takes anything by itself.
public struct RefinementProposer {
  let reply: Reply
  let reading: RequestReading
  let findings: [Finding]
  let linter: Linter
  let offences: Offences
  let nation: Nation
  let today: Day?
  /// The words of the letter and of the request, found once for all points.
  let letter: LetterText
  let words: Words
  var new: NewQuestions

  /// - Parameters:
  ///   - reading: the request that the letter answers.
  ///   - linter: the rules that say what is wrong with its wording, and who said so before.
  ///   - authority: by whose nation offences are looked up; nil when nobody knows.
  public init(
    _ reply: Reply, to reading: RequestReading, linter: Linter, offences: Offences,
    authority: Authority?, today: Day?
  ) {
    self.reply = reply
    self.reading = reading
    self.linter = linter
    self.offences = offences
    self.today = today
    letter = LetterText(reply.source)
    words = Words(reading.source.bytes)
    nation = authority?.nations.first ?? .england
    findings = linter.lint(reading, to: authority, today: today)
    var named: [Offence] = []
    for question in reading.request.questions {
      for text in [question.text] + question[.offences] {
        for offence in offences.references(in: text).filter({ $0.isProvision }).offences(in: nation)
        where !named.contains(offence) { named.append(offence) }
      }
    }
    self.named = named
    new = NewQuestions(offences: named)
  }

  /// The offences that the request names by Act and section.
  let named: [Offence]

  public mutating func sheet(_ details: RefinementSheet.Details) -> RefinementSheet {
    var decisions: [RefinementSheet.Decision] = []
    for (i, point) in reply.points.enumerated() {
      let number = point.number ?? "\(i + 1)"
      let isCommon = point.category.isPeriod || point.questions.count < 2
      for labels in isCommon ? [point.questions] : point.questions.map({ [$0] }) {
        decisions.append(decision(on: point, number, labels))
      }
    }
    decisions += untouched()
    return RefinementSheet(
      purpose: .clarification, details: details, decisions: decisions, newFields: new.fields,
      newQuestions: new.all, request: reading.request)
  }
}

// MARK: - Decisions

extension RefinementProposer {
  private mutating func decision(on point: Point, _ number: String, _ labels: [String])
    -> RefinementSheet.Decision
  {
    let here = found(in: labels)
    let definitions = definitions(from: point, here)
    var options =
      point.category.isPeriod
      ? definitions + periods(in: labels, point)
      : rewrites(labels, here, about: point.category) + definitions
    for suggestion in suggestions(of: point, labels) {
      if let same = options.firstIndex(where: { $0.effect == suggestion.effect }) {
        options[same].text = "their suggestion: \(options[same].text)"
      } else {
        options.append(suggestion)
      }
    }
    options += common(labels, beside: options)
    var notes = [sureness(of: point, labels)]
    let alike = here.filter { $0.category == point.category }
    let others = here.filter { !$0.category.isPeriod && $0.category != .placeholder }
    notes += elsewhere(alike.isEmpty && !point.category.isPeriod ? others : alike)
    let isYesOrNo = point.choices == Point.yesOrNo
    return RefinementSheet.Decision(
      point: number, questions: labels,
      title: isYesOrNo ? "what you want" : point.category.inWords,
      quotation: reply.source.bytes.unwrapped(point.range), notes: notes,
      options: options.markingOne())
  }

  /// The questions that no point mentions, where they have the faults that the points are about; dates apart, which are
  /// settled for all at once.
  private mutating func untouched() -> [RefinementSheet.Decision] {
    var asked: Set<String> = []
    for point in reply.points { asked.formUnion(point.questions) }
    var decisions: [RefinementSheet.Decision] = []
    for label in reply.untouched {
      let here = found(in: [label]).filter { !$0.category.isPeriod }
      guard let number = pointLike(here) else { continue }
      var options: [RefinementSheet.Option] = [
        .init(text: "withdraw it", effect: .withdraw, isMarked: true)
      ]
      options += common([label], beside: options)
      let notes = ["It has the fault of point \(number), so it is likely to meet the same answer."]
      decisions.append(
        RefinementSheet.Decision(
          point: nil, questions: [label], title: here[0].category.inWords, quotation: "",
          notes: notes + elsewhere(here), options: options))
    }
    return decisions
  }

  /// The point about a question with the same fault; of several, one about the same kind of trouble.
  private func pointLike(_ here: [Finding]) -> String? {
    var found: String?
    for (i, point) in reply.points.enumerated() {
      let shared = here.first { finding in
        finding.category == point.category
          || findings.contains { other in
            other.rule == finding.rule
              && other.question.map { point.questions.contains($0) } ?? false
          }
      }
      guard let shared else { continue }
      if found == nil || shared.category == point.category { found = point.number ?? "\(i + 1)" }
      if shared.category == point.category { break }
    }
    return found
  }

  /// What the linter finds in some questions, tips apart; in all, if none is named.
  private func found(in labels: [String]) -> [Finding] {
    findings.filter { finding in
      guard finding.outlook != .tip else { return false }
      return labels.isEmpty || finding.question.map { labels.contains($0) } ?? false
    }
  }

  /// How the questions were found.
  private func sureness(of point: Point, _ labels: [String]) -> String {
    guard !labels.isEmpty else {
      return "The letter does not say which question this is about."
    }
    let known = reading.request.questions.map { $0.label }
    let named = QuestionLabels(text: letter, known: known).named(in: point.range)
    if labels.allSatisfy({ named.contains($0) }) { return "The letter names the question." }
    if known.count == 1 { return "The letter names no question: there is only one." }
    if labels.count > 1 || point.category.isPeriod {
      return "The letter names no question: these are the ones with the words it asks about."
    }
    return "The letter names no question: this is the one whose words it repeats. Look twice."
  }

  /// What became of such words elsewhere, from other cases than this.
  func elsewhere(_ here: [Finding]) -> [String] {
    var notes: [String] = []
    var told: Set<String> = []
    for finding in here where told.insert(finding.rule).inserted && told.count <= 2 {
      guard let rule = linter.rule(finding.rule) else { continue }
      for evidence in rule.evidence where evidence.outcome != .guidance && !isOfThisCase(evidence) {
        let said = evidence.note.isEmpty ? evidence.outcome.rawValue : evidence.note
        notes.append("Elsewhere: \(evidence.label): \(said).")
      }
    }
    return notes
  }

  private func isOfThisCase(_ evidence: Evidence) -> Bool {
    guard let reference = reply.reference, !reference.isEmpty else { return false }
    let (wanted, bytes) = (Array(reference.utf8), Array(evidence.reference.utf8))
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0...].starts(with: wanted) }
  }
}

extension Array<RefinementSheet.Option> {
  /// One mark among those that exclude one another: the first that has it, or rewording.
  ///
  /// Whether "yes" or "no" is true only the applicant knows.
  fileprivate func markingOne() -> Self {
    var options = self
    var isMarked = false
    for i in options.indices where !options[i].isAddition {
      options[i].isMarked = options[i].isMarked && !isMarked
      isMarked = isMarked || options[i].isMarked
    }
    let isYesOrNo = contains { $0.effect == .answer(Point.yesOrNo[0]) }
    if !isMarked, !isYesOrNo {
      for i in options.indices {
        if case .reword = options[i].effect {
          options[i].isMarked = true
          break
        }
      }
    }
    return options
  }
}

extension OffenceReference {
  fileprivate var isProvision: Bool {
    if case .provision = kind { return true }
    return false
  }
}
