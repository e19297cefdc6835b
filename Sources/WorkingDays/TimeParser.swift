import SourceText

/// Walks over the tokens of a text and reads the dates and periods in it.
///
/// A method that finds nothing may leave the cursor anywhere; ``attempt(_:)`` puts it back. Nothing looks further than
/// a dozen tokens ahead, so that a text is read in linear time.
struct TimeParser {
  let tokens: [TimeToken]
  let today: Day?
  /// Whether the text is the value of a field, where a year needs no "in" before it.
  let isValue: Bool
  var cursor = 0

  init(
    _ bytes: [UInt8], _ range: ByteRange, knowing words: (all: Words, first: Int)? = nil,
    today: Day?, isValue: Bool = false
  ) {
    tokens = TimeLexer.tokens(of: bytes, in: range, knowing: words)
    self.today = today
    self.isValue = isValue
  }

  /// The kind of a token from the cursor on; `other` past either end.
  func peek(_ offset: Int = 0) -> TimeToken.Kind {
    let i = cursor + offset
    return i >= 0 && i < tokens.count ? tokens[i].kind : .other
  }

  /// Whether a token from the cursor on touches the one before it.
  func isGlued(_ offset: Int) -> Bool {
    tokens.indices.contains(cursor + offset) && tokens[cursor + offset].glued
  }

  mutating func take(_ wanted: Word) -> Bool {
    guard case .word(let word) = peek(), word == wanted else { return false }
    cursor += 1
    return true
  }

  mutating func take(_ wanted: TimeToken.Kind) -> Bool {
    guard peek() == wanted, cursor < tokens.count else { return false }
    cursor += 1
    return true
  }

  /// The result of a reading, with the cursor put back when there is none.
  mutating func attempt<T>(_ read: (inout Self) -> T?) -> T? {
    let start = cursor
    let result = read(&self)
    if result == nil { cursor = start }
    return result
  }
}

// MARK: - Days, months, years

extension TimeParser {
  /// One moment; in the company of a kind of year ("financial year 19/20") years may have two digits.
  mutating func moment(shortYears: Bool = false) -> Moment? {
    attempt { $0.date() }
      ?? attempt { $0.quarter(shortYears) }
      ?? attempt { $0.monthFirst() }
      ?? attempt { $0.years(shortYears) }
      ?? attempt { $0.dayNumber() }
  }

  /// `Tuesday, 5th of January 2021`, `January 5, 2021`, `5/1/21`, `2021-01-05`, and what lacks its year.
  private mutating func date() -> Moment? {
    var weekday: Weekday?
    if case .weekday(let named) = peek() {
      weekday = named
      cursor += 1
      _ = take(.comma)
    }
    _ = take(.the)
    guard
      let moment = numericDate() ?? attempt({ $0.dayFirst() }) ?? attempt({ $0.dayAfterMonth() })
    else { return nil }
    if let weekday, case .day(let day) = moment, day.weekday != weekday {
      return .impossible(
        "\(day.text) is a \(day.weekday.name), not a \(weekday.name)", remedy: nil)
    }
    return moment
  }

  private mutating func numericDate() -> Moment? {
    guard case .number(let a, let aDigits) = peek(), case .number(let b, let bDigits) = peek(2),
      case .number(let c, let cDigits) = peek(4), peek(1) == peek(3), bDigits <= 2,
      isGlued(1), isGlued(2), isGlued(3), isGlued(4)
    else { return nil }
    let separator = peek(1)
    guard separator == .hyphen || separator == .slash || separator == .dot else { return nil }
    let moment: Moment
    if aDigits == 4, bDigits == 2, cDigits == 2, separator == .hyphen, isYear(a) {
      moment = .day(c, b, a)
    } else if aDigits <= 2, cDigits == 4, isYear(c) {
      moment = .day(a, b, c)
    } else if aDigits <= 2, cDigits == 2, separator == .slash {
      moment = .day(a, b, fullYear(c))
      // Three small numbers may be anything when they make no date.
      guard case .day = moment else { return nil }
    } else {
      return nil
    }
    cursor += 5
    return moment
  }

  /// `5 January 2021`, `5th of January`, `5 January`
  private mutating func dayFirst() -> Moment? {
    guard let day = dayOfMonth() else { return nil }
    _ = take(.of)
    guard case .month(let month) = peek() else { return nil }
    cursor += 1
    let year = attempt { parser -> Int? in
      _ = parser.take(.comma)
      return parser.year()
    }
    guard let year = year ?? shortYear() else { return .dayOfMonth(day, month: month) }
    return .day(day, month, year)
  }

  /// `January 5, 2021`, `January 5th`
  private mutating func dayAfterMonth() -> Moment? {
    guard case .month(let month) = peek() else { return nil }
    cursor += 1
    _ = take(.the)
    guard let day = dayOfMonth() else { return nil }
    let year = attempt { parser -> Int? in
      _ = parser.take(.comma)
      return parser.year()
    }
    guard let year else { return .dayOfMonth(day, month: month) }
    return .day(day, month, year)
  }

  private mutating func dayNumber() -> Moment? {
    dayOfMonth().map { .dayOfMonth($0, month: nil) }
  }

  /// `March 2020`, `March`, `August 2022-2023`
  private mutating func monthFirst() -> Moment? {
    guard case .month(let month) = peek() else { return nil }
    cursor += 1
    let year = attempt { parser -> Moment? in
      if !parser.take(.comma) { _ = parser.take(.of) }
      return parser.years(false)
    }
    return switch year {
    case .years(let first, let last): .monthOfYears(month, first, last)
    case .year(let year): .month(month, year: year)
    default: .month(month, year: nil)
    }
  }

  /// `Q1 2021`, `Q1 of 2020/21`, `quarter 1, 2021`, `first quarter of 2021`, `2021 Q1`, `Q1`
  private mutating func quarter(_ shortYears: Bool) -> Moment? {
    let before = attempt { $0.years(shortYears) }
    var number: Int
    switch (peek(), peek(1)) {
    case (.quarter(let quarter), _):
      number = quarter
      cursor += 1
    case (.unit(.quarter, false), .number(let quarter, digits: 1)):
      number = quarter
      cursor += 2
    case (.ordinal(let quarter), .unit(.quarter, false)):
      number = quarter
      cursor += 2
    default: return nil
    }
    guard (1...4).contains(number) else { return nil }
    let year =
      before
      ?? attempt { parser in
        if !parser.take(.comma) { _ = parser.take(.of) }
        _ = parser.take(.fy)
        return parser.years(shortYears)
      }
    return switch year {
    case .years(let first, _): .quarter(number, year: first, ofPair: true)
    case .year(let year): .quarter(number, year: year, ofPair: false)
    default: .quarter(number, year: nil, ofPair: false)
    }
  }

  /// `2020`, `2019/20`, `2019-2020`; and `19/20`, `20` where short years are allowed.
  private mutating func years(_ short: Bool) -> Moment? {
    guard case .number(let number, let digits) = peek() else { return nil }
    let first: Int
    if digits == 4, isYear(number) {
      first = number
    } else if short, digits == 2 {
      first = fullYear(number)
    } else {
      return nil
    }
    cursor += 1
    return secondYear(after: first).map { .years(first, $0) } ?? .year(first)
  }

  /// `/20`, `-2020`, `– 2020`
  private mutating func secondYear(after first: Int) -> Int? {
    guard case .number(let number, let digits) = peek(1), digits == 2 || digits == 4 else {
      return nil
    }
    if case .month = peek(2) { return nil }
    let next = first + 1
    switch peek() {
    case .slash:
      // Other numbers behind a slash are references ("2019/412"), months or anything else.
      guard number == (digits == 4 ? next : next % 100) else { return nil }
    case .hyphen, .dash:
      if digits == 4 {
        guard isYear(number), number > first else { return nil }
      } else {
        // "2009-12" may be December 2009.
        let isPlain = number == next % 100 || number > 12 && number > first % 100
        guard isPlain, isGlued(0) || isYearsOnly, isGlued(1) || isYearsOnly else { return nil }
      }
    default: return nil
    }
    cursor += 2
    return digits == 4 ? number : number == next % 100 ? next : first / 100 * 100 + number
  }

  private var isYearsOnly: Bool { isValue && tokens.count == 3 }

  private mutating func dayOfMonth() -> Int? {
    switch peek() {
    case .number(let day, let digits) where digits <= 2 && (1...31).contains(day):
      cursor += 1
      return day
    case .ordinal(let day):
      cursor += 1
      return day
    default: return nil
    }
  }

  private mutating func year() -> Int? {
    guard case .number(let year, digits: 4) = peek(), isYear(year) else { return nil }
    cursor += 1
    return year
  }

  /// `21` after "5 January", in a field only: in running text it may count something else.
  private mutating func shortYear() -> Int? {
    guard isValue, case .number(let year, digits: 2) = peek() else { return nil }
    cursor += 1
    return fullYear(year)
  }

  private func isYear(_ number: Int) -> Bool { (1900...2099).contains(number) }

  /// Two digits as a year from 1970 to 2069.
  func fullYear(_ digits: Int) -> Int { digits < 70 ? 2000 + digits : 1900 + digits }
}
