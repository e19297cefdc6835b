import SourceText

/// The words of a text without its marks, to find them again in another text.
struct ComparableWords {
  let hashes: [WordHash]

  init(_ bytes: [UInt8], _ range: ByteRange) {
    var hashes: [WordHash] = []
    for token in Words(bytes, in: range).tokens where !token.traits.contains(.mark) {
      hashes.append(token.hash)
    }
    self.hashes = hashes
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, 0..<bytes.count)
  }

  /// Whether both begin with the same half a dozen words.
  func begins(like other: ComparableWords) -> Bool {
    let length = min(6, other.hashes.count)
    return length > 0 && hashes.prefix(length).elementsEqual(other.hashes.prefix(length))
  }
}
