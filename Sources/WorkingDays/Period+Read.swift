import SourceText

extension Period {
  /// Reads the whole value of a field such as `Dates:` as one period.
  ///
  /// Plain years are calendar years, since the reader is shown the dates understood. A relative time is
  /// worked out from today's date. Two ways of saying one period may stand together: "2019/20 (1 April
  /// 2019 to 31 March 2020)".
  ///
  /// - Parameter today: the day on which the value is read, for "the last complete financial year".
  /// - Throws: when it can mean several periods (the remedy lists them), has an open end, ends before it
  ///   begins, names a day that does not exist, or holds words that are no date.
  public static func read(_ source: Source, _ range: ByteRange, today: Day?) throws(Diagnostics)
    -> Period
  {
    let range = source.bytes.trimmed(range)
    let remedy = "write the first and the last day, as in 1 April 2019 to 31 March 2020"
    guard !range.isEmpty else {
      throw source.error("there are no dates", at: range, remedy: remedy)
    }
    var parser = TimeParser(source.bytes, range, today: today, isValue: true)
    let mentions = parser.mentions()
    guard let first = mentions.first else {
      throw source.error("\"\(source[range])\" holds no dates", at: range, remedy: remedy)
    }
    for mention in mentions {
      if case .impossible(let message, let remedy) = mention.reading {
        throw source.error(message, at: mention.range, remedy: remedy)
      }
    }
    if let rest = parser.wordsBeside(mentions, source.bytes, range) {
      throw source.error(
        "cannot read \"\(source[rest])\" as part of the dates", at: rest, remedy: remedy)
    }
    if mentions.count > 1 {
      if let whole = chain(of: mentions) { return whole }
      throw source.error(
        "there is more than one period", at: mentions[1].range,
        remedy: "write one period here, and another under the question it is for")
    }
    if let period = first.reading.plain { return period }
    throw source.error(
      first.reading.complaint(about: source[first.range]), at: first.range,
      remedy: first.reading.remedy(today: today) ?? remedy)
  }

  /// Periods that follow one another without a gap, as one.
  private static func chain(of mentions: [PeriodMention]) -> Period? {
    var whole: Period?
    for mention in mentions {
      guard let period = mention.reading.plain else { return nil }
      guard let before = whole else {
        whole = period
        continue
      }
      guard before.last + 1 == period.first else { return nil }
      whole = Period(before.first, period.last)
    }
    return whole
  }
}

extension PeriodReading {
  /// The period it means to someone who is shown the dates afterwards.
  fileprivate var plain: Period? {
    if case .years(let readings) = self { return readings.first?.period }
    return period
  }

  fileprivate func complaint(about text: String) -> String {
    switch self {
    case .open(start: .some, _): "\"\(text)\" has no last day"
    case .open(start: nil, end: .some): "\"\(text)\" has no first day"
    case .open: "\"\(text)\" has no first and no last day"
    case .future: "\"\(text)\" is still to come, and nothing is held about it yet"
    case .relative(let readings) where readings.isEmpty:
      "\"\(text)\" depends on the day it is read"
    default: "\"\(text)\" can mean more than one period"
    }
  }

  fileprivate func remedy(today: Day?) -> String? {
    if case .open(start: let start?, end: nil) = self, let today,
      let period = Period(first: start, last: today)
    {
      return "write \(period.dates)"
    }
    var dates: [String] = []
    for reading in readings { dates.append(reading.period.dates) }
    guard let last = dates.popLast() else { return nil }
    return dates.isEmpty ? "write \(last)" : "write \(dates.joined(separator: ", ")), or \(last)"
  }
}

extension TimeParser {
  /// The first words of a value that are neither part of a mention nor mere filling ("for the period").
  fileprivate func wordsBeside(
    _ mentions: [PeriodMention], _ bytes: [UInt8], _ range: ByteRange
  ) -> ByteRange? {
    var ahead = mentions[...]
    for token in tokens {
      let start = token.range.lowerBound
      while let mention = ahead.first, mention.range.upperBound <= start { ahead.removeFirst() }
      let end = ahead.first?.range.lowerBound ?? range.upperBound
      if start < end, !token.isFilling { return bytes.trimmed(start..<end) }
    }
    return nil
  }
}

extension TimeToken {
  fileprivate var isFilling: Bool {
    switch kind {
    case .comma, .dot, .open, .close: true
    case .word(let word):
      switch word {
      case .in, .the, .period, .and, .both, .dates, .inclusive, .date, .of: true
      default: false
      }
    default: false
    }
  }
}
