import SourceText

/// A quotation as an example: its own words, and which of them are marked in bold.
///
/// Nothing but `**` is syntax here, so that an example may hold anything that people write in letters.
public struct MarkedText: Sendable, Hashable {
  /// The quoted lines without `>` and `**`, a line break between.
  public let text: [UInt8]
  /// The places in the text that stood between `**`, in their order.
  public let marks: [ByteRange]
  /// Where pieces of the text stand in the file.
  private let pieces: [Piece]

  private struct Piece: Sendable, Hashable {
    let start: Int
    let place: Int
  }

  /// The offset in the file of an offset in the text.
  public func sourceOffset(of offset: Int) -> Int {
    if pieces.isEmpty { return offset }
    let piece = pieces[(1..<pieces.count).boundary { pieces[$0].start > offset } - 1]
    return piece.place + offset - piece.start
  }
}

extension MarkedText {
  /// Reads quoted lines.
  ///
  /// A pair of stars opens before a word and closes behind one; a pair without its partner stays text.
  public init(_ quote: Markdown.Quote, in source: Source) {
    let bytes = source.bytes
    let stars = Self.pairs(in: quote.lines, of: bytes)
    var text: [UInt8] = []
    var marks: [ByteRange] = []
    var pieces: [Piece] = []
    var star = 0
    var markStart = 0
    for (i, line) in quote.lines.enumerated() {
      if i > 0 { text.append(.newline) }
      var start = line.lowerBound
      while star < stars.count, stars[star] < line.upperBound {
        pieces.append(Piece(start: text.count, place: start))
        text += bytes[start..<stars[star]]
        if star.isMultiple(of: 2) {
          markStart = text.count
        } else {
          marks.append(markStart..<text.count)
        }
        start = stars[star] + 2
        star += 1
      }
      pieces.append(Piece(start: text.count, place: start))
      text += bytes[start..<line.upperBound]
    }
    self.init(text: text, marks: marks, pieces: pieces)
  }

  /// Where the stars of each mark stand, those that open and those that close by turns.
  private static func pairs(in lines: [ByteRange], of bytes: [UInt8]) -> [Int] {
    var pairs: [Int] = []
    var opening: Int?
    for line in lines {
      var i = line.lowerBound
      while i + 1 < line.upperBound {
        guard bytes[i] == UInt8(ascii: "*"), bytes[i + 1] == UInt8(ascii: "*") else {
          i += 1
          continue
        }
        if let start = opening, i > line.lowerBound, !bytes[i - 1].isWhitespace {
          pairs += [start, i]
          opening = nil
        } else if i + 2 < line.upperBound, !bytes[i + 2].isWhitespace {
          opening = i
        }
        i += 2
      }
    }
    return pairs
  }
}
