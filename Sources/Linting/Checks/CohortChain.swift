import Requests
import SourceText

extension Check {
  /// The third of questions that each count a part of the one before: "of those", "of the crimes in 2".
  ///
  /// A chain of three steps ended in counts of two and three, and in answers neither confirmed nor denied.
  static let cohortChain = Check("cohort-chain") { inspection in
    var depths: [String: Int] = [:]
    var last: String?
    var spots: [Spot] = []
    for part in inspection.parts where part.kind == .question {
      guard let label = part.question, depths[label] == nil else { continue }
      let indices = part.tokens
      var depth = 0
      if let opening = inspection.cohortOpening(at: indices) {
        let named = inspection.label(in: opening.upperBound..<indices.upperBound, among: depths)
        // "of the" points somewhere only with a number behind it.
        let pointer = inspection.words.tokens[opening.upperBound - 1].hash
        let above = named ?? (Self.vaguePointers.contains(pointer) ? nil : last)
        depth = above.map { (depths[$0] ?? 0) + 1 } ?? 0
        if depth >= 3 {
          spots.append(Spot(range: inspection.words.bytes(of: opening), question: label))
        }
      }
      depths[label] = depth
      last = label
    }
    return spots
  }
}

extension Check {
  private static let vaguePointers = WordSet("the all")
}

extension Inspection {
  /// "of those", "of the crimes", "how many of these" at the head of a question.
  fileprivate func cohortOpening(at indices: Range<Int>) -> Range<Int>? {
    let of = WordHash("of")
    let pointers = WordSet("those these them which whom the all")
    for i in indices.prefix(3) where words.tokens[i].hash == of && i + 1 < indices.upperBound {
      if i > indices.lowerBound, words.tokens[i - 1].hash != WordHash("many") { return nil }
      return pointers.contains(words.tokens[i + 1].hash) ? indices.lowerBound..<i + 2 : nil
    }
    return nil
  }

  /// The first of the next few words that is the label of an earlier question.
  fileprivate func label(in indices: Range<Int>, among labels: [String: Int]) -> String? {
    for i in indices.prefix(5) where words.tokens[i].traits.contains(.digitFirst) {
      let label = reading.source[words.tokens[i].range].lowercased()
      if labels[label] != nil { return label }
    }
    return nil
  }
}
