import Answerable
import Testing

@testable import Batches

@Suite struct AnswerSheetTests {
  private static let list = """
    Title: Frauds
    From: Rowan Hale

    1. The number of crimes recorded for each offence.
    - offences: Fraud Act 2006, sections 2, 3 and 12
    - answer: three numbers
    2. Of the crimes in 1, the number charged.
    - outcome: 1
    3. A copy of your policy on fraud.
    4. The number with a marker for romance fraud.
    - flag: romance fraud
    - unit: crimes
    """

  private static let reply = """
    Dear Rowan Hale

    Reference: K-9/26

    Our response is below.

    1. The number of crimes recorded for each offence.

    Section 2: 14
    Section 3: fewer than 5
    Section 12: 4

    2. Of the crimes in 1, the number charged.

    1,102

    3. A copy of your policy on fraud.

    The policy is attached.

    4. The number with a marker for romance fraud.

    Section 31(1)(a) applies, so this is refused.

    Yours sincerely
    """

  private func sheet(_ old: String? = nil) throws -> AnswerSheet {
    let request = try RequestReading(Source(name: "r.md", text: Self.list)).request
    return try AnswerSheet(for: request, old: old.map { Source(name: "answers.csv", text: $0) })
  }

  private func reading(_ text: String = reply) throws -> Reply {
    let request = try RequestReading(Source(name: "r.md", text: Self.list))
    return Reply(Source(name: "kent.txt", text: text), request: request)
  }

  /// What the reply fills with other words in the place of some.
  private func fillings(with words: String, for others: String) throws -> [AnswerSheet.Filling] {
    var sheet = try sheet()
    sheet.add("kent", name: "Kent Police", version: 1)
    return sheet.take(
      try reading(Self.reply.replacing(others, with: words)), from: "kent", letter: "kent.txt")
  }

  @Test func everyFigureHasAColumnAndADocumentNone() throws {
    #expect(
      try sheet().figures.map(\.title) == [
        "1, section 2", "1, section 3", "1, section 12", "2", "4 (crimes)",
      ])
  }

  @Test func aReplyFillsEmptyCellsAndSaysWhich() throws {
    var sheet = try sheet()
    sheet.add("kent", name: "Kent Police", version: 1)
    sheet.add("essex", name: "Essex Police", version: 1)
    let fillings = sheet.take(try reading(), from: "kent", letter: "kent.txt")
    #expect(
      fillings.map { "\($0.figure): \($0.text)" } == [
        "1, section 2: 14", "1, section 2 status: number",
        "1, section 3 status: fewer than five", "1, section 12: 4", "1, section 12 status: number",
        "2: 1,102", "2 status: number", "4 (crimes) status: withheld, section 31(1)(a)",
      ])
    #expect(
      sheet.report(for: [("kent", "Kent Police"), ("essex", "Essex Police")]) == [
        "Kent Police: 1, section 3: fewer than five; 4 (crimes): withheld, section 31(1)(a)",
        "Essex Police: nothing yet",
      ])
  }

  @Test(arguments: [
    ("fewer than 5", "fewer than five"), ("<5", "fewer than five"),
    ("Less than five", "fewer than five"), ("fewer than 10", "fewer than 10"), ("<10", "<10"),
  ])
  func aSmallNumberIsAsSmallAsTheLetterSays(typed: String, status: String) throws {
    let fillings = try fillings(with: typed, for: "fewer than 5")
    #expect(fillings.filter { $0.figure.hasPrefix("1, section 3") }.map(\.text) == [status])
  }

  /// Regulation 12 lists all reasons there are.
  @Test(arguments: [
    ("Section 12(1) of the Act applies, so this is refused.", "over the limit"),
    ("Regulation 12(4)(b) applies, so this is refused.", "withheld, section 12(4)(b)"),
  ])
  func theCostLimitIsSectionTwelve(typed: String, status: String) throws {
    let fillings = try fillings(
      with: typed, for: "Section 31(1)(a) applies, so this is refused.")
    #expect(fillings.last?.text == status)
  }

  @Test func whatSomebodyEnteredStays() throws {
    let old = "my notes;authority;1, section 2\nask again;kent;99\n"
    var sheet = try sheet(old)
    sheet.add("kent", name: "Kent Police", version: 1)
    _ = sheet.take(try reading(), from: "kent", letter: "kent.txt")
    let text = String(decoding: sheet.bytes, as: UTF8.self)
    #expect(text.hasPrefix("my notes;authority;\"1, section 2\";name;"))
    #expect(text.contains("ask again;kent;99;"))
    // A second reading finds nothing more to fill.
    var again = try self.sheet(text)
    #expect(again.take(try reading(), from: "kent", letter: "kent.txt") == [])
    #expect(String(decoding: again.bytes, as: UTF8.self) == text)
  }

  @Test func columnsAreKnownInWhateverLettersTheyAreSaved() throws {
    let request = try RequestReading(Source(name: "list.md", text: Self.list)).request
    let old = Source(name: "answers.csv", text: "Authority,NAME,version\nkent,Kent Police,1\n")
    let text = String(decoding: try AnswerSheet(for: request, old: old).bytes, as: UTF8.self)
    #expect(text.hasPrefix("Authority,NAME,version,marker,extracted on,"))
    _ = try AnswerSheet(for: request, old: Source(name: "answers.csv", text: text))
  }

  @Test func aTableWithoutAuthoritiesIsRefused() {
    #expect(throws: Diagnostics.self) { try sheet("name,1\nKent,2\n") }
  }
}
