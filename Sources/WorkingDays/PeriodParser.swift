extension TimeParser {
  /// A period said by its ends or by its year, with the words before and after that belong to it.
  mutating func said(_ list: inout YearList?) -> PeriodReading? {
    let isBare = bareYearMayStand
    let lead = self.lead()
    let qualifier = attempt { $0.qualifier() }
    let start = cursor
    guard let first = moment(shortYears: qualifier?.kind != nil) else { return nil }
    if let end = attempt({ $0.end(after: first, lead, qualifier?.kind) }) {
      guard isApart(from: start), peek() != .word(.hours) else { return nil }
      let kind = qualifier?.kind ?? (first.isYears && end.isYears ? suffixKind() : nil)
      endNotes()
      return range(first, end, kind, plural: qualifier?.plural ?? true)
    }
    guard lead != .between, isApart(from: start) else { return nil }
    if let reading = openEnd(after: first, qualifier?.kind) { return reading }
    let kind = qualifier?.kind ?? (first.isYears ? suffixKind() : nil)
    if let reading = open(lead, first, kind) { return reading }
    if case .year = first, qualifier == nil, kind == nil, !isBare, !isValue { return nil }
    if peek(0) == .word(.hours) || peek(0) == .word(.act) { return nil }
    list = YearList(kind: kind)
    return reading(first, kind)
  }

  /// What stands before a period and says how its ends are meant.
  enum Lead { case none, from, between, since, after, before, until }

  private mutating func lead() -> Lead {
    switch peek() {
    case .word(.from): cursor += 1; return .from
    case .word(.between): cursor += 1; return .between
    case .word(.since): cursor += 1; return .since
    case .word(.after): cursor += 1; return .after
    case .word(.before): cursor += 1; return .before
    case .word(.prior) where peek(1) == .word(.to): cursor += 2; return .before
    case .word(.until), .word(.up):
      return attempt { $0.untilWords() } == nil ? .none : .until
    default: return .none
    }
  }

  /// "until", "up to", "up until", "up to and including"
  private mutating func untilWords() -> Void? {
    let isUp = take(.up)
    guard take(.until) || isUp && take(.to) else { return nil }
    if take(.and), !take(.including) { return nil }
    return ()
  }

  /// "the financial year", "calendar years", "FY", or "the year" without a kind.
  private mutating func qualifier() -> (kind: YearKind?, plural: Bool)? {
    _ = take(.the)
    if take(.fy) {
      if case .unit(.year, let plural) = peek() {
        cursor += 1
        return (.financial, plural)
      }
      return (.financial, false)
    }
    let kind = yearKind()
    guard case .unit(.year, let plural) = self.peek() else { return nil }
    cursor += 1
    _ = take(.of)
    return (kind, plural)
  }

  mutating func yearKind() -> YearKind? {
    if take(.financial) { return .financial }
    if take(.calendar) { return .calendar }
    if take(.academic) { return .academic }
    return take(.tax) ? .tax : nil
  }

  /// The second end, if there is one: "to 31 March 2020", "- 31/03/2020", "and …" after "between".
  private mutating func end(after first: Moment, _ lead: Lead, _ kind: YearKind?) -> Moment? {
    if lead == .between {
      guard take(.and) else { return nil }
    } else if lead == .none || lead == .from || lead == .since {
      guard
        take(.hyphen) || take(.dash) || take(.to) || take(.through)
          || attempt({ $0.untilWords() }) != nil
      else { return nil }
    } else {
      return nil
    }
    if take(.and), !take(.including) { return nil }
    _ = attempt { $0.qualifier() }
    return moment(shortYears: kind != nil)
  }

  /// "to date", "to the present day", "onwards" after a first end.
  mutating func openEnd(after first: Moment, _ kind: YearKind?) -> PeriodReading? {
    guard let start = first.period(in: startKind(first, kind))?.first else { return nil }
    if attempt({ $0.upToTheRequest() }) != nil {
      guard let today, start <= today else { return .relative([]) }
      return .relative([NamedPeriod("until the day of the request", Period(start, today))])
    }
    return attempt { $0.toDate() } == nil ? nil : .open(start: start, end: nil)
  }

  /// A lead whose other end is missing: "since 2015", "before March 2020", "from 1 April 2019".
  private func open(_ lead: Lead, _ moment: Moment, _ kind: YearKind?) -> PeriodReading? {
    guard let period = moment.period(in: startKind(moment, kind)) else { return nil }
    // "from 2018-2020" has both its ends already.
    if lead == .from, case .years = moment { return nil }
    return switch lead {
    case .none, .between: nil
    case .from, .since: .open(start: period.first, end: nil)
    case .after: .open(start: period.last + 1, end: nil)
    case .before: .open(start: nil, end: period.first - 1)
    case .until: .open(start: nil, end: period.last)
    }
  }

  private func startKind(_ moment: Moment, _ kind: YearKind?) -> YearKind {
    if case .years(let first, let last) = moment, last == first + 1 { return kind ?? .financial }
    return kind ?? .calendar
  }

  /// "2019/20 financial year", "2019/20 (financial year)", "2019/20 (April to March)"
  mutating func suffixKind() -> YearKind? {
    attempt { parser in
      let isBracketed = parser.take(.open)
      guard let kind = parser.suffixWords(), !isBracketed || parser.take(.close) else { return nil }
      return kind
    }
  }

  private mutating func suffixWords() -> YearKind? {
    if take(.fy) { return .financial }
    if case .month(let first) = peek(),
      peek(1) == .word(.to) || peek(1) == .hyphen || peek(1) == .dash,
      case .month(let last) = peek(2)
    {
      cursor += 3
      switch (first, last) {
      case (4, 3): return .financial
      case (1, 12): return .calendar
      case (9, 8): return .academic
      default: return nil
      }
    }
    guard let kind = yearKind(), case .unit(.year, _) = self.peek() else { return nil }
    cursor += 1
    return kind
  }

  /// ", both dates included", "inclusive", "(inclusive)" after a range.
  private mutating func endNotes() {
    _ = attempt { parser -> Void? in
      let isBracketed = parser.take(.open)
      if !isBracketed { _ = parser.take(.comma) }
      if parser.take(.both) { _ = parser.take(.dates) }
      guard parser.take(.inclusive), !isBracketed || parser.take(.close) else { return nil }
      return ()
    }
  }

  /// Whether a plain year may be one here: after "in", or at the head of a list in brackets.
  private var bareYearMayStand: Bool {
    switch peek(-1) {
    case .word(.in): true
    case .open:
      // A year alone in brackets is that of a book or a judgment.
      if case .number(_, digits: 4) = peek(2) {
        peek(1) == .comma || peek(1) == .word(.and)
      } else {
        false
      }
    default: false
    }
  }

  /// Whether what was read since a token is a thing of its own, not a piece of a longer number or reference.
  func isApart(from start: Int) -> Bool {
    let isNumber = if case .number = tokens[start].kind { true } else { false }
    if isNumber, tokens[start].glued, start > 0 {
      switch tokens[start - 1].kind {
      case .dash, .word(.fy): break
      default: return false
      }
    }
    if isNumber, start > 0, case .number(_, let digits) = tokens[start - 1].kind, digits > 2 {
      return false
    }
    guard isGlued(0), isGlued(1), case .number = peek(1) else { return true }
    return ![.slash, .hyphen, .dot].contains(peek())
  }
}
