import CommandLineKit
import Testing

@Suite struct TableTests {
  @Test func linesColumnsUpWhateverIsInThem() {
    let bold = Palette(isColoured: true)
    let lines = table([
      ["kent", "Kent Police", "England"], ["警察", "e\u{301}"], [bold(.bold, "met"), "", "England"],
    ])
    #expect(
      lines == """
        kent  Kent Police  England
        警察  é
        \u{1B}[1mmet\u{1B}[0m                England

        """)
  }

  @Test func leavesNoBlanksAtTheEndOfALine() {
    #expect(table([["a", ""], ["long", "x"], []], gap: 1) == "a\nlong x\n\n")
    #expect(table([]) == "")
  }
}
