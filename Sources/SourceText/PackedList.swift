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
    out.write(raw: Array(repeating: UInt8(ascii: "0"), count: PackedColumns.overhang))
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
/// the build packs each item for itself, and a start reads none of them. A list of the user's own holds its items as
/// they are.
package struct PackedList<Item: Sendable>: Sendable {
  private enum Storage: Sendable {
    case items([Item])
    /// Where each item begins, counted from the first.
    case table(PackedTable, first: Int, starts: PackedRows<Int>)
  }

  private let storage: Storage

  package init(_ items: [Item]) { storage = .items(items) }

  package var count: Int {
    switch storage {
    case .items(let items): items.count
    case .table(_, _, let starts): starts.count
    }
  }
}

extension PackedList where Item: Packable {
  /// - Complexity: for a list of the program's own that of making the item.
  package subscript(i: Int) -> Item {
    switch storage {
    case .items(let items): return items[i]
    case .table(let table, let first, let starts):
      var reader = PackedReader(table, at: first + starts[i])
      return Item(unpacking: &reader)
    }
  }

  /// All of them, made now.
  package var items: [Item] {
    if case .items(let items) = storage { return items }
    var items: [Item] = []
    items.reserveCapacity(count)
    for i in 0..<count { items.append(self[i]) }
    return items
  }
}

extension PackedList: Packable where Item: Packable {
  package func pack(into out: inout PackedWriter) {
    var items = PackedWriter()
    var starts: [Int] = []
    for item in self.items {
      starts.append(items.bytes.count)
      item.pack(into: &items)
    }
    PackedRows(starts).pack(into: &out)
    out.write(items.bytes.count)
    out.write(raw: items.bytes)
  }

  package init(unpacking reader: inout PackedReader) {
    let starts = PackedRows<Int>(unpacking: &reader)
    let length = reader.int()
    storage = .table(reader.table, first: reader.place, starts: starts)
    reader.place += length
  }
}

/// The bytes of a table, which never change.
@usableFromInline
package struct PackedTable: @unchecked Sendable {
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  /// Keeps the bytes of a table that is not part of the program.
  @usableFromInline let owner: PackedBytes?

  package init(_ text: StaticString) {
    bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    owner = nil
  }

  /// A table that was made just now.
  package init(_ bytes: [UInt8]) {
    let owner = PackedBytes(bytes)
    self.bytes = UnsafeBufferPointer(owner.bytes)
    self.owner = owner
  }
}

@usableFromInline
final class PackedBytes {
  fileprivate let bytes: UnsafeMutableBufferPointer<UInt8>

  fileprivate init(_ bytes: [UInt8]) {
    self.bytes = .allocate(capacity: bytes.count + PackedColumns.overhang)
    self.bytes.initialize(repeating: UInt8(ascii: "0"))
    _ = self.bytes.update(fromContentsOf: bytes)
  }

  deinit { bytes.deallocate() }
}
