/// What takes the same number of characters whatever it is, so that the n-th of a table is found without reading those
/// before it.
@usableFromInline
package protocol PackedRow {
  static var width: Int { get }
  init(_ row: PackedColumns)
}

/// A row that can be written too, as the same value.
@usableFromInline
package protocol PackableRow: PackedRow {
  func pack(into out: inout PackedWriter)
}

/// A list that is read where it stands in its table: a start of the program makes nothing of it, and touches no memory
/// but what it looks at.
///
/// The type itself asks nothing of its rows, only what reads them does: the run time looks through all conformances of the
/// program for each kind of row that a type is bound to, which takes as long as reading a page.
@usableFromInline
package struct PackedRows<Row>: @unchecked Sendable {
  @usableFromInline package let borrowed: BorrowedRows<Row>
  @usableFromInline package let count: Int
  /// Keeps the bytes of a table that is not part of the program.
  @usableFromInline let owner: PackedBytes?

  fileprivate init(_ table: PackedTable, at start: Int, count: Int) {
    borrowed = BorrowedRows(first: table.bytes.baseAddress.unsafelyUnwrapped + start)
    self.count = count
    owner = table.owner
  }
}

extension PackedRows where Row: PackedRow {
  @inlinable
  package subscript(i: Int) -> Row {
    @inline(__always) get {
      let row = borrowed[i]
      withExtendedLifetime(owner) {}
      return row
    }
  }
}

/// The rows of a list that something else keeps.
@usableFromInline
package struct BorrowedRows<Row> {
  @usableFromInline let first: UnsafePointer<UInt8>

  init(first: UnsafePointer<UInt8>) { self.first = first }
}

extension BorrowedRows where Row: PackedRow {
  @inlinable
  package subscript(i: Int) -> Row {
    @inline(__always) get { Row(PackedColumns(first + i &* Row.width)) }
  }
}

extension PackedRows {
  /// Puts rows into a table of their own.
  package init<Item>(_ items: [Item], _ write: (inout PackedWriter, Item) -> Void) {
    var out = PackedWriter()
    for item in items { write(&out, item) }
    self.init(PackedTable(out.bytes), at: 0, count: items.count)
  }
}

extension PackedRows where Row: PackableRow {
  package init(_ rows: [Row]) { self.init(rows) { out, row in row.pack(into: &out) } }
}

extension PackedRows: Packable where Row: PackedRow {
  package func pack(into out: inout PackedWriter) {
    out.write(count)
    out.write(raw: UnsafeBufferPointer(start: borrowed.first, count: count * Row.width))
    withExtendedLifetime(owner) {}
  }

  package init(unpacking reader: inout PackedReader) {
    let count = reader.int()
    self.init(reader.table, at: reader.place, count: count)
    reader.place += count * Row.width
  }
}

/// The characters of a row.
@usableFromInline
package struct PackedColumns {
  @usableFromInline let bytes: UnsafeRawPointer

  /// By how many characters the last row of a table may be read beyond its end: a number is taken out of eight.
  static let overhang = 3

  @inlinable @inline(__always)
  init(_ bytes: UnsafePointer<UInt8>) { self.bytes = UnsafeRawPointer(bytes) }

  /// The number that begins at a column, five characters long.
  @inlinable @inline(__always)
  package func number(at column: Int) -> Int {
    // Five digits of six bits to three of twelve, and those to one number.
    let digits = word(at: column).value &- 0x30_3030_3030
    let pairs = digits & 0x3F_003F_003F | (digits & 0x3F00_3F00) &>> 2
    let number = pairs & 0xFFF | (pairs &>> 4) & 0xFFF000 | (pairs &>> 8) & 0x3F00_0000
    return Int(truncatingIfNeeded: number)
  }

  /// The digit at a column, 0 to 63.
  @inlinable @inline(__always)
  package func digit(at column: Int) -> UInt8 {
    bytes.load(fromByteOffset: column, as: UInt8.self) &- 0x30
  }

  /// The bits at a column, of which every byte has six: eight characters.
  @inlinable @inline(__always)
  package func bits(at column: Int) -> UInt64 { word(at: column).value &- 0x3030_3030_3030_3030 }

  /// The character at a column.
  @inlinable @inline(__always)
  package func character(at column: Int) -> UInt8 {
    bytes.load(fromByteOffset: column, as: UInt8.self)
  }

  /// The word that begins at a column, eight characters long.
  @inlinable @inline(__always)
  package func word(at column: Int) -> WordKey {
    WordKey(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: column, as: UInt64.self)))
  }
}

extension PackedWriter {
  /// A number of five characters.
  ///
  /// - Precondition: it is from 0 to 2³⁰ - 1, and so are all that count the parts of a table.
  package mutating func write(column number: Int) {
    precondition(0..<1 << 30 ~= number)
    for place in 0..<5 { write(digit: UInt8(truncatingIfNeeded: number >> (6 * place) & 63)) }
  }

  package mutating func write(digit: UInt8) { write(character: UInt8(ascii: "0") + digit) }

  package mutating func write(column word: WordKey) {
    for place in 0..<8 { write(character: UInt8(truncatingIfNeeded: word.value >> (8 * place))) }
  }

  /// - Parameter bits: of each byte the lower six.
  package mutating func write(bits: UInt64) { write(column: WordHash(bits).key) }
}

extension UInt8: PackableRow {
  @inlinable package static var width: Int { 1 }
  @usableFromInline package func pack(into out: inout PackedWriter) { out.write(character: self) }
  @inlinable package init(_ row: PackedColumns) { self = row.character(at: 0) }
}

extension Int: PackableRow {
  @inlinable package static var width: Int { 5 }
  @usableFromInline package func pack(into out: inout PackedWriter) { out.write(column: self) }
  @inlinable package init(_ row: PackedColumns) { self = row.number(at: 0) }
}

/// A word as it stands in a table: of the 64 bits of its hash the six lower ones of each byte, as a printable character.
///
/// So a word of a text is compared with one of a table without reading characters. Two different words share one with a
/// chance of one in 2⁴⁸.
@usableFromInline
package struct WordKey: PackableRow, Equatable {
  @usableFromInline let value: UInt64

  @inlinable init(_ value: UInt64) { self.value = value }

  @inlinable @inline(__always)
  package static func == (a: WordKey, b: WordKey) -> Bool { a.value == b.value }

  @inlinable package static var width: Int { 8 }
  @usableFromInline package func pack(into out: inout PackedWriter) { out.write(column: self) }
  @inlinable package init(_ row: PackedColumns) { self = row.word(at: 0) }
}

extension WordHash {
  @inlinable @inline(__always)
  package var key: WordKey { WordKey((value & 0x3F3F_3F3F_3F3F_3F3F) &+ 0x3030_3030_3030_3030) }
}
