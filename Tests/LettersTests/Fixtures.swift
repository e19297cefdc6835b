import Documents
import Foundation
import Letters
import Requests
import SourceText
import Templating
import Testing
import WorkingDays

/// An invented request and what is needed to write letters from it.
enum Fixtures {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let kent = Authority(
    id: "kent", name: "Kent Police", nations: [.england], slug: "kent_police",
    disclosureLog: "https://www.kent.police.uk/foi")
  static let scotland = Authority(
    id: "police-scotland", name: "Police Scotland", nations: [.scotland], regime: .foisa,
    slug: "police_scotland", email: "foi@scotland.police.uk")

  static let burglaries = """
    Title: Burglaries in Kent, April 2024 to March 2025
    From: Rowan Hale
    Organisation: Hale News
    Reply-to: rowan@hale.example
    Dates: 1 April 2024 to 31 March 2025
    Counted by: date recorded
    Split by: calendar month
    Format: Excel or CSV
    Reference: FOI 27/25
    Version: 2
    Define: dwelling: a house or a flat

    I am asking four forces the same questions.

    1. The number of crimes recorded for each offence.
    - offences: Theft Act 1968, sections 10 and 12
    - flag: your domestic burglary marker
    - answer: two numbers
    2. Of the crimes in 1, the number charged.
    - outcome: 1
    - answer: one number
    - unit: crimes
    - if over the limit: latest year only
    3. A copy of your policy on visiting victims of burglary.
    4. The number of those visits.
    - dates: 1 January 2025 to 31 March 2025
    - counted by: date of the visit
    - split by: week
    - only if: visits are logged
    - define: visit: an officer at the door
    - if over the limit: withdraw this question
    - answer: one number

    Thank you for your help.
    """

  static func reading(_ text: String = burglaries) throws -> RequestReading {
    try RequestReading(Source(name: "burglaries.md", text: text))
  }

  static func draft(
    _ text: String = burglaries, to authority: Authority = kent
  ) throws -> Draft {
    let reading = try reading(text)
    let today = try #require(Day(year: 2026, month: 11, day: 23))
    return try Draft(
      reading, understanding: Understanding(reading, offences: offences(), today: today),
      authority: authority, today: today, sent: Day(year: 2026, month: 11, day: 23),
      due: Day(year: 2026, month: 12, day: 22))
  }

  static func letter(
    _ text: String = burglaries, to authority: Authority = kent, template: String = "new-request"
  ) throws -> Letter {
    try draft(text, to: authority).letter(library().letter(template))
  }

  static func offences() throws -> Offences {
    let file = root.appending(path: "Sources/BuiltIn/Data/offences.csv")
    return try Offences(table: Source(name: "offences.csv", bytes: Array(Data(contentsOf: file))))
  }

  /// The templates as they stand in the project.
  static func library() throws -> TemplateLibrary {
    var files: [TemplateLibrary.File] = []
    for folder in ["letters", "partials", "requests"] {
      let path = root.appending(path: "Templates/\(folder)")
      for name in try FileManager.default.contentsOfDirectory(atPath: path.path).sorted() {
        let bytes = try Array(Data(contentsOf: path.appending(path: name)))
        files.append(
          .init(path: "\(folder)/\(name)", source: try Source(name: name, bytes: bytes)))
      }
    }
    return try TemplateLibrary(files)
  }
}

/// Compares with a file that holds the whole expected output. A file that is not there is written, and the
/// test fails, so that it is looked at; `RECORD=1` writes them all anew.
func expectGolden(_ text: String, _ name: String, location: SourceLocation = #_sourceLocation) {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  let old = try? String(contentsOf: file, encoding: .utf8)
  if old == nil || ProcessInfo.processInfo.environment["RECORD"] == "1" {
    try? text.write(to: file, atomically: true, encoding: .utf8)
  }
  #expect(
    old == text, "look at Golden/\(name); RECORD=1 swift test --filter LettersTests writes it anew",
    sourceLocation: location)
}
