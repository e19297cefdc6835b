import Requests
import SourceText

extension Check {
  /// More than 150 words before the first question.
  static let longOpening = Check("long-opening") { inspection in
    guard let first = inspection.reading.parts.first(where: { $0.kind == .question }) else {
      return []
    }
    var count = 0
    var start: ByteRange?
    for part in inspection.parts
    where part.kind == .context && part.range.lowerBound < first.range.lowerBound {
      let indices = part.tokens
      for i in indices where !inspection.words.tokens[i].traits.contains(.mark) { count += 1 }
      if start == nil {
        start = inspection.words.bytes(of: indices.prefix(5))
      }
    }
    guard let start, count > 150 else { return [] }
    var spot = Spot(range: start)
    spot.message = "there are \(count) words before the first question"
    return [spot]
  }
}
