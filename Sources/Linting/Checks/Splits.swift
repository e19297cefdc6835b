import Requests
import SourceText

extension Check {
  /// A table cut by three columns or more at once.
  static let manySplits = Check("many-splits") { inspection in
    inspection.spots { run in
      guard run.columns.count >= 3 else { return nil }
      var spot = Spot(range: run.range, question: run.question)
      spot.insertions = [("columns", "\(run.columns.count)")]
      if run.columns.count < 5 { spot.outlook = .tip }
      return spot
    }
  }

  /// A table cut by a small place and by who the people are, at once.
  static let smallCells = Check("small-cells") { inspection in
    inspection.spots { run in
      guard run.columns.contains(.smallPlace), run.columns.contains(where: { $0.isOfPeople }) else {
        return nil
      }
      return Spot(range: run.range, question: run.question)
    }
  }
}

extension Check {
  /// A table cut by two columns or more, in a letter that names no form to send it in.
  static let tableFormat = Check("table-format") { inspection in
    let isNamed = inspection.reading.parts.contains { $0.kind == .header(.format) }
    let says = Vocabulary(inspection)
    guard !isNamed,
      !says.mentions(
        "csv excel spreadsheet spreadsheets xls xlsx ods electronic electronically pdf")
    else { return [] }
    return inspection.spots { run in
      run.columns.count >= 2 ? Spot(range: run.range, question: run.question) : nil
    }
  }
}

/// What a table may be cut by.
private enum Column: Hashable {
  case time, smallPlace, largePlace, offence, outcome, age, sex, ethnicity, religion, nationality
  case disability

  var isOfPeople: Bool {
    switch self {
    case .age, .sex, .ethnicity, .religion, .nationality, .disability: true
    case .time, .smallPlace, .largePlace, .offence, .outcome: false
    }
  }

  static let words: [(column: Column, words: WordSet)] = [
    (.time, WordSet("month months monthly week weekly day daily date year years quarter hour")),
    (
      .smallPlace,
      WordSet("ward wards street streets postcode postcodes village villages beat beats school")
    ),
    (
      .largePlace,
      WordSet("area areas district districts borough boroughs county division region station")
    ),
    (.offence, WordSet("offence offences crime type types category")),
    (.outcome, WordSet("outcome outcomes disposal disposals result")),
    (.age, WordSet("age ages")),
    (.sex, WordSet("sex gender")),
    (.ethnicity, WordSet("ethnicity race ethnic")),
    (.religion, WordSet("religion faith")),
    (.nationality, WordSet("nationality nationalities")),
    (.disability, WordSet("disability disabilities")),
  ]
}

/// "by month, ward, age and sex": the words from the first column to the last.
private struct ColumnRun {
  let range: ByteRange
  let question: String?
  /// Each once.
  let columns: [Column]
}

extension Inspection {
  fileprivate func spots(_ spot: (ColumnRun) -> Spot?) -> [Spot] {
    let openers = WordSet("by per breakdown split")
    let ends = WordSet("from between in during since")
    var spots: [Spot] = []
    for part in parts {
      let indices = part.tokens
      var i = indices.lowerBound
      while i < indices.upperBound {
        let isField = part.kind == .field(.splitBy)
        let isOpen =
          isField
          ? !words.tokens[i].traits.contains(.mark) : openers.contains(words.tokens[i].hash)
        let start = isField ? i : i + 1
        guard isOpen, let run = run(from: start, until: indices.upperBound, ends: ends) else {
          i += 1
          continue
        }
        let found = ColumnRun(
          range: words.bytes(of: run.tokens), question: part.question, columns: run.columns)
        if let spot = spot(found) { spots.append(spot) }
        i = run.tokens.upperBound
      }
    }
    return spots
  }

  /// The columns from a token on, with at most two other words between one and the next.
  private func run(from start: Int, until limit: Int, ends: WordSet)
    -> (tokens: Range<Int>, columns: [Column])?
  {
    var columns: [Column] = []
    var first: Int?
    var end = start
    var others = 0
    // What stands in brackets behind a column are its values.
    var bracketEnd = start
    for i in start..<max(start, limit) {
      let token = words.tokens[i]
      if i < bracketEnd { continue }
      if i > start, token.hash == Self.opening, let close = closing(after: i, before: limit) {
        bracketEnd = close
        continue
      }
      if i > start, token.traits.contains(.startsSentence) || ends.contains(token.hash) { break }
      if let named = Column.words.first(where: { $0.words.contains(token.hash) }) {
        if !columns.contains(named.column) { columns.append(named.column) }
        first = first ?? i
        end = i + 1
        others = 0
      } else if !token.traits.contains(.mark) {
        others += 1
        if others > 2 { break }
      }
    }
    return first.map { ($0..<end, columns) }
  }

  private static let opening = WordHash("(")
  private static let closing = WordHash(")")

  /// Where the bracket that opens at a token is closed, in the same sentence.
  private func closing(after open: Int, before limit: Int) -> Int? {
    for i in open + 1..<max(open + 1, limit) {
      if words.tokens[i].traits.contains(.startsSentence) { return nil }
      if words.tokens[i].hash == Self.closing { return i + 1 }
    }
    return nil
  }
}
