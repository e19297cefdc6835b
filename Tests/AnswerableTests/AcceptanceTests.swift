import Answerable
import Foundation
import Testing

/// The case that the project began with, where its letters are at hand: a folder `../shared`, or `$SHARED`.
@Suite(.enabled(if: FoundingCase.isThere, "there is no folder ../shared with the founding case"))
struct AcceptanceTests {
  @Test func theFirstLetterGivesTheEightDecisionsInTheirTwentyThreePlaces() throws {
    let places = try FoundingCase.warnings(in: "1-request.txt")
    let wanted: [String: [String]] = [
      "blanks-left-in": ["7:28", "7:68", "7:108", "7:147", "7:186", "7:246"],
      "slash-year": ["3:54", "11:53", "13:53", "15:197"],
      "arrest-records": ["3:34", "11:33", "13:33"],
      "vague-association": ["3:62", "5:59", "11:61", "13:61", "15:142"],
      "open-ended-list": ["3:95"],
      "unrecorded-attribute": ["9:75", "11:150"],
      "unrecorded-source": ["13:129"],
      "names-of-all": ["15:23"],
    ]
    #expect(places == wanted)
  }

  @Test func theRefinedLetterStillHasItsYearItsBrokenReferenceAndItsDecoys() throws {
    let places = try FoundingCase.warnings(in: "4-refined.txt")
    #expect(places["slash-year"] == ["7:95"])
    #expect(places["broken-reference"] == ["12:118"])
    #expect(places["unrecorded-attribute"] == ["9:59", "10:59", "11:59"])
  }

  @Test func theTermsItQuotesForASearchAreLeftAlone() throws {
    let text = try FoundingCase.text("4-refined.txt")
    let found = try findings(in: text, to: "west-midlands")
    #expect(!found.contains("OCAG"))
    #expect(!found.contains("activist group"))
  }
}

enum FoundingCase {
  static let folder = URL(
    filePath: ProcessInfo.processInfo.environment["SHARED"] ?? FileManager.default
      .currentDirectoryPath + "/../shared"
  ).appending(path: "founding")

  static var isThere: Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: "1-request.txt").path)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The places of errors and warnings as `line:column`, by rule.
  static func warnings(in name: String) throws -> [String: [String]] {
    var places: [String: [String]] = [:]
    for line in try findings(in: text(name), to: "west-midlands", from: .warning).split(
      separator: "\n")
    {
      let words = line.split(separator: " ")
      places[String(words[2]), default: []].append(String(words[0]))
    }
    return places
  }
}
