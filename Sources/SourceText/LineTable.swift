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
/// Made once for a text (one pass), then each look-up is a binary search and a short walk along one line.
/// `\n`, `\r\n` and a lone `\r` all end a line.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// What stands before each stretch of bytes, where there is a line longer than a few of them.
  private var tallies: [Tally] = []

  /// How many scalars a stretch has, and how many of them take two UTF-16 units.
  private struct Tally {
    var scalars = 0
    var beyondBasicPlane = 0

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      for byte in bytes {
        if !byte.continuesScalar { scalars += 1 }
        if byte >= 0xF0 { beyondBasicPlane += 1 }
      }
    }
  }

  private static let stretch = 1024

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var longest = 0
    var end = bytes.lineEnd(from: 0)
    while end < bytes.count {
      longest = max(longest, end - starts[starts.count - 1])
      let start = bytes.nextLine(afterEnd: end)
      starts.append(start)
      end = bytes.lineEnd(from: start)
    }
    longest = max(longest, end - starts[starts.count - 1])
    self.starts = starts
    guard longest > 4 * Self.stretch else { return }
    var tally = Tally()
    for start in stride(from: 0, to: bytes.count, by: Self.stretch) {
      tallies.append(tally)
      tally.add(bytes[start..<min(start + Self.stretch, bytes.count)])
    }
    tallies.append(tally)
  }

  /// How many lines there are; a final line break begins one more, empty, line.
  public var count: Int { starts.count }

  /// Line and column of a byte offset from 0 up to and including the length of the text.
  public func position(of offset: Int) -> Position {
    let line = index(of: offset)
    return Position(line: line + 1, column: tally(starts[line]..<offset).scalars + 1)
  }

  /// Zero-based line and UTF-16 offset in it, as editors count.
  public func utf16Position(of offset: Int) -> (line: Int, character: Int) {
    let line = index(of: offset)
    let tally = tally(starts[line]..<offset)
    return (line, tally.scalars + tally.beyondBasicPlane)
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
  private func tally(_ range: ByteRange) -> Tally {
    var tally = Tally()
    if range.count > Self.stretch, !tallies.isEmpty {
      let (before, through) = (
        self.tally(before: range.lowerBound), self.tally(before: range.upperBound)
      )
      tally.scalars = through.scalars - before.scalars
      tally.beyondBasicPlane = through.beyondBasicPlane - before.beyondBasicPlane
    } else {
      tally.add(bytes[range])
    }
    if range.lowerBound == 0, tally.scalars > 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      tally.scalars -= 1
    }
    return tally
  }

  private func tally(before offset: Int) -> Tally {
    var tally = tallies[offset / Self.stretch]
    tally.add(bytes[offset / Self.stretch * Self.stretch..<offset])
    return tally
  }
}
