import CommandLineKit
import Testing

@Suite struct PromptTests {
  @Test func asksForALine() {
    let name = Prompt<String>.line("Your name?")
    #expect(name.text == "Your name? ")
    #expect(name.read(" Rowan Hale\r") == "Rowan Hale")
    #expect(name.read("") == nil)
    #expect(name.read("  ") == nil)
  }

  @Test func takesAnEmptyLineForTheDefault() {
    let format = Prompt<String>.line("Format?", default: "Excel")
    #expect(format.text == "Format? [Excel] ")
    #expect(format.read("") == "Excel")
    #expect(format.read("CSV") == "CSV")
    let organisation = Prompt<String>.line("Organisation?", default: "")
    #expect(organisation.text == "Organisation? (may be left empty) ")
    #expect(organisation.read("") == "")
  }

  @Test func asksForAChoiceByItsNumber() {
    let choice = Prompt<Int>.choice("What now?", among: ["Write", "Reply"])
    #expect(choice.text == "What now?\n  1  Write\n  2  Reply\nNumber: ")
    #expect(choice.read("1") == 0)
    #expect(choice.read(" 2 ") == 1)
    for line in ["", "0", "3", "-1", "Write", "9223372036854775807", "-9223372036854775808"] {
      #expect(choice.read(line) == nil)
    }
    #expect(choice.hint == "Type a number from 1 to 2.")
    #expect(Prompt<Int>.choice("What now?", among: []).read("1") == nil)
  }

  @Test(arguments: [
    ("", true), ("y", true), ("YES", true), ("n", false), (" No ", false), ("perhaps", nil),
  ])
  func asksYesOrNo(_ line: String, _ answer: Bool?) {
    let prompt = Prompt<Bool>.yesOrNo("Write it?", default: true)
    #expect(prompt.text == "Write it? [Y/n] ")
    #expect(prompt.hint == "Type y or n, or nothing for yes.")
    #expect(prompt.read(line) == answer)
  }

  @Test func mayTakeAnEmptyLineForNo() {
    let prompt = Prompt<Bool>.yesOrNo("Overwrite?", default: false)
    #expect(prompt.text == "Overwrite? [y/N] ")
    #expect(prompt.read("") == false)
  }
}
