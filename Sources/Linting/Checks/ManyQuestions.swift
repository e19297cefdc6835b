import Requests
import SourceText

extension Check {
  /// A letter of more than six questions; of more than ten it is often taken for too much.
  ///
  /// Questions are counted, with their sub-questions, and not the offences or columns within one.
  static let manyQuestions = Check("many-questions") { inspection in
    var labels: [String] = []
    var starts: [ByteRange] = []
    for part in inspection.parts where part.kind == .question {
      guard let label = part.question, !labels.contains(label) else { continue }
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
