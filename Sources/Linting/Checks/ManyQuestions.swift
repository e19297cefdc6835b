import Requests
import SourceText

extension Check {
  /// A letter of more than six questions; of more than ten it is often taken for too much.
  ///
  /// Questions are counted, with their sub-questions, and not the offences or columns within one.
  static let manyQuestions = Check("many-questions") { inspection in
    var labels: [String] = []
    var seen: Set<String> = []
    var starts: [ByteRange] = []
    for part in inspection.parts where part.kind == .question {
      guard let label = part.question, inspection.isQuestion(part),
        seen.insert(label).inserted
      else {
        continue
      }
      labels.append(label)
      starts.append(part.range)
    }
    let (many, tooMany) = (6, 10)
    guard labels.count > many else { return [] }
    let first = labels.count > tooMany ? tooMany : many
    var spot = Spot(range: starts[first], question: labels[first])
    spot.message = "there are \(labels.count) questions in one letter"
    if labels.count <= tooMany { spot.outlook = .tip }
    return [spot]
  }
}

extension Inspection {
  /// Four words or more, or a question mark: the items of a list ("Four placements") are no questions.
  fileprivate func isQuestion(_ part: RequestReading.Part) -> Bool {
    var count = 0
    for i in tokens(of: part) {
      let token = words.tokens[i]
      if !token.traits.contains(.mark) { count += 1 }
      if reading.source.bytes[token.range.lowerBound] == UInt8(ascii: "?") { return true }
    }
    return count >= 4
  }
}
