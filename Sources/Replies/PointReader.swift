import Linting
import Requests
import SourceText

/// Finds what a clarification asks.
///
/// Points are mostly not numbered. What makes a paragraph one is that it asks the applicant for something, and that
/// it is none of what every letter says (time limits, routes, contacts) and no mere announcement that
/// something will be asked. What makes two of one paragraph is a sentence that begins "Also". Numbered paragraphs are
/// taken as the letter numbers them, with what follows up to the next number.
struct PointReader {
  let outline: Outline
  let questions: [Question]
  /// For each sentence what it does.
  private var roles: [Role] = []
  /// For each token whether it stands inside a quotation longer than a phrase.
  private var isQuoted: [Bool] = []
  /// For each paragraph its number, where the letter's points are numbered.
  private var numbers: [Number?] = []

  private var text: LetterText { outline.text }

  enum Role {
    /// What every letter says, or an announcement.
    case out
    case asks, reads, plain
  }

  private struct Number {
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
    /// Where the letter repeats the question it is about, if not inside the stretch.
    var restated: ByteRange?
    /// List lines that are choices.
    var list: [ByteRange] = []
  }

  init(_ outline: Outline, _ questions: [Question]) {
    self.outline = outline
    self.questions = questions
    isQuoted = Self.quotations(in: outline.text)
    for sentence in outline.text.sentences.indices { roles.append(role(sentence)) }
    numbers = runs()
  }

  func points() -> [Point] {
    let describer = PointDescriber(outline, questions, roles, isQuoted)
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
    if outline.shows(.announces, inSentence: sentence) { return .out }
    let asks = asks(sentence)
    if outline.shows(.boilerplate, inSentence: sentence) { return .out }
    if asks { return .asks }
    return outline.shows(.reads, inSentence: sentence) ? .reads : .plain
  }

  private func asks(_ sentence: Int) -> Bool {
    if let found = outline.found(.asks, inSentence: sentence),
      !isQuoted[found.tokens.lowerBound]
    {
      return true
    }
    guard let last = text.sentences[sentence].tokens.last else { return false }
    let end = text.words.tokens[last].range
    return text.bytes[end.lowerBound] == UInt8(ascii: "?") && !isQuoted[last]
  }

  /// A quotation of more words than this is the applicant's question, not a term.
  private static let longestTerm = 6

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
  private func asks(inParagraph i: Int) -> Bool {
    text.paragraphs[i].sentences.contains { roles[$0] == .asks }
  }

  /// Whether a paragraph has no part in any point.
  private func isSkipped(_ i: Int) -> Bool {
    guard outline.parts[i] == .letter else { return true }
    if outline.isHeading(i) || outline.isLink(i) || outline.isRule(i) { return true }
    return !asks(inParagraph: i) && text.paragraphs[i].sentences.contains { roles[$0] == .out }
  }

  private func names(_ i: Int) -> Bool {
    !QuestionLabels(text: text, known: questions.map { $0.label })
      .named(in: text.paragraphs[i].range).isEmpty
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
    for i in text.paragraphs.indices where outline.parts[i] == .letter {
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
    if first > 1 { return true }
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

// MARK: - Stretches

extension PointReader {
  private func extents() -> [Extent] {
    var extents: [Extent] = []
    var restated: ByteRange?
    var i = 0
    while i < text.paragraphs.count {
      let next: Int
      if let number = numbers[i] {
        next = addNumbered(number, at: i, to: &extents)
      } else if isSkipped(i) {
        next = i + 1
      } else if asks(inParagraph: i) {
        next = addAsking(i, restated, to: &extents)
      } else if outline.shows(.reads, in: i) || complains(i) {
        extents.append(Extent(range: text.paragraphs[i].range, lastParagraph: i))
        next = i + 1
      } else {
        if holdsQuotation(i) { restated = text.paragraphs[i].range }
        next = i + 1
      }
      i = next
    }
    return extents
  }

  /// Whether a paragraph says what is wrong with a question that it names, and no other asks about it at once.
  private func complains(_ i: Int) -> Bool {
    guard outline.shows(.problem, in: i), names(i) else { return false }
    let next = i + 1
    return
      !(next < text.paragraphs.count && numbers[next] == nil && !isSkipped(next)
      && asks(inParagraph: next) && !names(next))
  }

  private func holdsQuotation(_ i: Int) -> Bool {
    text.words.indices(in: text.paragraphs[i].range).contains { isQuoted[$0] }
  }

  /// A numbered point runs to the next number; behind the last, only what still asks or proposes belongs to it.
  private func addNumbered(_ number: Number, at first: Int, to extents: inout [Extent]) -> Int {
    var last = first
    var isBroken = false
    var i = first + 1
    while i < text.paragraphs.count, numbers[i] == nil, outline.parts[i] == .letter {
      if isSkipped(i) {
        isBroken = true
        if number.isLast { break }
      } else if asks(inParagraph: i) || outline.shows(.suggests, in: i) {
        if number.isLast, joins(i) { break }
        last = i
      } else if !isBroken, !number.isLast {
        last = i
      }
      i += 1
    }
    extents.append(
      Extent(
        range: text.paragraphs[first].range.lowerBound..<text.paragraphs[last].range.upperBound,
        lastParagraph: last, number: number.label, isNumberOfQuestion: number.isQuestion))
    return max(last, first) + 1
  }

  private func joins(_ i: Int) -> Bool {
    guard let first = text.paragraphs[i].sentences.first else { return false }
    return outline.shows(.joins, inSentence: first)
  }

  private func addAsking(_ i: Int, _ restated: ByteRange?, to extents: inout [Extent]) -> Int {
    let list = self.list(after: i)
    if let list, list.asks { return i + 1 }
    var groups = groups(in: i)
    guard !groups.isEmpty else { return i + 1 }
    if let start = start(before: i, extents) {
      groups[0] = start..<groups[0].upperBound
      if let last = extents.last, last.lastParagraph == i - 1 { extents.removeLast() }
    }
    for group in groups {
      extents.append(Extent(range: group, lastParagraph: i, restated: restated))
    }
    var end = i
    if let list {
      extents[extents.count - 1].list = list.lines
      end = list.last
    }
    while trails(end + 1) { end += 1 }
    let lower = extents[extents.count - 1].range.lowerBound
    if end > i {
      extents[extents.count - 1].range = lower..<text.paragraphs[end].range.upperBound
      extents[extents.count - 1].lastParagraph = end
    }
    return end + 1
  }

  /// The stretches of a paragraph that each ask for one thing.
  private func groups(in i: Int) -> [ByteRange] {
    var groups: [(range: ByteRange, asks: Bool)] = []
    var isOpen = false
    for sentence in text.paragraphs[i].sentences {
      guard roles[sentence] != .out else {
        isOpen = false
        continue
      }
      let range = text.sentences[sentence].range
      let asks = roles[sentence] == .asks
      let isNew =
        !isOpen || groups[groups.count - 1].asks && outline.shows(.joins, inSentence: sentence)
      if isNew {
        groups.append((range, asks))
      } else {
        let last = groups.count - 1
        groups[last] = (
          groups[last].range.lowerBound..<range.upperBound, groups[last].asks || asks
        )
      }
      isOpen = true
    }
    return groups.filter { $0.asks }.map { $0.range }
  }

  /// Where a point begins that leans on the paragraph before it: a question repeated, or what is wrong.
  private func start(before i: Int, _ extents: [Extent]) -> Int? {
    let before = i - 1
    guard before >= 0, numbers[before] == nil, !isSkipped(before) else { return nil }
    let range = text.paragraphs[before].range
    if let last = extents.last, last.lastParagraph == before {
      let isSingle = text.paragraphs[before].sentences.count == 1 && last.number == nil
      let leans = text.paragraphs[i].sentences.first { roles[$0] == .asks }
        .map { outline.shows(.leans, inSentence: $0) }
      return isSingle && leans == true ? range.lowerBound : nil
    }
    return outline.shows(.problem, in: before) && !asks(inParagraph: before)
      ? range.lowerBound : nil
  }

  /// Whether a paragraph goes on with the point above: it asks nothing anew, but proposes or names a question.
  private func trails(_ i: Int) -> Bool {
    guard i < text.paragraphs.count, numbers[i] == nil, !isSkipped(i), !asks(inParagraph: i),
      !outline.endsWithColon(i), !outline.shows(.reads, in: i), !joins(i)
    else { return false }
    return outline.shows(.suggests, in: i) || outline.shows(.hints, in: i) || names(i)
  }

  /// The list that a paragraph with a colon at its end announces.
  private func list(after i: Int) -> (lines: [ByteRange], last: Int, asks: Bool)? {
    guard outline.endsWithColon(i) else { return nil }
    var lines: [ByteRange] = []
    var last = i
    var asks = false
    var next = i + 1
    while next < text.paragraphs.count, outline.parts[next] == .letter {
      let paragraph = text.paragraphs[next]
      let isItem = paragraph.isBullet || paragraph.label != nil || paragraph.range.count <= 80
      guard isItem, !isSkipped(next) else { break }
      asks = asks || self.asks(inParagraph: next) || numbers[next] != nil
      lines.append(paragraph.range)
      last = next
      next += 1
    }
    if next == i + 1, next < text.paragraphs.count, !isSkipped(next) {
      asks = self.asks(inParagraph: next)
    }
    return lines.isEmpty && !asks ? nil : (lines, last, asks)
  }
}
