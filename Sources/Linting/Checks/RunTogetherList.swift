import Requests
import SourceText

extension Check {
  /// Four points or more in one paragraph: "i. … ii. … iii. … iv. …", "a) … b) … c) … d) …".
  ///
  /// Three are often no more than alternatives in a sentence.
  static let runTogetherList = Check("run-together-list") { inspection in
    var spots: [Spot] = []
    for part in inspection.parts where part.question != nil || part.kind == .context {
      for series in PointSeries.all {
        if let first = inspection.points(of: series, in: part.tokens) {
          spots.append(Spot(range: inspection.words.bytes(of: first), question: part.question))
          break
        }
      }
    }
    return spots
  }
}

private struct PointSeries {
  let labels: [WordHash]

  init(_ labels: String) {
    self.labels = Words(Array(labels.utf8)).tokens.map { $0.hash }
  }

  static let all = [
    PointSeries("i ii iii iv"), PointSeries("a b c d"), PointSeries("1 2 3 4"),
  ]
}

extension Inspection {
  /// The first label of a series, when the others follow in one paragraph.
  fileprivate func points(of series: PointSeries, in indices: Range<Int>) -> Range<Int>? {
    var next = 0
    var first: Range<Int>?
    for i in indices {
      let token = words.tokens[i]
      guard token.hash == series.labels[next], isPoint(at: i, within: indices) else { continue }
      if next == 0 {
        first = i..<i + 1
      } else if token.traits.contains(.startsLine) {
        return nil
      }
      next += 1
      if next == series.labels.count { return first }
    }
    return nil
  }

  /// A label with a bracket or a full stop close behind it.
  private func isPoint(at i: Int, within indices: Range<Int>) -> Bool {
    guard i + 1 < indices.upperBound else { return false }
    let end = words.tokens[i].range.upperBound
    guard words.tokens[i + 1].range.lowerBound == end else { return false }
    let byte = reading.source.bytes[end]
    return byte == UInt8(ascii: ")") || byte == UInt8(ascii: ".")
  }
}
