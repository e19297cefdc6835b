import Linting
import Requests
import SourceText

/// A letter sorted into its parts: what the authority writes now, what it quotes, and what stands below.
struct Outline: Sendable {
  /// Whose words a paragraph is.
  enum Part: Sendable, Hashable {
    /// The authority's own words, in this letter.
    case letter
    /// Opens a quotation: "REQUEST", "You asked:".
    case opening
    /// The applicant's request, quoted.
    case request
    /// Older words of the authority's, quoted.
    case earlier
    /// "Yours sincerely" and what follows it.
    case closing
    /// What mail programs put below: quoted sections, links, disclaimers.
    case footer
  }

  let text: LetterText
  private(set) var parts: [Part] = []
  /// For each sentence what its phrases show, in the order of the text.
  private let signals: [[Found]]
  /// Whether the letter puts what it asks below each of the applicant's questions.
  private(set) var asksAgainstEach = false
  /// The paragraphs that repeat the applicant's questions, each above what is said of it.
  private(set) var repeatedQuestions: [Int] = []

  struct Found: Sendable {
    let signal: Signal
    let tokens: Range<Int>
  }

  init(_ text: LetterText) {
    self.text = text
    var signals: [[Found]] = Array(repeating: [], count: text.sentences.count)
    var passages: [Range<Int>] = []
    for sentence in text.sentences {
      // A sentence begins behind the number or bullet of its paragraph.
      let start = text.paragraphs[sentence.paragraph].textStart
      var tokens = sentence.tokens
      while tokens.count > 1, text.words.tokens[tokens.lowerBound].range.lowerBound < start {
        tokens.removeFirst()
      }
      passages.append(tokens)
    }
    let phrases = Signal.phrases
    for match in phrases.book.matches(in: text.words, of: text.bytes, passages: passages) {
      let signal = phrases.meaning(of: match.phrase)
      signals[match.passage].append(Found(signal: signal, tokens: match.tokens))
    }
    self.signals = signals
    sort()
    asksAgainstEach = first(.againstEach) != nil
    repeatedQuestions = questionsAboveComments()
  }
}

// MARK: - What sentences and paragraphs show

extension Outline {
  func found(_ signal: Signal, inSentence sentence: Int) -> Found? {
    for found in signals[sentence] where found.signal == signal { return found }
    return nil
  }

  /// Every place in a sentence that shows something, as tokens.
  func all(_ signal: Signal, inSentence sentence: Int) -> [Range<Int>] {
    var all: [Range<Int>] = []
    for found in signals[sentence] where found.signal == signal { all.append(found.tokens) }
    return all
  }

  func shows(_ signal: Signal, inSentence sentence: Int) -> Bool {
    found(signal, inSentence: sentence) != nil
  }

  func shows(_ signal: Signal, in paragraph: Int) -> Bool {
    for sentence in text.paragraphs[paragraph].sentences
    where shows(signal, inSentence: sentence) {
      return true
    }
    return false
  }

  /// The first place in the authority's own words that shows something.
  func first(_ signal: Signal) -> Found? {
    for (i, sentence) in text.sentences.enumerated() where parts[sentence.paragraph] == .letter {
      if let found = found(signal, inSentence: i) { return found }
    }
    return nil
  }

  func count(_ signal: Signal) -> Int {
    var count = 0
    for (i, sentence) in text.sentences.enumerated()
    where parts[sentence.paragraph] == .letter && shows(signal, inSentence: i) {
      count += 1
    }
    return count
  }
}

// MARK: - Paragraphs

extension Outline {
  func endsWithColon(_ paragraph: Int) -> Bool {
    text.bytes[text.paragraphs[paragraph].range.upperBound - 1] == UInt8(ascii: ":")
  }

  /// A short line of its own in capitals: "CLARIFICATION REQUIRED".
  func isHeading(_ paragraph: Int) -> Bool {
    let paragraph = text.paragraphs[paragraph]
    guard paragraph.lineCount == 1, paragraph.range.count <= 60 else { return false }
    var capitals = 0
    for byte in text.bytes[paragraph.range] {
      if (0x61...0x7A).contains(byte) { return false }
      if byte.isASCIILetter { capitals += 1 }
    }
    return capitals >= 4 && paragraph.label == nil
  }

  /// An address on the web and nothing else.
  func isLink(_ paragraph: Int) -> Bool {
    let start = text.paragraphs[paragraph].range.lowerBound
    for address: StaticString in ["http", "www.", "<http"]
    where text.bytes.matches(address, at: start) {
      return true
    }
    return false
  }

  /// A line of dots or dashes.
  func isRule(_ paragraph: Int) -> Bool {
    text.words.indices(in: text.paragraphs[paragraph].range)
      .allSatisfy { text.words.tokens[$0].traits.contains(.mark) }
  }
}

// MARK: - Sorting

extension Outline {
  private mutating func sort() {
    var part = Part.letter
    /// The highest number of the questions quoted so far; a 1 behind a higher one begins the answers.
    var highest = 0
    /// Whether the quotation began with a quotation mark, so that one ends it.
    var isMarked = false
    for i in text.paragraphs.indices {
      if text.paragraphs[i].isQuoted, part != .footer {
        parts.append(.earlier)
        continue
      }
      switch part {
      case .letter, .opening: part = opens(i) ?? .letter
      case .request, .earlier:
        if let next = opens(i) {
          part = next
        } else if parts[i - 1] != .opening,
          isMarked && text.endsQuotation(at: text.paragraphs[i - 1].range.upperBound)
            || isOver(i, after: highest, part)
        {
          part = .letter
        }
      case .closing: if showsAtStart(.footer, i) || beginsMail(i) { part = .footer }
      case .footer: break
      }
      parts.append(part)
      switch part {
      case .opening:
        highest = 0
        isMarked =
          i + 1 < text.paragraphs.count
          && text.beginsQuotation(at: text.paragraphs[i + 1].range.lowerBound)
        part = shows(.quotesAuthority, in: i) && !shows(.quotesRequest, in: i) ? .earlier : .request
      case .request: highest = max(highest, number(i) ?? 0)
      default: break
      }
    }
  }

  /// What a paragraph of the authority's begins, if it begins something else.
  private func opens(_ paragraph: Int) -> Part? {
    if showsAtStart(.footer, paragraph) || beginsMail(paragraph) { return .footer }
    let isShort = text.paragraphs[paragraph].range.count <= 60
    if isShort, showsAtStart(.closing, paragraph) { return .closing }
    let isTitle =
      isShort && text.paragraphs[paragraph].lineCount == 1
      && !".?!".utf8.contains(text.bytes[text.paragraphs[paragraph].range.upperBound - 1])
    guard text.paragraphs[paragraph].label == nil else { return nil }
    guard endsWithColon(paragraph) || isTitle else {
      return leadsToQuotation(paragraph) ? .opening : nil
    }
    // What asks, or decides, speaks of the request and does not quote it.
    let own: [Signal] = [.asks, .announces, .refuses, .neitherConfirmNorDeny, .extends, .charges]
    guard let last = text.paragraphs[paragraph].sentences.last,
      !own.contains(where: { shows($0, inSentence: last) })
    else { return nil }
    let quotes =
      shows(.quotesRequest, inSentence: last) || shows(.quotesAuthority, inSentence: last)
    return quotes || leadsToQuotation(paragraph) ? .opening : nil
  }

  /// Whether a sentence that only speaks of the request leads to it: what follows is a list, or stands in
  /// quotation marks, and asks nothing of the applicant.
  private func leadsToQuotation(_ paragraph: Int) -> Bool {
    let next = paragraph + 1
    guard let last = text.paragraphs[paragraph].sentences.last, next < text.paragraphs.count,
      shows(.quotesBelow, inSentence: last)
        || endsWithColon(paragraph) && shows(.namesRequest, inSentence: last)
    else { return false }
    let own: [Signal] = [
      .asks, .announces, .clarifies, .responds, .refuses, .neitherConfirmNorDeny, .extends,
      .charges, .lacks, .suggests, .againstEach,
    ]
    let words = text.sentences[last].tokens
    if own.contains(where: { shows($0, inSentence: last) })
      || words.contains(where: { Self.answering.contains(text.words.tokens[$0].hash) })
    {
      return false
    }
    if text.beginsQuotation(at: text.paragraphs[next].range.lowerBound) { return true }
    let start = text.paragraphs[next].textStart
    let first = text.words.indices(in: start..<text.paragraphs[next].range.upperBound).first
    if let first, Self.speakers.contains(text.words.tokens[first].hash) { return false }
    let telling: [Signal] = [.asks, .problem, .lacks, .suggests, .reads, .responds, .refuses]
    return (text.paragraphs[next].label != nil || text.paragraphs[next].isBullet)
      && !telling.contains { shows($0, in: next) }
  }

  /// What stands below such words is the authority's.
  private static let answering = WordSet(
    """
    response responses respond responding reply replies replying answer answers answering query queries issue issues \
    comment comments decision outcome result results findings
    """)
  private static let speakers = WordSet("we i our you")

  private static let mail = [WordHash("original"), WordHash("forwarded")]
  private static let message = WordHash("message")

  /// Whether mail programs put the message that is answered below this line: "-----Original Message-----".
  private func beginsMail(_ paragraph: Int) -> Bool {
    let range = text.paragraphs[paragraph].range
    guard text.bytes.matches("---", at: range.lowerBound) else { return false }
    let words = text.words.indices(in: range).prefix(6).map { text.words.tokens[$0].hash }
    return words.contains(Self.message) && Self.mail.contains { words.contains($0) }
  }

  func showsAtStart(_ signal: Signal, _ paragraph: Int) -> Bool {
    guard let first = text.paragraphs[paragraph].sentences.first else { return false }
    return shows(signal, inSentence: first)
  }

  /// Whether a paragraph inside a quotation is the authority's own again.
  private func isOver(_ paragraph: Int, after highest: Int, _ part: Part) -> Bool {
    if isHeading(paragraph) || isRule(paragraph) { return true }
    // Older words of the authority's sound like its new ones, so only a decision ends them.
    if part == .earlier { return shows(.extends, in: paragraph) || shows(.refuses, in: paragraph) }
    if shows(.applicantSpeaks, in: paragraph), !shows(.clarifies, in: paragraph) { return false }
    if let number = number(paragraph) { return number == 1 && highest > 1 }
    if highest == 0, text.paragraphs[paragraph].label != nil { return false }
    for signal in [Signal.speaks, .announces, .boilerplate, .clarifies, .neitherConfirmNorDeny]
    where showsAtStart(signal, paragraph) {
      return true
    }
    return false
  }

  private func number(_ paragraph: Int) -> Int? {
    guard let steps = text.paragraphs[paragraph].label?.steps, steps.count == 1,
      case .number(let number) = steps[0]
    else { return nil }
    return number
  }
}
