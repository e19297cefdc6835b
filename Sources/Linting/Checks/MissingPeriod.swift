import Requests
import SourceText
import WorkingDays

extension Check {
  /// A letter that asks for figures and names no date, month or year anywhere.
  ///
  /// A document has no period, and neither has a snapshot ("how many are in force now").
  static let missingPeriod = Check("missing-period") { inspection in
    // What a line for dates lacks is found as a blank, or as dates that cannot be read.
    let hasDates = inspection.reading.parts.contains {
      $0.kind == .header(.dates) || $0.kind == .field(.dates)
    }
    guard !hasDates, inspection.parts.allSatisfy({ inspection.mentions(in: $0).isEmpty }) else {
      return []
    }
    let says = Vocabulary(inspection)
    let isSnapshot = says.mentions(
      "now currently current present today latest existing remain remaining")
    if isSnapshot { return [] }
    for part in inspection.parts where part.question != nil || part.kind == .context {
      if let sentence = inspection.firstCount(in: part) {
        return [Spot(range: sentence, question: part.question)]
      }
    }
    return []
  }
}

extension Inspection {
  /// The first sentence of a part that asks for a count, a sum or a list of events.
  fileprivate func firstCount(in part: ScopedPart) -> ByteRange? {
    let tokens = words.tokens
    let indices = part.tokens
    var start = indices.lowerBound
    for i in indices {
      if tokens[i].traits.contains(.startsSentence) { start = i }
      guard isCount(at: i, within: indices) else { continue }
      var end = i + 1
      while end < indices.upperBound, !tokens[end].traits.contains(.startsSentence) { end += 1 }
      return words.bytes(of: start..<min(end, start + 40))
    }
    return nil
  }

  /// "how many", "how much", "the number of", "total number", "figures for".
  private func isCount(at i: Int, within indices: Range<Int>) -> Bool {
    guard i + 1 < indices.upperBound else { return false }
    let (word, next) = (words.tokens[i].hash, words.tokens[i + 1].hash)
    for (first, second) in Self.counts where first.contains(word) && second.contains(next) {
      return true
    }
    return false
  }

  private static let counts: [(first: WordSet, second: WordSet)] = [
    (WordSet("how"), WordSet("many much often")),
    (WordSet("number numbers amount total"), WordSet("of")),
    (WordSet("figures statistics data"), WordSet("for on of")),
  ]
}
