import Requests
import SourceText

/// Tells an answer that stands behind the number of its question from the question itself, repeated there.
///
/// "2. This is exempt under section 31(1)" answers; "2. The number of requests refused under section 12" is what was
/// asked, and the answer to it stands below.
struct AnswerTest {
  private let outline: Outline
  private let regime: Regime
  /// The questions of the request by their labels, where it is known.
  private let questions: [String: ComparableWords]
  private var text: LetterText { outline.text }

  init(_ outline: Outline, _ regime: Regime, _ questions: [Question]) {
    self.outline = outline
    self.regime = regime
    var known: [String: ComparableWords] = [:]
    for question in questions { known[question.label] = ComparableWords(question.text) }
    self.questions = known
  }

  func isKnown(_ label: String) -> Bool { questions[label] != nil }

  /// What stands behind the number, and behind the question where that is repeated on the same line.
  func body(of paragraph: LetterText.Paragraph) -> ByteRange {
    var start = paragraph.textStart
    for sentence in paragraph.sentences.dropLast() where text.isQuestion(sentence) {
      start = text.sentences[sentence + 1].range.lowerBound
    }
    return start..<paragraph.range.upperBound
  }

  /// The sentences of a numbered paragraph that answer its question.
  func answers(in paragraph: LetterText.Paragraph, to label: String) -> [Int] {
    let body = paragraph.textStart..<paragraph.range.upperBound
    if let asked = questions[label], ComparableWords(text.bytes, body).begins(like: asked) {
      return []
    }
    guard let first = paragraph.sentences.first(where: { decides($0) }) else { return [] }
    // What follows an answer belongs to it.
    return Array(first..<paragraph.sentences.upperBound)
  }

  private func decides(_ sentence: Int) -> Bool {
    let tokens = text.words(ofSentence: sentence)
    guard !tokens.isEmpty, !asks(tokens) else { return false }
    if saysNotHeld(tokens) { return true }
    for signal in [Signal.refuses, .neitherConfirmNorDeny, .holdsNothing, .costs]
    where outline.shows(signal, inSentence: sentence) {
      return true
    }
    guard let cited = SectionMention.all(in: tokens, of: text, under: regime).first else {
      return false
    }
    return begins(tokens, with: cited) || tokens.contains { Self.relying.contains(hash($0)) }
  }

  private func hash(_ token: Int) -> WordHash { text.words.tokens[token].hash }

  // MARK: - What answers

  /// "Not held", "None held": too short for a phrase.
  func saysNotHeld(inSentence sentence: Int) -> Bool {
    saysNotHeld(text.words(ofSentence: sentence))
  }

  private func saysNotHeld(_ tokens: Range<Int>) -> Bool {
    guard tokens.count < 6 else { return false }
    let words = tokens.filter { !text.words.tokens[$0].traits.contains(.mark) }
    return words.count == 2 && Self.no.contains(hash(words[0])) && hash(words[1]) == Self.held
  }

  /// "Section 40(2)", "Under section 31".
  private func begins(_ tokens: Range<Int>, with cited: SectionMention) -> Bool {
    for token in tokens.prefix(2) {
      if text.words.tokens[token].range.lowerBound == cited.range.lowerBound { return true }
      if !Self.under.contains(hash(token)) { return false }
    }
    return false
  }

  private static let held = WordHash("held")
  private static let no = WordSet("not none nothing")
  private static let under = WordSet("under by per see")
  /// What is said of a section that is used.
  private static let relying = WordSet(
    """
    exempt exempted exemption exemptions withheld withhold withholding refuse refused refusing refusal applies apply
    applied applying engage engaged engages cite cited citing rely relied relying relies virtue disclose disclosed
    """)

  // MARK: - What asks

  private func asks(_ tokens: Range<Int>) -> Bool {
    if let last = tokens.last, text.bytes[text.words.tokens[last].range.lowerBound] == Self.mark {
      return true
    }
    var i = tokens.lowerBound
    while i < tokens.upperBound - 1, Self.articles.contains(hash(i)) { i += 1 }
    if Self.asking.contains(hash(i)) { return true }
    if Self.counting.contains(hash(i)), !isStatement(tokens) { return true }
    for token in tokens where hash(token) == Self.please {
      guard token + 1 < tokens.upperBound, Self.referring.contains(hash(token + 1)) else {
        return true
      }
    }
    return false
  }

  /// "The number of informants is exempt", and not "the number of records that are exempt".
  private func isStatement(_ tokens: Range<Int>) -> Bool {
    var ago = Int.max
    for token in tokens {
      if ago < 3, Self.denied.contains(hash(token)) { return true }
      ago = ago == Int.max ? ago : ago + 1
      if Self.verbs.contains(hash(token)), token > tokens.lowerBound,
        !Self.relatives.contains(hash(token - 1))
      {
        ago = 0
      }
    }
    return false
  }

  private static let mark = UInt8(ascii: "?")
  private static let please = WordHash("please")
  private static let referring = WordSet("see note refer find be visit")
  private static let articles = WordSet("the a an any all total")
  private static let asking = WordSet(
    """
    how what which when where who whom whose why do does did is are was were has have had can could would whether
    provide supply confirm give state send explain
    """)
  private static let counting = WordSet(
    "number numbers copy copies list breakdown percentage proportion names")
  private static let verbs = WordSet("is are was were being")
  private static let relatives = WordSet("that which who")
  private static let denied = WordSet("exempt exempted withheld refused not")
}
