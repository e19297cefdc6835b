import Documents
import Replies
import Requests
import SourceText
import WorkingDays

/// The table that the answers of a batch are gathered in: a row for each authority, two columns for each figure, its
/// value and its status.
///
/// Cells that are filled stay as they are, whoever filled them; so do columns of the user's own.
public struct AnswerSheet: Sendable {
  /// What an authority gave in place of a figure, or beside it.
  public enum Status: Sendable, Hashable {
    case number
    case fewerThanFive
    /// Another small number that is not told, in the letter's words: "fewer than 10".
    case words(String)
    case noMarker
    /// With the section relied on, as in `31(1)(a)`.
    case withheld(section: String)
    case neitherConfirmedNorDenied
    case overTheLimit
    case notComparable

    public var text: String {
      switch self {
      case .number: "number"
      case .fewerThanFive: "fewer than five"
      case .words(let text): text
      case .noMarker: "no marker"
      case .withheld(let section): "withheld, section \(section)"
      case .neitherConfirmedNorDenied: "neither confirmed nor denied"
      case .overTheLimit: "over the limit"
      case .notComparable: "not comparable"
      }
    }
  }

  /// A figure that the request asks for.
  public struct Figure: Sendable, Hashable {
    /// The label of its question.
    public let question: String
    /// As its column is headed: `1, section 8 (recorded crimes)`.
    public let title: String
  }

  /// A cell that a letter filled.
  public struct Filling: Sendable, Hashable {
    public let authority: String
    public let figure: String
    public let text: String
    public let letter: String
  }

  public let figures: [Figure]
  private var header: [String]
  private var rows: [[String]]
  private var places: [String: Int] = [:]
  private var rowOfAuthority: [String: Int] = [:]
  private let style: CSV.Style
  private let hasMark: Bool

  private static let fixed = ["authority", "name", "version", "marker", "extracted on"]

  /// - Parameter old: the sheet as it is; nil for a new one.
  /// - Throws: when the old one cannot be read as a table with a column for authorities.
  public init(for request: Request, old: Source?) throws(Diagnostics) {
    figures = Self.figures(of: request)
    if let old {
      let table = try CSV(old)
      _ = try table.column("authority")
      header = table.header.map { $0.text }
      rows = table.rows.map { row in row.map { $0.text } }
      style = CSV.Style(delimiter: table.delimiter, endsLinesWithCRLF: true)
      hasMark = old.contentStart > 0
    } else {
      header = []
      rows = []
      style = CSV.Style(endsLinesWithCRLF: true)
      hasMark = true
    }
    for title in Self.fixed + figures.flatMap({ [$0.title, "\($0.title) status"] }) {
      // Whoever saved it may have written "Authority".
      let place = header.firstIndex { CSV.isSame($0, title) }
      if place == nil { header.append(title) }
      places[title] = place ?? header.count - 1
    }
    for i in rows.indices {
      while rows[i].count < header.count { rows[i].append("") }
      rowOfAuthority[rows[i][places["authority"] ?? 0].withoutGuard] = i
    }
  }

  /// A column for each offence of a question that names several, else one for the question.
  private static func figures(of request: Request) -> [Figure] {
    var figures: [Figure] = []
    for question in request.questions {
      let asksForNumbers =
        !question[.answer].isEmpty || !question[.offences].isEmpty
        || !question[.outcome].isEmpty || !question[.flag].isEmpty
      guard asksForNumbers else { continue }
      let unit = question[.unit].first.map { " (\($0))" } ?? ""
      var provisions: [String] = []
      for line in question[.offences] {
        guard let (act, word, numbers) = line.provisions else {
          provisions.append(line)
          continue
        }
        let needsAct = question[.offences].count > 1
        for number in numbers {
          provisions.append("\(word) \(number)" + (needsAct ? " \(act)" : ""))
        }
      }
      if provisions.count > 1 {
        for provision in provisions {
          figures.append(
            Figure(question: question.label, title: "\(question.label), \(provision)\(unit)"))
        }
      } else {
        figures.append(Figure(question: question.label, title: "\(question.label)\(unit)"))
      }
    }
    return figures
  }
}

// MARK: - Rows

extension AnswerSheet {
  /// Puts an authority down, if it is not there yet.
  public mutating func add(_ authority: String, name: String, version: Int) {
    guard rowOfAuthority[authority] == nil else { return }
    rowOfAuthority[authority] = rows.count
    rows.append(Array(repeating: "", count: header.count))
    fill(authority, "authority", authority)
    fill(authority, "name", name)
    fill(authority, "version", "\(version)")
  }

  /// Fills the empty cells that a reply has figures or refusals for.
  ///
  /// - Parameter letter: the name of the file, to be shown beside what it filled.
  public mutating func take(_ reply: Reply, from authority: String, letter: String) -> [Filling] {
    var fillings: [Filling] = []
    var labels: [String] = []
    for figure in figures where !labels.contains(figure.question) { labels.append(figure.question) }
    for label in labels {
      let columns = figures.filter { $0.question == label }
      let given = reply.figures.filter { $0.question == label && $0.of == nil }
      let refusal =
        reply.exemptions.first { $0.questions.contains(label) }
        ?? reply.exemptions.first { $0.questions.isEmpty && given.isEmpty }
      for (i, column) in columns.enumerated() {
        var status: Status?
        let own = columns.count > 1 ? column.row(in: reply.source) : nil
        if let text = own ?? (given.count == columns.count ? given[i].text : nil) {
          status = !text.isSmall ? .number : text.isBelowFive ? .fewerThanFive : .words(text)
          let value = text.isSmall ? "" : text
          if fill(authority, column.title, value) {
            fillings.append(
              .init(authority: authority, figure: column.title, text: value, letter: letter))
          }
        } else if let refusal {
          status =
            refusal.neitherConfirmsNorDenies
            ? .neitherConfirmedNorDenied
            : refusal.isCostLimit ? .overTheLimit : .withheld(section: refusal.section)
        }
        if let status, fill(authority, "\(column.title) status", status.text) {
          fillings.append(
            .init(
              authority: authority, figure: "\(column.title) status", text: status.text,
              letter: letter))
        }
      }
    }
    return fillings
  }

  /// - Returns: whether the cell was empty and now is not.
  @discardableResult
  private mutating func fill(_ authority: String, _ column: String, _ text: String) -> Bool {
    guard let row = rowOfAuthority[authority], let place = places[column],
      rows[row][place].trimmed.isEmpty, !text.isEmpty
    else { return false }
    rows[row][place] = text.guardedFormula
    return true
  }

  private func cell(_ authority: String, _ column: String) -> String {
    guard let row = rowOfAuthority[authority], let place = places[column] else { return "" }
    return rows[row][place].trimmed
  }

  /// What is still missing, and what was refused, a line an authority.
  public func report(for authorities: [(id: String, name: String)]) -> [String] {
    var lines: [String] = []
    for (id, name) in authorities {
      var missing: [String] = []
      var refused: [String] = []
      for figure in figures {
        let status = cell(id, "\(figure.title) status")
        if cell(id, figure.title).isEmpty, status.isEmpty {
          missing.append(figure.title)
        } else if !status.isEmpty, status != Status.number.text {
          refused.append("\(figure.title): \(status)")
        }
      }
      if missing.count == figures.count {
        lines.append("\(name): nothing yet")
        continue
      }
      if !missing.isEmpty { lines.append("\(name): missing \(missing.joined(separator: "; "))") }
      if !refused.isEmpty { lines.append("\(name): \(refused.joined(separator: "; "))") }
    }
    return lines
  }

  /// The file as it goes to disk.
  public var bytes: [UInt8] {
    let text = CSV.text([header] + rows, style: style)
    return (hasMark ? [0xEF, 0xBB, 0xBF] : []) + Array(text.utf8)
  }
}

extension AnswerSheet.Figure {
  /// What stands behind the offence on a line of the letter: the 12 of "Section 8: 12".
  fileprivate func row(in letter: Source) -> String? {
    guard let comma = title.utf8.firstIndex(of: UInt8(ascii: ",")) else { return nil }
    let offence = title[title.utf8.index(after: comma)...].prefix { $0 != "(" }
    let wanted = Words(Array(offence.utf8)).tokens.map { $0.hash }
    var start = letter.contentStart
    while start < letter.bytes.count {
      let line = letter.bytes.trimmed(start..<letter.bytes.lineEnd(from: start))
      start = letter.bytes.nextLine(after: start)
      guard line.count < 200 else { continue }
      let tokens = Words(letter.bytes, in: line).tokens
      guard tokens.count > wanted.count, tokens.count <= wanted.count + 5,
        tokens.prefix(wanted.count).map({ $0.hash }) == wanted
      else { continue }
      let rest = tokens[wanted.count...].drop {
        $0.traits.contains(.mark) && $0.hash != Self.below
      }
      guard let first = rest.first, let last = rest.last else { continue }
      let text = letter[first.range.lowerBound..<last.range.upperBound]
      if first.traits.contains(.digitFirst) && rest.count == 1 || text.isSmall { return text }
    }
    return nil
  }

  private static let below = WordHash("<")
}

extension String {
  /// "fewer than 5", "less than five", "under 5", "<5"
  fileprivate var isSmall: Bool {
    let text = lowercased()
    return text.hasPrefix("fewer") || text.hasPrefix("less") || text.hasPrefix("under")
      || text.hasPrefix("<")
  }

  /// Whether the number in it is five.
  fileprivate var isBelowFive: Bool {
    split { !$0.isLetter && !$0.isNumber }.contains { $0 == "5" || $0.lowercased() == "five" }
  }
}
