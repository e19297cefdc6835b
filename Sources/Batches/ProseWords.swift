import SourceText

/// The words of a stretch of text with their places, for phrases that mean something in one nation only.
struct ProseWords {
  struct Word {
    /// In small letters.
    let text: String
    let range: ByteRange
  }

  let bytes: [UInt8]
  let words: [Word]

  init(_ bytes: [UInt8], in range: ByteRange) {
    self.bytes = bytes
    var words: [Word] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard Self.isInWord(bytes[i]) else {
        i += 1
        continue
      }
      var end = i
      while end < range.upperBound, Self.isInWord(bytes[end]) { end += 1 }
      words.append(
        Word(text: String(decoding: bytes[i..<end], as: UTF8.self).lowercased(), range: i..<end))
      i = end
    }
    self.words = words
  }

  private static func isInWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "'")
  }

  func word(_ i: Int) -> String { words.indices.contains(i) ? words[i].text : "" }

  /// Whether nothing but blanks, hyphens or one of some marks parts two words that follow each other.
  func isJoined(_ i: Int, to next: Int, also marks: String = "") -> Bool {
    guard words.indices.contains(i), words.indices.contains(next) else { return false }
    return bytes[words[i].range.upperBound..<words[next].range.lowerBound].allSatisfy {
      $0.isWhitespace || $0 == UInt8(ascii: "-") || marks.utf8.contains($0)
    }
  }

  /// Where words stand one after the other from a place on.
  func matches(_ phrase: [String], at start: Int) -> ByteRange? {
    for (offset, wanted) in phrase.enumerated() {
      guard word(start + offset) == wanted else { return nil }
      if offset > 0, !isJoined(start + offset - 1, to: start + offset) { return nil }
    }
    return words[start].range.lowerBound..<words[start + phrase.count - 1].range.upperBound
  }
}
