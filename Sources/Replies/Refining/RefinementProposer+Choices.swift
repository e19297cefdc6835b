import Linting
import Requests
import SourceText
import WorkingDays

extension RefinementProposer {
  /// What the years of the questions can mean, in full.
  func periods(in labels: [String], _ point: Point) -> [RefinementSheet.Option] {
    var options: [RefinementSheet.Option] = []
    var seen: Set<String> = []
    func offer(_ name: String, _ period: Period) {
      guard options.count < 3, seen.insert(period.dates).inserted else { return }
      options.append(.init(text: name, effect: .dates(period.dates), isMarked: options.isEmpty))
    }
    for time in times(in: labels) {
      if point.category == .longPeriod, let whole = time.period {
        offer("the last year of it", whole.last(months: 12))
        offer("the last three years of it", whole.last(months: 36))
      } else if case .exact(let period) = time {
        offer(RefinementSheet.Option.givenDates, period)
      } else {
        for reading in time.readings { offer(reading.name, reading.period) }
      }
    }
    if options.isEmpty, let today {
      let year = YearKind.financial.startYear(of: today)
      offer("the last complete financial year", YearKind.financial.year(year - 1))
      offer(
        "the last three complete financial years",
        YearKind.financial.years(year - 3, through: year - 1))
    }
    let others = RefinementSheet.Option.otherDates
    return options + [.init(text: others, effect: .dates(RefinementSheet.Effect.hole))]
  }

  /// The times that some questions name; where they name none, those at the head of the request.
  private func times(in labels: [String]) -> [PeriodReading] {
    var texts: [String] = []
    for question in reading.request.questions
    where labels.isEmpty || labels.contains(question.label) {
      texts += [question.text] + question[.dates]
    }
    let named = texts.flatMap { times(in: $0) }
    return named.isEmpty ? reading.request[.dates].flatMap { times(in: $0) } : named
  }

  func times(in text: String) -> [PeriodReading] {
    let bytes = Array(text.utf8)
    return periodMentions(in: bytes, range: 0..<bytes.count, today: today).map { $0.reading }
  }

  /// Questions that ask for what is recorded.
  mutating func rewrites(
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
      if let marked = new.marked(term) {
        options.append(
          .init(
            text: "only what a marker can count, and withdrawn if that is too costly",
            effect: .questions([marked]), isMarked: options.isEmpty))
      }
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
    guard let crimes = new.crimes() else { return [] }
    var replacing = [crimes]
    var said = "crimes recorded under the named sections"
    let isOnline = !WordHash.online.isDisjoint(with: words)
    if isOnline, let online = new.online() {
      replacing.append(online)
      said += ", how many carry the online marker"
    }
    let isList = !WordHash.lists.isDisjoint(with: words)
    if isAboutArrests, !isList, let charged = new.charged(of: replacing[replacing.count - 1]) {
      replacing.append(charged)
      said += ", and, because you asked about arrests, how many were charged"
    }
    options.append(
      .init(
        text: said, effect: .questions(replacing), isMarked: true,
        careful: isOnline
          ? "markers are put on by hand and often forgotten, so the figure is a minimum" : ""))
    return options + offenceChanges(labels, crimes)
  }

  /// The question in its own words, on the condition that a computer can answer it.
  private mutating func conditional(_ labels: [String], _ category: Category)
    -> [RefinementSheet.Option]
  {
    guard category == .unsearchableTerm || category == .costLimit || category == .createInformation,
      labels.count == 1,
      let question = reading.request.questions.first(where: { $0.label == labels[0] })
    else { return [] }
    return searchable(question)
  }

  /// The question for as much as a search finds; nothing when the letters for new questions are used up.
  mutating func searchable(_ question: Question) -> [RefinementSheet.Option] {
    guard let label = new.conditional(question) else { return [] }
    return [
      .init(
        text: "only if it can be searched, and withdrawn if that is too costly",
        effect: .questions([label]), isMarked: true)
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

  mutating func suggestions(of point: Point, _ labels: [String]) -> [RefinementSheet.Option] {
    var options: [RefinementSheet.Option] = []
    for suggestion in point.suggestions {
      let words = Set(ComparableWords(suggestion.text).hashes)
      let isOurs =
        !suggestion.isIncomplete && words.contains(WordHash("recorded"))
        && (!WordHash.crimes.isDisjoint(with: words) || point.category == .vagueAssociation)
      if isOurs {
        if let crimes = new.crimes() {
          options.append(
            .init(text: "their suggestion: crimes recorded", effect: .questions([crimes])))
        }
      } else if point.category == .namesOfThirdParties {
        options.append(
          .init(
            text: "their suggestion: these names",
            effect: .reword("____"),
            careful: "naming them makes a search possible, not an answer"))
      } else {
        let words = suggestion.toFill.asQuestion
        let label = new.suggested(words)
        options.append(
          .init(
            text: "their suggestion", effect: label.map { .questions([$0]) } ?? .reword(words),
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

  func common(_ labels: [String], beside others: [RefinementSheet.Option])
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
