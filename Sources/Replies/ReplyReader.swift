import Linting
import Requests
import SourceText
import WorkingDays

extension Reply {
  /// Reads a letter.
  ///
  /// Every text is some letter: one that fits no kind is `other`, and what cannot be told is left empty. Time grows
  /// with the length of the text.
  ///
  /// - Parameters:
  ///   - source: the letter as pasted, or the body of a ``Mail``.
  ///   - sent: the date of the e-mail it came in, for a letter that bears none.
  ///   - given: the request it answers, where the applicant has it; else the one it quotes is taken.
  ///   - stated: what the letter is, where the applicant knows better.
  ///   - law: the authority's law, where it is known; else the one that the letter names.
  public init(
    _ source: Source, sent: Day? = nil, request given: RequestReading? = nil,
    as stated: Kind? = nil, under law: Regime? = nil
  ) {
    let phrases = PhraseReading(source, request: given, under: law)
    let (outline, regime, answers) = (phrases.outline, phrases.regime, phrases.answers)
    var points = phrases.points
    let phrased = phrases.said
    let isPlain =
      phrased.kind == .clarification && outline.plainlyAskingSentence(of: points) != nil
    let told =
      stated == nil && !isPlain ? KindEvidence(outline, phrases: phrased.kind).judgement() : nil
    let (kind, because) =
      switch stated {
      case nil: told ?? phrased
      case phrased.kind?: phrased
      case let stated?: (stated, 0..<0)
      }
    if kind != .clarification { points = [] }
    self.source = source
    self.kind = kind
    self.because = because
    isCertain = stated != nil || told == nil && kind != .other
    verdict = kind == .reviewOutcome ? outline.verdict() : nil
    self.request = phrases.quoted
    self.points = points
    reference = outline.reference()
    dates = ReplyDates(outline, kind, sent: sent)
    self.regime = regime
    untouched = points.isEmpty ? [] : phrases.reader.untouched(by: points)
    let decides = kind == .refusal || kind == .response || kind == .reviewOutcome
    var claims = decides || kind == .extension ? answers.exemptions : []
    if kind == .reviewOutcome {
      let reviewed = ReviewedSections(outline, regime, verdict)
      claims = claims.filter { reviewed.stands($0) }
    }
    exemptions = claims
    figures = decides ? answers.figures : []
    notHeld = decides ? answers.notHeld : []
  }
}

/// A letter as far as its phrases tell it, before its words are weighed.
struct PhraseReading {
  let outline: Outline
  /// The request that the letter quotes.
  let quoted: RequestReading?
  let regime: Regime
  let answers: AnswerReader
  let reader: PointReader
  let points: [Point]
  let said: (kind: Reply.Kind, because: ByteRange)

  init(_ source: Source, request given: RequestReading? = nil, under law: Regime? = nil) {
    outline = Outline(LetterText(source))
    quoted = outline.quotedRequest()
    regime = law ?? outline.regime
    let questions = (given ?? quoted)?.request.questions ?? []
    answers = AnswerReader(outline, regime, questions)
    reader = PointReader(outline, questions)
    points = reader.points()
    said = outline.kind(asking: points, giving: answers.figures)
  }
}

// MARK: - Kind

extension Outline {
  /// What a letter's phrases say that it is, and the words that say so.
  func kind(
    asking points: [Point], giving figures: [Figure]
  ) -> (kind: Reply.Kind, because: ByteRange) {
    let plain = plainKind()
    // Advice how to narrow a request asks for that, whatever the letter calls itself; so do several questions
    // in a letter that for the rest has only received it.
    if plain?.kind == .response || plain?.kind == .acknowledgement || plain?.kind == .transfer,
      let sentence = plainlyAskingSentence(of: points)
    {
      return (.clarification, text.sentences[sentence].range)
    }
    if plain == nil || points.count > 1 && plain?.kind == .acknowledgement,
      let sentence = askingSentence(of: points)
    {
      return (.clarification, text.sentences[sentence].range)
    }
    if plain == nil, figures.isEmpty, let sentence = questioningSentence(of: points) {
      return (.clarification, text.sentences[sentence].range)
    }
    if points.isEmpty, plain?.kind == .clarification, first(.closes) != nil {
      return (.other, 0..<0)
    }
    return plain ?? figures.first.map { (.response, $0.range) } ?? mildKind()
  }

  /// What a letter plainly is.
  ///
  /// The order is that of effect: a review repeats what was refused, a letter that takes more time may name
  /// exemptions, and one that asks may warn of the cost limit, without refusing anything.
  private func plainKind() -> (kind: Reply.Kind, because: ByteRange)? {
    if let found = outcomeOfReview() { return (.reviewOutcome, range(found)) }
    if let found = first(.extends) ?? (first(.weighs) == nil ? nil : first(.expects)) {
      return (.extension, range(found))
    }
    if let found = first(.transfers), !staysInside(found) { return (.transfer, range(found)) }
    if let found = first(.charges) { return (.fees, range(found)) }
    let refusal = first(.refuses) ?? first(.neitherConfirmNorDeny)
    if let found = refusal { return (.refusal, range(found)) }
    if let found = first(.clarifies) { return (.clarification, range(found)) }
    if let found = first(.costs) {
      // A cost that is only mentioned beside the figures refuses nothing.
      if let estimate = first(.estimates) { return (.response, range(estimate)) }
      // Nor does one that is named by the way, to have the request made smaller, or that may come about.
      if let asking = first(.asks),
        onlyMayCost || !citedSections.contains(where: { $0.number == "12" })
      {
        return (.clarification, range(asking))
      }
      return (.refusal, range(found))
    }
    if let found = first(.responds) { return (.response, range(found)) }
    if let found = first(.acknowledges) { return (.acknowledgement, range(found)) }
    if let mention = citedSections.first { return (.refusal, mention.range) }
    return nil
  }

  private static let our = WordHash("our")

  /// "passed to our fleet department"
  private func staysInside(_ found: Found) -> Bool {
    let next = found.tokens.upperBound
    return next < text.words.tokens.count && text.words.tokens[next].hash == Self.our
  }

  /// Whether no sentence says more of the cost limit than that the request may exceed it.
  private var onlyMayCost: Bool {
    for (i, sentence) in text.sentences.enumerated()
    where parts[sentence.paragraph] == .letter && shows(.costs, inSentence: i) {
      if !shows(.hedges, inSentence: i) { return false }
    }
    return true
  }

  /// The sections that allow a refusal, as far as the authority's own words name any.
  private var citedSections: [SectionMention] {
    let law = regime
    return text.sentences.flatMap { sentence in
      parts[sentence.paragraph] == .letter
        ? SectionMention.all(in: sentence.tokens, of: text, under: law) : []
    }
  }

  /// Where a letter tells what came of a review; nearly every refusal speaks of one that may yet be asked for.
  private func outcomeOfReview() -> Found? {
    for (i, sentence) in text.sentences.enumerated()
    where parts[sentence.paragraph] == .letter && !shows(.offersReview, inSentence: i) {
      let found =
        found(.reviews, inSentence: i) ?? found(.upholds, inSentence: i)
        ?? found(.overturns, inSentence: i)
      if let found { return found }
    }
    return nil
  }

  /// What a review decided; a decision that stands here and falls there is changed in part.
  fileprivate func verdict() -> Reply.Verdict? {
    let (stands, falls) = (first(.upholds) != nil, first(.overturns) != nil)
    if first(.changesInPart) != nil || stands && falls { return .changed }
    return stands ? .upheld : falls ? .overturned : nil
  }

  /// The first sentence of some points, or of what stands before a list of them, that asks in words, not by a question
  /// mark alone, or proposes something.
  private func askingSentence(of points: [Point]) -> Int? {
    for point in points {
      let sentences = text.sentences(in: point.range)
      if let asking = sentences.first(where: { asks($0) }) { return asking }
      if let before = sentences.first.map({ $0 - 1 }), before >= 0, asks(before),
        endsWithColon(text.sentences[before].paragraph)
      {
        return before
      }
    }
    return nil
  }

  /// The first sentence of some points that asks and says that this is a clarification, whatever else the letter does.
  func plainlyAskingSentence(of points: [Point]) -> Int? {
    for point in points {
      let sentences = text.sentences(in: point.range)
      guard let asking = sentences.first(where: { asks($0) || text.isQuestion($0) }) else {
        continue
      }
      if sentences.contains(where: { shows(.clarifies, inSentence: $0) }) { return asking }
    }
    return nil
  }

  /// The first question of several points that are questions.
  private func questioningSentence(of points: [Point]) -> Int? {
    let questions = points.compactMap { point in
      text.sentences(in: point.range).first { text.isQuestion($0) }
    }
    return questions.count > 1 ? questions.first : nil
  }

  private func asks(_ sentence: Int) -> Bool {
    shows(.asks, inSentence: sentence) || shows(.suggests, inSentence: sentence)
      || shows(.aims, inSentence: sentence) && text.isQuestion(sentence)
  }

  /// The kind of a letter that neither decides nor asks anything.
  private func mildKind() -> (kind: Reply.Kind, because: ByteRange) {
    if let found = first(.entitles) { return (.response, range(found)) }
    if let found = first(.thanks) { return (.acknowledgement, range(found)) }
    return (.other, 0..<0)
  }

  func range(_ found: Found) -> ByteRange { text.words.bytes(of: found.tokens) }

  var regime: Regime {
    let pattern: StaticString = "(Scotland) Act"
    for (i, paragraph) in text.paragraphs.enumerated() where parts[i] == .letter {
      var at = paragraph.range.lowerBound
      while at < paragraph.range.upperBound {
        if text.bytes[at] == UInt8(ascii: "("), text.bytes.matches(pattern, at: at) {
          return .foisa
        }
        at += 1
      }
    }
    return .foia
  }
}
