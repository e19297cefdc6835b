import Documents
import Requests
import SourceText

/// The places of a request that the user's own table fills: `{{district}}`.
///
/// They are filled in the request as read, each within its own value, so that no cell can begin a question or a field.
public struct Slots: Sendable {
  private struct Slot {
    let range: ByteRange
    let column: Int
  }

  private let reading: RequestReading
  private let slots: [Slot]
  private let table: CSV?

  /// - Throws: every slot that the table has no column for.
  public init(_ reading: RequestReading, table: CSV?) throws(Diagnostics) {
    self.reading = reading
    self.table = table
    var slots: [Slot] = []
    var problems: [Diagnostic] = []
    let names = table?.header.map { $0.text } ?? []
    for part in reading.parts {
      for range in Self.places(in: reading.source.bytes, part.range) {
        let name = reading.source[range.lowerBound + 2..<range.upperBound - 2].trimmed
        if let column = table?.optionalColumn(name) {
          slots.append(Slot(range: range, column: column))
        } else {
          problems.append(
            Diagnostic(
              "no table has a column \"\(name)\"", at: .init(reading.source, range),
              remedy: didYouMean(name, among: names)
                ?? (table == nil ? "give the table with --to FILE.csv" : nil)))
        }
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    self.slots = slots
  }

  public var isEmpty: Bool { slots.isEmpty }

  /// The request with the cells of a row in it; the reason when they make no request like the others'.
  func filled(row: Int?) -> Filled {
    guard let first = slots.first else { return .request(reading) }
    guard let row, let table else {
      return .not("it has no row in a table, and the request takes words from one")
    }
    let cells = table.rows[row]
    var edits: [Edit] = []
    for slot in slots {
      let value = cells[slot.column].text.onOneLine
      if value.isEmpty { return .not("its column \(table.header[slot.column].text) is empty") }
      edits.append(Edit(slot.range, value))
    }
    let text = String(decoding: reading.source.bytes.applying(edits), as: UTF8.self)
    let source = Source(name: reading.source.name, text: text)
    guard let filled = try? RequestReading(source), filled.hasShape(of: reading) else {
      let column = table.header[first.column].text
      return .not("what stands in its columns (\(column) …) would change which questions are asked")
    }
    return .request(filled)
  }

  enum Filled {
    case request(RequestReading)
    case not(String)
  }

  private static func places(in bytes: [UInt8], _ range: ByteRange) -> [ByteRange] {
    var found: [ByteRange] = []
    var start: Int?
    var i = range.lowerBound
    while i + 1 < range.upperBound {
      if bytes[i] == UInt8(ascii: "{"), bytes[i + 1] == UInt8(ascii: "{") {
        start = i
        i += 1
      } else if let open = start, bytes[i] == UInt8(ascii: "}"), bytes[i + 1] == UInt8(ascii: "}") {
        found.append(open..<i + 2)
        start = nil
        i += 1
      } else if bytes[i].isLineBreak {
        start = nil
      }
      i += 1
    }
    return found
  }
}

extension RequestReading {
  /// Whether two requests have the same fields and questions, whatever stands in them.
  fileprivate func hasShape(of other: RequestReading) -> Bool {
    let (mine, theirs) = (request, other.request)
    guard mine.fields.map({ $0.name }) == theirs.fields.map({ $0.name }),
      mine.questions.count == theirs.questions.count
    else { return false }
    for (a, b) in zip(mine.questions, theirs.questions) {
      guard a.label == b.label, a.fields.map({ $0.name }) == b.fields.map({ $0.name }) else {
        return false
      }
    }
    return true
  }
}
