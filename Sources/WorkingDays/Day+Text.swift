/// How days are written.
extension Day: CustomStringConvertible {
  /// `2021-01-05`
  public var iso: String {
    let year = "\(self.year)"
    let zeros = String(repeating: "0", count: 4 - year.utf8.count)
    return "\(zeros)\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// `5 January 2021`
  public var text: String { "\(textWithoutYear) \(year)" }

  /// `Tuesday 5 January 2021`
  public var textWithWeekday: String { "\(weekday.name) \(text)" }

  /// `5 January`
  package var textWithoutYear: String { "\(day) \(monthName(month))" }

  public var description: String { iso }

  /// A day from its ISO form and nothing else, as data files and JSON have it: `2021-01-05`.
  ///
  /// What people write is read by ``read(_:_:)``.
  public init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]),
      let day = decimal(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// The English name of a month, 1 to 12.
func monthName(_ month: Int) -> String {
  let names = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  return names.indices.contains(month - 1) ? names[month - 1] : ""
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// A number of at most nine digits; nil when a byte is no digit or there is none.
private func decimal(_ bytes: ArraySlice<UInt8>) -> Int? {
  var value = 0
  for byte in bytes {
    guard (0x30...0x39).contains(byte), value < 100_000_000 else { return nil }
    value = value * 10 + Int(byte - 0x30)
  }
  return bytes.isEmpty ? nil : value
}

extension Day {
  /// `January 2021`
  package var monthAndYear: String { "\(monthName(month)) \(year)" }
}
