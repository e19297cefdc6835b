import Requests
import SourceText

extension Check {
  /// Four questions or more, and nothing said of what may go when they take too long together.
  static let nothingToDrop = Check("nothing-to-drop") { inspection in
    let questions = inspection.askedQuestions
    guard questions.count >= 4 else { return [] }
    let isSaid = inspection.reading.parts.contains { $0.kind == .field(.ifOverLimit) }
    let says = Vocabulary(inspection)
    guard !isSaid, !says.mentions("limit withdrawn withdraw refine omit"),
      !says.mentions("too", before: "costly long much")
    else { return [] }
    var spot = Spot(range: questions[3].range, question: questions[3].label)
    spot.insertions = [("count", "\(questions.count)")]
    return [spot]
  }
}
