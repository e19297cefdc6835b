import SourceText

/// A word, number or mark that can be part of a date or period.
///
/// Everything else in a text is `other`, and neighbours of that kind are one token, so that a long text
/// without dates costs one pass and almost no memory.
struct TimeToken {
  enum Kind: Equatable {
    case number(Int, digits: Int)
    /// `5th`, `first`
    case ordinal(Int)
    /// `three`
    case count(Int)
    case month(Int)
    case weekday(Weekday)
    /// `Q1`
    case quarter(Int)
    case unit(Unit, plural: Bool)
    case word(Word)
    case hyphen, dash, slash, dot, comma, open, close
    case other
  }

  let kind: Kind
  let range: ByteRange
  /// Whether it touches a letter, a digit or a mark such as `/` before it.
  let glued: Bool
}

extension TimeToken.Kind {
  /// Whether it is one of those without which nothing is a period.
  var isAnchor: Bool {
    switch self {
    case .number, .ordinal, .month, .weekday, .quarter, .unit: true
    case .word(.now), .word(.date), .word(.present), .word(.today), .word(.onwards), .word(.future),
      .word(.forward), .word(.henceforth), .word(.records):
      true
    default: false
    }
  }
}

/// A length of time that people count in.
enum Unit: Int { case day, week, month, quarter, year, decade }

/// A word that has a part in saying a period.
enum Word: CaseIterable {
  case financial, fy, calendar, academic, tax
  case last, recent, current, next, most, few, complete, so, far
  case from, between, to, until, up, through, and, including, of, since, after, before, prior
  case onwards, on, now, date, present, today, the, ending, beginning
  case `in`, going, forward, future, henceforth
  case both, dates, inclusive, period, records, began, request, you, hours, act

  /// The ways of writing it, small letters, a blank between.
  var spellings: StaticString {
    switch self {
    case .financial: "financial fiscal"
    case .fy: "fy"
    case .calendar: "calendar"
    case .academic: "academic school"
    case .tax: "tax"
    case .last: "last past previous preceding latest"
    case .recent: "recent"
    case .current: "current this"
    case .next: "next coming"
    case .most: "most"
    case .few: "few several"
    case .complete: "complete completed full whole entire"
    case .so: "so"
    case .far: "far"
    case .from: "from"
    case .between: "between"
    case .to: "to"
    case .until: "until till"
    case .up: "up"
    case .through: "through thru"
    case .and: "and"
    case .including: "including"
    case .of: "of"
    case .since: "since"
    case .after: "after"
    case .before: "before"
    case .prior: "prior"
    case .onwards: "onwards onward"
    case .on: "on"
    case .now: "now"
    case .date: "date"
    case .present: "present"
    case .today: "today"
    case .the: "the"
    case .ending: "ending ended end ends"
    case .beginning: "beginning starting commencing"
    case .in: "in during for throughout within"
    case .going: "going"
    case .forward: "forward forwards"
    case .future: "future"
    case .henceforth: "henceforth"
    case .both: "both"
    case .dates: "dates"
    case .inclusive: "inclusive included incl"
    case .period: "period"
    case .records: "records recording"
    case .began: "began begin started"
    case .request: "request letter receipt received receive"
    case .you: "you"
    case .hours: "hours hrs"
    case .act: "act"
    }
  }
}

/// What words mean here. The words of ordinary text are not in it.
struct TimeVocabulary: Sendable {
  private let words: WordSet
  /// By the numbers of the words.
  private let kinds: [TimeToken.Kind]

  static let all = TimeVocabulary()

  func kind(of word: WordHash) -> TimeToken.Kind? { words.number(of: word).map { kinds[$0] } }

  private init() {
    var words: [WordHash] = []
    var kinds: [TimeToken.Kind] = []
    func add(_ spellings: StaticString, _ kind: (Int) -> TimeToken.Kind) {
      let first = words.count
      words.addWords(of: spellings)
      for i in first..<words.count { kinds.append(kind(i - first)) }
    }
    for word in Word.allCases { add(word.spellings) { _ in .word(word) } }
    add("january february march april may june july august september october november december") {
      .month($0 + 1)
    }
    add("jan feb mar apr may jun jul aug sep oct nov dec") { .month($0 + 1) }
    add("sept") { _ in .month(9) }
    add("monday tuesday wednesday thursday friday saturday sunday") {
      .weekday(Weekday.allCases[$0])
    }
    add("mon tue wed thu fri sat sun") { .weekday(Weekday.allCases[$0]) }
    add("one two three four five six seven eight nine ten eleven twelve") { .count($0 + 1) }
    add("first second third fourth") { .ordinal($0 + 1) }
    // By number: the WebAssembly optimiser takes wrong elements from a list of cases.
    add("day week month quarter year decade") {
      .unit(Unit(rawValue: $0) ?? .day, plural: false)
    }
    add("days weeks months quarters years decades") {
      .unit(Unit(rawValue: $0) ?? .day, plural: true)
    }
    add("yr") { _ in .unit(.year, plural: false) }
    add("yrs") { _ in .unit(.year, plural: true) }
    self.words = WordSet(words)
    self.kinds = kinds
  }
}
