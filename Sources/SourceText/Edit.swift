/// A change to a text: the bytes of a range replaced by other text.
public struct Edit: Sendable, Hashable {
  public let range: ByteRange
  public let replacement: String

  public init(_ range: ByteRange, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

extension Array<UInt8> {
  /// The text with edits made.
  ///
  /// Edits may come in any order. Of two that overlap, the one that begins first is made and the other
  /// left out, so the result never depends on the order they are given in.
  package func applying(_ edits: [Edit]) -> [UInt8] {
    let inOrder = edits.sorted {
      ($0.range.lowerBound, $0.range.upperBound, $0.replacement)
        < ($1.range.lowerBound, $1.range.upperBound, $1.replacement)
    }
    var out: [UInt8] = []
    out.reserveCapacity(count)
    var done = 0
    var last: Edit?
    for edit in inOrder {
      guard edit.range.lowerBound >= done, edit != last else { continue }
      out += self[done..<edit.range.lowerBound]
      out += edit.replacement.utf8
      done = edit.range.upperBound
      last = edit
    }
    return out + self[done...]
  }
}
