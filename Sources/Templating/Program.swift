import SourceText

/// A template as a flat list of steps.
///
/// The steps inside a section follow it directly, up to its `end`; names are numbers; texts are ranges of
/// `text`, which holds the template's source, or when partials are linked in, all sources end to end.
struct Program: Sendable {
  var text: [UInt8] = []
  var ops: [Op] = []
  var names = Names()
  /// The name numbers of all dotted paths, end to end.
  var parts: [Int] = []
  /// The pairs of delimiters that sections stand in, which a lambda's text is read with.
  var delimiters: [Delimiters] = [.standard]
}

/// One step: a piece of text or a tag.
struct Op: Sendable {
  enum Action: Sendable {
    case text
    case value(Path, isRaw: Bool)
    case section(Path, closedAt: Int, delimiters: Int)
    case inverted(Path)
    case partial(Target, indent: ByteRange)
    case parent(Target, indent: ByteRange)
    /// `indent` is what each line of another template's text for this block is set in by.
    case block(name: Int, indent: ByteRange)
  }

  var action: Action
  /// The text, or the opening tag.
  var place: ByteRange
  /// The step after this one and all that is inside it.
  var end: Int
  /// Whether the tag had its line to itself, so that the line is not part of the text.
  var isStandalone = false
}

/// A name in the data: `.`, a dotted name, or the name of something about the loop.
struct Path: Sendable {
  let first: Int
  let count: Int

  /// The current item, `.`.
  static let current = Path(first: 0, count: 0)

  /// The parts of a dotted name.
  init(first: Int, count: Int) {
    self.first = first
    self.count = count
  }

  init(_ name: LoopName) {
    self.init(first: name.rawValue, count: -1)
  }

  var loopName: LoopName? { count < 0 ? LoopName(rawValue: first) : nil }

  var range: Range<Int> { first..<first + max(0, count) }
}

/// Which template a partial or parent tag names.
enum Target: Sendable {
  case name(Int)
  /// The value at the path is the name.
  case dynamic(Path)
}

/// What opens and closes a tag.
struct Delimiters: Sendable, Equatable {
  var open: [UInt8]
  var close: [UInt8]

  static let standard = Delimiters(open: [0x7B, 0x7B], close: [0x7D, 0x7D])
}

extension Program {
  /// A path as the template has it.
  func text(of path: Path) -> String {
    if let loop = path.loopName { return loop.text }
    if path.count == 0 { return "." }
    return text(ofParts: path.range)
  }

  /// Some parts of a dotted name, with the dots between.
  func text(ofParts range: Range<Int>) -> String {
    var text = ""
    for part in range {
      if part > range.lowerBound { text += "." }
      text += names[parts[part]]
    }
    return text
  }

  /// Puts another program's steps after these.
  ///
  /// - Returns: where they are.
  mutating func append(_ other: Program) -> Range<Int> {
    let start = ops.count
    let move = Move(
      text: text.count, op: start, part: parts.count, delimiters: delimiters.count,
      names: other.names.all.map { names.number(for: $0) })
    text += other.text
    delimiters += other.delimiters
    for part in other.parts { parts.append(move.names[part]) }
    ops.reserveCapacity(start + other.ops.count)
    for op in other.ops { ops.append(move(op)) }
    return start..<ops.count
  }
}

/// How the numbers in a step change when its program is put behind another.
private struct Move {
  let text: Int
  let op: Int
  let part: Int
  let delimiters: Int
  let names: [Int]

  func callAsFunction(_ op: Op) -> Op {
    var moved = op
    moved.place = self(op.place)
    moved.end += self.op
    switch op.action {
    case .text: break
    case .value(let path, let isRaw): moved.action = .value(self(path), isRaw: isRaw)
    case .section(let path, let closedAt, let index):
      moved.action = .section(
        self(path), closedAt: closedAt + text, delimiters: index + delimiters)
    case .inverted(let path): moved.action = .inverted(self(path))
    case .partial(let target, let indent):
      moved.action = .partial(self(target), indent: self(indent))
    case .parent(let target, let indent):
      moved.action = .parent(self(target), indent: self(indent))
    case .block(let name, let indent):
      moved.action = .block(name: names[name], indent: self(indent))
    }
    return moved
  }

  private func callAsFunction(_ range: ByteRange) -> ByteRange {
    range.lowerBound + text..<range.upperBound + text
  }

  private func callAsFunction(_ path: Path) -> Path {
    path.count > 0 ? Path(first: path.first + part, count: path.count) : path
  }

  private func callAsFunction(_ target: Target) -> Target {
    switch target {
    case .name(let name): .name(names[name])
    case .dynamic(let path): .dynamic(self(path))
    }
  }
}
