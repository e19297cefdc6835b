import CommandLineKit
import Testing

@testable import foi

@Suite struct ProgramTests {
  @Test func theTableOfVerbsAndOptionsIsSound() {
    #expect(Program.command.problems == [])
  }
}
