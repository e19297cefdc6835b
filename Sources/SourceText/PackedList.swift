/// What can stand in a table that the build makes.
package protocol Packable: Sendable {
  func pack(into out: inout PackedWriter)
  init(unpacking reader: inout PackedReader)
}

extension Packable {
  /// As the text of a table.
  package var packed: String {
    var out = PackedWriter()
    pack(into: &out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  /// Reads what ``packed`` gave.
  package init(_ table: PackedTable) {
    var reader = PackedReader(table)
    self.init(unpacking: &reader)
  }
}

/// A list whose items are made when they are asked for.
///
/// The tables that come with the program hold far more than one letter needs: of two hundred offences it names two. So
/// the build packs each item for itself, and a start reads no more than where each begins. A list of the user's own
/// holds its items as they are.
package struct PackedList<Item: Packable>: RandomAccessCollection, Sendable {
  private enum Storage: Sendable {
    case items([Item])
    case table(PackedTable, starts: [Int])
  }

  private let storage: Storage

  package init(_ items: [Item]) { storage = .items(items) }

  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch storage {
    case .items(let items): items.count
    case .table(_, let starts): starts.count
    }
  }

  /// - Complexity: for a list of the program's own that of making the item.
  package subscript(i: Int) -> Item {
    switch storage {
    case .items(let items): return items[i]
    case .table(let table, let starts):
      var reader = PackedReader(table, at: starts[i])
      return Item(unpacking: &reader)
    }
  }
}

extension PackedList: Packable {
  package func pack(into out: inout PackedWriter) {
    var items = PackedWriter()
    var lengths: [Int] = []
    for item in self {
      let start = items.bytes.count
      item.pack(into: &items)
      lengths.append(items.bytes.count - start)
    }
    out.write(lengths) { out, length in out.write(length) }
    out.write(raw: items.bytes)
  }

  package init(unpacking reader: inout PackedReader) {
    var starts = reader.list { $0.int() }
    var start = reader.place
    for i in starts.indices {
      let length = starts[i]
      starts[i] = start
      start += length
    }
    storage = .table(reader.table, starts: starts)
    reader.place = start
  }
}

/// The bytes of a table, which never change and outlive whatever is read from them.
package struct PackedTable: @unchecked Sendable {
  let bytes: UnsafeBufferPointer<UInt8>

  package init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// - Parameter bytes: must outlive whatever is read from them.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }
}
