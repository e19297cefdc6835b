#if arch(wasm32)
  /// Memory for the page to write a call into; it is given back with `foi_free`.
  @_expose(wasm, "foi_alloc") @_cdecl("foi_alloc")
  func alloc(_ count: Int) -> UnsafeMutableRawPointer {
    .allocate(byteCount: max(count, 1), alignment: 1)
  }

  @_expose(wasm, "foi_free") @_cdecl("foi_free")
  func free(_ block: UnsafeMutableRawPointer) {
    block.deallocate()
  }

  /// Answers a call.
  ///
  /// The block holds the operation's name and behind it the input. The answer is a new block: its
  /// length in four bytes, the lowest first, then that many bytes.
  @_expose(wasm, "foi_call") @_cdecl("foi_call")
  func call(
    _ block: UnsafeMutableRawPointer, _ nameCount: Int, _ count: Int
  ) -> UnsafeMutableRawPointer {
    let bytes = UnsafeRawBufferPointer(start: block, count: count)
    let name = String(decoding: bytes[..<nameCount], as: UTF8.self)
    let answer = Door.answer(name, Array(bytes[nameCount...]))
    let out = alloc(4 + answer.count)
    out.storeBytes(of: UInt32(answer.count).littleEndian, as: UInt32.self)
    UnsafeMutableRawBufferPointer(start: out + 4, count: answer.count).copyBytes(from: answer)
    return out
  }
#endif
