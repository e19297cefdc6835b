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
    _ outline: Outline, _ questions: [Question], _ index: QuestionIndex,
    _ roles: [PointReader.Role], _ isQuoted: [Bool]
  ) {
    self.outline = outline
    self.questions = questions
    self.roles = roles
    self.isQuoted = isQuoted
    labels = QuestionLabels(text: outline.text, known: questions.map { $0.label })
    self.index = index
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

  /// A sentence without the number, or the "Clarification:", before it.
  private func said(_ sentence: Int) -> String {
    let range = text.sentences[sentence].range
    let paragraph = text.paragraphs[text.sentences[sentence].paragraph]
    var start = max(paragraph.textStart, range.lowerBound)
    if let head = outline.found(.comments, inSentence: sentence)?.tokens.last,
      head + 1 < text.sentences[sentence].tokens.upperBound
    {
      start = tokens[head].range.upperBound
      while start < range.upperBound, text.bytes[start].isWhitespace { start += 1 }
    }
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
    if let above = extent.above { return [above] }
    if questions.count == 1 { return [questions[0].label] }
    let repeated = repeatedQuestions(in: extent)
    if !repeated.isEmpty { return repeated }
    let sentences = text.sentences(in: extent.range)
    if sentences.contains(where: { outline.shows(.wholeRequest, inSentence: $0) }) { return [] }
    if let subject = sentences.first.flatMap({ subject($0) }), let question = owner(of: subject) {
      return [question]
    }
    if category == .ambiguousPeriod {
      let open = questionsWithOpenYears(extent.range)
      if !open.isEmpty { return open }
    }
    for sentence in sentences {
      if let question = owner(of: text.words(ofSentence: sentence)) { return [question] }
    }
    return []
  }

  /// Words of letters about requests, which tell nothing of what one is about.
  private static let common = WordSet(
    """
    a an and or of the to in on at for by with from as is are was were be been it its this that these those they them \
    their there which what who when where whether how if not no any all each both either only just also please could \
    can would will should may might must do does did have has had you your we our us i me my request requests question \
    questions part point item information data detail details figure figures number numbers total list copy record \
    records recorded recording hold held provide provided give given clarify clarification confirm specify state say tell \
    define explain mean means meant want wish need require required like interested include included including exclude \
    date dates period periods time timescale year years month months week day days calendar financial between since \
    during last end start range police force constabulary authority service area areas kind type types category term \
    word many much more than other one two three four five same such out up per about into case cases
    """)
  private static let longestSubject = 14

  /// "Trains" of "Trains - which lines do you mean?", "the question about dogs" of "In the question about dogs, …".
  private func subject(_ sentence: Int) -> Range<Int>? {
    let words = text.words(ofSentence: sentence)
    let end = words.prefix(Self.longestSubject).first {
      let byte = text.bytes[tokens[$0].range.lowerBound]
      return ",:-".utf8.contains(byte) || byte == 0xE2
    }
    return end.map { words.lowerBound..<$0 }
  }

  /// The question whose own words these are.
  private func owner(of indices: Range<Int>) -> String? {
    var stems: Set<UInt64> = []
    for i in indices
    where tokens[i].traits.contains(.letters) && !Self.common.contains(tokens[i].hash) {
      stems.insert(ComparableWords.stem(tokens[i], text.bytes).value)
    }
    return index.question(owning: stems).map { questions[$0].label }
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
