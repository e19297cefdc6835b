import SourceText

/// A name as look-ups compare it: small letters, words apart by one blank, `&` as "and", no punctuation.
package func comparableName(_ name: String) -> String {
  String(decoding: comparableBytes(Array(name.utf8)[...]), as: UTF8.self)
}

/// The same, word by word.
package func comparableWords(_ name: String) -> [String] { comparableWords(Array(name.utf8)[...]) }

/// The same for a stretch of a text.
func comparableWords(_ name: ArraySlice<UInt8>) -> [String] {
  var words: [String] = []
  let bytes = comparableBytes(name)
  var start = 0
  while start < bytes.count {
    var end = start
    while end < bytes.count, bytes[end] != .space { end += 1 }
    words.append(String(decoding: bytes[start..<end], as: UTF8.self))
    start = end + 1
  }
  return words
}

/// The hashes of those words.
func comparableHashes(_ name: String) -> [WordHash] {
  var words: [WordHash] = []
  var isApart = true
  for byte in comparableBytes(Array(name.utf8)[...]) {
    if byte == .space {
      isApart = true
      continue
    }
    if isApart { words.append(WordHash()) }
    isApart = false
    words[words.count - 1].add(byte)
  }
  return words
}

private func comparableBytes(_ name: ArraySlice<UInt8>) -> [UInt8] {
  var out: [UInt8] = []
  out.reserveCapacity(name.count)
  var isApart = false
  func append(_ byte: UInt8) {
    if isApart, !out.isEmpty { out.append(.space) }
    isApart = false
    out.append(byte)
  }
  var i = name.startIndex
  while i < name.endIndex {
    let byte = name[i]
    switch byte {
    case _ where byte.isASCIILetter || byte.isDigit: append(byte.folded)
    case UInt8(ascii: "&"):
      isApart = true
      for letter in "and".utf8 { append(letter) }
      isApart = true
    case UInt8(ascii: "'"): break
    // A curly apostrophe
    case 0xE2 where name[i...].starts(with: [0xE2, 0x80, 0x99]): i += 2
    case 0x80...: append(byte)
    default: isApart = true
    }
    i += 1
  }
  return out
}
