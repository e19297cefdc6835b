import Requests
import SourceText
import WorkingDays

extension Check {
  /// "2019/20" with neither the kind of year nor both dates beside it.
  ///
  /// Most authorities read it as a financial year without asking, so it is a tip; it comes back where a
  /// police force is asked, or crimes or arrests are counted by it.
  static let slashYear = Check("slash-year") { inspection in
    let mentions = inspection.periods
    let puzzles = mentions.filter { if case .ambiguous = $0.reading { true } else { false } }
    if puzzles.isEmpty { return [] }
    var settled: Set<String> = []
    for mention in mentions {
      if case .exact(let period) = mention.reading { settled.insert(period.dates) }
    }
    let says = Vocabulary(inspection)
    if says.mentions("financial calendar academic fiscal", before: "year years") {
      return []
    }
    let counts = says.mentions("arrests arrest crimes crime offences charges")
    var spots: [Spot] = []
    for mention in puzzles {
      guard case .ambiguous(let readings) = mention.reading,
        !readings.contains(where: { settled.contains($0.period.dates) }),
        !says.isBesideDocumentOrMoney(mention.range)
      else { continue }
      var spot = Spot(range: mention.range, question: inspection.question(at: mention.range))
      spot.insertions = [("readings", inspection.list(readings))]
      // "August 2022-2023" puzzles everybody; a year with a slash only those who count both ways.
      let isPlain = readings.contains { $0.name.hasPrefix("financial year") }
      if isPlain, inspection.addressee == nil, !counts { spot.outlook = .tip }
      let (range, lead) = inspection.words.leadIn(to: mention.range)
      for reading in readings where !reading.name.isEmpty {
        let dates = reading.period.dates
        spot.fixes.append(
          Fix(
            title: "\(dates) (\(reading.name))", safety: .review,
            edits: [Edit(range, lead + dates)]))
      }
      spots.append(spot)
    }
    return spots
  }
}

extension Inspection {
  /// The times that the parts mention.
  var periods: [PeriodMention] {
    var all: [PeriodMention] = []
    for part in parts {
      all += mentions(in: part)
    }
    return all
  }

  /// `1 April 2019 to 31 March 2020, or 1 January 2019 to 31 December 2020`
  func list(_ readings: [NamedPeriod]) -> String {
    var dates: [String] = []
    for reading in readings where dates.count < 2 {
      let text = reading.period.dates
      if !dates.contains(text) { dates.append(text) }
    }
    return dates.isEmpty ? "the first and the last day" : dates.joined(separator: ", or ")
  }

  /// The question of the part that holds the beginning of a range.
  func question(at range: ByteRange) -> String? {
    part(at: range.lowerBound)?.question
  }
}

/// The words of an inspection's parts, asked for by name.
struct Vocabulary {
  private let inspection: Inspection

  init(_ inspection: Inspection) { self.inspection = inspection }

  /// Whether any part has one of some words, directly before one of some others if these are given.
  func mentions(_ words: StaticString, before others: StaticString = "") -> Bool {
    let wanted = WordSet(words)
    let next = WordSet(others)
    let tokens = inspection.words.tokens
    for part in inspection.parts {
      let indices = part.tokens
      for i in indices where wanted.contains(tokens[i].hash) {
        if next.isEmpty || i + 1 < indices.upperBound && next.contains(tokens[i + 1].hash) {
          return true
        }
      }
    }
    return false
  }

  /// "your annual report 2019/20", "the 2019-20 budget": the years of a document or of money are no puzzle.
  func isBesideDocumentOrMoney(_ range: ByteRange) -> Bool {
    let words = WordSet(
      """
      report reports plan plans strategy review statement accounts budget budgets tax precept spend \
      spending spent expenditure cost costs edition bulletin season programme survey grant funding \
      contract
      """)
    let near = inspection.words.indices(in: range)
    let tokens = inspection.words.tokens
    let first = max(0, near.lowerBound - 4)
    let last = min(tokens.count, near.upperBound + 3)
    for i in first..<last where words.contains(tokens[i].hash) {
      // A sentence between them parts them.
      let between = i < near.lowerBound ? i + 1..<near.upperBound : near.upperBound..<i + 1
      if !between.contains(where: { tokens[$0].traits.contains(.startsSentence) }) { return true }
    }
    return false
  }
}
