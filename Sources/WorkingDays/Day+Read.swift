import SourceText

extension Day {
  /// Reads a day as British people write it.
  ///
  /// `5 January 2021`, `Tuesday 5th Jan 2021`, `January 5, 2021`, `05/01/2021` and `5/1/21` (always day/month/year),
  /// `2021-01-05`. Two digits are a year from 1970 to 2069.
  ///
  /// - Throws: when it is no day, such as 31/02/2020, when something is missing, or when it could be
  ///   two days, such as 20-05-21.
  public static func read(_ source: Source, _ range: ByteRange) throws(Diagnostics) -> Day {
    let range = source.bytes.trimmed(range)
    if range.isEmpty {
      throw source.error("there is no date", at: range, remedy: "write it as 5 January 2021")
    }
    var parser = TimeParser(source.bytes, range, today: nil, isValue: true)
    let moment = parser.moment()
    let isWhole = parser.cursor == parser.tokens.count
    let typed = source[range]
    switch moment {
    case .day(let day) where isWhole: return day
    case .impossible(let message, let remedy) where isWhole:
      throw source.error(message, at: range, remedy: remedy)
    case .dayOfMonth(let day, let month?) where isWhole:
      throw source.error(
        "\"\(typed)\" has no year", at: range,
        remedy: "write the year too, as in \(day) \(monthName(month)) 2021")
    case .month where isWhole, .year where isWhole, .years where isWhole:
      throw source.error(
        "\"\(typed)\" is not one day", at: range, remedy: "write the day too, as in 5 January 2021")
    default:
      let meanings = parser.shortHyphenDates()
      throw source.error(
        meanings.isEmpty ? "\"\(typed)\" is not a date" : "\"\(typed)\" can be more than one day",
        at: range,
        remedy: meanings.isEmpty
          ? "write it as 5 January 2021, 05/01/2021 or 2021-01-05"
          : "write \(meanings.joined(separator: " or "))")
    }
  }

  /// Reads a day from a text of its own, such as a command line's option; see ``read(_:_:)``.
  ///
  /// - Parameter name: what the text is called in messages.
  public static func read(_ text: String, as name: String = "date") throws(Diagnostics) -> Day {
    let source = Source(name: name, text: text)
    return try read(source, source.content)
  }
}

extension TimeParser {
  /// What `20-05-21` can be: the year may stand at either end.
  fileprivate func shortHyphenDates() -> [String] {
    guard tokens.count == 5, tokens[1].kind == .hyphen, tokens[3].kind == .hyphen,
      case .number(let a, 1...2) = tokens[0].kind, case .number(let b, 1...2) = tokens[2].kind,
      case .number(let c, 1...2) = tokens[4].kind
    else { return [] }
    var meanings: [String] = []
    for (year, day) in [(c, a), (a, c)] {
      guard let day = Day(year: fullYear(year), month: b, day: day), !meanings.contains(day.text)
      else { continue }
      meanings.append(day.text)
    }
    return meanings
  }
}
