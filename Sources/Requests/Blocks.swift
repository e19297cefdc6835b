import SourceText

/// A paragraph, a list line or a run of `>` lines, its wrapped lines put together.
struct Block {
  enum Kind { case paragraph, bullet, quotation }

  let kind: Kind
  /// The label before a paragraph.
  let label: String?
  /// Each line's words, without label, bullet or white space around them.
  var lines: [ByteRange]
  let isIndented: Bool
  /// Where its bullet stands, if it has one.
  let start: Int

  var range: ByteRange {
    guard let first = lines.first, let last = lines.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }

  /// The words, wrapped lines joined by a blank.
  func text(in source: Source) -> String {
    var text = ""
    for line in lines where !line.isEmpty {
      if !text.isEmpty { text += kind == .quotation ? "\n" : " " }
      text += source[line]
    }
    return text
  }

  /// Puts the lines of a body together.
  static func all(of lines: ArraySlice<Line>, in bytes: [UInt8]) -> [Block] {
    var blocks: [Block] = []
    var sequence = LabelSequence()
    var isOpen = false
    for i in lines.indices {
      let line = lines[i]
      switch line.kind {
      case .blank, .comment:
        isOpen = false
      case .quoted:
        if isOpen, blocks[blocks.count - 1].kind == .quotation {
          blocks[blocks.count - 1].lines.append(line.range)
        } else {
          blocks.append(Block(.quotation, line, from: line.range.lowerBound))
        }
        isOpen = true
      case .bullet(let start):
        blocks.append(Block(.bullet, line, from: start))
        isOpen = true
      case .label(let mark):
        let fresh = !isOpen || blocks.last.map { $0.ends(aSentenceIn: bytes) } ?? true
        if let label = sequence.label(for: mark, freshLine: fresh) {
          blocks.append(Block(.paragraph, line, from: mark.textStart, label: label))
          isOpen = true
        } else {
          extendOrBegin(&blocks, &isOpen, line)
        }
      case .plain:
        extendOrBegin(&blocks, &isOpen, line)
      }
    }
    return blocks
  }

  /// A line without a mark goes on with the block above, if one is open.
  private static func extendOrBegin(_ blocks: inout [Block], _ isOpen: inout Bool, _ line: Line) {
    if isOpen, let last = blocks.last, last.goesOn(with: line) {
      blocks[blocks.count - 1].lines.append(line.range)
    } else {
      blocks.append(Block(.paragraph, line, from: line.range.lowerBound))
    }
    isOpen = true
  }

  private init(_ kind: Kind, _ line: Line, from start: Int, label: String? = nil) {
    self.kind = kind
    self.label = label
    self.lines = [start..<max(start, line.range.upperBound)]
    self.isIndented = line.isIndented
    self.start = line.range.lowerBound
  }

  /// A list line goes on below only where it was plainly wrapped: the line below is indented, or it is
  /// itself as long as mail programs make lines.
  private func goesOn(with line: Line) -> Bool {
    switch kind {
    case .paragraph: true
    case .bullet: line.isIndented || (lines.last?.count ?? 0) >= 60
    case .quotation: false
    }
  }

  /// Whether it stands a level below another list line: under another bullet, or further in.
  func isBelow(_ other: Block, in bytes: [UInt8]) -> Bool {
    let length = Line.markLength(bytes, other.start)
    let isAlike =
      length == Line.markLength(bytes, start)
      && bytes[start..<start + length] == bytes[other.start..<other.start + length]
    return !isAlike || isIndented && !other.isIndented
  }

  func ends(aSentenceIn bytes: [UInt8]) -> Bool {
    guard let last = lines.last, !last.isEmpty else { return true }
    return ".?!:;".utf8.contains(bytes[last.upperBound - 1])
  }
}
