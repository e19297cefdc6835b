import Requests
import SourceText
import WorkingDays

extension Check {
  /// "last year", "the past five years": a period that depends on the day it is read.
  static let relativeYear = Check("relative-year") { inspection in
    var spots: [Spot] = []
    let mentions = inspection.periods
    for mention in mentions {
      guard case .relative(let readings) = mention.reading else { continue }
      let question = inspection.question(at: mention.range)
      // Dates beside it say what it means.
      let isSettled = mentions.contains { other in
        guard case .exact = other.reading else { return false }
        return inspection.question(at: other.range) == question
      }
      if isSettled { continue }
      var spot = Spot(range: mention.range, question: question)
      spot.insertions = [("readings", inspection.list(readings))]
      spots.append(spot)
    }
    return spots
  }
}
