import SourceText

/// The bytes rendered so far, and the only unsafe code of the engine.
///
/// Pieces of a letter are a dozen bytes long, and appending one to an array costs several times what
/// copying it does. The buffer grows only after the limit was asked.
struct Output: ~Copyable {
  private var buffer: UnsafeMutableRawPointer
  private var capacity: Int
  private let limit: Int
  private(set) var count = 0
  /// Whether something was left out because it would have gone over the limit.
  private(set) var isOverLimit = false

  init(limit: Int) {
    self.limit = limit
    capacity = min(8192, max(0, limit))
    buffer = .allocate(byteCount: capacity, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Appends a range of some bytes.
  @inline(__always)
  mutating func append(_ bytes: [UInt8], _ range: ByteRange) {
    let length = range.upperBound &- range.lowerBound
    guard length <= capacity &- count || makeRoom(for: length) else { return }
    let end = buffer + count
    bytes.withUnsafeBytes { source in
      precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
      guard let start = source.baseAddress else { return }
      end.copyPiece(from: start + range.lowerBound, byteCount: length)
    }
    count &+= length
  }

  mutating func append(_ text: StaticString) {
    guard makeRoom(for: text.utf8CodeUnitCount) else { return }
    (buffer + count).copyMemory(from: text.utf8Start, byteCount: text.utf8CodeUnitCount)
    count += text.utf8CodeUnitCount
  }

  subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return buffer.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// Takes back everything from an offset on.
  mutating func removeAll(from offset: Int) {
    count = min(count, max(0, offset))
  }

  /// The bytes from an offset on.
  func bytes(from offset: Int = 0) -> [UInt8] {
    precondition(offset >= 0 && offset <= count)
    return Array(UnsafeRawBufferPointer(start: buffer + offset, count: count - offset))
  }

  @inline(never)
  private mutating func makeRoom(for length: Int) -> Bool {
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
  @inline(__always)
  fileprivate func copyPiece(from source: UnsafeRawPointer, byteCount count: Int) {
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

  @inline(__always)
  private func copyWord<Word: BitwiseCopyable>(
    _ type: Word.Type, from source: UnsafeRawPointer, at offset: Int
  ) {
    let word = source.loadUnaligned(fromByteOffset: offset, as: Word.self)
    storeBytes(of: word, toByteOffset: offset, as: Word.self)
  }
}

// Escaping.
extension Output {
  /// Appends a range of some bytes with the characters that mean something in HTML written as references.
  mutating func appendEscaped(_ bytes: [UInt8], _ range: ByteRange) {
    var start = range.lowerBound
    for i in range {
      guard let reference = htmlReference(bytes[i]) else { continue }
      append(bytes, start..<i)
      append(reference)
      start = i + 1
    }
    append(bytes, start..<range.upperBound)
  }

  private func htmlReference(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
