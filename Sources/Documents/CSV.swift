import SourceText

/// A table read from comma-separated values (RFC 4180): a header line, and rows as long as it.
///
/// Columns are asked for by name once, then rows are read by number:
///
/// ```swift
/// let name = try table.column("name")
/// for row in table.rows { print(row[name].text) }
/// ```
public struct CSV: Sendable {
  public struct Cell: Sendable, Hashable {
    public let text: String
    /// Where it stands, with its quotes.
    public let range: ByteRange
  }

  public enum Delimiter: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    /// What spreadsheets write where the comma is the decimal sign.
    case semicolon = 0x3B
    case tab = 0x09
  }

  public let source: Source
  public let header: [Cell]
  /// Every row has as many cells as the header.
  public let rows: [[Cell]]
  public let delimiter: Delimiter

  /// The number of the column with a name, capitals and small letters alike; nil when there is none.
  public func optionalColumn(_ name: String) -> Int? {
    header.firstIndex { Self.isSame($0.text, name) }
  }

  /// The number of the column with a name, capitals and small letters alike.
  ///
  /// - Throws: an error at the header line that says which columns there are.
  public func column(_ name: String) throws(Diagnostics) -> Int {
    if let column = optionalColumn(name) { return column }
    var names: [String] = []
    for cell in header { names.append(cell.text) }
    let line = header.first.map { $0.range.lowerBound..<(header.last ?? $0).range.upperBound }
    var remedy = "the columns are: \(names.joined(separator: ", "))"
    if let near = nearestName(to: name, among: names) {
      remedy = "rename the column \"\(near)\", if that is what it holds"
    }
    throw source.error("there is no column \"\(name)\"", at: line ?? 0..<0, remedy: remedy)
  }

  /// An error about a cell, ready to throw.
  package func error(_ message: String, at cell: Cell, remedy: String? = nil) -> Diagnostics {
    source.error(message, at: cell.range, remedy: remedy)
  }

  /// Whether two names are those of one column.
  package static func isSame(_ a: String, _ b: String) -> Bool { a.lowercased() == b.lowercased() }
}

extension CSV {
  /// Reads a table.
  ///
  /// Cells are kept as typed, blanks included; names of columns lose the blanks around them. Line breaks
  /// may be of any kind, blank lines between rows do not count, and quotes in the middle of a cell that
  /// does not begin with one are text, as spreadsheets read them.
  ///
  /// - Parameter delimiter: nil takes the one that stands most often in the header line.
  /// - Throws: everything that is wrong: quotes that never close, rows of another length than the
  ///   header, columns of one name.
  public init(_ source: Source, delimiter: Delimiter? = nil) throws(Diagnostics) {
    var reader = CSVReader(source: source, delimiter: delimiter)
    guard let header = reader.readRow() else {
      throw Diagnostics(
        "\(source.name) is empty", remedy: "a table begins with a line of column names")
    }
    self.source = source
    self.delimiter = reader.delimiter
    self.header = reader.names(header)
    var rows: [[Cell]] = []
    while let row = reader.readRow() {
      if reader.check(row, against: header) { rows.append(row) }
    }
    guard reader.errors.isEmpty else { throw Diagnostics(reader.errors) }
    self.rows = rows
  }
}

private struct CSVReader {
  let source: Source
  let bytes: [UInt8]
  let delimiter: CSV.Delimiter
  var offset: Int
  var errors: [Diagnostic] = []

  init(source: Source, delimiter: CSV.Delimiter?) {
    self.source = source
    bytes = source.bytes
    offset = source.contentStart
    self.delimiter = delimiter ?? Self.detect(source)
  }

  private static let quote = UInt8(ascii: "\"")

  private static func detect(_ source: Source) -> CSV.Delimiter {
    let line = source.bytes.trimmed(source.content).lowerBound
    var counts = [Int](repeating: 0, count: CSV.Delimiter.allCases.count)
    var isQuoted = false
    // A quote opens a cell at its beginning only; inside one a pair of them is one that closes nothing.
    var mayOpen = true
    for byte in source.bytes[line..<source.bytes.lineEnd(from: line)] {
      if byte == quote, isQuoted || mayOpen {
        isQuoted.toggle()
        mayOpen = true
        continue
      }
      mayOpen = CSV.Delimiter(rawValue: byte) != nil
      guard !isQuoted else { continue }
      for (i, delimiter) in CSV.Delimiter.allCases.enumerated() where byte == delimiter.rawValue {
        counts[i] += 1
      }
    }
    var best = 0
    for i in counts.indices where counts[i] > counts[best] { best = i }
    return CSV.Delimiter.allCases[best]
  }

  /// The next row that is not a blank line; nil at the end of the text.
  mutating func readRow() -> [CSV.Cell]? {
    while bytes[at: offset]?.isLineBreak == true { offset += 1 }
    guard offset < bytes.count else { return nil }
    var row = [readCell()]
    while bytes[at: offset] == delimiter.rawValue {
      offset += 1
      row.append(readCell())
    }
    return row
  }

  private mutating func readCell() -> CSV.Cell {
    let start = offset
    if bytes[at: offset] == Self.quote { return readQuotedCell() }
    skipToEndOfCell()
    let text = bytes.withUnsafeBufferPointer { bytes in
      String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    }
    return CSV.Cell(text: text, range: start..<offset)
  }

  private mutating func readQuotedCell() -> CSV.Cell {
    let start = offset
    var text: [UInt8] = []
    offset += 1
    while true {
      let piece = offset
      while let byte = bytes[at: offset], byte != Self.quote { offset += 1 }
      text += bytes[piece..<offset]
      guard offset < bytes.count else {
        report(
          "this quotation mark is never closed", at: start..<start + 1,
          remedy: "end the cell with \"")
        break
      }
      offset += 1
      guard bytes[at: offset] == Self.quote else { break }
      text.append(Self.quote)
      offset += 1
    }
    let end = offset
    skipToEndOfCell()
    if offset > end {
      report(
        "there is text behind the closing quotation mark", at: end..<offset,
        remedy: "write a quotation mark inside a quoted cell as two")
    }
    return CSV.Cell(text: String(decoding: text, as: UTF8.self), range: start..<offset)
  }

  private mutating func skipToEndOfCell() {
    let delimiter = self.delimiter.rawValue
    var end = offset
    while end < bytes.count, bytes[end] != delimiter, !bytes[end].isLineBreak { end += 1 }
    offset = end
  }

  // MARK: Checks

  /// The header's cells as names, each of them only once.
  mutating func names(_ header: [CSV.Cell]) -> [CSV.Cell] {
    var names: [CSV.Cell] = []
    var seen: [String: ByteRange] = [:]
    for cell in header {
      let bytes = Array(cell.text.utf8)
      let name = String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
      if let first = seen.updateValue(cell.range, forKey: name.lowercased()), !name.isEmpty {
        report(
          "two columns are called \"\(name)\"", at: cell.range, remedy: "rename one of them",
          notes: [.init("the first is here", at: .init(source, first))])
      }
      names.append(CSV.Cell(text: name, range: cell.range))
    }
    return names
  }

  mutating func check(_ row: [CSV.Cell], against header: [CSV.Cell]) -> Bool {
    guard row.count != header.count, let first = row.first, let last = row.last else { return true }
    let extra = row.count > header.count ? row[header.count] : first
    report(
      "this row has \(row.count) \(row.count == 1 ? "cell" : "cells"), but the header has \(header.count)",
      at: extra.range.lowerBound..<last.range.upperBound,
      remedy: row.count > header.count
        ? "put a cell that holds a delimiter in double quotes"
        : "write the missing cells, empty if need be")
    return false
  }

  private mutating func report(
    _ message: String, at range: ByteRange, remedy: String, notes: [Diagnostic.Note] = []
  ) {
    errors.append(Diagnostic(message, at: .init(source, range), remedy: remedy, notes: notes))
  }
}
