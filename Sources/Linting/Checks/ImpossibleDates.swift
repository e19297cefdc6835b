import Requests
import SourceText
import WorkingDays

extension Check {
  /// A period that ends before it begins, and a day that no calendar has: nothing can be recorded in it.
  static let impossibleDates = Check("impossible-dates") { inspection in
    var spots: [Spot] = []
    for part in inspection.parts {
      for mention in inspection.mentions(in: part) {
        guard case .impossible(let message, let remedy) = mention.reading else { continue }
        var spot = Spot(range: mention.range, question: part.question)
        spot.message = message
        spot.insertions = [("remedy", remedy ?? "write the first and the last day that you mean")]
        // Each has its own remedy.
        spot.key = message
        spots.append(spot)
      }
    }
    return spots
  }
}
