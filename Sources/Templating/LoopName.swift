/// The names a template may use inside a list, besides those of its data.
enum LoopName: Int, Sendable, CaseIterable {
  /// The item's number from 0.
  case index
  /// The item's number from 1.
  case number
  /// a, b, … z, aa, ab, …
  case letter
  /// Whether the item is the first, or the last.
  case first, last

  var text: String {
    switch self {
    case .index: "@index"
    case .number: "@number"
    case .letter: "@letter"
    case .first: "@first"
    case .last: "@last"
    }
  }

  init?(_ text: String) {
    for name in Self.allCases where name.text == text {
      self = name
      return
    }
    return nil
  }
}
