extension Range<Int> {
  /// The first number that lies beyond a boundary, or the end of the range when none does.
  ///
  /// A binary search, so all numbers beyond must follow all that are not.
  @inlinable @inline(__always)
  package func boundary(_ isBeyond: (Int) -> Bool) -> Int {
    var low = lowerBound
    var high = upperBound
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
