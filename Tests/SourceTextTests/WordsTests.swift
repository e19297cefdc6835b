import SourceText
import Testing

@Suite struct WordsTests {
  /// The tokens with a `|` before each that begins a sentence.
  private func dump(_ text: String) -> String {
    let source = Source(name: "text", text: text)
    var out: [String] = []
    for (i, token) in Words(source.bytes).tokens.enumerated() {
      if i > 0, token.traits.contains(.startsSentence) { out.append("|") }
      out.append(source[token.range])
    }
    return out.joined(separator: " ")
  }

  @Test(arguments: [
    ("Don't count section 15A.", "Don't count section 15A ."),
    ("s.127 and/or s. 8", "s . 127 and / or s . 8"),
    ("body-worn video – 2019-20", "body - worn video – 2019 - 20"),
    ("the “child decoy” cases", "the child decoy cases"),
    ("officers' notes 'so-called'", "officers notes so - called"),
    ("Siân's 😀 naïve £1,000", "Siân's naïve £ 1 , 000"),
    ("____ [your name]", "____ [ your name ]"),
    ("one <!-- two -- three --> four <!-- five", "one four < ! -- five"),
    ("nach\u{AD}name zero\u{200B}width", "nach\u{AD}name zero\u{200B}width"),
    ("", ""),
  ])
  func wordsAreLettersDigitsAndInnerApostrophes(text: String, tokens: String) {
    #expect(dump(text) == tokens)
  }

  @Test(arguments: [
    ("One. Two", "One . | Two"),
    ("One? two! three", "One ? | two ! | three"),
    ("D. Moore of Kent Police, e.g. Mr. Hale", "D . Moore of Kent Police , e . g . Mr . Hale"),
    (
      "under s. 8, ss. 9 and no. 4 of 1 Jan. 2020",
      "under s . 8 , ss . 9 and no . 4 of 1 Jan . 2020"
    ),
    ("in 2019. 2 of them", "in 2019 . | 2 of them"),
    ("(see the policy.) Then", "( see the policy . ) | Then"),
    ("“Stop.” Then", "Stop . | Then"),
    ("So do I. Then", "So do I . | Then"),
    ("one\ntwo\r\nthree", "one two three"),
    ("one\n\ntwo\r\n \r\nthree", "one | two | three"),
    (
      "one\n- two\n• three\n2) four\n(iv) five\n12. six",
      "one | - two | • three | 2 ) four | ( iv ) five | 12 . six"
    ),
    ("in the year\n2019. That", "in the year | 2019 . | That"),
  ])
  func sentencesEndWhereAReaderWouldStop(text: String, tokens: String) {
    #expect(dump(text) == tokens)
  }

  @Test(arguments: [
    ("O’Neill", "o'neill"), ("ÉCOLE", "école"), ("Ž", "ž"), ("–", "-"), ("Œ", "œ"),
  ])
  func capitalsCurlyApostrophesAndDashesMakeNoDifference(one: String, other: String) {
    #expect(
      Words(Array(one.utf8)).tokens.map(\.hash) == Words(Array(other.utf8)).tokens.map(\.hash))
  }

  @Test func quotationsAreKnownByTheirEdges() {
    let text = "the \"child decoy\" and ‘hunter’, officers' (“own”)"
    let source = Source(name: "text", text: text)
    let tokens = Words(source.bytes).tokens
    let opens = tokens.filter { $0.traits.contains(.opensQuotation) }.map { source[$0.range] }
    let closes = tokens.filter { $0.traits.contains(.closesQuotation) }.map { source[$0.range] }
    #expect(opens == ["child", "hunter", "own"])
    #expect(closes == ["decoy", "hunter", "officers", "own"])
  }

  @Test func aFullStopOrHyphenInsideATermIsSlight() {
    let tokens = Words(Array("s.127 of body-worn. End - x".utf8)).tokens
    #expect(tokens.filter { $0.traits.contains(.slight) }.count == 2)
  }

  /// Nobody writes such words, but what is pasted may hold them.
  @Test func aWordLongerThanAnyGoesOnInAFurtherToken() {
    for text in [String(repeating: "a", count: 70_000), String(repeating: "é", count: 40_000)] {
      let bytes = Array("x \(text) y".utf8)
      let tokens = Words(bytes).tokens
      #expect(tokens.count == 4)
      #expect(tokens[1].range.lowerBound == 2)
      #expect(tokens[1].range.upperBound == tokens[2].range.lowerBound)
      #expect(tokens[2].range.upperBound == bytes.count - 2)
      #expect(!bytes[tokens[2].range.lowerBound].continuesScalar)
    }
  }

  @Test func tokensOfOneStretchAfterTheOtherAreFoundFromTheLast() {
    let words = Words(Array("one two three four five six seven eight nine ten".utf8))
    let all = [[0..<7, 8..<13, 14..<48], [4..<13, 13..<13, 19..<23], [0..<0, 0..<48, 48..<48]]
    for stretches in all {
      var last = 0
      for stretch in stretches {
        let found = words.indices(in: stretch, from: last)
        #expect(found == words.indices(in: stretch))
        last = found.upperBound
      }
    }
    #expect(words.indices(in: 8..<18, from: 2) == 2..<4)
  }

  @Test func tokensAreFoundByTheirPlace() {
    let words = Words(Array("one two three".utf8))
    #expect(words.indices(in: 4..<13) == 1..<3)
    #expect(words.indices(in: 5..<8) == 2..<2)
    #expect(words.bytes(of: 1..<3) == 4..<13)
  }
}
