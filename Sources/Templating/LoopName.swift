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

/// The letter of a list item counted from 0: a for 0, z for 25, aa for 26.
func listLetter(_ index: Int) -> String {
  var letters: [UInt8] = []
  var rest = index
  repeat {
    letters.append(UInt8(ascii: "a") + UInt8(rest % 26))
    rest = rest / 26 - 1
  } while rest >= 0
  letters.reverse()
  return String(decoding: letters, as: UTF8.self)
}
