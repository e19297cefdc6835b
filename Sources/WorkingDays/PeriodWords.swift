import SourceText

extension Words {
  /// What of a text gives way to two dates in the place of a period, and what then stands before them.
  ///
  /// "In 2019/20" becomes "From 1 April 2019 to …", as nobody writes "in 1 April"; "for" and "since" stay as they are.
  package func leadIn(to range: ByteRange) -> (range: ByteRange, lead: String) {
    func lead(_ i: Int) -> String { tokens[i].traits.contains(.capital) ? "From " : "from " }
    guard let first = indices(in: range).first else { return (range, "") }
    if Self.from.contains(tokens[first].hash) { return (range, lead(first)) }
    let before = first - 1
    guard before >= 0, Self.during.contains(tokens[before].hash),
      !tokens[first].traits.contains(.startsSentence)
    else { return (range, "") }
    return (tokens[before].range.lowerBound..<range.upperBound, lead(before))
  }

  private static let from = WordSet("from between")
  private static let during = WordSet("in during within throughout over")
}
