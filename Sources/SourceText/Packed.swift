/// Numbers and texts one after another, for tables that the build makes and the program reads when it starts.
///
/// A number is written five bits a character, the lowest first, from `0` on; those that more follow are 32 further on.
/// In a row (``PackedRow``) it takes five characters of six bits, and a word eight (``WordKey``).
/// All of it is printable, so a table stands in the program as a string literal, which is quick to compile and has
/// nothing to set up.
@usableFromInline
package struct PackedWriter {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  package mutating func write(_ number: UInt64) {
    var rest = number
    repeat {
      let digit = UInt8(truncatingIfNeeded: rest & 31)
      rest >>= 5
      bytes.append(UInt8(ascii: "0") + digit + (rest > 0 ? 32 : 0))
    } while rest > 0
  }

  /// - Precondition: the number is not negative.
  package mutating func write(_ number: Int) { write(UInt64(number)) }

  package mutating func write(_ number: Int, _ next: Int) {
    write(number)
    write(next)
  }

  package mutating func write(_ isTrue: Bool) { write(isTrue ? 1 : 0) }

  package mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes += text.utf8
  }

  package mutating func write(_ texts: [String]) {
    write(texts) { out, text in out.write(text) }
  }

  mutating func write(character: UInt8) { bytes.append(character) }

  mutating func write(raw bytes: some Sequence<UInt8>) { self.bytes += bytes }

  package mutating func write<Item>(_ items: [Item], _ write: (inout PackedWriter, Item) -> Void) {
    self.write(items.count)
    for item in items { write(&self, item) }
  }
}

/// Reads what a ``PackedWriter`` wrote, in the same order.
///
/// A table that ends too early ends the program: it is part of the program, and the tests read all of it.
@usableFromInline
package struct PackedReader: ~Copyable {
  package let table: PackedTable
  @usableFromInline let bytes: UnsafeBufferPointer<UInt8>
  /// Where in the table it reads on.
  @usableFromInline package var place: Int

  package init(_ table: PackedTable, at place: Int = 0) {
    self.table = table
    bytes = table.bytes
    self.place = place
  }

  @inlinable
  package mutating func number() -> UInt64 {
    // Most numbers are small.
    let first = UInt64(bytes[place] &- UInt8(ascii: "0"))
    place += 1
    return first < 32 ? first : number(after: first & 31)
  }

  @usableFromInline
  mutating func number(after first: UInt64) -> UInt64 {
    var number = first
    var shift: UInt64 = 5
    while true {
      let digit = UInt64(bytes[place] &- UInt8(ascii: "0"))
      place += 1
      number |= (digit & 31) << shift
      if digit < 32 { return number }
      shift += 5
    }
  }

  @inlinable
  package mutating func int() -> Int { Int(truncatingIfNeeded: number()) }

  @inlinable
  package mutating func int32() -> Int32 { Int32(truncatingIfNeeded: number()) }

  @inlinable
  package mutating func flag() -> Bool { int() == 1 }

  package mutating func text() -> String {
    let count = int()
    let start = place
    place += count
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<place]), as: UTF8.self)
  }

  package mutating func texts() -> [String] { list { $0.text() } }

  @inlinable
  package mutating func list<Item>(_ read: (inout PackedReader) -> Item) -> [Item] {
    let count = int()
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count { items.append(read(&self)) }
    return items
  }
}
