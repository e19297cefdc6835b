import Requests
import SourceText
import WorkingDays

/// What comes of a sheet: the request made clear, and what the reply says to each point.
public struct Refinement: Sendable {
  public let request: Request
  /// In the order of the authority's letter.
  public let answers: [Answer]
  /// Whether anything of the old request is gone, so that the new questions stand in its place.
  public let replaces: Bool
  /// What became of each old question, for the version's history.
  public let history: [String]

  /// What the reply says to a point.
  public struct Answer: Sendable, Hashable {
    /// Nil for questions that no point mentions.
    public let point: String?
    /// The labels in the old request.
    public let questions: [String]
    public let text: String

    /// `question 1c`, `questions 2 and 3`; empty for the whole request.
    public var about: String {
      questions.isEmpty
        ? "" : "\(questions.count == 1 ? "question" : "questions") \(questions.listed)"
    }
  }

  /// - Throws: every part that is undecided, ticked twice or has a blank left in it, at its place.
  public init(_ sheet: RefinementSheet, in source: Source) throws(Diagnostics) {
    var checked = SheetCheck(sheet, source)
    checked.check()
    guard checked.problems.isEmpty else { throw Diagnostics(checked.problems) }
    var writing = RefinedRequest(sheet)
    writing.take()
    request = writing.request
    replaces = writing.replaces
    answers = writing.answers()
    history = writing.history
  }
}

/// Whether a sheet says one thing about each point, and says it whole.
private struct SheetCheck {
  let sheet: RefinementSheet
  let source: Source
  private(set) var problems: [Diagnostic] = []

  init(_ sheet: RefinementSheet, _ source: Source) {
    self.sheet = sheet
    self.source = source
  }

  mutating func check() {
    var used: Set<String> = []
    for decision in sheet.decisions {
      let ticked = decision.options.filter { $0.isTicked && !$0.isAddition }
      if ticked.isEmpty {
        say(
          "\(decision.name) is not decided", decision.range, "put an x into one of its boxes: [x]")
      } else if ticked.count > 1 {
        say("\(decision.name) has two ticks", ticked[1].range, "leave one of them")
      }
      for option in decision.options where option.isTicked {
        if has(blankIn: option.effect.blank) {
          say(
            "this choice has a blank to fill", option.range,
            "write in the place of ____ what you mean")
        }
        if case .questions(let labels) = option.effect {
          for label in labels {
            used.insert(label)
            if !sheet.newQuestions.contains(where: { $0.label == label }) {
              say(
                "there is no new question (\(label.uppercased()))", option.range,
                "add it under \"# New questions\", or name another")
            }
          }
        }
        if case .dates(let dates) = option.effect, !has(blankIn: dates),
          !isPeriod(dates)
        {
          say(
            "these dates have no clear first and last day", option.range,
            "write them as 1 April 2024 to 31 March 2025")
        }
      }
    }
    for question in sheet.newQuestions where used.contains(question.label) {
      let isWhole = question.fields.allSatisfy { $0.values.allSatisfy { !has(blankIn: $0) } }
      if has(blankIn: question.text) || !isWhole {
        say(
          "the new question (\(question.label.uppercased())) has a blank to fill",
          place(of: question.label), "write in the place of ____ what you mean")
      }
    }
  }

  /// The line of a new question in the sheet.
  private func place(of label: String) -> ByteRange {
    var start = source.contentStart
    while start < source.bytes.count {
      let line = source.bytes.trimmed(start..<source.bytes.lineEnd(from: start))
      let bytes = source.bytes[line]
      if bytes.count > 2, bytes.first == UInt8(ascii: "("),
        source[line.lowerBound..<line.lowerBound + 3].bracketedLetters == [label]
      {
        return line
      }
      start = source.bytes.nextLine(after: start)
    }
    return 0..<0
  }

  private func isPeriod(_ text: String) -> Bool {
    let source = Source(name: "dates", text: text)
    return (try? Period.read(source, source.content, today: nil)) != nil
  }

  private func has(blankIn text: String) -> Bool {
    let bytes = Array(text.utf8)
    var run = 0
    for byte in bytes {
      run = byte == UInt8(ascii: "_") ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  private mutating func say(_ message: String, _ range: ByteRange, _ remedy: String) {
    problems.append(Diagnostic(message, at: .init(source, range), remedy: remedy))
  }
}

/// Puts the request together from the decisions.
private struct RefinedRequest {
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
      for label in decision.questions { fates[label] = .replaced(labels) }
      if decision.questions.isEmpty { fates[""] = .replaced(labels) }
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
    for i in questions.indices {
      if !keepsLabels { questions[i].label = "\(i + 1)" }
      questions[i].text = questions[i].text.withNumbers(newNumbers)
    }
    settleDates(&questions)
    if isWithoutSplits {
      request.fields.removeAll { $0.name == .splitBy }
      for i in questions.indices { questions[i].fields.removeAll { $0.name == .splitBy } }
    }
    request.questions = questions
  }

  /// Puts the dates into the words of the questions that they are for, wherever these stand now.
  private func settleDates(_ questions: inout [Question]) {
    for (labels, text) in dates {
      var numbers: Set<String> = []
      for question in sheet.request.questions
      where labels.isEmpty || labels.contains(question.label) {
        if let number = oldNumbers[question.label] { numbers.insert(number) }
        guard case .replaced(let new) = fates[question.label] else { continue }
        for label in new { if let number = newNumbers[label] { numbers.insert(number) } }
      }
      for i in questions.indices where numbers.contains("\(i + 1)") {
        questions[i].text = questions[i].text.settingDates(text)
      }
    }
  }

  private mutating func setHeader() {
    let details = sheet.details
    if request[.from].isEmpty, let from = details.from { setHeader(.from, from) }
    if request[.to].isEmpty, let to = details.to { setHeader(.to, to) }
    if let first = dates.first { setHeader(.dates, first.text) }
    if !newNumbers.isEmpty {
      for field in sheet.newFields { setHeader(field.name, field.values.joined(separator: ", ")) }
    }
    switch sheet.purpose {
    case .clarification: if let reference = details.reference { setHeader(.reference, reference) }
    // A new request gets a reference of its own.
    case .cost: request.fields.removeAll { $0.name == .reference }
    }
    let version = (request[.version].first.flatMap { Int($0) } ?? 1) + 1
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
    let question = decision.questions.count == 1 ? "question \(labels)" : "questions \(labels)"
    switch option.effect {
    case .dates(let dates):
      let name = option.text == "other dates" ? "" : "\(option.text): "
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
