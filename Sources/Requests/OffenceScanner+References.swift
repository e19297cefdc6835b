import SourceText

/// What the mentions come to, and what is left between them.
extension OffenceScanner {
  func references(of mention: Mention) -> [OffenceReference] {
    let range =
      tokens[mention.tokens.lowerBound].range
      .lowerBound..<tokens[mention.tokens.upperBound - 1]
      .range.upperBound
    switch mention.kind {
    case .act(let act):
      if mention.isUsed { return [] }
      return [.init(kind: .act(index.acts[act]), range: range, offences: [])]
    case .code(let code):
      return [.init(kind: .code(code), range: range, offences: index.offences(code: code))]
    case .provisions(let items):
      return items.map { reference(to: $0, act: mention.act) }
    }
  }

  private func reference(to item: Item, act: Int?) -> OffenceReference {
    let act = act.map { (number: $0, name: index.acts[$0]) }
    let word = act?.name.provisionWord ?? "section"
    let typed = String(decoding: bytes[item.range], as: UTF8.self)
    let isWithin = item.provision.subsections.isEmpty && Int(item.provision.number) != nil
    let number = isWithin ? item.provision.number : typed
    return OffenceReference(
      kind: .provision(act?.name, "\(word) \(number)"), range: item.range,
      offences: act.map { index.offences(act: $0.number, item.provision) } ?? [])
  }

  /// The titles and everyday names in a stretch between mentions; what is neither comes out as unknown.
  ///
  /// A title behind its own section ("section 5, rape of a child under 13") says nothing new.
  func appendNames(in stretch: Range<Int>, to references: inout [OffenceReference]) {
    var i = stretch.lowerBound
    while i < stretch.upperBound {
      if tokens[i].isFiller {
        i += 1
        continue
      }
      let name = name(at: i, before: stretch.upperBound)
      let found = name.map { index.offences(named: $0.key) } ?? []
      var end = name?.end
      if end == nil {
        var j = i
        while j < stretch.upperBound, !tokens[j].isSeparator { j += 1 }
        while j > i + 1, tokens[j - 1].isFiller { j -= 1 }
        end = j
      }
      guard let end else { break }
      let isRepeated = references.last?.offences.contains { found.contains($0) } ?? false
      if !isRepeated {
        references.append(
          OffenceReference(
            kind: found.isEmpty ? .unknown : .name,
            range: tokens[i].range.lowerBound..<tokens[end - 1].range.upperBound,
            offences: found))
      }
      i = end
    }
  }

  /// The longest name that begins at a token and fills whole pieces between separators, and where it ends.
  private func name(at start: Int, before end: Int) -> (key: WordHash, end: Int)? {
    var longest: (WordHash, Int)?
    var count = 0
    var key: WordHash?
    for i in start..<end {
      guard let word = tokens[i].word else { continue }
      count += 1
      if count > index.longestName { break }
      let name = key?.followed(by: word) ?? word
      if index.hasName(name), isPieceEnd(i + 1, before: end) { longest = (name, i + 1) }
      key = name
    }
    return longest
  }

  /// Whether nothing but words that say nothing stand between a token and the end of its piece.
  private func isPieceEnd(_ i: Int, before end: Int) -> Bool {
    var i = i
    while i < end, tokens[i].isFiller, !tokens[i].isSeparator { i += 1 }
    return i == end || tokens[i].isSeparator
  }
}
