/// A text in the making: the bytes written so far.
///
/// Pieces of a letter or of JSON are a dozen bytes long, and appending one to an array costs several times what copying
/// it does. So this keeps a buffer of its own, which nothing else that writes has to. It grows only after the limit was
/// asked.
@usableFromInline
package struct Output: ~Copyable {
  @usableFromInline var buffer: UnsafeMutableRawPointer
  @usableFromInline var capacity: Int
  private let limit: Int
  @usableFromInline package internal(set) var count = 0
  /// Whether something was left out because it would have gone over the limit.
  package private(set) var isOverLimit = false

  /// - Parameter limit: how many bytes are kept at most.
  package init(limit: Int = .max) {
    self.limit = limit
    capacity = min(8192, max(0, limit))
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Appends a range of some bytes.
  @inlinable @inline(__always)
  package mutating func append(_ bytes: [UInt8], _ range: ByteRange) {
    bytes.withUnsafeBytes { source in
      precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
      append(UnsafeRawBufferPointer(rebasing: source[range]))
    }
  }

  @inlinable @inline(__always)
  package mutating func append(_ piece: UnsafeRawBufferPointer) {
    guard piece.count <= capacity &- count || makeRoom(for: piece.count),
      let start = piece.baseAddress
    else { return }
    (buffer + count).copyPiece(from: start, byteCount: piece.count)
    count &+= piece.count
  }

  @inlinable @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inlinable @inline(__always)
  package mutating func append(_ byte: UInt8) {
    guard count < capacity || makeRoom(for: 1) else { return }
    buffer.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count &+= 1
  }

  package mutating func append(_ byte: UInt8, count times: Int) {
    guard times <= capacity - count || makeRoom(for: times) else { return }
    (buffer + count).initializeMemory(as: UInt8.self, repeating: byte, count: times)
    count += times
  }

  package subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return buffer.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// Takes back everything from an offset on.
  package mutating func removeAll(from offset: Int) {
    count = min(count, max(0, offset))
  }

  /// The bytes from an offset on.
  package func bytes(from offset: Int = 0) -> [UInt8] {
    precondition(offset >= 0 && offset <= count)
    return Array(UnsafeRawBufferPointer(start: buffer + offset, count: count - offset))
  }

  @inline(never) @usableFromInline
  mutating func makeRoom(for length: Int) -> Bool {
    if length <= capacity - count { return true }
    guard length <= limit - count else {
      isOverLimit = true
      return false
    }
    capacity = min(limit, max(capacity * 2, count + length))
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 16)
    larger.copyMemory(from: buffer, byteCount: count)
    buffer.deallocate()
    buffer = larger
    return true
  }
}

extension UnsafeMutableRawPointer {
  /// Copies some bytes; most pieces are so short that calling a function for it would take longer than copying them.
  @inlinable @inline(__always)
  func copyPiece(from source: UnsafeRawPointer, byteCount count: Int) {
    switch count {
    case 0: break
    case 1: copyWord(UInt8.self, from: source, at: 0)
    case 2..<4:
      copyWord(UInt16.self, from: source, at: 0)
      copyWord(UInt16.self, from: source, at: count - 2)
    case 4..<8:
      copyWord(UInt32.self, from: source, at: 0)
      copyWord(UInt32.self, from: source, at: count - 4)
    case 8...16:
      copyWord(UInt64.self, from: source, at: 0)
      copyWord(UInt64.self, from: source, at: count - 8)
    default: copyMemory(from: source, byteCount: count)
    }
  }

  @inlinable @inline(__always)
  func copyWord<Word: BitwiseCopyable>(
    _ type: Word.Type, from source: UnsafeRawPointer, at offset: Int
  ) {
    let word = source.loadUnaligned(fromByteOffset: offset, as: Word.self)
    storeBytes(of: word, toByteOffset: offset, as: Word.self)
  }
}
