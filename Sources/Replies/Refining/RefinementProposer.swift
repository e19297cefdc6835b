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
  private let linter: Linter
  private let offences: Offences
  private let nation: Nation
  let today: Day?
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
  private let named: [Offence]

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
    var options =
      point.category.isPeriod
      ? periods(in: labels, point) : rewrites(labels, here, about: point.category)
    options += definitions(from: point, labels, here)
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
    return RefinementSheet.Decision(
      point: number, questions: labels, title: point.category.inWords,
      quotation: reply.source.bytes.unwrapped(point.range), notes: notes,
      options: options.markingOne())
  }

  /// The questions that no point mentions, where they have the faults that the points are about.
  private mutating func untouched() -> [RefinementSheet.Decision] {
    var asked: Set<String> = []
    for point in reply.points { asked.formUnion(point.questions) }
    var decisions: [RefinementSheet.Decision] = []
    for label in reply.untouched {
      let here = found(in: [label])
      guard !here.isEmpty else { continue }
      var options: [RefinementSheet.Option] = [
        .init(text: "withdraw it", effect: .withdraw, isMarked: true)
      ]
      options += common([label], beside: options)
      var notes: [String] = []
      if let number = pointLike(here) {
        notes.append(
          "It has the fault of point \(number), so it is likely to meet the same answer.")
      }
      notes += elsewhere(here)
      decisions.append(
        RefinementSheet.Decision(
          point: nil, questions: [label], title: here[0].category.inWords, quotation: "",
          notes: notes, options: options))
    }
    return decisions
  }

  /// The point about a question with the same fault; of several, one about the same kind of trouble.
  private func pointLike(_ here: [Finding]) -> String? {
    var found: String?
    for (i, point) in reply.points.enumerated() {
      let shared = here.first { finding in
        findings.contains { other in
          other.rule == finding.rule && other.question.map { point.questions.contains($0) } ?? false
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
    let text = LetterText(reply.source)
    let named = QuestionLabels(text: text, known: known).named(in: point.range)
    if labels.allSatisfy({ named.contains($0) }) { return "The letter names the question." }
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

// MARK: - Choices

extension RefinementProposer {
  /// What the years of the questions can mean, in full.
  private func periods(in labels: [String], _ point: Point) -> [RefinementSheet.Option] {
    var options: [RefinementSheet.Option] = []
    var seen: Set<String> = []
    func offer(_ name: String, _ period: Period) {
      guard options.count < 3, seen.insert(period.dates).inserted else { return }
      options.append(.init(text: name, effect: .dates(period.dates), isMarked: options.isEmpty))
    }
    for question in reading.request.questions
    where labels.isEmpty || labels.contains(question.label) {
      let bytes = Array(question.text.utf8)
      for mention in periodMentions(in: bytes, range: 0..<bytes.count, today: today) {
        if point.category == .longPeriod, let whole = mention.reading.period {
          offer("the last year of it", whole.last(months: 12))
          offer("the last three years of it", whole.last(months: 36))
        } else {
          for reading in mention.reading.readings { offer(reading.name, reading.period) }
        }
      }
    }
    if options.isEmpty, let today {
      let year = YearKind.financial.startYear(of: today)
      offer("the last complete financial year", YearKind.financial.year(year - 1))
      offer(
        "the last three complete financial years",
        YearKind.financial.years(year - 3, through: year - 1))
    }
    return options + [.init(text: "other dates", effect: .dates(RefinementSheet.Effect.hole))]
  }

  /// Questions that ask for what is recorded.
  private mutating func rewrites(
    _ labels: [String], _ here: [Finding], about category: Category
  ) -> [RefinementSheet.Option] {
    let words = vocabulary(of: labels)
    var options: [RefinementSheet.Option] = []
    let names = here.contains { $0.category == .namesOfThirdParties }
    if names {
      options.append(
        .init(
          text: "no names", effect: .withdraw, isMarked: true,
          careful: here.first { $0.category == .namesOfThirdParties }
            .flatMap { linter.rule($0.rule)?.know } ?? ""))
      return options
    }
    if let hidden = here.first(where: {
      $0.rule == "unrecorded-attribute" || $0.rule == "unrecorded-source"
    }) {
      let term = term(of: hidden)
      let isTheirs = !WordHash.theirOwn.isDisjoint(with: words)
      if here.contains(where: { $0.category == .tacticsNCND }) || isTheirs {
        options.append(
          .init(
            text: "withdraw it: forces neither confirm nor deny how they work", effect: .withdraw,
            isMarked: true))
      }
      options.append(
        .init(
          text: "only what a marker can count, and withdrawn if that is too costly",
          effect: .questions([new.marked(term)]), isMarked: options.isEmpty))
      return options
    }
    let isAboutArrests = !WordHash.arrests.isDisjoint(with: words)
    let isAboutRecords =
      category == .vagueAssociation
      || here.contains {
        [
          .vagueAssociation, .undefinedTerm, .openEndedScope, .unsearchableTerm,
          .arrestsVersusCrimes,
        ]
        .contains($0.category)
      }
    let countsCrimes = !named.isEmpty || !WordHash.crimes.isDisjoint(with: words)
    guard
      isAboutArrests && here.contains(where: { $0.category == .arrestsVersusCrimes })
        || isAboutRecords && (countsCrimes || category == .vagueAssociation)
    else { return conditional(labels, category) }
    var replacing = [new.crimes()]
    var said = "crimes recorded under the named sections"
    let isOnline = !WordHash.online.isDisjoint(with: words)
    if isOnline {
      replacing.append(new.online())
      said += ", how many carry the online marker"
    }
    let isList = !WordHash.lists.isDisjoint(with: words)
    if isAboutArrests, !isList {
      replacing.append(new.charged(of: replacing[replacing.count - 1]))
      said += ", and, because you asked about arrests, how many were charged"
    }
    options.append(
      .init(
        text: said, effect: .questions(replacing), isMarked: true,
        careful: isOnline
          ? "markers are put on by hand and often forgotten, so the figure is a minimum" : ""))
    return options + offenceChanges(labels, replacing[0])
  }

  /// The question in its own words, on the condition that a computer can answer it.
  private mutating func conditional(_ labels: [String], _ category: Category)
    -> [RefinementSheet.Option]
  {
    guard category == .unsearchableTerm || category == .costLimit || category == .createInformation,
      labels.count == 1,
      let question = reading.request.questions.first(where: { $0.label == labels[0] })
    else { return [] }
    return [
      .init(
        text: "only if it can be searched, and withdrawn if that is too costly",
        effect: .questions([new.conditional(question)]), isMarked: true)
    ]
  }

  /// Offences to leave out of the new question, or to add to it.
  private func offenceChanges(_ labels: [String], _ question: String) -> [RefinementSheet.Option] {
    var options: [RefinementSheet.Option] = []
    for offence in named where offence.isNotifiable == false {
      guard labels.contains(where: { names(offence, in: $0) }) else { continue }
      let line = NewQuestions.lines(of: [offence]).joined()
      options.append(
        .init(
          text: "without \(offence.provision): it is not counted as a recorded crime",
          effect: .leaveOut(line, from: question), isAddition: true, isMarked: true))
    }
    for finding in findings where finding.rule == "grooming-section" {
      guard finding.question.map({ labels.contains($0) }) ?? false else { continue }
      options.append(
        .init(
          text:
            "with section 15A, sexual communication with a child: new, you did not ask for it before",
          effect: .add("Sexual Offences Act 2003, section 15A", to: question), isAddition: true,
          isMarked: true))
    }
    return options
  }

  private func names(_ offence: Offence, in label: String) -> Bool {
    reading.request.questions.contains { question in
      question.label == label
        && offences.references(in: question.text).contains { $0.offences.contains(offence) }
    }
  }

  /// "X or Y?" as what a term of the question means.
  private func definitions(from point: Point, _ labels: [String], _ here: [Finding])
    -> [RefinementSheet.Option]
  {
    guard !point.category.isPeriod else { return [] }
    let term = here.first { $0.category == point.category }.map { reading.source[$0.range] }
    return point.choices.map { choice in
      RefinementSheet.Option(
        text: choice,
        effect: term.map { .define("\(reading.source.unwrapped($0)): \(choice)") }
          ?? .answer(choice),
        isMarked: true)
    }
  }

  private mutating func suggestions(of point: Point, _ labels: [String]) -> [RefinementSheet.Option]
  {
    var options: [RefinementSheet.Option] = []
    for suggestion in point.suggestions {
      let words = Set(ComparableWords(suggestion.text).hashes)
      let isOurs =
        !suggestion.isIncomplete && words.contains(WordHash("recorded"))
        && (!WordHash.crimes.isDisjoint(with: words) || point.category == .vagueAssociation)
      if isOurs {
        options.append(
          .init(text: "their suggestion: crimes recorded", effect: .questions([new.crimes()])))
      } else if point.category == .namesOfThirdParties {
        options.append(
          .init(
            text: "their suggestion: these names",
            effect: .reword("____"),
            careful: "naming them makes a search possible, not an answer"))
      } else {
        let label = new.suggested(suggestion.toFill.asQuestion)
        options.append(
          .init(
            text: "their suggestion", effect: .questions([label]),
            careful: suggestion.missing.map { "\($0) is missing in their letter: fill it in below" }
              ?? ""))
        if let missing = suggestion.missing {
          options.append(
            .init(
              text: "ask them",
              effect: .ask("Your suggestion leaves out \(missing). Which did you mean?")))
        }
      }
    }
    return options
  }

  private func common(_ labels: [String], beside others: [RefinementSheet.Option])
    -> [RefinementSheet.Option]
  {
    let hole = RefinementSheet.Effect.hole
    var options: [RefinementSheet.Option] = []
    if labels.count == 1 {
      options.append(.init(text: "in other words", effect: .reword(hole)))
    }
    options.append(.init(text: "ask them something", effect: .ask(hole)))
    let isAboutDates = others.contains { if case .dates = $0.effect { true } else { false } }
    if !isAboutDates, !labels.isEmpty, !others.contains(where: { $0.effect == .withdraw }) {
      options.append(.init(text: "withdraw it", effect: .withdraw))
    }
    options.append(.init(text: "stand by it", effect: .keep(hole)))
    return options
  }
}

// MARK: - Words

extension RefinementProposer {
  private func vocabulary(of labels: [String]) -> Set<WordHash> {
    var words: Set<WordHash> = []
    for question in reading.request.questions where labels.contains(question.label) {
      words.formUnion(ComparableWords(question.text).hashes)
    }
    return words
  }

  /// What somebody would have to look for: the words found, or for a source the words behind them.
  private func term(of finding: Finding) -> String {
    guard finding.rule == "unrecorded-source" else {
      return "\"\(reading.source.bytes.unwrapped(finding.range))\""
    }
    let words = Words(reading.source.bytes)
    var range = words.indices(in: finding.range)
    range = range.upperBound..<range.upperBound
    while range.upperBound < words.tokens.count, range.count < 6 {
      let token = words.tokens[range.upperBound]
      let isMark = token.traits.contains(.mark) && !token.traits.contains(.slight)
      if token.traits.contains(.startsSentence) || isMark { break }
      range = range.lowerBound..<range.upperBound + 1
    }
    while let first = range.first,
      findings.contains(where: {
        $0.rule == "loaded-words" && $0.range.overlaps(words.tokens[first].range)
      })
    {
      range = first + 1..<range.upperBound
    }
    guard !range.isEmpty else { return "\"\(reading.source.bytes.unwrapped(finding.range))\"" }
    return "\"\(reading.source.bytes.unwrapped(words.bytes(of: range)))\""
  }
}

extension WordHash {
  fileprivate static let arrests = WordSet("arrest arrests arrested")
  fileprivate static let online = WordSet("online internet cyber digital")
  fileprivate static let crimes = WordSet("crime crimes")
  fileprivate static let lists = WordSet("breakdown list split")
  /// Words by which a question is about the force's own methods.
  fileprivate static let theirOwn = WordSet("officer officers undercover covert")
}

extension OffenceReference {
  fileprivate var isProvision: Bool {
    if case .provision = kind { return true }
    return false
  }
}

extension Category {
  var isPeriod: Bool { self == .ambiguousPeriod || self == .missingPeriod || self == .longPeriod }

  /// For a heading: what has to be settled.
  var inWords: String {
    switch self {
    case .ambiguousPeriod, .missingPeriod, .longPeriod: "which dates"
    case .vagueAssociation: "which records"
    case .unsearchableTerm: "what can be searched"
    case .undefinedTerm: "what a word means"
    case .openEndedScope, .allCorrespondence: "where it ends"
    case .arrestsVersusCrimes: "arrests or crimes"
    case .namesOfThirdParties: "names"
    case .personalData: "personal data"
    case .opinionOrExplanation: "what is recorded"
    case .createInformation: "what would have to be made"
    case .costLimit: "what it costs"
    case .tacticsNCND: "how they work"
    case .brokenCrossReference: "what it refers to"
    case .duplicateOrPublished: "what is published"
    case .wrongJurisdiction: "whose law"
    case .placeholder: "a blank"
    case .tone, .validity, .form: "how it is put"
    }
  }
}

extension Array<RefinementSheet.Option> {
  /// One mark among those that exclude one another: the first that has it, or rewording.
  fileprivate func markingOne() -> Self {
    var options = self
    var isMarked = false
    for i in options.indices where !options[i].isAddition {
      options[i].isMarked = options[i].isMarked && !isMarked
      isMarked = isMarked || options[i].isMarked
    }
    if !isMarked {
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

extension Period {
  /// Its last months, to its last day.
  func last(months: Int) -> Period {
    let start = (last + 1).adding(months: -months)
    return Period(first: max(first, start), last: last) ?? self
  }
}

extension Source {
  fileprivate func unwrapped(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return bytes.unwrapped(0..<bytes.count)
  }
}

extension String {
  /// "ask for all crimes" as a question: without the verb, with a capital and a full stop.
  fileprivate var asQuestion: String {
    var words = split(separator: " ", omittingEmptySubsequences: true)
    let verbs = [
      "ask", "get", "request", "for", "provide", "specify", "limit", "it", "to", "consider",
    ]
    while let first = words.first, verbs.contains(first.lowercased()), words.count > 2 {
      words.removeFirst()
    }
    let text = words.joined(separator: " ").startingWithCapital
    return text.utf8.last == UInt8(ascii: ".") ? text : text + "."
  }
}
