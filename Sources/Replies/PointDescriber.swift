import Linting
import Requests
import SourceText
import WorkingDays

/// Says of each stretch that is a point what it is about, what it asks and what it proposes.
struct PointDescriber {
  private let outline: Outline
  private let questions: [Question]
  private let roles: [PointReader.Role]
  private let isQuoted: [Bool]
  private let labels: QuestionLabels
  private let index: QuestionIndex
  private var text: LetterText { outline.text }
  private var tokens: [Words.Token] { outline.text.words.tokens }

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
      let category = category(of: sentences)
      points.append(
        Point(
          number: extent.number, questions: questions(of: extent, category), range: extent.range,
          category: category, asks: asks(sentences), choices: choices(extent, sentences),
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

// MARK: - Choices

extension PointDescriber {
  private static let or = WordHash("or")
  private static let comma = WordHash(",")
  private static let longestChoice = 30

  private func choices(_ extent: PointReader.Extent, _ sentences: Range<Int>) -> [String] {
    var choices: [String] = []
    for line in extent.list {
      var words = line
      while let first = text.bytes[at: words.lowerBound], !first.isASCIILetter, !first.isDigit,
        first < 0x80, !words.isEmpty
      {
        words = words.lowerBound + 1..<words.upperBound
      }
      choices.append(text.text(words))
    }
    for sentence in sentences where roles[sentence] == .asks { choices += self.choices(sentence) }
    return choices
  }

  /// "X" and "Y" of "is it X or Y that you require?"
  private func choices(_ sentence: Int) -> [String] {
    let range = text.sentences[sentence].tokens
    var depth = 0
    var or: Int?
    for i in range {
      if tokens[i].traits.contains(.mark) { depth += bracket(tokens[i]) }
      let isBesideSlash = i > 0 && text.bytes[tokens[i - 1].range.lowerBound] == UInt8(ascii: "/")
      if tokens[i].hash == Self.or, depth == 0, !isQuoted[i], !isBesideSlash, or == nil { or = i }
    }
    guard let or, let last = range.last else { return [] }
    let isQuestion = text.bytes[tokens[last].range.lowerBound] == UInt8(ascii: "?")
    var first = range.lowerBound
    if let lead = outline.last(.leadsIn, inSentence: sentence, before: or) {
      first = lead.upperBound
    } else if !isQuestion || or - first > 12 {
      return []
    }
    var end = last + 1
    if let trail = outline.found(.trailsOff, inSentence: sentence), trail.tokens.lowerBound > or {
      end = trail.tokens.lowerBound
    }
    while end > or, tokens[end - 1].traits.contains(.mark) { end -= 1 }
    var before = or
    while before > first, tokens[before - 1].traits.contains(.mark),
      bracket(tokens[before - 1]) == 0
    {
      before -= 1
    }
    var after = or + 1
    if let lead = outline.last(.leadsIn, inSentence: sentence, before: min(or + 4, end)),
      lead.lowerBound == after
    {
      after = lead.upperBound
    }
    guard first < before, after < end, before - first <= Self.longestChoice,
      end - after <= Self.longestChoice
    else { return [] }
    return (listed(first..<before) + [after..<end]).map { phrase($0) }
  }

  private func phrase(_ indices: Range<Int>) -> String {
    var range = text.words.bytes(of: indices)
    if text.bytes[at: range.upperBound] == UInt8(ascii: "\"") {
      range = range.lowerBound..<range.upperBound + 1
    }
    return text.text(range)
  }

  /// "A, B" of "A, B or C", where each is short enough to be one of a list.
  private func listed(_ indices: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = indices.lowerBound
    for i in indices where tokens[i].hash == Self.comma {
      if i > start { pieces.append(start..<i) }
      start = i + 1
    }
    if start < indices.upperBound { pieces.append(start..<indices.upperBound) }
    return pieces.allSatisfy { $0.count <= 5 } ? pieces : [indices]
  }

  private func bracket(_ token: Words.Token) -> Int {
    switch text.bytes[token.range.lowerBound] {
    case UInt8(ascii: "("), UInt8(ascii: "["): 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): -1
    default: 0
    }
  }
}

extension Outline {
  /// The last phrase of a kind that ends at or before a token.
  func last(_ signal: Signal, inSentence sentence: Int, before token: Int) -> Range<Int>? {
    var last: Range<Int>?
    for found in all(signal, inSentence: sentence) where found.upperBound <= token {
      if found.upperBound >= last?.upperBound ?? 0 { last = found }
    }
    return last
  }
}

// MARK: - Suggestions

extension PointDescriber {
  private static let functionWords: [WordHash] = [
    WordHash("to"), WordHash("that"), WordHash("you"), WordHash("be"), WordHash("if"),
    WordHash("for"), WordHash("us"), WordHash("would"), WordHash("is"), WordHash("suggest"),
    WordHash("recommend"), WordHash("propose"), WordHash("advise"), WordHash("could"),
    WordHash("might"), WordHash("may"), WordHash("we"), WordHash("consider"),
  ]
  private static let reasons: [WordHash] = [
    WordHash("as"), WordHash("so"), WordHash("because"), WordHash("since"), WordHash("which"),
  ]
  private static let suggestion = [WordHash("suggestion"), WordHash("suggestions")]
  private static let no = WordHash("no")
  private static let to = WordHash("to")

  private func suggestions(_ sentences: Range<Int>) -> [Point.Suggestion] {
    var suggestions: [Point.Suggestion] = []
    for sentence in sentences where roles[sentence] != .out && !deniesSuggestion(sentence) {
      // One a sentence; "alternatively" begins another.
      var proposals: [Range<Int>] = []
      for found in outline.all(.suggests, inSentence: sentence) where !isQuoted[found.lowerBound] {
        let isAnother = Self.alternatives.contains(tokens[found.lowerBound].hash)
        if isAnother || proposals.isEmpty { proposals.append(found) }
      }
      for (i, proposal) in proposals.enumerated() {
        let start = start(of: proposal)
        let isLast = i + 1 == proposals.count
        let end =
          isLast ? text.sentences[sentence].tokens.upperBound : proposals[i + 1].lowerBound
        if let suggestion = suggestion(start..<max(start, end), sentence) {
          suggestions.append(suggestion)
        }
      }
    }
    return suggestions
  }

  private static let alternatives = [
    WordHash("alternatively"), WordHash("instead"), WordHash("otherwise"),
  ]

  /// "(no suggestions)"
  private func deniesSuggestion(_ sentence: Int) -> Bool {
    text.sentences[sentence].tokens.contains { i in
      Self.suggestion.contains(tokens[i].hash) && i > 0 && tokens[i - 1].hash == Self.no
    }
  }

  /// The first word of what is proposed: behind "may I suggest you", or the verb of "you could ask".
  private func start(of found: Range<Int>) -> Int {
    let last = found.upperBound - 1
    var start = Self.functionWords.contains(tokens[last].hash) ? found.upperBound : last
    if start < tokens.count, tokens[start].hash == Self.to { start += 1 }
    return start
  }

  /// What is proposed, without the reason behind a comma.
  private func suggestion(_ indices: Range<Int>, _ sentence: Int) -> Point.Suggestion? {
    var end = indices.upperBound
    for i in indices.dropLast() where tokens[i].hash == Self.comma {
      if Self.reasons.contains(tokens[i + 1].hash) {
        end = i
        break
      }
    }
    while end > indices.lowerBound, tokens[end - 1].traits.contains(.mark) { end -= 1 }
    guard end - indices.lowerBound >= 2 else { return nil }
    let range = text.words.bytes(of: indices.lowerBound..<end)
    let hole = outline.all(.hole, inSentence: sentence).first {
      $0.lowerBound >= indices.lowerBound && $0.upperBound <= indices.upperBound
    }
    return .init(text: text.text(range), range: range, missing: hole.map { missing($0) })
  }

  private static let age = [WordHash("aged"), WordHash("age"), WordHash("ages")]
  private static let ends = [WordHash("between"), WordHash("from")]

  /// What the authority forgot to fill in.
  private func missing(_ hole: Range<Int>) -> String {
    let around = max(hole.lowerBound - 2, 0)..<hole.upperBound
    if around.contains(where: { Self.age.contains(tokens[$0].hash) }) { return "the age" }
    if Self.ends.contains(tokens[hole.lowerBound].hash) { return "both ends of the range" }
    let isBlank = tokens[hole].contains { $0.traits.contains(.mark) }
    return isBlank ? "what belongs into the blank" : "a number"
  }
}
