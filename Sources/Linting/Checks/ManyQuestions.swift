import Requests
import SourceText

extension Check {
  /// A letter of more than six questions; of more than ten it is often taken for too much.
  ///
  /// Questions are counted, with their sub-questions, and not the offences or columns within one.
  static let manyQuestions = Check("many-questions") { inspection in
    let questions = inspection.askedQuestions
    let (many, tooMany) = (6, 10)
    guard questions.count > many else { return [] }
    let first = questions[questions.count > tooMany ? tooMany : many]
    var spot = Spot(range: first.range, question: first.label)
    spot.message = "there are \(questions.count) questions in one letter"
    if questions.count <= tooMany { spot.outlook = .tip }
    return [spot]
  }
}

extension Inspection {
  /// The questions that ask something, each at its first words.
  var askedQuestions: [(label: String, range: ByteRange)] {
    var seen: Set<String> = []
    var asked: [(label: String, range: ByteRange)] = []
    for part in parts where part.kind == .question {
      guard let label = part.question, isQuestion(part), seen.insert(label).inserted else {
        continue
      }
      asked.append((label, part.range))
    }
    return asked
  }

  /// Four words or more, or a question mark: the items of a list ("Four placements") are no questions.
  fileprivate func isQuestion(_ part: ScopedPart) -> Bool {
    var count = 0
    for i in part.tokens {
      let token = words.tokens[i]
      if !token.traits.contains(.mark) { count += 1 }
      if reading.source.bytes[token.range.lowerBound] == UInt8(ascii: "?") { return true }
    }
    return count >= 4
  }
}
