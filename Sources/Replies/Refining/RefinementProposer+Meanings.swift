import Linting
import Requests
import SourceText

extension RefinementProposer {
  /// What a point by itself gives to choose from: yes and no, the word whose meaning it asks, or "X or Y?" as what a
  /// term of the question means.
  func definitions(from point: Point, _ here: [Finding]) -> [RefinementSheet.Option] {
    if point.choices == Point.yesOrNo {
      return point.choices.map { .init(text: $0, effect: .answer($0)) }
    }
    if point.choices.isEmpty, let term = term(askedIn: point) {
      return [
        .init(
          text: "say what \"\(term)\" means",
          effect: .define("\(term): \(RefinementSheet.Effect.hole)"), isMarked: true)
      ]
    }
    // What years can mean is worked out from the request, in full.
    let isAboutTime = point.choices.contains { choice in
      ComparableWords(choice).hashes.contains { WordHash.times.contains($0) }
        || !times(in: choice).isEmpty
    }
    if point.category.isPeriod, isAboutTime { return [] }
    let term =
      point.category.isPeriod
      ? nil
      : here.first { $0.category == point.category }.map {
        reading.source.bytes.unwrapped($0.range)
      }
    return point.choices.map { choice in
      RefinementSheet.Option(
        text: choice,
        effect: term.map { .define("\($0): \(choice)") }
          ?? .answer(choice),
        isMarked: true)
    }
  }

  /// The words whose meaning a point asks for: `young people` of "What do you mean by 'young people'?"
  private func term(askedIn point: Point) -> String? {
    let words = Words(reply.source.bytes, in: point.range)
    let tokens = words.tokens
    func isMark(_ i: Int) -> Bool { tokens[i].traits.contains(.mark) }
    for i in tokens.indices.dropLast() {
      let asks =
        WordHash.meaning.contains(tokens[i].hash) && tokens[i + 1].hash == WordHash.by
        || tokens[i].hash == WordHash.definition && tokens[i + 1].hash == WordHash.of
      // "By 'young people' do you mean …?"
      let names =
        tokens[i].hash == WordHash.by && tokens[i + 1].traits.contains(.opensQuotation)
      guard asks || names else { continue }
      var first = asks ? i + 2 : i + 1
      while first < tokens.count, WordHash.naming.contains(tokens[first].hash) { first += 1 }
      var end = first
      while end < tokens.count, end < first + PointReader.longestTerm, !isMark(end),
        end == first || !tokens[end].traits.contains(.startsSentence)
      {
        end += 1
        if tokens[first].traits.contains(.opensQuotation),
          tokens[end - 1].traits.contains(.closesQuotation)
        {
          break
        }
      }
      if end > first { return reply.source.bytes.unwrapped(words.bytes(of: first..<end)) }
    }
    return nil
  }
}

extension WordHash {
  fileprivate static let meaning = WordSet("mean meant means understand")
  fileprivate static let naming = WordSet("the a an term terms word words phrase")
  fileprivate static let by = WordHash("by")
  fileprivate static let of = WordHash("of")
  fileprivate static let definition = WordHash("definition")
  fileprivate static let times = WordSet(
    "year years financial calendar academic tax month months quarter quarters week weeks")
}
