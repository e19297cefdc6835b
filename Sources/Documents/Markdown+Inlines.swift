import SourceText

/// Reads running text.
///
/// One pass over the bytes with a stack of what is still open. At most one `*` and one `**` are open at a
/// time, for emphasis within emphasis says nothing more; whatever never closes stays as it was typed.
struct InlineReader {
  private let text: [UInt8]
  private let places: Places
  private var nodes: [Markdown.Inline] = []
  private var open: [Open] = []
  private var words: [UInt8] = []
  private var wordsStart = 0
  /// The last run of backticks of each length, so that a search for one never fails slowly.
  private var lastTicks = [Int](repeating: -1, count: 17)

  private struct Open {
    enum Kind { case emphasis, strong, bracket }
    let kind: Kind
    /// The node that holds the mark as text, to be taken out when it closes.
    let node: Int
    let offset: Int
  }

  /// An address holds no more pairs of brackets inside one another than this; so text full of unclosed
  /// ones is not read over and over.
  private static let deepestAddress = 4
  /// More brackets than this inside one another are text.
  private static let mostOpen = 32

  init(bytes: [UInt8], lines: [ByteRange]) {
    var text: [UInt8] = []
    var places = Places()
    for line in lines {
      if !text.isEmpty { text.append(.newline) }
      places.add(text.count, at: line.lowerBound)
      text += bytes[line]
    }
    self.text = text
    self.places = places
    var i = 0
    while i < text.count {
      guard text[i] == UInt8(ascii: "`") else {
        i += 1
        continue
      }
      let length = run(at: i)
      if length < lastTicks.count { lastTicks[length] = i }
      i += length
    }
  }

  consuming func read() -> [Markdown.Inline] {
    var i = 0
    while i < text.count {
      let next =
        switch text[i] {
        case UInt8(ascii: "\\"): readEscape(at: i)
        case UInt8(ascii: "`"): readCode(at: i)
        case UInt8(ascii: "*"): readStars(at: i)
        case UInt8(ascii: "["): readBracket(at: i)
        case UInt8(ascii: "]"): readLinkEnd(at: i)
        case UInt8(ascii: "<"): readAddress(at: i)
        default: i
        }
      if next > i {
        i = next
      } else {
        append(text[i] == .newline ? .space : text[i], at: i)
        i += 1
      }
    }
    flush(at: i)
    return Self.joined(nodes[...])
  }

  // MARK: Nodes

  private mutating func append(_ byte: UInt8, at offset: Int) {
    if words.isEmpty { wordsStart = offset }
    words.append(byte)
  }

  private mutating func flush(at end: Int) {
    guard !words.isEmpty else { return }
    add(.text(String(decoding: words, as: UTF8.self)), wordsStart..<end)
    words = []
  }

  private mutating func add(_ kind: Markdown.Inline.Kind, _ range: ByteRange) {
    nodes.append(.init(kind: kind, range: places.range(range)))
  }

  private mutating func begin(_ kind: Open.Kind, at offset: Int, length: Int) -> Int {
    flush(at: offset)
    open.append(Open(kind: kind, node: nodes.count, offset: offset))
    add(
      .text(String(decoding: text[offset..<offset + length], as: UTF8.self)),
      offset..<offset + length)
    return offset + length
  }

  /// Puts everything since a mark was opened inside one node.
  private mutating func close(
    _ index: Int, at end: Int, _ kind: ([Markdown.Inline]) -> Markdown.Inline.Kind
  ) {
    let mark = open[index]
    open.removeSubrange(index...)
    let inner = Self.joined(nodes[(mark.node + 1)...])
    nodes.removeSubrange(mark.node...)
    add(kind(inner), mark.offset..<end)
  }

  /// Neighbouring texts as one, such as a bracket that was never closed and the words behind it.
  private static func joined(_ nodes: ArraySlice<Markdown.Inline>) -> [Markdown.Inline] {
    var result: [Markdown.Inline] = []
    var words = ""
    var range = 0..<0
    for node in nodes {
      if case .text(let more) = node.kind {
        range = (words.isEmpty ? node.range : range).lowerBound..<node.range.upperBound
        words += more
        continue
      }
      if !words.isEmpty { result.append(.init(kind: .text(words), range: range)) }
      words = ""
      result.append(node)
    }
    if !words.isEmpty { result.append(.init(kind: .text(words), range: range)) }
    return result
  }

  // MARK: Syntax. Each returns where to go on, or the same offset when it was no syntax.

  private mutating func readEscape(at i: Int) -> Int {
    guard let next = text[at: i + 1] else { return i }
    if next == .newline {
      flush(at: i)
      add(.lineBreak, i..<i + 2)
    } else if next.isPunctuation {
      if words.isEmpty { wordsStart = i }
      words.append(next)
    } else {
      return i
    }
    return i + 2
  }

  private mutating func readCode(at i: Int) -> Int {
    let length = run(at: i)
    let start = i + length
    guard length < lastTicks.count, lastTicks[length] > i else {
      for offset in i..<start { append(text[offset], at: offset) }
      return start
    }
    var end = start
    while text[end] != UInt8(ascii: "`") || run(at: end) != length {
      end += text[end] == UInt8(ascii: "`") ? run(at: end) : 1
    }
    flush(at: i)
    let code = text[text.trimmed(start..<end)].map { $0 == .newline ? .space : $0 }
    add(.code(String(decoding: code, as: UTF8.self)), i..<end + length)
    return end + length
  }

  private mutating func readStars(at i: Int) -> Int {
    let length = run(at: i)
    let end = i + length
    let before = i > 0 ? text[i - 1] : .space
    let after = text[at: end] ?? .space
    guard length <= 3, !(before.isWhitespace && after.isWhitespace) else {
      for offset in i..<end { append(text[offset], at: offset) }
      return end
    }
    var offset = i
    while offset < end {
      let rest = end - offset
      if !before.isWhitespace, let index = closable(by: rest) {
        let isStrong = open[index].kind == .strong
        flush(at: offset)
        offset += isStrong ? 2 : 1
        close(index, at: offset) { isStrong ? .strong($0) : .emphasis($0) }
      } else if !after.isWhitespace, rest != 1, last(.strong) == nil {
        offset = begin(.strong, at: offset, length: 2)
      } else if !after.isWhitespace, rest != 2, last(.emphasis) == nil {
        offset = begin(.emphasis, at: offset, length: 1)
      } else {
        append(text[offset], at: offset)
        offset += 1
      }
    }
    return end
  }

  /// Which open mark so many stars close: the innermost one, but two stars close a pair.
  private func closable(by stars: Int) -> Int? {
    let emphasis = last(.emphasis)
    if stars >= 2, let strong = last(.strong), stars == 2 || strong > emphasis ?? -1 {
      return strong
    }
    return emphasis
  }

  private func last(_ kind: Open.Kind) -> Int? { open.lastIndex { $0.kind == kind } }

  private mutating func readBracket(at i: Int) -> Int {
    open.count < Self.mostOpen ? begin(.bracket, at: i, length: 1) : i
  }

  private mutating func readLinkEnd(at i: Int) -> Int {
    guard let index = last(.bracket) else { return i }
    guard let address = address(at: i + 1) else {
      open.remove(at: index)
      return i
    }
    let destination = String(decoding: text[address], as: UTF8.self)
    flush(at: i)
    close(index, at: address.upperBound + 1) { .link($0, destination: destination) }
    // A link holds no other, so the brackets around it are text.
    open.removeAll { $0.kind == .bracket }
    return address.upperBound + 1
  }

  /// What stands between `(` and the `)` that belongs to it, without blanks.
  private func address(at i: Int) -> ByteRange? {
    guard text[at: i] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    for j in i..<text.count {
      switch text[j] {
      case UInt8(ascii: "("):
        depth += 1
        if depth > Self.deepestAddress { return nil }
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return i + 1..<j }
      case let byte where byte.isWhitespace: return nil
      default: break
      }
    }
    return nil
  }

  /// `<https://…>` or `<name@host>`.
  private mutating func readAddress(at i: Int) -> Int {
    var end = i + 1
    var isAddress = false
    while let byte = text[at: end], byte != UInt8(ascii: ">") {
      guard !byte.isWhitespace, byte != UInt8(ascii: "<") else { return i }
      isAddress = isAddress || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "@")
      end += 1
    }
    guard isAddress, text[at: end] == UInt8(ascii: ">"), text[i + 1].isASCIILetter else { return i }
    let address = String(decoding: text[i + 1..<end], as: UTF8.self)
    flush(at: i)
    let words = Markdown.Inline(kind: .text(address), range: places.range(i + 1..<end))
    add(.link([words], destination: address), i..<end + 1)
    return end + 1
  }

  private func run(at offset: Int) -> Int {
    var end = offset
    while end < text.count, text[end] == text[offset] { end += 1 }
    return end - offset
  }
}

/// Where the lines that were put together stand in the file.
private struct Places: Sendable {
  private var parts: [(start: Int, place: Int)] = []

  mutating func add(_ start: Int, at place: Int) { parts.append((start, place)) }

  func range(_ range: ByteRange) -> ByteRange {
    place(range.lowerBound)..<place(range.upperBound - 1) + 1
  }

  private func place(_ offset: Int) -> Int {
    let part = parts[(1..<parts.count).boundary { parts[$0].start > offset } - 1]
    return part.place + offset - part.start
  }
}

extension UInt8 {
  fileprivate var isPunctuation: Bool {
    (0x21...0x7E).contains(self) && !isDigit && !isASCIILetter
  }
}
