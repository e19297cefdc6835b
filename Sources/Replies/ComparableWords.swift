import SourceText

/// The words of a text without its marks, to find them again in another text.
struct ComparableWords {
  let hashes: [WordHash]
  /// The same without the `s` of the plural.
  let stems: [WordHash]
  /// For each word whether it begins with a capital.
  let isCapital: [Bool]

  init(_ bytes: [UInt8], _ range: ByteRange) {
    var hashes: [WordHash] = []
    var stems: [WordHash] = []
    var isCapital: [Bool] = []
    for token in Words(bytes, in: range).tokens where !token.traits.contains(.mark) {
      hashes.append(token.hash)
      stems.append(Self.stem(token, bytes))
      isCapital.append(token.traits.contains(.capital))
    }
    self.hashes = hashes
    self.stems = stems
    self.isCapital = isCapital
  }

  /// What "theft" and "thefts" have in common.
  static func stem(_ token: Words.Token, _ bytes: [UInt8]) -> WordHash {
    let word = bytes[token.range]
    let s = UInt8(ascii: "s")
    guard word.count > 3, word.last?.folded == s, word.dropLast().last?.folded != s else {
      return token.hash
    }
    var hash = WordHash()
    for byte in word.dropLast() { hash.add(byte.folded) }
    return hash
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
