import Requests
import SourceText

extension Outline {
  /// The paragraphs that repeat the applicant's questions, each above what the authority says of it.
  ///
  /// They bear the numbers of a list, most of them have words without a number below, and they sound like an
  /// applicant: they are questions, or what stands below calls itself a response or a clarification. An authority's own
  /// list asks in its numbered lines and explains below.
  func questionsAboveComments() -> [Int] {
    var found: [Int] = []
    var run: [Int] = []
    var last = 0
    func close() {
      if isAboveComments(run) { found += run }
      run = []
    }
    for i in text.paragraphs.indices where parts[i] == .letter {
      guard let label = text.paragraphs[i].label,
        let ordinal = label.ordinal(after: run.isEmpty ? nil : last)
      else { continue }
      if !run.isEmpty, ordinal != last + 1 { close() }
      run.append(i)
      last = ordinal
    }
    close()
    return found
  }

  private static let fewestWords = 5
  private static let telling: [Signal] = [.asks, .problem, .suggests, .reads, .lacks]

  private func isAboveComments(_ run: [Int]) -> Bool {
    var (own, commented, headed, questions, asking) = (0, 0, 0, 0, 0)
    for i in run {
      if Self.telling.contains(where: { shows($0, in: i) }) { own += 1 }
      if let last = text.paragraphs[i].sentences.last, text.isQuestion(last),
        text.sentences[last].tokens.count >= Self.fewestWords
      {
        questions += 1
      }
      let below = i + 1
      guard below < text.paragraphs.count, parts[below] == .letter,
        text.paragraphs[below].label == nil, !isRule(below)
      else { continue }
      commented += 1
      if showsAtStart(.comments, below) || isAnswerNumber(below) { headed += 1 }
      let sentences = text.paragraphs[below].sentences
      if sentences.contains(where: { shows(.asks, inSentence: $0) || text.isQuestion($0) }) {
        asking += 1
      }
    }
    guard run.count > 1, commented * 2 > run.count, own * 2 < run.count else { return false }
    return asksAgainstEach || headed * 2 >= run.count || questions * 2 > run.count && asking > 0
  }

  /// The "A1" of an answer to "Q1".
  private func isAnswerNumber(_ paragraph: Int) -> Bool {
    let range = text.paragraphs[paragraph].range
    return text.bytes[range.lowerBound].folded == UInt8(ascii: "a")
      && text.bytes[at: range.lowerBound + 1]?.isDigit == true
  }
}
