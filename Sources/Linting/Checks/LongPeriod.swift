import Requests
import SourceText
import WorkingDays

extension Check {
  /// A period of eight years or more, or one that began that long ago and has no end.
  ///
  /// Requests that reach so far back are sent back or refused about twice as often as others: records cross a
  /// change of computer system, and the work goes over the cost limit.
  static let longPeriod = Check("long-period") { inspection in
    var spots: [Spot] = []
    for mention in inspection.periods {
      guard let days = mention.reading.days(until: inspection.today), days >= 8 * 365 else {
        continue
      }
      var spot = Spot(range: mention.range, question: inspection.question(at: mention.range))
      spot.insertions = [("years", "\((days + 30) / 365)")]
      // Without an end the force may stop where its present system does, and often answers so.
      if mention.reading.isLoose { spot.outlook = .tip }
      spots.append(spot)
    }
    return spots
  }
}

extension PeriodReading {
  fileprivate var isLoose: Bool {
    switch self {
    case .relative, .open: true
    default: false
    }
  }

  /// How many days it takes in; for one without an end, up to today. Nil when that cannot be said.
  fileprivate func days(until today: Day?) -> Int? {
    switch self {
    case .exact(let period): period.days
    case .years(let readings), .ambiguous(let readings), .relative(let readings):
      readings.first?.period.days
    case .open(let start?, nil): today.map { max(0, $0 - start) }
    case .open(let start?, let end?): max(0, end - start)
    case .point, .open, .future, .impossible: nil
    }
  }
}
