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
    let start = paragraph.label.map { max($0.textStart, range.lowerBound) } ?? range.lowerBound
    return text.text(min(start, range.upperBound)..<range.upperBound)
  }
}

// MARK: - Category

extension PointDescriber {
  private func category(of sentences: Range<Int>) -> Category {
    var best = Int.max
    let passages = sentences.map { text.sentences[$0].tokens }
    let book = Category.phrases
    for match in book.phrases.matches(in: text.words, of: text.bytes, passages: passages) {
      best = min(best, match.pattern)
    }
    // What a word means is what letters ask most.
    return best == Int.max ? .undefinedTerm : book.meanings[best]
  }
}

extension Category {
  /// How letters say what is wrong; the first line that fits counts, so the more telling stand first.
  static let phrases = PhraseBook<Category>(table) { Category(rawValue: $0) }

  private static let table: StaticString = """
    validity: (full|real|own) name
    validity: (postal|valid) address
    ambiguous-period: (financial|fiscal) year* <..8> (calendar|academic)
    ambiguous-period: calendar year* <..8> (financial|fiscal|academic)
    ambiguous-period: (which|what) (kind of)? year
    long-period: (reduce|shorten|shorter|narrow|limit) <..4> (time frame|timeframe|timescale|period|time period|date range)
    missing-period: (time frame|timeframe|time scale|timescale|time period|date range|period of time|time span|timespan)
    missing-period: (which|what|specify|the|a) (dates|period|years)
    missing-period: until <date>
    names-of-third-parties: (name|names) of (the)? (groups|organisations|people|individuals|officers|persons|companies|those|staff)
    names-of-third-parties: (name|specify|anonymous) <..4> (organisation|organisations|group|groups|persons)
    vague-association: (associated|connected|linked|related|relating|regarding|association|connection) <..3> (is|are|too|broad|vague)
    unsearchable-term: (cannot|can not|unable to|not able to|can't|not possible to|difficult to|impossible to) (identify|search|isolate|distinguish|extract)
    unsearchable-term: (word|keyword|key word|text|free text) search*
    unsearchable-term: search (option|field|facility|criteria|parameter*)
    unsearchable-term: (individually|manually) (assessed|reviewed|checked|read|searched|examined)
    unsearchable-term: (not|no|never) (a)? (categorised|recorded|searchable|coded|flagged|field|marker|specific category)
    unsearchable-term: (search for|search the|search emails|specify) <..4> (keyword*|key words|emails|words|keywork*)
    arrests-vs-crimes: (arrest|arrests|arrested) <..12> (charged|crime|crimes|offence)
    all-correspondence: (all|any) (the)? (correspondence|emails|e mails|communications)
    all-correspondence: aspect of the correspondence
    personal-data: personal (data|information)
    duplicate-or-published: (already)? (published|publicly available|available online)
    duplicate-or-published: office (of|for) national statistics
    wrong-jurisdiction: (another|different) (force|authority|council)
    wrong-jurisdiction: (held|hold) by <..3> (court|courts|home office|ministry|council|prosecution)
    opinion-or-explanation: (opinion|opinions|explanation)
    broken-cross-reference: (sentence|question|request) <..4> (incomplete|cut off|unfinished|breaks off)
    open-ended-scope: (too|very|so|rather|quite|extremely) (broad|wide|general)
    open-ended-scope: (breadth|scope) of
    open-ended-scope: (narrow|more specific|be specific)
    cost-limit: (cost|appropriate) (limit|threshold)
    undefined-term: (mean|meant|definition|define|defined|clarify)
    """
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
