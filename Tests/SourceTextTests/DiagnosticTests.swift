import SourceText
import Testing

@Suite struct DiagnosticTests {
  @Test func showsTheLineWithACaretUnderThePlace() {
    let source = Source(name: "taser.md", text: "Title: Taser use\nFrom: R Hale\nPreiod: 2024\n")
    let diagnostics = source.error(
      "unknown header \"preiod\"", at: 30..<36, remedy: "did you mean \"period\"?")
    #expect(
      diagnostics.text == """
        error: unknown header "preiod"
          --> taser.md:3:1
        3 | Preiod: 2024
          | ^^^^^^ did you mean "period"?
        """)
  }

  @Test func keepsTheCaretInPlaceBehindTabsAndEmoji() {
    let source = Source(name: "-", text: "\t😀 Siân: x")
    let place = Diagnostic.Place(source, 6..<11)
    let lines = Diagnostic("here", at: place).text.split(separator: "\n")
    #expect(lines.last == "  | \t  ^^^^")
    #expect(place.label == "-:1:4")
  }

  @Test func showsNoControlCharactersOfTheInput() {
    let source = Source(name: "-", text: "a\u{1B}[31mb\u{202E}c")
    #expect(!Diagnostic("x", at: .init(source, 0..<1)).text.contains("\u{1B}"))
    #expect(!Diagnostic("x", at: .init(source, 0..<1)).text.contains("\u{202E}"))
  }

  @Test func cutsALineOfMegabytesAroundThePlace() {
    let source = Source(name: "-", text: String(repeating: "é", count: 500_000) + "!")
    let text = Diagnostic("x", at: .init(source, 1_000_000..<1_000_001)).text
    #expect(text.utf8.count < 1000)
    #expect(text.contains("!"))
  }

  @Test func namesTheOffsetOfAByteThatIsNotUTF8() throws {
    let bytes = Array("Title: caf".utf8) + [0xE9] + Array(" prices\n".utf8)
    let error = #expect(throws: Diagnostics.self) { try Source(name: "a.txt", bytes: bytes) }
    #expect(error?.text.contains("byte at offset 10") == true)
    #expect(error?.text.contains("--> a.txt:1:11") == true)
  }
}

@Suite struct LineTableTests {
  @Test func everyKindOfLineBreakEndsALine() {
    let table = LineTable(Array("a\nb\r\nc\rd".utf8))
    #expect(table.count == 4)
    #expect(table.position(of: 7) == Position(line: 4, column: 1))
    #expect(table.range(ofLine: 2) == 2..<3)
  }

  @Test func countsColumnsInScalarsAndUTF16() {
    let table = LineTable(Array("é😀x".utf8))
    #expect(table.position(of: 6).column == 3)
    #expect(table.utf16Position(of: 6).character == 3)
    #expect(table.byteColumn(of: 6) == 6)
  }

  /// Long lines are counted by stretches; every offset has to come out as it does by counting.
  @Test(arguments: ["", "\u{FEFF}", "first\n"])
  func aLongLineIsCountedAsAShortOne(head: String) {
    let line = head + String(repeating: "aé😀€ ", count: 900)
    let table = LineTable(Array((line + "\nnext").utf8))
    var (column, character) = (1, 0)
    var offset = head.utf8.count
    for scalar in line.unicodeScalars.dropFirst(head.unicodeScalars.count) {
      let position = table.utf16Position(of: offset)
      guard table.position(of: offset).column == column, position.character == character else {
        Issue.record("at \(offset)")
        return
      }
      column += 1
      character += scalar.value > 0xFFFF ? 2 : 1
      offset += String(scalar).utf8.count
    }
    #expect(table.position(of: offset + 2).line == (head == "first\n" ? 3 : 2))
  }

  @Test func ofVeryManyErrorsTheFirstAreShownAndTheRestCounted() {
    let source = Source(name: "x", text: String(repeating: "a\n", count: 80))
    let errors = (0..<80).map { Diagnostic("no", at: .init(source, 2 * $0..<2 * $0 + 1)) }
    let texts = Diagnostics(errors).texts
    #expect(texts.count == 51)
    #expect(texts[49].hasPrefix("error: no\n   --> x:50:1\n"))
    #expect(texts.last == "error: and 30 more; see to these first")
    #expect(Diagnostics(Array(errors.prefix(50))).texts.count == 50)
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let table = LineTable(Array("\u{FEFF}ab".utf8))
    #expect(table.position(of: 4) == Position(line: 1, column: 2))
  }
}

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("preiod", "period"), ("offenses", "offences"), ("west-midland", "west-midlands"),
  ])
  func findsWhatWasMeant(typed: String, meant: String) {
    #expect(
      nearestName(to: typed, among: ["title", "period", "offences", "west-midlands"]) == meant)
  }

  @Test func saysNothingWhenNothingIsNear() {
    #expect(nearestName(to: "zebra", among: ["title", "period"]) == nil)
  }
}

@Suite struct EditTests {
  @Test func editsMayComeInAnyOrder() {
    let text = Array("one two three".utf8)
    let edits = [Edit(8..<13, "3"), Edit(0..<3, "1")]
    #expect(text.applying(edits) == Array("1 two 3".utf8))
    #expect(text.applying(edits.reversed()) == text.applying(edits))
  }

  @Test func ofTwoThatOverlapTheFirstIsMade() {
    #expect(
      Array("abcdef".utf8).applying([Edit(2..<5, "Y"), Edit(0..<3, "X")]) == Array("Xdef".utf8))
  }
}
