import Linting
import SourceText
import Testing

@testable import Replies

@Suite struct SignalTests {
  @Test func everyPhraseOfTheTablesIsAPattern() {
    #expect(Signal.phrases.problems.map(\.text) == [])
    #expect(Category.phrases.problems.map(\.text) == [])
    #expect(Set(Signal.phrases.meanings) == Set(Signal.allCases))
  }
}
