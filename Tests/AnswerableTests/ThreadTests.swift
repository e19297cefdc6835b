import Answerable
import Testing

/// What is made once and used for many, used by many threads at once. `.ci/run` has Thread Sanitizer watch.
@Suite struct ThreadTests {
  private static let texts = [
    "Dear Kent Police,\n\n1. The number of arrests in 2019/20 for online fraud, and any and all emails.\n",
    "Title: Robberies\nFrom: R Hale\nDates: last year\n\n1. The number of robberies (Theft Act 1968, section 8).\n",
    "1. Why was the counter at Larch Road closed? 2. All documents relating to it.\n",
  ]
  private static let request = """
    Title: Robberies
    From: R Hale
    Dates: 1 April 2024 to 31 March 2025

    1. The number of robberies recorded.
    - offences: Theft Act 1968, section 8
    - split by: month
    """

  @Test func `one linter reads for many at once`() async throws {
    let linter = BuiltIn.linter(BuiltIn.ruleSet())
    let registry = BuiltIn.registry()
    let addressees = try ["kent", "police-scotland", "psni"].map {
      try registry.authority(named: $0)
    }
    @Sendable func findings(_ number: Int) throws -> [Finding] {
      let text = Self.texts[number % Self.texts.count]
      return linter.lint(
        try RequestReading(Source(name: "text", text: text)),
        to: addressees[number / Self.texts.count % addressees.count],
        today: Day(year: 2026, month: 11, day: 23))
    }
    let alone = try (0..<9).map { try findings($0) }
    #expect(alone.contains { !$0.isEmpty } && Set(alone).count > 3)
    try await withThrowingTaskGroup { group in
      for number in 0..<72 { group.addTask { (number, try findings(number)) } }
      for try await (number, found) in group { #expect(found == alone[number % 9]) }
    }
  }

  @Test func `one template is filled in for many at once`() async throws {
    let template = try TemplateLibrary(BuiltIn.templateFiles()).letter("new-request")
    let reading = try RequestReading(Source(name: "request", text: Self.request))
    let today = try #require(Day(year: 2026, month: 11, day: 23))
    let registry = BuiltIn.registry()
    let draft = try Draft(
      reading, understanding: Understanding(reading, offences: BuiltIn.offences(), today: today),
      authority: registry.authority(named: "kent"), today: today)
    let addressees = try ["kent", "essex", "surrey"].map { try registry.authority(named: $0) }
    let alone = try addressees.map { try draft.readdressed(to: $0).letter(template).text }
    #expect(Set(alone).count == addressees.count)
    try await withThrowingTaskGroup { group in
      for number in 0..<60 {
        group.addTask {
          (number, try draft.readdressed(to: addressees[number % 3]).letter(template).text)
        }
      }
      for try await (number, text) in group { #expect(text == alone[number % 3]) }
    }
  }
}
