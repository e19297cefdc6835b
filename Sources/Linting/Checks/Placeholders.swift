import Requests
import SourceText

extension Check {
  /// Blanks that were left in: `[insert number]`, `<your name>`, `____`, `XX`, `TBC`.
  ///
  /// It knows the shapes of blanks rather than brackets as such, because "[2020] UKSC 32", "<5" and
  /// `<https://…>` are no blanks.
  static let placeholders = Check("placeholders") { inspection in
    let blanks = Blanks(inspection.words, inspection.reading.source.bytes)
    var spots: [Spot] = []
    for part in inspection.parts {
      let tokens = part.tokens
      var i = tokens.lowerBound
      while i < tokens.upperBound {
        if let blank = blanks.blank(at: i, within: tokens) {
          spots.append(
            Spot(range: inspection.words.bytes(of: blank), question: part.question))
          i = blank.upperBound
        } else {
          i += 1
        }
      }
    }
    return spots
  }
}

private struct Blanks {
  private let words: Words
  private let bytes: [UInt8]
  /// A word that begins the text of a blank, and no aside in brackets.
  private let openers: WordSet
  /// Words that are a blank by themselves, in capitals.
  private let stopgaps: WordSet
  private let chromosomes = WordSet("chromosome chromosomes karyotype")
  private static let mostWords = 8

  init(_ words: Words, _ bytes: [UInt8]) {
    self.words = words
    self.bytes = bytes
    openers = WordSet(
      """
      insert enter add state specify give your my name names date dates day month year period number \
      force police authority organisation organization company address email e mail phone telephone \
      title reference ref offence offences section area town details text xx xxx tbc tbd tba yyyy yy mm \
      dd blank to fill choose delete
      """)
    stopgaps = WordSet("tbc tbd tba xx xxx xxxx xxxxx xxxxxx yyyy xxyy")
  }

  func blank(at i: Int, within tokens: Range<Int>) -> Range<Int>? {
    let token = words.tokens[i]
    guard token.traits.contains(.mark) else {
      return isStopgap(i, within: tokens) ? i..<i + 1 : nil
    }
    switch bytes[token.range.lowerBound] {
    case UInt8(ascii: "_"): return token.range.count >= 3 ? i..<i + 1 : nil
    case UInt8(ascii: "["): return bracketed(i, until: UInt8(ascii: "]"), within: tokens)
    case UInt8(ascii: "<"): return bracketed(i, until: UInt8(ascii: ">"), within: tokens)
    case UInt8(ascii: "{"): return bracketed(i, until: UInt8(ascii: "}"), within: tokens)
    default: return nil
    }
  }

  /// "TBC", "XX", but not the XX chromosome.
  private func isStopgap(_ i: Int, within tokens: Range<Int>) -> Bool {
    let token = words.tokens[i]
    guard token.traits.isDisjoint(with: [.smallLetters, .digits]), token.range.count >= 2,
      stopgaps.contains(token.hash)
    else { return false }
    let next = i + 1
    return !(next < tokens.upperBound && chromosomes.contains(words.tokens[next].hash))
  }

  /// A few words in brackets of which the first tells what to put there, or nothing but dots or lines.
  private func bracketed(_ open: Int, until close: UInt8, within tokens: Range<Int>)
    -> Range<Int>?
  {
    let limit = min(tokens.upperBound, open + Self.mostWords + 2)
    var opener: Words.Token?
    for i in open + 1..<max(open + 1, limit) {
      let token = words.tokens[i]
      guard token.traits.contains(.mark) else {
        opener = opener ?? token
        continue
      }
      guard bytes[token.range.lowerBound] == close else { continue }
      // "{{year}}" is closed twice.
      var end = i + 1
      if end < tokens.upperBound, words.tokens[end].hash == token.hash { end += 1 }
      let isBlank = opener.map { openers.contains($0.hash) } ?? true
      return isBlank ? open..<end : nil
    }
    return nil
  }
}
