import SourceText

/// The periods mentioned in a stretch of running text, in the order of the text.
///
/// Reads the ways in which people write periods in British letters; dates of figures are day/month/year. What
/// only looks like a year, such as a case number (27/2020), a telephone number, an Act or an address on
/// the web, is left alone. Linear time; text without dates costs little more than looking at its bytes.
///
/// - Parameter today: the day on which the text is read, for "last year"; without it relative times are
///   reported without readings.
public func periodMentions(in bytes: [UInt8], range: ByteRange, today: Day?) -> [PeriodMention] {
  var parser = TimeParser(bytes, range, today: today)
  return parser.mentions()
}

/// The same for a text whose words have been read already.
///
/// - Parameter first: the first word of the range.
package func periodMentions(
  in bytes: [UInt8], range: ByteRange, words: Words, first: Int, today: Day?
) -> [PeriodMention] {
  var parser = TimeParser(bytes, range, knowing: (words, first), today: today)
  return parser.mentions()
}

extension TimeParser {
  mutating func mentions() -> [PeriodMention] {
    var mentions: [PeriodMention] = []
    var list: YearList?
    var anchor = 0
    while cursor < tokens.count {
      if list == nil {
        anchor = max(anchor, cursor)
        while anchor < tokens.count, !tokens[anchor].kind.isAnchor { anchor += 1 }
        if anchor == tokens.count { break }
        cursor = max(cursor, anchor - Self.longestLead)
      }
      if list == nil, !mayBegin {
        cursor += 1
        continue
      }
      let start = cursor
      if var reading = attempt({ $0.listItem(of: list) }) ?? attempt({ $0.mention(&list) }) {
        if let exact = attempt({ $0.explanation(of: reading) }) { reading = exact }
        let first = itemStart(start)
        mentions.append(
          PeriodMention(
            tokens[first].range.lowerBound..<tokens[cursor - 1].range.upperBound, reading))
      } else {
        list = nil
        cursor = start + 1
      }
    }
    return mentions
  }

  /// How many tokens may stand before the first without which there is no period: "up to and including the current
  /// financial year".
  private static let longestLead = 12

  /// An enumeration of years that the cursor may stand in: "2018, 2019 and 2020".
  struct YearList {
    let kind: YearKind?
  }

  /// A further year after a comma or "and", which needs no "in" of its own.
  private mutating func listItem(of list: YearList?) -> PeriodReading? {
    guard let list else { return nil }
    let comma = take(.comma)
    let and = take(.and)
    guard comma || and else { return nil }
    let start = cursor
    guard let moment = moment(shortYears: list.kind != nil), moment.isYears, isApart(from: start)
    else { return nil }
    return openEnd(after: moment, list.kind) ?? reading(moment, suffixKind() ?? list.kind)
  }

  /// The same period said again in full: "2019/20 (1 April 2019 to 31 March 2020)", "last year, January to
  /// December 2020".
  private mutating func explanation(of reading: PeriodReading) -> PeriodReading? {
    let isBracketed = take(.open)
    guard isBracketed || take(.comma) else { return nil }
    var list: YearList?
    guard case .exact(let period) = said(&list) else { return nil }
    if isBracketed, !take(.close) { return nil }
    if case .relative = reading { return .exact(period) }
    for meant in reading.readings where meant.period == period { return .exact(period) }
    return nil
  }

  /// The first token of what was read: the comma or "and" before a list item is no part of it.
  private func itemStart(_ start: Int) -> Int {
    var first = start
    while first < cursor - 1, [.comma, .word(.and)].contains(tokens[first].kind) { first += 1 }
    return first
  }

  private mutating func mention(_ list: inout YearList?) -> PeriodReading? {
    list = nil
    guard mayBegin else { return nil }
    if let reading = attempt({ $0.loosePhrase() }) { return reading }
    if let reading = attempt({ $0.relative() }) { return reading }
    if let reading = attempt({ $0.yearsEnding() }) { return reading }
    return attempt { $0.said(&list) }
  }

  /// Whether a period may begin here; no more than a look, since most words of a text are no part of one.
  private var mayBegin: Bool {
    switch (peek(), peek(1)) {
    case (.number, _), (.word(.henceforth), _): true
    case (.word(.and), _), (.word(.of), _), (.word(.on), _), (.word(.so), _), (.word(.you), _):
      false
    case (.word, .other), (.unit, .other), (.count, .other): false
    case (.word, _), (.unit, _), (.count, _), (.ordinal, _), (.month, _): true
    case (.weekday, _), (.quarter, _): true
    default: false
    }
  }
}
