/// A line and column as people count them: both from 1, columns in Unicode scalars.
public struct Position: Sendable, Hashable, Comparable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Position, b: Position) -> Bool {
    (a.line, a.column) < (b.line, b.column)
  }
}

/// Turns byte offsets into lines and columns.
///
/// Made once for a text (one pass), then each look-up is a binary search and a walk along one line.
/// `\n`, `\r\n` and a lone `\r` all end a line.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var end = bytes.lineEnd(from: 0)
    while end < bytes.count {
      let start = bytes.nextLine(afterEnd: end)
      starts.append(start)
      end = bytes.lineEnd(from: start)
    }
    self.starts = starts
  }

  /// How many lines there are; a final line break begins one more, empty, line.
  public var count: Int { starts.count }

  /// Line and column of a byte offset from 0 up to and including the length of the text.
  public func position(of offset: Int) -> Position {
    let line = index(of: offset)
    let scalars = scalarCount(starts[line]..<offset)
    return Position(line: line + 1, column: scalars + 1)
  }

  /// Zero-based line and UTF-16 offset in it, as editors count.
  public func utf16Position(of offset: Int) -> (line: Int, character: Int) {
    let line = index(of: offset)
    let range = starts[line]..<offset
    let beyondBasicPlane = bytes[range].reduce(0) { $0 + ($1 >= 0xF0 ? 1 : 0) }
    return (line, scalarCount(range) + beyondBasicPlane)
  }

  /// Bytes from the start of the line to an offset.
  public func byteColumn(of offset: Int) -> Int { offset - starts[index(of: offset)] }

  /// The bytes of a line, counted from 1, without its line break.
  public func range(ofLine line: Int) -> ByteRange {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == .newline || bytes[end - 1] == .carriageReturn { end -= 1 }
    return start..<end
  }

  private func index(of offset: Int) -> Int {
    (1..<starts.count).boundary { starts[$0] > offset } - 1
  }

  /// Every byte that does not continue a scalar begins one; a byte-order mark takes no column.
  private func scalarCount(_ range: ByteRange) -> Int {
    let mark = range.lowerBound == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
    let scalars = bytes[range].reduce(0) { $0 + ($1.continuesScalar ? 0 : 1) }
    return max(0, scalars - mark)
  }
}
