import Requests
import SourceText
import WorkingDays

extension Ledger {
  /// One letter: to whom, which version of the questions, and what became of it.
  public struct Row: Sendable {
    fileprivate(set) var cells: [String]
    private let places: [Int]

    init(cells: [String], places: [Int]) {
      self.cells = cells
      self.places = places
    }

    /// A cell as it stands.
    public subscript(column: Column) -> String { cells[places[column.rawValue]] }

    public var authority: String { self[.authority].withoutGuard }

    /// An empty cell is the first version; 0 stands for what is no number.
    public var version: Int {
      let text = self[.version].trimmed
      return text.isEmpty ? 1 : Int(text) ?? 0
    }

    /// What a day column holds.
    public func day(_ column: Column) -> EnteredDay { EnteredDay(self[column]) }

    /// Whether the letter went out, on whatever day.
    public var isSent: Bool { day(.sent) != .none }

    public var isAnswered: Bool { day(.answered) != .none }

    public var wave: Wave? { Wave(self[.wave].trimmed) }

    public var status: Status { Status(self[.status].trimmed) }

    mutating func set(_ column: Column, _ text: String) {
      cells[places[column.rawValue]] = text.guardedFormula
    }
  }

  /// When a letter goes out: before the others, to see what comes back, or with so many on a day.
  public enum Wave: Sendable, Hashable, Comparable {
    case pilot
    /// From 1.
    case number(Int)

    public init?(_ text: String) {
      if text.lowercased() == "pilot" {
        self = .pilot
      } else if let number = Int(text), number > 0 {
        self = .number(number)
      } else {
        return nil
      }
    }

    public var text: String {
      switch self {
      case .pilot: "pilot"
      case .number(let number): "\(number)"
      }
    }
  }

  /// How far a letter has come. A word that is none of the program's is the user's and stays.
  public enum Status: Sendable, Hashable {
    /// A decision is open, so there is no letter yet.
    case decide
    case toSend
    case waiting
    case overdue
    case answered
    /// Its row of the user's table makes no letter.
    case leftOut
    case own(String)

    public init(_ text: String) {
      switch text.lowercased() {
      case "decide": self = .decide
      case "to send", "": self = .toSend
      case "waiting": self = .waiting
      case "overdue": self = .overdue
      case "answered": self = .answered
      case "left out": self = .leftOut
      default: self = .own(text)
      }
    }

    public var text: String {
      switch self {
      case .decide: "decide"
      case .toSend: "to send"
      case .waiting: "waiting"
      case .overdue: "overdue"
      case .answered: "answered"
      case .leftOut: "left out"
      case .own(let text): text
      }
    }

    /// Whether the authority asked what is meant, and waits for a reply of its own.
    public var asksForClarification: Bool { isOwn("clarif") }

    public var isRefusal: Bool { isOwn("refus") }

    /// Whether nothing more is to go to this authority.
    public var isOver: Bool { isOwn("withdraw") || isOwn("skip") }

    private func isOwn(_ beginning: String) -> Bool {
      guard case .own(let text) = self else { return false }
      return comparableWords(text).contains { $0.hasPrefix(beginning) }
    }
  }
}

/// A day as it comes out of a spreadsheet.
public enum EnteredDay: Sendable, Hashable {
  case none
  case day(Day)
  /// Something stands there, but not one day.
  case unclear(String, remedy: String?)

  /// Reads `2026-01-05`, `05/01/2026` and `5 January 2026`.
  ///
  /// `1/5/2026` is what spreadsheets of different countries make of two different days, so it is asked about.
  public init(_ text: String) {
    let typed = text.withoutGuard.trimmed
    if typed.isEmpty {
      self = .none
      return
    }
    if let day = Day(iso: typed) {
      self = .day(day)
      return
    }
    let numbers = typed.split { $0 == "/" || $0 == "." || $0 == "-" }
    if numbers.count == 3, let first = Int(numbers[0]), let second = Int(numbers[1]),
      let year = Int(numbers[2]), first != second, first <= 12, second <= 12,
      numbers[0].utf8.count < 2 || numbers[1].utf8.count < 2,
      let one = Day(year: year < 100 ? 2000 + year : year, month: second, day: first),
      let other = Day(year: year < 100 ? 2000 + year : year, month: first, day: second)
    {
      self = .unclear(
        "\"\(typed)\" can be \(one.text) or \(other.text)",
        remedy: "write \(one.iso) or \(other.iso)")
      return
    }
    do throws(Diagnostics) {
      self = .day(try Day.read(typed))
    } catch {
      self = .unclear(
        error.all.first?.message ?? "\"\(typed)\" is not a date",
        remedy: error.all.first?.remedy)
    }
  }

  public var day: Day? {
    if case .day(let day) = self { day } else { nil }
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
  }

  /// With an apostrophe before what a spreadsheet would run.
  ///
  /// Only cells that the program fills in get one: what the user entered is already in the user's spreadsheet.
  var guardedFormula: String {
    guard let first = utf8.first, "=+-@\t\r\n".utf8.contains(first) else { return self }
    return "'\(self)"
  }

  /// Without the apostrophe of ``guardedFormula``, which spreadsheets show or hide as they like.
  var withoutGuard: String {
    let bytes = Array(utf8.prefix(2))
    guard bytes.count == 2, bytes[0] == UInt8(ascii: "'"), "=+-@".utf8.contains(bytes[1]) else {
      return self
    }
    return String(dropFirst())
  }
}
