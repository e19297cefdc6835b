import Linting
import Requests
import SourceText
import WorkingDays

extension RefinementProposer {
  /// What could make a request that was refused over the cost limit fit it, as a new request.
  ///
  /// - Parameter limit: the limit of the authority; nil where none is settled.
  public mutating func costSheet(
    _ details: RefinementSheet.Details, limit: CostLimit?
  ) -> RefinementSheet {
    let outline = Outline(letter)
    var decisions = [howMuch(limit, outline)]
    let named = questionsNamed(in: outline)
    for question in reading.request.questions {
      if let decision = costly(question, isNamed: named.contains(question.label)) {
        decisions.append(decision)
      }
    }
    return RefinementSheet(
      purpose: .cost, details: details, decisions: decisions, newFields: new.fields,
      newQuestions: new.all, request: reading.request)
  }

  /// The time the figures are for, and how finely they are cut.
  private func howMuch(_ limit: CostLimit?, _ outline: Outline) -> RefinementSheet.Decision {
    var options: [RefinementSheet.Option] = []
    var notes: [String] = []
    let claim = CostClaim(reply.source)
    var fits = 0
    if let estimate = claim.estimate, let limit {
      notes.append("\(estimate.text).")
      notes.append(estimate.verdict(under: limit, for: "them"))
      fits = estimate.monthsInTwelveThatFit(limit)
      if fits == 0 {
        notes.append(
          "Not even one month of every twelve would fit: a shorter time alone will not do.")
      }
    } else if let records = claim.records {
      notes.append("They speak of \(records) records. foi cost reckons what fits.")
    }
    for i in outline.advice.prefix(3) {
      notes.append("They say: \"\(outline.text.text(outline.text.sentences[i].range))\"")
    }
    if let period = period {
      let years = (period.last - period.first + 1 + 180) / 365
      for count in [1, 3] where count < years {
        let shorter = period.last(months: 12 * count)
        options.append(
          .init(
            text: count == 1 ? "the last year of it" : "the last \(numberWord(count)) years of it",
            effect: .dates(shorter.dates), isMarked: options.isEmpty))
      }
      if fits > 0 {
        let part = period.last(months: max(1, years * fits))
        if part != period, !options.contains(where: { $0.effect == .dates(part.dates) }) {
          options.append(
            .init(
              text: "what would fit if the records lie evenly", effect: .dates(part.dates),
              isMarked: options.isEmpty))
        }
      }
    }
    if hasSplits {
      options.append(
        .init(
          text: "totals only, without the splits", effect: .totalsOnly, isMarked: options.isEmpty))
    }
    options.append(.init(text: "other dates", effect: .dates(RefinementSheet.Effect.hole)))
    options.append(
      .init(
        text: "as it is; only the questions below change", effect: .keep("the questions change"),
        isMarked: options.count == 1))
    return RefinementSheet.Decision(
      point: nil, questions: [], title: "how much to ask for",
      quotation: reply.source.bytes.unwrapped(reply.because), notes: notes, options: options)
  }

  /// A question that the letter refuses, or that is likely to need records read one by one.
  private mutating func costly(_ question: Question, isNamed: Bool) -> RefinementSheet.Decision? {
    let here = findings.filter {
      $0.question == question.label && Self.slow.contains($0.category) && $0.outlook != .tip
    }
    guard isNamed || !here.isEmpty else { return nil }
    let hole = RefinementSheet.Effect.hole
    var notes = isNamed ? ["Their letter names it."] : []
    notes += elsewhere(here)
    var decision = RefinementSheet.Decision(
      point: nil, questions: [question.label],
      title: here.first?.category.inWords ?? "what it costs", quotation: "", notes: notes,
      options: searchable(question) + [
        .init(text: "drop it", effect: .withdraw),
        .init(text: "in other words", effect: .reword(hole)),
        .init(text: "stand by it", effect: .keep(hole)),
      ])
    decision.isAmongPoints = false
    return decision
  }

  /// The questions that the letter speaks of, but for those that it offers to answer; none where it speaks of all
  /// alike.
  private func questionsNamed(in outline: Outline) -> Set<String> {
    let known = reading.request.questions.map { $0.label }
    let labels = QuestionLabels(text: outline.text, known: known)
    let offered = Set(outline.advice)
    var named: Set<String> = []
    for (i, sentence) in outline.text.sentences.enumerated() where !offered.contains(i) {
      named.formUnion(labels.named(in: sentence.range))
    }
    return named.count < known.count ? named : []
  }

  /// What makes somebody read records.
  private static let slow: [Category] = [
    .unsearchableTerm, .costLimit, .openEndedScope, .allCorrespondence, .vagueAssociation,
    .createInformation,
  ]

  private var hasSplits: Bool {
    let request = reading.request
    return !request[.splitBy].isEmpty || request.questions.contains { !$0[.splitBy].isEmpty }
  }

  /// The longest time that the request names.
  private var period: Period? {
    var longest: Period?
    for part in reading.parts {
      for mention in periodMentions(in: reading.source.bytes, range: part.range, today: today) {
        guard let period = mention.reading.readings.first?.period else { continue }
        if longest.map({ period.last - period.first > $0.last - $0.first }) ?? true {
          longest = period
        }
      }
    }
    return longest
  }
}

extension Outline {
  /// The sentences that say what the authority could do instead, as its duty to advise and assist wants of it.
  fileprivate var advice: [Int] {
    text.sentences.indices.filter { i in
      parts[text.sentences[i].paragraph] == .letter && shows(.suggests, inSentence: i)
        && !shows(.boilerplate, inSentence: i)
    }
  }
}

extension Period {
  /// Its last months, to its last day.
  func last(months: Int) -> Period {
    let start = (last + 1).adding(months: -months)
    return Period(first: max(first, start), last: last) ?? self
  }
}
