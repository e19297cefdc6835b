import Documents
import SourceText
import WorkingDays

/// One of the product's own tables, each cell known by its column's name.
struct DataTable {
  struct Row {
    fileprivate let csv: CSV
    fileprivate let cells: [CSV.Cell]
    fileprivate let columns: [String: Int]

    private func cell(_ column: String) -> CSV.Cell? { columns[column].map { cells[$0] } }

    /// The text of a cell; empty when the table does not have the column.
    subscript(column: String) -> String { cell(column)?.text ?? "" }

    /// The parts of a cell between upright strokes.
    func list(_ column: String) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).map {
        String(decoding: Array($0), as: UTF8.self)
      }
    }

    /// An error at a cell.
    func error(_ message: String, at column: String, remedy: String? = nil) -> Diagnostics {
      csv.source.error(message, at: (cell(column) ?? cells[0]).range, remedy: remedy)
    }

    /// A cell that holds one of a closed set of words.
    func value<Value: RawRepresentable<String> & CaseIterable>(
      _ column: String, as type: Value.Type = Value.self
    ) throws(Diagnostics) -> Value {
      try value(self[column], column)
    }

    /// A cell that holds several of a closed set of words.
    func values<Value: RawRepresentable<String> & CaseIterable>(
      _ column: String, as type: Value.Type = Value.self
    ) throws(Diagnostics) -> [Value] {
      var values: [Value] = []
      for word in list(column) { values.append(try value(word, column)) }
      return values
    }

    private func value<Value: RawRepresentable<String> & CaseIterable>(
      _ word: String, _ column: String
    ) throws(Diagnostics) -> Value {
      if let value = Value(rawValue: word) { return value }
      let allowed = Value.allCases.map { $0.rawValue }.joined(separator: ", ")
      throw error("unknown \(column) \"\(word)\"", at: column, remedy: "write one of \(allowed)")
    }

    /// A day, written as `2017-04-03`; nil when the cell is empty.
    func day(_ column: String) throws(Diagnostics) -> Day? {
      if self[column].isEmpty { return nil }
      if let day = Day(iso: self[column]) { return day }
      throw error("\"\(self[column])\" is not a day", at: column, remedy: "write it as 2017-04-03")
    }

    func number(_ column: String) throws(Diagnostics) -> Int {
      if let number = Int(self[column]) { return number }
      throw error("\"\(self[column])\" is not a number", at: column)
    }
  }

  let rows: [Row]

  /// Reads a table.
  ///
  /// - Throws: when the text is no table, or lacks one of the columns.
  init(_ source: Source, columns: [String]) throws(Diagnostics) {
    let csv = try CSV(source, delimiter: .comma)
    for column in columns { _ = try csv.column(column) }
    var places: [String: Int] = [:]
    for (i, cell) in csv.header.enumerated() { places[cell.text] = i }
    rows = csv.rows.map { Row(csv: csv, cells: $0, columns: places) }
  }
}
