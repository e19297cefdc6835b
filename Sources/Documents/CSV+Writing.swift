import SourceText

extension CSV {
  /// How a table is written.
  public struct Style: Sendable {
    public var delimiter: Delimiter
    /// Ends lines as RFC 4180 and spreadsheets on Windows do.
    public var endsLinesWithCRLF: Bool
    /// Keeps a spreadsheet from running a cell as a formula.
    ///
    /// A cell that begins with `=`, `+`, `-`, `@`, a tab or a line break gets an apostrophe before it. For
    /// files that people open and that hold other people's words; a table that is read back goes without.
    public var guardsFormulas: Bool

    public init(
      delimiter: Delimiter = .comma, endsLinesWithCRLF: Bool = false, guardsFormulas: Bool = false
    ) {
      self.delimiter = delimiter
      self.endsLinesWithCRLF = endsLinesWithCRLF
      self.guardsFormulas = guardsFormulas
    }
  }

  /// Rows as text, the header first; a cell stands in quotes when it must.
  public static func text(_ rows: [[String]], style: Style = Style()) -> String {
    var out: [UInt8] = []
    for (line, row) in rows.enumerated() {
      for (i, cell) in row.enumerated() {
        if i > 0 { out.append(style.delimiter.rawValue) }
        append(Array(cell.utf8), alone: row.count == 1, isHeader: line == 0, style, to: &out)
      }
      if style.endsLinesWithCRLF { out.append(.carriageReturn) }
      out.append(.newline)
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// - Parameters:
  ///   - alone: an empty cell alone on its line would be a blank line, which readers pass over.
  ///   - isHeader: the header shows which delimiter there is, so that no other stands bare in it.
  private static func append(
    _ cell: [UInt8], alone: Bool, isHeader: Bool, _ style: Style, to out: inout [UInt8]
  ) {
    var cell = cell
    if style.guardsFormulas, let first = cell.first, first.beginsFormula {
      cell.insert(UInt8(ascii: "'"), at: 0)
    }
    let quote = UInt8(ascii: "\"")
    var needsQuotes = alone && cell.isEmpty
    if let first = cell.first, let last = cell.last { needsQuotes = first.isBlank || last.isBlank }
    // At the start of a file it would be taken for the byte-order mark.
    if cell.starts(with: [0xEF, 0xBB, 0xBF]) { needsQuotes = true }
    for byte in cell {
      let parts = isHeader ? Delimiter(rawValue: byte) != nil : byte == style.delimiter.rawValue
      if byte == quote || parts || byte.isLineBreak { needsQuotes = true }
    }
    guard needsQuotes else {
      out += cell
      return
    }
    out.append(quote)
    for byte in cell {
      if byte == quote { out.append(quote) }
      out.append(byte)
    }
    out.append(quote)
  }
}

extension UInt8 {
  fileprivate var beginsFormula: Bool {
    switch self {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    case .tab, .carriageReturn, .newline: true
    default: false
    }
  }
}
