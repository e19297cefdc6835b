import SourceText
import WorkingDays

/// The days that a letter names, and the time it gives.
///
/// A day on which the request was received is never taken for the date of the letter: many letters bear
/// none.
public struct ReplyDates: Sendable, Hashable {
  /// The date the letter bears.
  public internal(set) var dated: Day?
  /// The day on which the authority says it received the request.
  public internal(set) var received: Day?
  /// The day on which it says the request was clarified, which is when its time began again.
  public internal(set) var clarified: Day?
  /// The day it names: for its own answer, or in a clarification for yours.
  public internal(set) var named: Day?
  /// The time it gives you to answer a clarification, from the day of the letter.
  public internal(set) var allowance: Allowance?
  /// The time it gives you to ask for a review, from the day of the letter.
  public internal(set) var reviewAllowance: Allowance?

  public init() {}
}

/// A length of time as letters give it.
public struct Allowance: Sendable, Hashable {
  public enum Unit: Sendable, Hashable { case workingDays, days, weeks, months }

  public let count: Int
  public let unit: Unit

  public init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  /// `40 working days`
  public var text: String {
    let name =
      switch unit {
      case .workingDays: "working day"
      case .days: "day"
      case .weeks: "week"
      case .months: "month"
      }
    return "\(count) \(name)\(count == 1 ? "" : "s")"
  }
}

extension ReplyDates {
  /// - Parameter sent: the date of the e-mail that the letter came in, for one that bears none.
  init(_ outline: Outline, _ kind: Reply.Kind, sent: Day?) {
    let reader = DateReader(outline)
    dated = reader.dateOfLetter() ?? sent
    for (i, sentence) in outline.text.sentences.enumerated() {
      let part = outline.parts[sentence.paragraph]
      if part == .footer || part == .closing { continue }
      if clarified == nil || part == .opening, let found = outline.found(.replied, inSentence: i),
        let day = reader.day(near: found.tokens.upperBound)
      {
        clarified = day
      }
      if received == nil, !outline.shows(.lapses, inSentence: i) {
        received =
          outline.all(.requestReceived, inSentence: i).lazy
          .compactMap { reader.day(near: $0.upperBound) }.first
      }
      guard part == .letter else { continue }
      if let found = outline.found(.reviewWithin, inSentence: i) {
        if reviewAllowance == nil {
          reviewAllowance = reader.allowance(after: found.tokens.upperBound)
        }
        continue
      }
      switch kind {
      case .clarification:
        if allowance == nil {
          allowance = reader.allowanceForAnswer(
            in: sentence, isYours: outline.shows(.lapses, inSentence: i))
        }
        if named == nil, let found = reader.dayAfterBy(in: sentence, notBefore: dated ?? received),
          !(received.map { found <= $0 } ?? false),
          !outline.shows(.promises, inSentence: i) || outline.shows(.lapses, inSentence: i)
        {
          named = found
        }
      case .extension, .acknowledgement:
        if named == nil { named = reader.dayAfterBy(in: sentence, notBefore: dated ?? received) }
      default: break
      }
    }
  }
}

/// Finds dates near words.
private struct DateReader {
  let outline: Outline
  private var tokens: [Words.Token] { outline.text.words.tokens }
  private var bytes: [UInt8] { outline.text.bytes }

  init(_ outline: Outline) { self.outline = outline }

  private static let by: [WordHash] = [
    WordHash("by"), WordHash("before"), WordHash("until"), WordHash("than"),
  ]
  private static let within = [WordHash("within"), WordHash("in")]
  private static let filler: [WordHash] = [
    WordHash("on"), WordHash("the"), WordHash("by"), WordHash("of"), WordHash(":"),
    WordHash("dated"), WordHash("us"), WordHash("end"), WordHash("latest"), WordHash("at"),
  ]
  private static let answering: [WordHash] = [
    WordHash("clarification"), WordHash("clarify"), WordHash("reply"), WordHash("respond"),
    WordHash("response"), WordHash("hear"), WordHash("heard"), WordHash("received"),
    WordHash("confirm"), WordHash("answer"), WordHash("contact"), WordHash("know"),
  ]
  /// Words of sentences about the authority's own time, not the applicant's.
  private static let authoritys: [WordHash] = [
    WordHash("must"), WordHash("statutory"), WordHash("we"), WordHash("clock"),
    WordHash("promptly"), WordHash("our"), WordHash("law"), WordHash("act"),
  ]
  private static let date = WordHash("date")
  private static let us = WordHash("us")
  private static let dated = WordHash("dated")

  /// The date at or a word or two behind a token.
  func day(near token: Int) -> Day? { day(at: behindFiller(token))?.day }

  private func behindFiller(_ token: Int) -> Int {
    var first = token
    while first < min(token + 3, tokens.count), Self.filler.contains(tokens[first].hash) {
      first += 1
    }
    return first
  }

  /// The date that begins with a token, its weekday before it allowed, and the token behind it.
  ///
  /// The longest stretch of a few tokens that is a date and nothing else.
  private func day(at first: Int) -> (day: Day, end: Int)? {
    guard first < tokens.count else { return nil }
    var end = min(first + 8, tokens.count)
    while end > first {
      let range = tokens[first].range.lowerBound..<tokens[end - 1].range.upperBound
      if range.count <= 40 {
        let typed = Source(name: "date", text: bytes.unwrapped(range))
        if let day = try? Day.read(typed, typed.content) { return (day, end) }
      }
      end -= 1
    }
    return nil
  }

  /// The date at the head of the letter: a line of its own, or behind "Date:".
  func dateOfLetter() -> Day? {
    let paragraphs = outline.text.paragraphs
    for (i, paragraph) in paragraphs.prefix(12).enumerated() where outline.parts[i] == .letter {
      // Each line of a block at the head may be the date.
      var start = paragraph.range.lowerBound
      guard paragraph.range.count < 400 else { break }
      var isWrapped = false
      while start < paragraph.range.upperBound {
        let line = start..<min(bytes.lineEnd(from: start), paragraph.range.upperBound)
        let indices = outline.text.words.indices(in: line)
        if !isWrapped, let day = dateLine(indices) { return day }
        // Behind a line as long as prose a date is the end of its sentence.
        isWrapped = line.count > Self.longestAddressLine
        start = bytes.nextLine(after: start)
      }
    }
    return nil
  }

  private static let longestAddressLine = 40

  private func dateLine(_ indices: Range<Int>) -> Day? {
    guard var first = indices.first else { return nil }
    if tokens[first].hash == Self.date || tokens[first].hash == Self.dated {
      first += 1
      while first < indices.upperBound, Self.filler.contains(tokens[first].hash) { first += 1 }
    }
    guard let (day, end) = day(at: first) else { return nil }
    for token in tokens[min(end, indices.upperBound)..<indices.upperBound]
    where !token.traits.contains(.mark) {
      return nil
    }
    return day
  }

  /// The date behind "by", as in "by 19 March 2021" and "by 5pm on 19 March 2021".
  ///
  /// - Parameter start: the day of the letter, from which a date without a year is the next of its name.
  func dayAfterBy(in sentence: LetterText.Sentence, notBefore start: Day?) -> Day? {
    for i in sentence.tokens where Self.by.contains(tokens[i].hash) {
      // "received by us 6 May"
      if i + 1 < tokens.count, tokens[i + 1].hash == Self.us { continue }
      for token in [i + 1, behindTime(i + 1)] {
        if let day = day(near: token) { return day }
        if let start, let day = dayOfTheYear(near: token, notBefore: start) { return day }
      }
    }
    return nil
  }

  /// "1 July" or "Wednesday 1 July" as the first such day from a day on.
  private func dayOfTheYear(near token: Int, notBefore start: Day) -> Day? {
    let first = behindFiller(token)
    for last in [first + 1, first + 2] where last < tokens.count {
      let typed = bytes.unwrapped(tokens[first].range.lowerBound..<tokens[last].range.upperBound)
      for year in [start.year, start.year + 1] {
        if let day = try? Day.read("\(typed) \(year)"), day >= start { return day }
      }
    }
    return nil
  }

  private static let time = WordSet(
    "am pm noon midday midnight the close end of business play day : .")

  /// The token behind a time of day, if one begins with a token: "5pm", "17:00", "close of business".
  private func behindTime(_ token: Int) -> Int {
    var next = token
    while next < min(token + 5, tokens.count),
      tokens[next].traits.contains(.digitFirst) || Self.time.contains(tokens[next].hash)
    {
      next += 1
    }
    return next
  }

  /// The time that a clarification gives the applicant; the authority's own 20 days are none.
  ///
  /// - Parameter isYours: whether the sentence says what happens if the applicant does not answer.
  func allowanceForAnswer(in sentence: LetterText.Sentence, isYours: Bool) -> Allowance? {
    let words = tokens[sentence.tokens]
    guard words.contains(where: { Self.answering.contains($0.hash) }) else { return nil }
    for i in sentence.tokens where Self.within.contains(tokens[i].hash) {
      guard let allowance = allowance(after: i + 1) else { continue }
      let isAuthoritys =
        !isYours && allowance == Allowance(20, .workingDays)
        && words.contains { Self.authoritys.contains($0.hash) }
      if !isAuthoritys { return allowance }
    }
    return nil
  }

  private static let numbers: [WordHash] = [
    WordHash("one"), WordHash("two"), WordHash("three"), WordHash("four"), WordHash("five"),
    WordHash("six"), WordHash("seven"), WordHash("eight"), WordHash("nine"), WordHash("ten"),
  ]
  private static let working = WordHash("working")
  /// What may stand before "days" and "months" and changes nothing.
  private static let plain = [WordHash("calendar"), WordHash("clear"), WordHash("full")]
  private static let days = [WordHash("day"), WordHash("days")]
  private static let weeks = [WordHash("week"), WordHash("weeks")]
  private static let months = [WordHash("month"), WordHash("months")]

  /// "40 working days" or "two months", at a token.
  func allowance(after token: Int) -> Allowance? {
    guard token < tokens.count, let count = number(tokens[token]) else { return nil }
    var next = token + 1
    // "two (2) months", "forty (40) working days"
    while next < min(token + 4, tokens.count),
      tokens[next].traits.contains(.mark)
        || tokens[next].traits.contains(.digits)
    {
      next += 1
    }
    if next < tokens.count, Self.plain.contains(tokens[next].hash) { next += 1 }
    let isWorking = next < tokens.count && tokens[next].hash == Self.working
    if isWorking { next += 1 }
    guard next < tokens.count else { return nil }
    let unit = tokens[next].hash
    if Self.days.contains(unit) { return Allowance(count, isWorking ? .workingDays : .days) }
    if Self.weeks.contains(unit) { return Allowance(count, .weeks) }
    if Self.months.contains(unit) { return Allowance(count, .months) }
    return nil
  }

  private func number(_ token: Words.Token) -> Int? {
    if let named = Self.numbers.firstIndex(of: token.hash) { return named + 1 }
    guard token.traits.contains(.digits), token.range.count <= 3 else { return nil }
    return Int(String(decoding: bytes[token.range], as: UTF8.self))
  }
}
