import SourceText
import WorkingDays

extension Outline {
  private static let keys = [WordHash("ref"), WordHash("reference")]
  private static let between: [WordHash] = [
    WordHash("number"), WordHash("no"), WordHash("foi"), WordHash("request"), WordHash("is"),
    WordHash(":"), WordHash("-"), WordHash("."), WordHash("#"), WordHash("your"), WordHash("our"),
  ]

  /// The authority's reference: what stands behind "Reference:" and has a digit in it.
  func reference() -> String? {
    let tokens = text.words.tokens
    for (i, token) in tokens.enumerated() where Self.keys.contains(token.hash) {
      var next = i + 1
      while next < min(i + 6, tokens.count), Self.between.contains(tokens[next].hash) { next += 1 }
      guard next < tokens.count, next > i + 1 || tokens[next].traits.contains(.digits) else {
        continue
      }
      // "FOI" may be the beginning of the reference itself.
      while next > i + 1, tokens[next - 1].traits.contains(.capital),
        !tokens[next - 1].traits.contains(.smallLetters),
        tokens[next - 1].range.count <= 4
      {
        next -= 1
      }
      if let code = code(at: tokens[next].range.lowerBound) { return code }
    }
    return referenceAtTheHead()
  }

  private static let subjects = WordSet("request foi foia foisa eir freedom review")
  private static let longestTitle = 100

  /// A reference without the word: one that shows it by its look, as in "Re: FOI/2026/4471", or any in a title
  /// about a request, as in "Freedom of Information request 2026/00871".
  private func referenceAtTheHead() -> String? {
    for (i, paragraph) in text.paragraphs.prefix(12).enumerated()
    where parts[i] == .letter || parts[i] == .opening {
      let words = text.words.indices(in: paragraph.range)
      let isTitle =
        paragraph.lineCount == 1 && paragraph.range.count <= Self.longestTitle
        && (words.contains { Self.subjects.contains(text.words.tokens[$0].hash) }
          || paragraph.label == nil && !words.contains { text.words.tokens[$0].isPlainWord })
      for token in words {
        let word = text.words.tokens[token]
        if word.isPlainWord || word.traits.contains(.mark) { continue }
        let start = word.range.lowerBound
        if let before = text.bytes[at: start - 1], !before.isWhitespace, !"(:".utf8.contains(before)
        {
          continue
        }
        guard let code = code(at: start) else { continue }
        let isAlone =
          paragraph.lineCount == 1 && words.upperBound - token <= 2 && token == words.lowerBound
        if code.isReference || isAlone && code.isNumbered || isTitle && code.isCode && !code.isTime
        {
          return code
        }
      }
    }
    return nil
  }

  /// Letters, digits, slashes and hyphens, blanks only around a slash or behind capitals.
  private func code(at start: Int) -> String? {
    let bytes = text.bytes
    var end = start
    var hasDigit = false
    while end < bytes.count, end - start < 40 {
      let byte = bytes[end]
      if byte.isDigit { hasDigit = true }
      if byte.isBlank {
        let goesOn = bytes[at: end + 1] == UInt8(ascii: "/") || bytes[end - 1] == UInt8(ascii: "/")
        let wantsNumber = !hasDigit && bytes[at: end + 1]?.isDigit == true
        guard goesOn || wantsNumber else { break }
      } else if !byte.isASCIILetter, !byte.isDigit, !"/-_.".utf8.contains(byte) {
        break
      }
      end += 1
    }
    while end > start, !bytes[end - 1].isASCIILetter, !bytes[end - 1].isDigit { end -= 1 }
    return hasDigit ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
  }
}

extension Words.Token {
  /// Whether it is a word and no part of a reference.
  fileprivate var isPlainWord: Bool {
    range.count > 4 && !traits.contains(.digits) && !traits.contains(.mark)
  }
}

extension String {
  /// Whether it shows by its own look that it is a reference: `FOI/2026/4471`, `FOI-4471`.
  fileprivate var isReference: Bool {
    isCode && (utf8.starts(with: "FOI".utf8) || utf8.starts(with: "EIR".utf8))
  }

  /// Whether it is a number behind "FOI": `FOI 21006`; the number of a year is none.
  fileprivate var isNumbered: Bool {
    let number = utf8.drop { !$0.isDigit }
    let isYear =
      number.count == 4 && (number.starts(with: "19".utf8) || number.starts(with: "20".utf8))
    return number.count >= 3 && number.allSatisfy { $0.isDigit } && !isYear
      && ["FOI", "EIR", "RFI", "FOIA"].contains { hasPrefix($0) }
  }

  /// Whether it is a date or years, which titles name too: `12/05/2024`, `2019-2020`.
  fileprivate var isTime: Bool {
    let bytes = Array(utf8)
    return !periodMentions(in: bytes, range: bytes.indices, today: nil).isEmpty
  }

  /// Whether it is capitals and numbers that slashes or hyphens join: `F-2026-00871`.
  fileprivate var isCode: Bool {
    utf8.contains { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
      && utf8.allSatisfy { !$0.isASCIILetter || $0 != $0.folded }
  }
}
