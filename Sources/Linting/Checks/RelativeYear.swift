import Requests
import SourceText
import WorkingDays

extension Check {
  /// "last year", "the past five years": a period that depends on the day it is read.
  static let relativeYear = Check("relative-year") { inspection in
    let mentions = inspection.periods
    guard mentions.contains(where: { if case .relative = $0.reading { true } else { false } })
    else { return [] }
    var spots: [Spot] = []
    // Dates beside it say what it means.
    var settled: Set<String> = []
    for mention in mentions {
      if case .exact = mention.reading {
        settled.insert(inspection.question(at: mention.range) ?? "")
      }
    }
    for mention in mentions {
      guard case .relative(let readings) = mention.reading else { continue }
      let question = inspection.question(at: mention.range)
      if settled.contains(question ?? "") { continue }
      var spot = Spot(range: mention.range, question: question)
      spot.insertions = [("readings", inspection.list(readings))]
      spots.append(spot)
    }
    return spots
  }
}
