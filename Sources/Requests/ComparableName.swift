import SourceText

/// A name as look-ups compare it: small letters, words apart by one blank, `&` as "and", no punctuation.
package func comparableName(_ name: String) -> String {
  comparableWords(name).joined(separator: " ")
}

/// The same, word by word.
package func comparableWords(_ name: String) -> [String] { comparableWords(Array(name.utf8)[...]) }

/// The same for a stretch of a text.
func comparableWords(_ name: ArraySlice<UInt8>) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  func endWord() {
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    word = []
  }
  var i = name.startIndex
  while i < name.endIndex {
    let byte = name[i]
    if byte.isASCIILetter || byte.isDigit {
      word.append(byte.folded)
    } else if byte == UInt8(ascii: "&") {
      endWord()
      words.append("and")
    } else if name[i...].starts(with: curlyApostrophe) {
      i += curlyApostrophe.count - 1
    } else if byte >= 0x80 {
      word.append(byte)
    } else if byte != UInt8(ascii: "'") {
      endWord()
    }
    i += 1
  }
  endWord()
  return words
}

private let curlyApostrophe: [UInt8] = [0xE2, 0x80, 0x99]
