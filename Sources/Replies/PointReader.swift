import Linting
import Requests
import SourceText

/// Finds what a clarification asks.
///
/// Points are mostly not numbered. What makes a paragraph one is that it asks the applicant for something, and that
/// it is none of what every letter says (time limits, routes, contacts) and no mere announcement that
/// something will be asked. What makes two of one paragraph is a sentence that begins "Also" or turns to another
/// question ("As for question 3, …"). Numbered paragraphs are taken as the letter numbers them, with what follows up to
/// the next number.
struct PointReader {
  let outline: Outline
  let questions: [Question]
  let labels: QuestionLabels
  let index: QuestionIndex
  /// For each sentence what it does.
  private(set) var roles: [Role] = []
  /// For each token whether it stands inside a quotation longer than a phrase.
  private(set) var isQuoted: [Bool] = []
  /// For each paragraph the label of the applicant's question that it repeats, if it is no more than that.
  private(set) var repeated: [String?] = []
  /// For each paragraph its number, where the letter's points are numbered.
  private(set) var numbers: [Number?] = []

  var text: LetterText { outline.text }

  enum Role {
    /// What every letter says, an announcement, or the applicant's own words.
    case out
    case asks, reads, plain
  }

  struct Number {
    let label: String
    /// Whether the label is that of a question rather than the letter's own count.
    let isQuestion: Bool
    let isLast: Bool
  }

  /// The stretch of a letter that is one point.
  struct Extent {
    var range: ByteRange
    var lastParagraph: Int
    var number: String?
    var isNumberOfQuestion = false
    /// The label of the question that the letter repeats above.
    var above: String?
    /// Where the letter repeats the question it is about, if not inside the stretch.
    var restated: ByteRange?
    /// List lines that are choices.
    var list: [ByteRange] = []
  }

  init(_ outline: Outline, _ questions: [Question]) {
    self.outline = outline
    self.questions = questions
    labels = QuestionLabels(text: outline.text, known: questions.map { $0.label })
    index = QuestionIndex(questions)
    isQuoted = Self.quotations(in: outline.text)
    repeated = repetitions()
    for sentence in outline.text.sentences.indices { roles.append(role(sentence)) }
    numbers = runs()
  }

  func points() -> [Point] {
    let describer = PointDescriber(outline, questions, index, roles, isQuoted)
    return describer.points(extents())
  }

  func untouched(by points: [Point]) -> [String] {
    var labels: [String] = []
    for question in questions
    where !points.contains(where: { $0.questions.contains(question.label) }) {
      labels.append(question.label)
    }
    return labels
  }
}

// MARK: - Sentences

extension PointReader {
  private func role(_ sentence: Int) -> Role {
    if repeated[text.sentences[sentence].paragraph] != nil { return .out }
    if outline.shows(.announces, inSentence: sentence)
      || outline.shows(.againstEach, inSentence: sentence)
    {
      return .out
    }
    let asks = asks(sentence)
    if outline.shows(.boilerplate, inSentence: sentence) { return .out }
    if !asks, outline.shows(.settled, inSentence: sentence) { return .out }
    if asks { return .asks }
    if outline.shows(.lacks, inSentence: sentence), !isAskedFor(after: sentence) { return .asks }
    return outline.shows(.reads, inSentence: sentence) ? .reads : .plain
  }

  /// Whether what a sentence says is missing is asked for at once; a reason may stand between.
  private func isAskedFor(after sentence: Int) -> Bool {
    text.sentences.indices.dropFirst(sentence + 1).prefix(2).contains {
      asks($0) && !outline.shows(.joins, inSentence: $0)
    }
  }

  private func asks(_ sentence: Int) -> Bool {
    if let found = outline.found(.asks, inSentence: sentence),
      !isQuoted[found.tokens.lowerBound]
    {
      return true
    }
    guard let last = text.sentences[sentence].tokens.last else { return false }
    return text.isQuestion(sentence) && !isQuoted[last]
  }

  /// A quotation of more words than this is the applicant's question, not a term.
  static let longestTerm = 6

  private static func quotations(in text: LetterText) -> [Bool] {
    var isQuoted = Array(repeating: false, count: text.words.tokens.count)
    for paragraph in text.paragraphs {
      var open: Int?
      for i in text.words.indices(in: paragraph.range) {
        let traits = text.words.tokens[i].traits
        if traits.contains(.opensQuotation), open == nil { open = i }
        guard traits.contains(.closesQuotation), let first = open else { continue }
        if i - first >= longestTerm { for k in first...i { isQuoted[k] = true } }
        open = nil
      }
    }
    return isQuoted
  }
}

// MARK: - Paragraphs

extension PointReader {
  func asks(inParagraph i: Int) -> Bool {
    text.paragraphs[i].sentences.contains { roles[$0] == .asks }
  }

  /// Whether a paragraph has no part in any point.
  func isSkipped(_ i: Int) -> Bool {
    guard outline.parts[i] == .letter, repeated[i] == nil else { return true }
    if outline.isHeading(i) || outline.isLink(i) || outline.isRule(i) { return true }
    return !asks(inParagraph: i) && text.paragraphs[i].sentences.contains { roles[$0] == .out }
  }

  func names(_ i: Int) -> Bool {
    !labels.named(in: text.paragraphs[i].range).isEmpty
  }

  private static let shortestRepeated = 4

  /// The questions that paragraphs repeat: those above comments, and those whose words are a known question's.
  private func repetitions() -> [String?] {
    var repeated: [String?] = Array(repeating: nil, count: text.paragraphs.count)
    for i in outline.repeatedQuestions { repeated[i] = text.paragraphs[i].label?.label }
    guard !questions.isEmpty else { return repeated }
    for (i, paragraph) in text.paragraphs.enumerated() where outline.parts[i] == .letter {
      let words = ComparableWords(text.bytes, paragraph.textStart..<paragraph.range.upperBound)
      guard words.hashes.count >= Self.shortestRepeated else { continue }
      if let question = index.questions(holding: words).min() {
        repeated[i] = questions[question].label
      }
    }
    return repeated
  }

  /// The paragraphs that the letter numbers as its points: a run of numbers in which at least half of the
  /// paragraphs ask, complain or propose.
  private func runs() -> [Number?] {
    var numbers: [Number?] = Array(repeating: nil, count: text.paragraphs.count)
    var run: [(paragraph: Int, ordinal: Int)] = []
    func close() {
      var telling = 0
      for member in run {
        let isTelling =
          asks(inParagraph: member.paragraph) || outline.shows(.problem, in: member.paragraph)
          || outline.shows(.suggests, in: member.paragraph)
        if isTelling { telling += 1 }
      }
      if telling * 2 >= run.count, telling > 0 {
        for (i, member) in run.enumerated() {
          let label = text.paragraphs[member.paragraph].label?.label ?? ""
          numbers[member.paragraph] = Number(
            label: label, isQuestion: isQuestion(member.paragraph, label, run[0].ordinal),
            isLast: i == run.count - 1)
        }
      }
      run = []
    }
    for i in text.paragraphs.indices where outline.parts[i] == .letter && repeated[i] == nil {
      guard let label = text.paragraphs[i].label,
        let ordinal = label.ordinal(after: run.last?.ordinal)
      else { continue }
      if let last = run.last, ordinal != last.ordinal + 1 { close() }
      run.append((i, ordinal))
    }
    close()
    return numbers
  }

  /// A label counts the questions, not the points, where the count does not begin at 1 or the question
  /// itself stands behind it.
  private func isQuestion(_ paragraph: Int, _ label: String, _ first: Int) -> Bool {
    if first > 1 || outline.asksAgainstEach { return true }
    guard let question = questions.first(where: { $0.label == label }) else { return false }
    let typed = text.paragraphs[paragraph]
    let words = ComparableWords(
      text.bytes, typed.label.map { $0.textStart..<typed.range.upperBound } ?? typed.range)
    return words.begins(like: ComparableWords(question.text))
  }
}

extension LabelMark {
  /// The place in a list that the label says; `i` is a numeral unless an `h` stands before it.
  func ordinal(after last: Int?) -> Int? {
    guard steps.count == 1 else { return nil }
    switch steps[0] {
    case .number(let number): return number
    case .letters(let text):
      let letter = text.utf8.count == 1 ? text.utf8.first.map { Int($0) - 0x60 } : nil
      if let letter, letter == (last ?? 0) + 1 { return letter }
      return Roman.value(text) ?? letter
    }
  }

  /// `1a`, as requests label their questions.
  var label: String {
    var label = ""
    for step in steps {
      switch step {
      case .number(let number): label += "\(number)"
      case .letters(let text): label += text
      }
    }
    return label
  }
}
