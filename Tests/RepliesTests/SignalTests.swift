import Linting
import SourceText
import Testing

@testable import Replies

@Suite struct SignalTests {
  @Test func everyMeaningOfTheTablesIsKnown() {
    #expect(Set(Signal.phrases.book.meanings) == Set(Signal.allCases.map(\.rawValue)))
    for meaning in Category.phrases.book.meanings { #expect(Category(rawValue: meaning) != nil) }
  }
}
