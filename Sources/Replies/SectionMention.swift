import Requests
import SourceText

/// A place where a letter cites a section under which information can be refused.
struct SectionMention {
  /// `FOIA`, `FOISA` or `EIR`.
  let law: String
  let number: String
  /// `(1)(a)`, or nothing.
  let subsections: String
  let range: ByteRange

  private static let names: [WordHash] = [
    WordHash("section"), WordHash("sections"), WordHash("sec"), WordHash("s"), WordHash("ss"),
  ]
  private static let regulations: [WordHash] = [
    WordHash("regulation"), WordHash("regulations"), WordHash("reg"), WordHash("regs"),
  ]
  private static let and: [WordHash] = [
    WordHash(","), WordHash("and"), WordHash("&"), WordHash("or"),
  ]
  private static let of = WordHash("of")
  private static let the = WordHash("the")
  private static let own: [WordHash] = [
    WordHash("freedom"), WordHash("foi"), WordHash("foia"), WordHash("foisa"), WordHash("act"),
    WordHash("environmental"), WordHash("eir"), WordHash("regulations"), WordHash("same"),
  ]

  /// The sections cited in a sentence that allow a refusal; those about procedure, and other Acts, are left out.
  static func all(in sentence: Range<Int>, of text: LetterText, under act: Regime)
    -> [SectionMention]
  {
    let tokens = text.words.tokens
    var mentions: [SectionMention] = []
    var i = sentence.lowerBound
    while i < sentence.upperBound {
      let isRegulation = regulations.contains(tokens[i].hash)
      let start = i
      if isRegulation || names.contains(tokens[i].hash) {
        i += 1
        while i < sentence.upperBound, text.bytes[tokens[i].range.lowerBound] == UInt8(ascii: ".") {
          i += 1
        }
      } else if !isPrefixed(text.bytes[tokens[i].range]) {
        i += 1
        continue
      }
      var listed: [SectionMention] = []
      let law = isRegulation ? "EIR" : act.shortName
      while let mention = one(&i, sentence.upperBound, text, law, from: start) {
        listed.append(mention)
        var next = i
        while next < sentence.upperBound, and.contains(tokens[next].hash) { next += 1 }
        guard next > i else { break }
        i = next
      }
      if listed.isEmpty {
        i = max(i, start + 1)
      } else if !isOfAnotherAct(i, sentence.upperBound, tokens), !isRow(i, text) {
        mentions += listed
      }
    }
    return mentions
  }

  /// "S31", "s40"
  private static func isPrefixed(_ word: ArraySlice<UInt8>) -> Bool {
    word.first?.folded == UInt8(ascii: "s") && word.count <= 4
      && word.dropFirst().allSatisfy { $0.isDigit } && word.count > 1
  }

  private static func one(
    _ i: inout Int, _ end: Int, _ text: LetterText, _ law: String, from start: Int
  ) -> SectionMention? {
    let tokens = text.words.tokens
    guard i < end else { return nil }
    var word = text.bytes[tokens[i].range]
    if isPrefixed(word) { word = word.dropFirst() }
    guard word.count <= 3, word.first?.isDigit == true else { return nil }
    let number = String(decoding: word, as: UTF8.self)
    guard Exemption.isKnown(number) else { return nil }
    i += 1
    var subsections = ""
    while i + 2 < end, text.bytes[tokens[i].range.lowerBound] == UInt8(ascii: "("),
      text.bytes[tokens[i + 2].range.lowerBound] == UInt8(ascii: ")"),
      tokens[i + 1].range.count <= 4
    {
      subsections += "(" + text.text(tokens[i + 1].range) + ")"
      i += 3
    }
    return SectionMention(
      law: law, number: number, subsections: subsections,
      range: tokens[start].range.lowerBound..<tokens[i - 1].range.upperBound)
  }

  /// Whether a number ends the line: "Section 12: 4" is a row of a table of offences.
  private static func isRow(_ i: Int, _ text: LetterText) -> Bool {
    let tokens = text.words.tokens
    var number = i
    if number < tokens.count, tokens[number].traits.contains(.mark) { number += 1 }
    guard number < tokens.count, tokens[number].traits.contains(.digitFirst) else { return false }
    let behind = text.bytes[tokens[number].range.upperBound...]
    return behind.first { !$0.isBlank }?.isLineBreak ?? true
  }

  private static func isOfAnotherAct(_ i: Int, _ end: Int, _ tokens: [Words.Token]) -> Bool {
    guard i < end, tokens[i].hash == of else { return false }
    var next = i + 1
    if next < end, tokens[next].hash == the { next += 1 }
    return next < end && !own.contains(tokens[next].hash)
  }
}
