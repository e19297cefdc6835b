import BuiltIn
import Linting
import Requests
import SourceText
import WorkingDays

/// Says of each stretch that is a point what it is about, what it asks and what it proposes.
struct PointDescriber {
  let outline: Outline
  let questions: [Question]
  let roles: [PointReader.Role]
  let isQuoted: [Bool]
  let labels: QuestionLabels
  let index: QuestionIndex
  var text: LetterText { outline.text }
  var tokens: [Words.Token] { outline.text.words.tokens }

  init(
    _ outline: Outline, _ questions: [Question], _ roles: [PointReader.Role], _ isQuoted: [Bool]
  ) {
    self.outline = outline
    self.questions = questions
    self.roles = roles
    self.isQuoted = isQuoted
    labels = QuestionLabels(text: outline.text, known: questions.map { $0.label })
    index = QuestionIndex(questions)
  }

  func points(_ extents: [PointReader.Extent]) -> [Point] {
    var points: [Point] = []
    for extent in extents {
      let sentences = text.sentences(in: extent.range)
      let asks = asks(sentences)
      // A number with nothing behind it, where a letter was cut off.
      if asks.isEmpty { continue }
      let category = category(of: sentences)
      points.append(
        Point(
          number: extent.number, questions: questions(of: extent, category), range: extent.range,
          category: category, asks: asks, choices: choices(extent, sentences),
          suggestions: suggestions(sentences)))
    }
    return points
  }

  /// The sentence that asks; where none does, what is wrong; else the first that says anything.
  private func asks(_ sentences: Range<Int>) -> String {
    // Below each of the applicant's questions: the first is theirs.
    if outline.asksAgainstEach, let asking = sentences.last(where: { roles[$0] == .asks }) {
      return said(asking)
    }
    if let asking = sentences.first(where: { roles[$0] == .asks }) { return said(asking) }
    var complaint: [String] = []
    for sentence in sentences
    where outline.shows(.problem, inSentence: sentence)
      && !outline.shows(.suggests, inSentence: sentence)
    {
      let names = !labels.named(in: text.sentences[sentence].range).isEmpty
      if !names, complaint.count < 2 { complaint.append(said(sentence)) }
    }
    if !complaint.isEmpty { return complaint.joined(separator: " ") }
    let saying = sentences.first { text.sentences[$0].tokens.count > 2 }
    return (saying ?? sentences.first).map { said($0) } ?? ""
  }

  /// A sentence without the number before it.
  private func said(_ sentence: Int) -> String {
    let range = text.sentences[sentence].range
    let paragraph = text.paragraphs[text.sentences[sentence].paragraph]
    let start = max(paragraph.textStart, range.lowerBound)
    return text.text(min(start, range.upperBound)..<range.upperBound)
  }
}

// MARK: - Category

extension PointDescriber {
  private func category(of sentences: Range<Int>) -> Category {
    var best = Int.max
    let passages = sentences.map { text.sentences[$0].tokens }
    let phrases = Category.phrases
    for match in phrases.book.matches(in: text.words, of: text.bytes, passages: passages) {
      best = min(best, match.phrase)
    }
    // What a word means is what letters ask most.
    return best == Int.max ? .undefinedTerm : phrases.meaning(of: best)
  }
}

extension Category {
  /// How letters say what is wrong; the first line that fits counts, so the more telling stand first.
  static let phrases = MeaningfulPhrases<Category>(BuiltIn.pointTable)
}

// MARK: - Questions

extension PointDescriber {
  /// The questions that a point is about: those it names, or whose words it repeats, or, where it asks which
  /// year, those that leave the year open.
  private func questions(of extent: PointReader.Extent, _ category: Category) -> [String] {
    let named = labels.named(in: extent.range)
    if !named.isEmpty { return named }
    if extent.isNumberOfQuestion, let number = extent.number { return [number] }
    if questions.count == 1 { return [questions[0].label] }
    let repeated = repeatedQuestions(in: extent)
    if !repeated.isEmpty { return repeated }
    return category == .ambiguousPeriod ? questionsWithOpenYears(extent.range) : []
  }

  private static let shortestRepeated = 4

  private func repeatedQuestions(in extent: PointReader.Extent) -> [String] {
    guard !questions.isEmpty else { return [] }
    var pieces: [ComparableWords] = []
    for range in [extent.range, extent.restated].compactMap({ $0 }) {
      for sentence in text.sentences(in: range) {
        let words = ComparableWords(text.bytes, text.sentences[sentence].range)
        if words.hashes.count >= Self.shortestRepeated { pieces.append(words) }
      }
      pieces += quotations(in: range)
    }
    var found: Set<Int> = []
    for piece in pieces { found.formUnion(index.questions(holding: piece)) }
    // Words that stand in every question tell nothing.
    if found.count == questions.count { return [] }
    return found.sorted().map { questions[$0].label }
  }

  private func quotations(in range: ByteRange) -> [ComparableWords] {
    var found: [ComparableWords] = []
    var open: Int?
    for i in text.words.indices(in: range) {
      if tokens[i].traits.contains(.opensQuotation), open == nil { open = i }
      guard tokens[i].traits.contains(.closesQuotation), let first = open else { continue }
      found.append(ComparableWords(text.bytes, text.words.bytes(of: first..<i + 1)))
      open = nil
    }
    return found
  }

  private func questionsWithOpenYears(_ range: ByteRange) -> [String] {
    var asked: [Period] = []
    for mention in periodMentions(in: text.bytes, range: range, today: nil) {
      for reading in mention.reading.readings { asked.append(reading.period) }
    }
    return index.questionsWithOpenYears(among: asked).map { questions[$0].label }
  }
}
