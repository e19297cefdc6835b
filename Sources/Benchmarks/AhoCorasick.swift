/// The yardstick for linting: one scan of the same bytes for fixed literals, and nothing else.
struct AhoCorasick {
  /// The next state for a state and a byte, 256 a state.
  private var next: [Int32]
  private var isEnd: [Bool]

  init(_ literals: [[UInt8]]) {
    next = Array(repeating: -1, count: 256)
    isEnd = [false]
    for literal in literals {
      var state = 0
      for byte in literal {
        let place = state * 256 + Int(byte)
        if next[place] < 0 {
          next[place] = Int32(isEnd.count)
          next += Array(repeating: -1, count: 256)
          isEnd.append(false)
        }
        state = Int(next[place])
      }
      isEnd[state] = true
    }
    var fail = Array(repeating: 0, count: isEnd.count)
    var queue: [Int] = []
    for byte in 0..<256 {
      if next[byte] < 0 {
        next[byte] = 0
      } else {
        queue.append(Int(next[byte]))
      }
    }
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      if isEnd[fail[state]] { isEnd[state] = true }
      for byte in 0..<256 {
        let place = state * 256 + byte
        let other = next[fail[state] * 256 + byte]
        if next[place] < 0 {
          next[place] = other
        } else {
          fail[Int(next[place])] = Int(other)
          queue.append(Int(next[place]))
        }
      }
    }
  }

  /// How many literals end in a text.
  func count(in bytes: [UInt8]) -> Int {
    next.withUnsafeBufferPointer { next in
      isEnd.withUnsafeBufferPointer { isEnd in
        var state = 0
        var found = 0
        for byte in bytes {
          state = Int(next[state &* 256 &+ Int(byte)])
          if isEnd[state] { found &+= 1 }
        }
        return found
      }
    }
  }
}
