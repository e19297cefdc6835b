import CommandLineKit
import Testing

@Suite struct StyleTests {
  @Test(arguments: [
    (nil, true, nil, true), (nil, false, nil, false), (nil, true, "1", false),
    (nil, true, "", true),
    ("auto", true, nil, true), ("auto", true, "1", false), ("always", false, "1", true),
    ("never", true, nil, false),
  ])
  func coloursWhereItIsWanted(
    _ choice: String?, _ isTerminal: Bool, _ noColour: String?, _ isColoured: Bool
  ) {
    let palette = Palette(choice: choice, isTerminal: isTerminal, noColour: noColour)
    #expect(palette.isColoured == isColoured)
  }

  @Test func stylesTextOrLeavesItAlone() {
    #expect(Palette(isColoured: true)(.red, "error") == "\u{1B}[31merror\u{1B}[0m")
    #expect(Palette(isColoured: true)(.red, "") == "")
    #expect(Palette(isColoured: false)(.red, "error") == "error")
  }
}
