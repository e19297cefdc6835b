import Requests
import SourceText
import WorkingDays

extension Check {
  /// An offence that did not yet exist, or no longer did, in the time asked about.
  ///
  /// It comes back when the whole time lies outside; when only a part does, the numbers of that part are
  /// nought for a reason that the reader of a table does not see.
  static let offenceInForce = Check("offence-in-force") { inspection in
    let nations = inspection.addressee?.nations ?? [.england, .wales]
    let windows = Windows(inspection)
    var spots: [Spot] = []
    for named in inspection.namedOffences {
      let offences = named.reference.offences.filter { offence in
        nations.contains { offence.applies(in: $0) }
      }
      guard let law = TimeInForce(offences),
        let window = windows[named.part.question]
      else { continue }
      var spot = Spot(range: named.range, question: named.part.question)
      if let first = law.first, window.first < first {
        spot.message = "\(law.name) has been in force since \(first.text) only"
        spot.outlook = window.last < first ? .comeBack : .tip
      } else if let last = law.last, window.last > last {
        spot.message = "\(law.name) was in force until \(last.text) only"
        spot.outlook = window.first > last ? .comeBack : .tip
      } else {
        continue
      }
      spots.append(spot)
    }
    return spots
  }
}

/// From when and until when any of some offences was law, as far as it was seen in a source.
private struct TimeInForce {
  let name: String
  let first: Day?
  let last: Day?

  init?(_ offences: [Offence]) {
    guard let one = offences.first else { return nil }
    name = one.reference
    var firsts: [Day] = []
    var lasts: [Day] = []
    for offence in offences where offence.areDaysSeen {
      if let day = offence.inForceFrom { firsts.append(day) }
      if let day = offence.inForceTo { lasts.append(day) }
    }
    first = firsts.count == offences.count ? firsts.min() : nil
    last = lasts.count == offences.count ? lasts.max() : nil
  }
}
