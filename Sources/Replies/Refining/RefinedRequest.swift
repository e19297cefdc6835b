import Requests
import SourceText
import WorkingDays

/// Puts the request together from the decisions.
struct RefinedRequest {
  let sheet: RefinementSheet
  private(set) var request: Request
  private(set) var history: [String] = []
  private(set) var replaces = false
  /// What takes the place of an old question: new labels of the sheet, words of one's own, or nothing.
  private var fates: [String: Fate] = [:]
  private var isWithoutSplits = false
  private var dates: [(labels: [String], text: String)] = []
  /// The number in the refined request of each new question, and of each old one that stays.
  private var newNumbers: [String: String] = [:]
  private var oldNumbers: [String: String] = [:]

  private enum Fate {
    case replaced([String])
    case reworded(String)
    case withdrawn
  }

  init(_ sheet: RefinementSheet) {
    self.sheet = sheet
    request = sheet.request
  }

  mutating func take() {
    for decision in sheet.decisions {
      for option in decision.options where option.isTicked { take(option.effect, decision) }
    }
    changeOffences()
    replaces = !fates.isEmpty || !dates.isEmpty
    putTogether()
    setHeader()
  }

  private mutating func take(_ effect: RefinementSheet.Effect, _ decision: RefinementSheet.Decision)
  {
    switch effect {
    case .dates(let text): dates.append((decision.questions, text))
    case .define(let definition): addToHeader(.define, definition)
    case .questions(let labels):
      for label in decision.questions.isEmpty ? [""] : decision.questions {
        if case .replaced(let others) = fates[label] {
          fates[label] = .replaced(others + labels)
        } else {
          fates[label] = .replaced(labels)
        }
      }
    case .reword(let words):
      for label in decision.questions { fates[label] = .reworded(words) }
    case .withdraw: for label in decision.questions { fates[label] = .withdrawn }
    case .totalsOnly: isWithoutSplits = true
    case .ask, .keep, .answer, .add, .leaveOut: break
    }
  }

  /// The new questions, with the offences that were ticked in and out.
  private var newQuestions: [Question] = []

  private mutating func changeOffences() {
    newQuestions = sheet.newQuestions
    for decision in sheet.decisions {
      for option in decision.options where option.isTicked {
        switch option.effect {
        case .add(let line, let label): change(label) { $0.adding(line) }
        case .leaveOut(let line, let label): change(label) { $0.leavingOut(line) }
        default: break
        }
      }
    }
  }

  private mutating func change(_ label: String, _ change: ([String]) -> [String]) {
    for i in newQuestions.indices where newQuestions[i].label == label {
      // A line an Act, whether they were typed as one list or as several fields.
      let lines = change(newQuestions[i][.offences])
      let count = lines.reduce(0) { $0 + $1.provisionCount }
      let answer = count == 1 ? "one number" : "\(numberWord(count)) numbers"
      var fields: [Field] = [Field(.offences, lines)]
      for field in newQuestions[i].fields where field.name != .offences {
        fields.append(field.name == .answer ? Field(.answer, answer) : field)
      }
      newQuestions[i].fields = fields
    }
  }

  private mutating func putTogether() {
    var questions: [Question] = []
    var placed: Set<String> = []
    func place(_ labels: [String], _ numbers: inout [String: String]) {
      // A question that counts part of another needs that one before it.
      for question in newQuestions where labels.contains(question.label) {
        guard placed.insert(question.label).inserted else { continue }
        questions.append(question)
        numbers[question.label] = "\(questions.count)"
      }
    }
    for question in request.questions {
      switch fates[question.label] {
      case .replaced(let labels):
        place(labels.withBases(in: newQuestions), &newNumbers)
      case .reworded(let words):
        questions.append(Question(label: "", text: words, fields: question.fields))
        oldNumbers[question.label] = "\(questions.count)"
      case .withdrawn: break
      case nil:
        questions.append(question)
        oldNumbers[question.label] = "\(questions.count)"
      }
    }
    if case .replaced(let labels) = fates[""] {
      place(labels.withBases(in: newQuestions), &newNumbers)
    }
    let keepsLabels = fates.isEmpty
    let asTyped = Set(
      request.questions.compactMap { fates[$0.label] == nil ? oldNumbers[$0.label] : nil })
    for i in questions.indices {
      if !keepsLabels { questions[i].label = "\(i + 1)" }
      guard !asTyped.contains("\(i + 1)") else { continue }
      questions[i].text = questions[i].text.withNumbers(newNumbers)
    }
    clarify(&questions)
    settleDates(&questions)
    if isWithoutSplits {
      request.fields.removeAll { $0.name == .splitBy }
      for i in questions.indices { questions[i].fields.removeAll { $0.name == .splitBy } }
    }
    request.questions = questions
  }

  /// Says below the questions what the reply says of them, where they are written out anew.
  private func clarify(_ questions: inout [Question]) {
    guard replaces else { return }
    for decision in sheet.decisions {
      for option in decision.options where option.isTicked {
        guard case .answer(let words) = option.effect, !Point.yesOrNo.contains(words) else {
          continue
        }
        for label in decision.questions {
          guard let i = oldNumbers[label].flatMap({ Int($0) }) else { continue }
          questions[i - 1].text += " As clarified: \(words.withFullStop)"
        }
      }
    }
  }

  /// Puts the dates into the words of the questions that they are for, wherever these stand now.
  ///
  /// Dates for some questions only, where the head of the request has others, are those questions' own.
  private mutating func settleDates(_ questions: inout [Question]) {
    for (labels, text) in dates {
      let isForAll = isForAll(labels, text)
      var numbers: Set<String> = []
      for question in sheet.request.questions
      where labels.isEmpty || labels.contains(question.label) {
        if let number = oldNumbers[question.label] { numbers.insert(number) }
        guard case .replaced(let new) = fates[question.label] else { continue }
        for label in new { if let number = newNumbers[label] { numbers.insert(number) } }
      }
      for i in questions.indices where numbers.contains("\(i + 1)") {
        questions[i].text = questions[i].text.settingDates(text)
        guard !isForAll else { continue }
        questions[i].fields.removeAll { $0.name == .dates }
        questions[i].fields.append(Field(.dates, text))
      }
      if isForAll {
        setHeader(.dates, text)
        if let title = request[.title].first { setHeader(.title, title.settingDates(text)) }
      }
    }
  }

  /// Whether dates may stand at the head of the request without saying something of questions that they are not for.
  private func isForAll(_ labels: [String], _ text: String) -> Bool {
    guard dates.allSatisfy({ $0.text == text }) else { return false }
    let named = dates.contains { $0.labels.isEmpty } ? [] : dates.flatMap { $0.labels }
    return named.isEmpty
      || sheet.request.questions.allSatisfy { question in
        if case .withdrawn = fates[question.label] { return true }
        if named.contains(question.label) || !question[.dates].isEmpty { return true }
        // A question without a time leans on another, or wants one.
        return request[.dates].isEmpty && !question.text.namesTime
      }
  }

  private mutating func setHeader() {
    let details = sheet.details
    if request[.from].isEmpty, let from = details.from { setHeader(.from, from) }
    if request[.to].isEmpty, let to = details.to { setHeader(.to, to) }
    if !newNumbers.isEmpty {
      for field in sheet.newFields { setHeader(field.name, field.values.joined(separator: ", ")) }
    }
    switch sheet.purpose {
    case .clarification: if let reference = details.reference { setHeader(.reference, reference) }
    // A new request gets a reference of its own.
    case .cost: request.fields.removeAll { $0.name == .reference }
    }
    let version = min(request[.version].first.flatMap { Int($0) } ?? 1, 99_999) + 1
    setHeader(.version, "\(version)")
    let order = FieldName.header
    request.fields.sort {
      (order.firstIndex(of: $0.name) ?? order.count)
        < (order.firstIndex(of: $1.name) ?? order.count)
    }
  }

  private mutating func setHeader(_ name: FieldName, _ value: String) {
    for i in request.fields.indices where request.fields[i].name == name {
      request.fields[i].values = [value]
      return
    }
    request.fields.append(Field(name, value))
  }

  private mutating func addToHeader(_ name: FieldName, _ value: String) {
    for i in request.fields.indices where request.fields[i].name == name {
      request.fields[i].values.append(value)
      return
    }
    request.fields.append(Field(name, value))
  }
}

extension String {
  fileprivate var namesTime: Bool {
    let bytes = Array(utf8)
    return !periodMentions(in: bytes, range: 0..<bytes.count, today: nil).isEmpty
  }
}

// MARK: - What the reply says

extension RefinedRequest {
  /// One answer a point, what belongs to several of its questions put together.
  mutating func answers() -> [Refinement.Answer] {
    var answers: [Refinement.Answer] = []
    for decision in sheet.decisions {
      var said: [String] = []
      for option in decision.options where option.isTicked {
        said.append(sentence(option, decision))
      }
      let text = said.joined(separator: " ")
      history.append("\(decision.name): \(text)")
      if let last = answers.last, decision.point != nil, last.point == decision.point {
        answers[answers.count - 1] = .init(
          point: last.point, questions: last.questions + decision.questions,
          text: "\(last.text) \(text)")
      } else {
        answers.append(.init(point: decision.point, questions: decision.questions, text: text))
      }
    }
    return answers
  }

  private func sentence(_ option: RefinementSheet.Option, _ decision: RefinementSheet.Decision)
    -> String
  {
    let labels = decision.questions.listed
    let question =
      switch decision.questions.count {
      case 0: "my request"
      case 1: "question \(labels)"
      default: "questions \(labels)"
      }
    switch option.effect {
    case .dates(let dates):
      let isNamed = ![RefinementSheet.Option.givenDates, RefinementSheet.Option.otherDates]
        .contains(option.text)
      let name = isNamed ? "\(option.text): " : ""
      return "\(name)\(dates), both dates included.".startingWithCapital
    case .define(let definition):
      guard let colon = definition.utf8.firstIndex(of: UInt8(ascii: ":")) else { return definition }
      let meaning = definition[definition.utf8.index(after: colon)...].drop { $0 == " " }
      return "By \"\(definition[..<colon])\" I mean \(meaning)."
    case .questions(let labels):
      var numbers: [String] = []
      for label in labels {
        if let number = newNumbers[label] { numbers.append(number) }
      }
      let subject =
        numbers.count == 1
        ? "New question \(numbers.listed) takes" : "New questions \(numbers.listed) take"
      let thanks = option.text.hasPrefix("their suggestion") ? "I take up your suggestion. " : ""
      return "\(thanks)\(subject) the place of \(question)."
    case .reword:
      let number = decision.questions.first.flatMap { oldNumbers[$0] } ?? labels
      return "I ask \(question) in other words, as question \(number) below."
    case .withdraw: return "I withdraw \(question)."
    case .totalsOnly: return "I ask for totals only."
    case .ask(let words): return words
    case .keep(let reason): return "I stand by \(question), because \(reason.withFullStop)"
    case .answer(let words): return words.startingWithCapital.withFullStop
    case .add(let offence, _):
      return "I have added \(offence.asProvision), which I had not asked for before."
    case .leaveOut(let offence, _): return "I have left out \(offence.asProvision)."
    }
  }
}
