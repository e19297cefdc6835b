import Answerable
import Foundation
import Testing

/// An invented case: tool thefts in Kent, asked about, clarified, put off and partly refused.
enum Fixtures {
  static let request = """
    Dear Kent Police,

    1. How many thefts of tools from vans did you record in 2023/24?

    2. In how many of them was somebody charged?

    3. In how many did one of your own bait vans play a part?

    4. Please name the groups of van watchers who sent you video.

    Yours faithfully,

    Rowan Hale
    """

  static let acknowledgement = """
    Dear R Hale

    Thank you for your request, reference KP-431/24, which we have received. The Freedom of Information Act 2000
    applies to it, and you will have a response within 20 working days.

    Freedom of Information Unit, Kent Police
    """

  static let clarification = """
    Dear R Hale

    FOI Request Reference: KP-431/24

    Please clarify your request before we can go on with it:

    1. Do you mean the financial year 2023/2024 or the calendar years 2023 and 2024?

    2. Question 4: please name the groups that you have in mind.

    If we do not receive your clarification within 30 working days, your request will be closed.

    Freedom of Information Unit, Kent Police
    """

  static let refined = """
    Dear Kent Police,

    Reference KP-431/24

    I wish to make my request clearer:

    1. The number of thefts of tools from vans recorded from 1 April 2023 to 31 March 2024.

    2. Of these, the number charged.

    3. The number in which a bait van of yours played a part.

    Yours sincerely,

    Rowan Hale
    """

  static let `extension` = """
    Dear R Hale

    FOI Request Reference: KP-431/24

    A qualified exemption may apply, and the Act gives us longer than the usual time to weigh the public interest in it. We
    are still doing so, and need an additional 20 working days. You should hear
    from us by 20 January 2025. The exemption is section 31(3).

    Freedom of Information Unit, Kent Police
    """

  static let refusal = """
    Dear R Hale

    FOI Request Reference: KP-431/24

    RESPONSE

    1. The number of thefts of tools from vans recorded from 1 April 2023 to 31 March 2024.

    412

    2. Of these, the number charged.

    17

    3. The number in which a bait van of yours played a part.

    Kent Police neither confirms nor denies holding this, by virtue of the exemption in section 31(3).

    You can ask for an internal review within 40 working days of this letter.

    Freedom of Information Unit, Kent Police
    """

  static func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  /// The case up to a number of letters.
  static func file(_ letters: Int = 6, to authority: String = "kent") throws -> CaseFile {
    var file = CaseFile(
      title: "Thefts of tools from vans", applicant: "Rowan Hale", authority: authority,
      reference: "KP-431/24")
    let entries: [(String, LetterKind)] = [
      ("2024-11-01", .sent(.request)), ("2024-11-01", .received(.acknowledgement)),
      ("2024-11-05", .received(.clarification)), ("2024-11-23", .sent(.refined)),
      ("2024-12-20", .received(.extension)), ("2025-01-20", .received(.refusal)),
    ]
    for (iso, kind) in entries.prefix(letters) {
      file.add(.init(try day(iso), kind, file.fileName(for: kind, ending: "txt")))
    }
    return file
  }

  static let texts = [request, acknowledgement, clarification, refined, `extension`, refusal]

  static func timeline(
    _ letters: Int = 6, under regime: Regime = .foia, more: [(String, LetterKind, String)] = []
  ) throws -> Timeline {
    var file = try file(letters)
    var texts = Array(texts.prefix(letters))
    for (iso, kind, text) in more {
      file.add(.init(try day(iso), kind, file.fileName(for: kind, ending: "txt")))
      texts.append(text)
    }
    let sources = texts.map { Source(name: "letter", text: $0) }
    return try Timeline(file, letters: sources, under: regime, calendar: BuiltIn.calendar())
  }

  /// A case as `foi case show` prints it.
  static func page(_ timeline: Timeline, under regime: Regime = .foia, today: String) throws
    -> String
  {
    let page = CasePage(
      timeline, folder: "cases/tools", under: regime, today: try day(today))
    let rows = page.rows.map { $0.joined(separator: " | ") }
    return (rows + [""] + page.next).joined(separator: "\n") + "\n"
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
    old == text, "look at Golden/\(name); RECORD=1 swift test --filter CasesTests writes it anew",
    sourceLocation: location)
}
