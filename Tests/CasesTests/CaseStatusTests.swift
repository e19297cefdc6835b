import Answerable
import Testing

@Suite struct CaseStatusTests {
  private func status(_ folder: String, letters: Int, closed: String? = nil) throws -> CaseStatus {
    var file = try Fixtures.file(letters)
    file.closed = closed
    let sources = Fixtures.texts.prefix(letters).map { Source(name: "letter", text: $0) }
    let timeline = try Timeline(
      file, letters: sources, under: .foia, calendar: BuiltIn.calendar())
    return CaseStatus(folder: folder, file, authority: "Kent Police", timeline)
  }

  @Test func whatIsLateComesFirst() throws {
    let cases = try [
      status("a", letters: 1, closed: "withdrawn"), status("b", letters: 6),
      status("c", letters: 1), status("d", letters: 3),
    ]
    #expect(cases.inOrder.map { $0.folder } == ["c", "d", "b", "a"])
    let today = try Fixtures.day("2024-11-30")
    #expect(
      cases.inOrder.map { $0.row(today).joined(separator: " | ") } == [
        "c | Kent Police | Friday 29 November 2024 | 1 day late | their answer is due",
        "d | Kent Police | Wednesday 18 December 2024 | in 18 days | your answer to their questions",
        "b | Kent Police | Tuesday 18 March 2025 | in 108 days | last day to ask for a review, if you want one",
        "a | Kent Police |  |  | closed",
      ])
  }

  @Test func aDayThatMovesKeepsItsPlaceInTheCalendar() throws {
    let first = try #require(try status("a", letters: 1).event)
    let extended = try #require(try status("a", letters: 5).event)
    #expect(first.uid == extended.uid)
    #expect(first.day != extended.day)
    #expect(try status("a", letters: 6).event?.uid != first.uid)
  }
}
