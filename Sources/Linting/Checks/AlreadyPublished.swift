import Requests
import SourceText

extension Check {
  /// Figures that can be looked up today, with what those do not show.
  static let alreadyPublished = Check("already-published") { inspection in
    guard let published = inspection.published else { return [] }
    let nations = inspection.addressee?.nations ?? []
    var told: Set<String> = []
    var spots: [Spot] = []
    let stretches = inspection.parts.map { $0.tokens }
    for mention in published.mentions(in: inspection.words, stretches, nations: nations) {
      guard let part = inspection.part(at: mention.range.lowerBound),
        told.insert(mention.dataset.id).inserted
      else { continue }
      let dataset = mention.dataset
      var spot = Spot(range: mention.range, question: part.question)
      spot.message =
        "\(dataset.title) may have this already (\(dataset.period))"
        + (dataset.url.isEmpty ? "" : ": \(dataset.url)")
      spot.key = dataset.id
      spots.append(spot)
    }
    return spots
  }
}
