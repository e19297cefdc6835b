import Documents
import Requests
import SourceText
import WorkingDays

/// The table that a batch is kept in: a row for each letter, which people open in a spreadsheet.
///
/// The program fills in what follows from the plan; days, references and notes are the user's. What the user
/// entered is never changed, and so are the order of the rows, columns of the user's own, and the way the
/// spreadsheet saved the file.
public struct Ledger: Sendable {
  /// The columns of the program, in the order of a new ledger. Others may stand between them.
  public enum Column: Int, Sendable, Hashable, CaseIterable {
    /// The id.
    case authority
    case name, law, version, wave, sendOn, letter, link, status, sent
    /// The day the authority gave for its answer, which goes before the one counted here.
    case theirDate
    case due, answered, reference, reminded
    /// Whether the answer can stand beside the others.
    case comparable
    case note

    /// As the header line has it.
    public var title: String {
      switch self {
      case .authority: "authority"
      case .name: "name"
      case .law: "law"
      case .version: "version"
      case .wave: "wave"
      case .sendOn: "send on"
      case .letter: "letter"
      case .link: "link"
      case .status: "status"
      case .sent: "sent"
      case .theirDate: "their date"
      case .due: "due"
      case .answered: "answered"
      case .reference: "reference"
      case .reminded: "reminded"
      case .comparable: "comparable"
      case .note: "note"
      }
    }
  }

  public private(set) var rows: [Row] = []
  /// What could not be made out, such as a date that may be two days. The cells are left as they are.
  public private(set) var notes: [Diagnostic] = []
  private var header: [String]
  /// Where each column stands.
  private var places: [Int]
  private var style: CSV.Style
  private var hasMark: Bool
  /// The rows of each authority, in the order of the table.
  private var rowsOfAuthority: [String: [Int]] = [:]

  /// A ledger without rows, as Excel opens it without being asked: with a byte-order mark and CRLF.
  public init() {
    header = Column.allCases.map { $0.title }
    places = Array(header.indices)
    style = CSV.Style(endsLinesWithCRLF: true)
    hasMark = true
  }

  /// Reads a ledger, whatever a spreadsheet or a person made of it.
  ///
  /// - Throws: what leaves it unclear which letter a row is about: a missing column or version, a letter
  ///   that has two rows.
  public init(_ source: Source) throws(Diagnostics) {
    let table = try CSV(source)
    _ = try table.column(Column.authority.title)
    header = table.header.map { $0.text }
    places = []
    for column in Column.allCases {
      if let place = table.optionalColumn(column.title) {
        places.append(place)
      } else {
        places.append(header.count)
        header.append(column.title)
      }
    }
    let endsWithCRLF = source.bytes[at: source.bytes.lineEnd(from: 0)] == .carriageReturn
    style = CSV.Style(delimiter: table.delimiter, endsLinesWithCRLF: endsWithCRLF)
    hasMark = source.contentStart > 0
    var problems: [Diagnostic] = []
    for cells in table.rows {
      let padding = Array(repeating: "", count: header.count - cells.count)
      let row = Row(cells: cells.map { $0.text } + padding, places: places)
      // A spreadsheet may leave rows of nothing but delimiters.
      if row.cells.allSatisfy({ $0.isEmpty }) { continue }
      let authority = places[0]
      func refuse(_ message: String, at column: Column, remedy: String) {
        let place = places[column.rawValue]
        let cell = cells.indices.contains(place) ? cells[place] : cells[authority]
        problems.append(
          Diagnostic(message, at: .init(source, cell.range), remedy: remedy))
      }
      if row.authority.isEmpty {
        refuse(
          "this row names no authority", at: .authority, remedy: "write its id, or take the row out"
        )
        continue
      }
      guard row.version > 0 else {
        refuse(
          "\"\(row[.version])\" is no version", at: .version,
          remedy: "write the number of the version this authority has: 1")
        continue
      }
      guard self.row(row.authority, version: row.version) == nil else {
        refuse(
          "\(row.authority) has two rows for version \(row.version)", at: .authority,
          remedy: "leave one of them")
        continue
      }
      for column in Column.allCases where column.isDay {
        let place = places[column.rawValue]
        guard cells.indices.contains(place), case .unclear(let why, let remedy) = row.day(column)
        else { continue }
        notes.append(
          Diagnostic(
            why, severity: .warning, at: .init(source, cells[place].range), remedy: remedy))
      }
      append(row)
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }
}

extension Ledger.Column {
  var isDay: Bool {
    switch self {
    case .sendOn, .sent, .theirDate, .answered, .reminded: true
    default: false
    }
  }
}

// MARK: - Rows

extension Ledger {
  /// The number of the row of a letter; nil when there is none.
  public func row(_ authority: String, version: Int) -> Int? {
    rowsOfAuthority[authority]?.first { rows[$0].version == version }
  }

  /// The rows of an authority, the oldest version first.
  public func rows(of authority: String) -> [Row] {
    (rowsOfAuthority[authority] ?? []).map { rows[$0] }.sorted { $0.version < $1.version }
  }

  /// The newest version that has a row; 0 when there is none.
  public var newestVersion: Int { rows.reduce(0) { max($0, $1.version) } }

  /// Adds a row for a letter. Text from outside is kept from running as a formula.
  ///
  /// - Returns: its number.
  @discardableResult
  public mutating func add(_ authority: String, version: Int) -> Int {
    if let row = row(authority, version: version) { return row }
    var row = Row(cells: Array(repeating: "", count: header.count), places: places)
    row.set(.authority, authority)
    row.set(.version, "\(version)")
    append(row)
    return rows.count - 1
  }

  private mutating func append(_ row: Row) {
    rowsOfAuthority[row.authority, default: []].append(rows.count)
    rows.append(row)
  }

  /// Puts a value of the program's own into a cell; the id of an authority stays.
  public mutating func set(_ column: Column, ofRow row: Int, to text: String) {
    rows[row].set(column, text)
  }

  /// The file as it goes to disk.
  public var bytes: [UInt8] {
    let text = CSV.text([header] + rows.map { $0.cells }, style: style)
    return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }
}
