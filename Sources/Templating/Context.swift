/// Data laid out for look-up: what a template is filled from, made ready once.
///
/// For one letter `render(_: Value)` makes it by itself. A batch lays out the first letter's data and
/// sets in a copy what differs:
///
/// ```swift
/// let shared = Context(["request": request, "authority": authorities[0]])
/// for authority in authorities {
///   let text = try letter.render(shared.setting("authority", to: authority))
/// }
/// ```
///
/// One flat list of cells: the members of an object and the items of a list stand next to each other, so
/// looking for a name is comparing integers in a row, and nothing in it is counted or copied while rendering.
public struct Context: Sendable {
  /// The first is the root.
  private(set) var cells: [Cell] = []
  /// All texts end to end.
  private(set) var bytes: [UInt8] = []
  private(set) var names = Names()
  private(set) var lambdas: [@Sendable (String) -> String] = []

  struct Cell: Sendable {
    enum Kind: Sendable { case null, no, yes, text, list, object, lambda }

    var kind = Kind.null
    /// The number of the name this is the value of; -1 for an item of a list.
    var name = -1
    /// Into the bytes of a text, the cells of a list or object; the number of a lambda.
    var start = 0
    var count = 0

    var range: Range<Int> { start..<start + count }

    /// Whether there is nothing, on purpose: a section leaves it out.
    var isAbsent: Bool {
      switch kind {
      case .null, .no: true
      case .text, .list: count == 0
      case .yes, .object, .lambda: false
      }
    }
  }

  public init(_ data: Value) {
    cells.append(Cell())
    fill(0, with: data)
  }

  /// The same data with another value for a name at the top.
  ///
  /// Costs a copy of the laid-out data, a fraction of laying it out again, and least for a name that is there.
  public func setting(_ name: String, to value: Value) -> Context {
    var copy = self
    let number = copy.names.number(for: name)
    let members = cells[0].kind == .object ? cells[0].range : 0..<0
    if let member = members.first(where: { cells[$0].name == number }) {
      copy.fill(member, with: value)
      return copy
    }
    let start = cells.count
    copy.cells += cells[members]
    copy.cells.append(Cell(name: number))
    copy.cells[0] = Cell(kind: .object, start: start, count: members.count + 1)
    copy.fill(start + members.count, with: value)
    return copy
  }
}

extension Context {
  /// Puts a value into a cell, and what is in the value into new cells, level by level, so that no depth
  /// of data can exhaust the stack.
  private mutating func fill(_ cell: Int, with value: Value) {
    var waiting: [(cell: Int, value: Value)] = []
    put(value, in: cell, &waiting)
    var next = 0
    while next < waiting.count {
      let (cell, value) = waiting[next]
      next += 1
      let start = cells.count
      cells[cell].start = start
      switch value {
      case .list(let items):
        cells[cell].count = items.count
        for _ in items { cells.append(Cell()) }
        for (i, item) in items.enumerated() { put(item, in: start + i, &waiting) }
      case .object(let members):
        cells[cell].count = members.count
        for member in members { cells.append(Cell(name: names.number(for: member.name))) }
        for (i, member) in members.enumerated() { put(member.value, in: start + i, &waiting) }
      default: break
      }
    }
  }

  private mutating func put(
    _ value: Value, in cell: Int, _ waiting: inout [(cell: Int, value: Value)]
  ) {
    switch value {
    case .null: cells[cell].kind = .null
    case .bool(let isTrue): cells[cell].kind = isTrue ? .yes : .no
    case .int(let number): putText("\(number)", in: cell)
    case .double(let number): putText(number.decimalText, in: cell)
    case .string(let text): putText(text, in: cell)
    case .list:
      cells[cell].kind = .list
      waiting.append((cell, value))
    case .object:
      cells[cell].kind = .object
      waiting.append((cell, value))
    case .lambda(let function):
      cells[cell].kind = .lambda
      cells[cell].start = lambdas.count
      lambdas.append(function)
    }
  }

  private mutating func putText(_ text: String, in cell: Int) {
    cells[cell].kind = .text
    cells[cell].start = bytes.count
    bytes += text.utf8
    cells[cell].count = bytes.count - cells[cell].start
  }
}
