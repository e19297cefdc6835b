import Answerable
import Foundation
import Testing

/// Whole letters in, every finding out.
@Suite struct FindingsTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test func aLetterWithEveryKindOfFaultGivesEachAtItsPlace() throws {
    let letter = try String(
      contentsOf: Self.folder.appending(path: "first-letter.txt"), encoding: .utf8)
    let found = try findings(in: letter, to: "kent")
    let file = Self.folder.appending(path: "first-letter.findings.txt")
    let wanted = try String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try found.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(
      found == wanted, "RECORD=1 swift test --filter FindingsTests writes it anew; read the diff")
  }

  @Test func theWorkedExampleIsCleanOfWhatComesBack() throws {
    let example = try #require(BuiltIn.guides["examples/online-grooming.md"])
    let found = try findings(in: example.text, to: "west-midlands", from: .warning)
    #expect(found == "")
  }

  /// The golden file is the schema of a request's JSON, by example.
  @Test func theWorkedExampleAsJSON() throws {
    let example = try #require(BuiltIn.guides["examples/online-grooming.md"])
    let request = try RequestReading(Source(name: "example", text: example.text)).request
    let file = Self.folder.appending(path: "online-grooming.json")
    let found = request.json.text(.pretty) + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try found.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == found)
  }

  @Test func theLettersOfTheTemplatesAreClean() throws {
    for file in BuiltIn.templates where file.path.hasPrefix("letters/") {
      let source = Source(name: file.path, text: file.text)
      let body = try LetterTemplate.body(of: source)
      #expect(
        try findings(in: source[body], to: nil, from: .warning, except: ["blanks-left-in"]) == "")
    }
  }

  /// What the blanks of each request starter could be filled with, in their order.
  static let fillings: [(starter: String, words: [String])] = [
    (
      "recorded-crime",
      [
        "Burglaries", "April 2024", "March 2025", "R Hale", "kent", "1 April 2024", "31 March 2025",
        "Theft Act 1968, sections 9 and 10",
      ]
    ),
    (
      "stop-and-search",
      [
        "Ashford", "April 2024", "March 2025", "R Hale", "kent", "1 April 2024", "31 March 2025",
        "the district of Ashford",
      ]
    ),
    (
      "spending",
      [
        "drones", "April 2023", "March 2025", "R Hale", "kent", "1 April 2023", "31 March 2025",
        "Skyward Ltd", "drones",
      ]
    ),
    ("policy-document", ["body-worn video", "R Hale", "kent", "body-worn video"]),
    (
      "complaints-figures",
      [
        "stop and search", "April 2024", "March 2025", "R Hale", "kent", "1 April 2024",
        "31 March 2025", "\"use of police powers\"",
      ]
    ),
  ]

  @Test(arguments: fillings.map(\.starter)) func aStarterIsCleanOnceItsBlanksAreFilled(id: String)
    throws
  {
    let file = try #require(BuiltIn.templates["requests/\(id).md"])
    let words = try #require(Self.fillings.first { $0.starter == id }).words
    var pieces = file.text.components(separatedBy: "____")
    #expect(pieces.count == words.count + 1, "a word for each blank of \(id)")
    #expect(try findings(in: file.text, to: nil, from: .error) != "", "blanks are to be filled")
    var filled = pieces.removeFirst()
    for (word, piece) in zip(words, pieces) { filled += word + piece }
    #expect(try findings(in: filled, to: "kent", from: .warning) == "")
  }

  @Test func everyStarterIsTried() {
    let starters = BuiltIn.templates.map(\.path).filter { $0.hasPrefix("requests/") }
    #expect(starters.sorted() == Self.fillings.map { "requests/\($0.starter).md" }.sorted())
  }
}

/// The findings of a text with the built-in rules, a line each: place, rule, question, words.
func findings(
  in text: String, to addressee: String?, from severity: Severity = .advice, except: [String] = []
) throws -> String {
  let linter = BuiltIn.linter(BuiltIn.ruleSet())
  let reading = try RequestReading(Source(name: "letter", text: text))
  let authority = try addressee.map { try BuiltIn.registry().authority(named: $0) }
  let findings = linter.lint(reading, to: authority, today: Day(iso: "2026-11-24"))
  let lines = LineTable(reading.source.bytes)
  var out = ""
  for finding in findings where finding.severity >= severity && !except.contains(finding.rule) {
    let position = lines.position(of: finding.range.lowerBound)
    out += "\(position.line):\(position.column) \(finding.outlook.rawValue) \(finding.rule)"
    out += " [\(finding.question ?? "-")] \(reading.source[finding.range])\n"
  }
  return out
}
