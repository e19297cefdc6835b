import Requests
import SourceText

extension Check {
  /// Six words in a row in capitals.
  static let shouting = Check("shouting") { inspection in
    var spots: [Spot] = []
    for part in inspection.parts {
      var start: Int?
      var end = 0
      var count = 0
      func finish() {
        if let start, count >= 6 {
          spots.append(
            Spot(range: inspection.words.bytes(of: start..<end), question: part.question))
        }
        start = nil
        count = 0
      }
      for i in part.tokens {
        let traits = inspection.words.tokens[i].traits
        if traits.contains(.mark) || traits.isDisjoint(with: .letters) { continue }
        if traits.contains(.smallLetters) || traits.contains(.digits) {
          finish()
        } else {
          start = start ?? i
          end = i + 1
          count += 1
        }
      }
      finish()
    }
    return spots
  }
}
