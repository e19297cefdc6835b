/// Names by number, so that a look-up compares two integers.
struct Names: Sendable {
  private(set) var all: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a name, given to it now if it has none.
  mutating func number(for name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = all.count
    all.append(name)
    return all.count - 1
  }

  func number(of name: String) -> Int? { numbers[name] }

  subscript(number: Int) -> String { all[number] }
}
