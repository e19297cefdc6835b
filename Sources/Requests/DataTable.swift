import Documents
import SourceText
import WorkingDays

/// One of the product's own tables, each cell known by its column's name.
final class DataTable {
  struct Row {
    fileprivate let table: DataTable
    fileprivate let cells: [CSV.Cell]

    private func cell(_ column: String) -> CSV.Cell? { table.place(of: column).map { cells[$0] } }

    /// The text of a cell; empty when the table does not have the column.
    subscript(column: String) -> String { cell(column)?.text ?? "" }

    /// The parts of a cell between upright strokes.
    func list(_ column: String) -> [String] {
      var text = self[column]
      return text.withUTF8 { bytes in
        var parts: [String] = []
        var start = 0
        for i in 0...bytes.count where i == bytes.count || bytes[i] == UInt8(ascii: "|") {
          if start < i {
            let part = UnsafeBufferPointer(rebasing: bytes[start..<i])
            parts.append(String(decoding: part, as: UTF8.self))
          }
          start = i + 1
        }
        return parts
      }
    }

    /// An error at a cell.
    func error(_ message: String, at column: String, remedy: String? = nil) -> Diagnostics {
      table.csv.source.error(message, at: (cell(column) ?? cells[0]).range, remedy: remedy)
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

  private let csv: CSV
  private let columns: [String]
  /// Behind the column that was asked for last: most readers ask for one after the other.
  private var next = 0

  var rows: [Row] { csv.rows.map { Row(table: self, cells: $0) } }

  /// Reads a table.
  ///
  /// - Throws: when the text is no table, or lacks one of the columns.
  init(_ source: Source, columns: [String]) throws(Diagnostics) {
    csv = try CSV(source, delimiter: .comma)
    self.columns = csv.header.map { $0.text }
    for column in columns { _ = try csv.column(column) }
  }

  private func place(of column: String) -> Int? {
    for step in 0..<columns.count {
      let place = next + step < columns.count ? next + step : next + step - columns.count
      guard columns[place] == column else { continue }
      next = place + 1
      return place
    }
    return nil
  }
}
