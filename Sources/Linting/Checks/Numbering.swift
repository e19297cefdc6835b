import Requests
import SourceText

extension Check {
  /// A number that stands on two questions, or that was left out.
  static let numbering = Check("numbering") { inspection in
    var last = 0
    var seen: Set<String> = []
    var spots: [Spot] = []
    for part in inspection.parts where part.kind == .question {
      guard let label = part.question, seen.insert(label).inserted else { continue }
      let typed = String(label.prefix { $0 != "#" })
      var spot = Spot(range: part.range, question: label)
      if typed != label {
        spot.message = "there are two questions \(typed)"
        spots.append(spot)
      } else if let number = Int(String(label.prefix { $0.isNumber })) {
        if last > 0, number > last + 1 {
          spot.message = "question \(number) comes after question \(last)"
          spots.append(spot)
        }
        last = max(last, number)
      }
    }
    return spots
  }
}
