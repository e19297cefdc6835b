import SourceText

/// One of the product's own tables, each cell known by its column's name.
struct DataTable {
  struct Cell {
    let text: String
    let range: ByteRange
  }

  struct Row {
    fileprivate let source: Source
    fileprivate let cells: [Cell]
    fileprivate let columns: [String: Int]

    private func cell(_ column: String) -> Cell? {
      guard let i = columns[column], i < cells.count else { return nil }
      return cells[i]
    }

    /// The text of a cell; empty when the table or the row does not have it.
    subscript(column: String) -> String { cell(column)?.text ?? "" }

    /// The parts of a cell between upright strokes.
    func list(_ column: String) -> [String] {
      self[column].utf8.split(separator: UInt8(ascii: "|")).map {
        String(decoding: Array($0), as: UTF8.self)
      }
    }

    /// An error at a cell.
    func error(_ message: String, at column: String, remedy: String? = nil) -> Diagnostics {
      source.error(message, at: cell(column)?.range ?? source.content, remedy: remedy)
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

    /// A day, as `2017-04-03`; nil when the cell is empty.
    func day(_ column: String) throws(Diagnostics) -> String? {
      self[column].isEmpty ? nil : self[column]
    }

    func number(_ column: String) throws(Diagnostics) -> Int {
      if let number = Int(self[column]) { return number }
      throw error("\"\(self[column])\" is not a number", at: column)
    }
  }

  let rows: [Row]

  /// Reads a table whose first line names its columns.
  ///
  /// - Throws: when the text is no table, or lacks one of the columns.
  init(_ source: Source, columns: [String]) throws(Diagnostics) {
    let records = Self.parse(source)
    var places: [String: Int] = [:]
    for (i, cell) in (records.first ?? []).enumerated() { places[cell.text] = i }
    for column in columns where places[column] == nil {
      let head = source.content.lowerBound..<source.bytes.lineEnd(from: source.contentStart)
      throw source.error(
        "no column \"\(column)\"", at: head,
        remedy: didYouMean(column, among: (records.first ?? []).map { $0.text }))
    }
    rows = records.dropFirst().map { Row(source: source, cells: $0, columns: places) }
  }

  private static func parse(_ source: Source) -> [[Cell]] {
    var records: [[Cell]] = []
    var record: [Cell] = []
    var cell: [UInt8] = []
    var quoted = false
    let bytes = source.bytes
    var i = source.contentStart
    var start = i
    func end() {
      record.append(Cell(text: String(decoding: cell, as: UTF8.self), range: start..<i))
      cell = []
      start = i + 1
    }
    while i < bytes.count {
      let b = bytes[i]
      if quoted {
        if b == 0x22, bytes[at: i + 1] == 0x22 {
          cell.append(b)
          i += 1
        } else if b == 0x22 {
          quoted = false
        } else {
          cell.append(b)
        }
      } else if b == 0x22 {
        quoted = true
      } else if b == 0x2C {
        end()
      } else if b == 0x0A {
        end()
        records.append(record)
        record = []
      } else {
        cell.append(b)
      }
      i += 1
    }
    return records
  }
}
