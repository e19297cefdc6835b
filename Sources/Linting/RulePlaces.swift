import SourceText

/// What one rule found in a text, before its findings are made of it.
struct RulePlaces {
  var spots: [Spot] = []
  var exceptions = RangeList()
  /// The sentences in which the rule may speak, where it needs company.
  var companions = RangeList()
  /// Whether something in the text silences the rule.
  var isSilenced = false
  /// Where rewrites could be made, and in the same order which and how.
  private var rewriteRanges = RangeList()
  private var rewriteMatches: [(number: Int, match: Matcher.Match)] = []

  /// Adds what a pattern found, in the order of the text.
  ///
  /// Of two that share words the longer stands, of two as long the first.
  mutating func found(_ spot: Spot) {
    guard let last = spots.last, spot.range.lowerBound < last.range.upperBound else {
      spots.append(spot)
      return
    }
    if spot.range.count > last.range.count { spots[spots.count - 1] = spot }
  }

  /// Adds a place where a rewrite could be made, in the order of the text.
  mutating func canRewrite(_ range: ByteRange, _ number: Int, _ match: Matcher.Match) {
    rewriteRanges.append(range)
    rewriteMatches.append((number, match))
  }

  /// The places that share no word with an exception and have the company they need.
  func standing(needingCompany: Bool) -> [Spot] {
    guard !isSilenced else { return [] }
    return spots.filter { spot in
      exceptions.first(overlapping: spot.range) == nil
        && (!needingCompany || companions.first(overlapping: spot.range) != nil)
    }
  }

  /// The rewrites that change words of a place, in the order of the rule; the longest of each.
  func rewrites(of range: ByteRange) -> [(number: Int, match: Matcher.Match)] {
    var best: [(number: Int, match: Matcher.Match)] = []
    var i = rewriteRanges.first(overlapping: range)
    while let candidate = i {
      let (number, match) = rewriteMatches[candidate]
      if let known = best.firstIndex(where: { $0.number == number }) {
        if match.tokens.count > best[known].match.tokens.count { best[known] = (number, match) }
      } else {
        best.append((number, match))
      }
      i = rewriteRanges.next(after: candidate, overlapping: range)
    }
    return best.sorted { $0.number < $1.number }
  }
}

/// Ranges in the order in which they begin, to be asked which of them overlap another.
struct RangeList {
  private var ranges: [ByteRange] = []
  /// For each range the furthest end among it and those before it.
  private var furthestEnds: [Int] = []

  mutating func append(_ range: ByteRange) {
    ranges.append(range)
    furthestEnds.append(max(range.upperBound, furthestEnds.last ?? 0))
  }

  /// The first range that overlaps another. A binary search.
  func first(overlapping other: ByteRange) -> Int? {
    let first = ranges.indices.boundary { furthestEnds[$0] > other.lowerBound }
    return next(after: first - 1, overlapping: other)
  }

  func next(after index: Int, overlapping other: ByteRange) -> Int? {
    var i = index + 1
    while i < ranges.count, ranges[i].lowerBound < other.upperBound {
      if ranges[i].upperBound > other.lowerBound { return i }
      i += 1
    }
    return nil
  }
}
