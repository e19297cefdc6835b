import Answerable
import Foundation
import Testing

/// The same letter in another dress gives the same findings: over whole letters, real ones where they are at hand.
///
/// The examples of the rules are dressed up one by one when they are checked (`GuideTests`).
@Suite struct MetamorphicTests {
  private static let linter = BuiltIn.linter(BuiltIn.ruleSet())

  /// The requests of the development half, and the letter of our own tests.
  static let letters: [String] = {
    var letters: [String] = []
    if let own = try? String(
      contentsOf: FindingsTests.folder.appending(path: "first-letter.txt"), encoding: .utf8)
    {
      letters.append(own)
    }
    let shared = FoundingCase.folder.appending(path: "../corpus/items.jsonl")
    let lines = (try? String(contentsOf: shared, encoding: .utf8)) ?? ""
    for line in lines.split(separator: "\n") {
      guard let item = try? JSON.read(Source(name: "items", text: String(line))),
        item["kind"]?.string == "request", let text = item["text"]?.string,
        !text.contains("\r"), !text.contains("“"), !text.contains("’")
      else { continue }
      letters.append(text)
    }
    return letters
  }()

  private func findings(_ text: String) throws -> [Finding] {
    Self.linter.lint(try RequestReading(Source(name: "letter", text: text)))
  }

  /// Rule and words of each finding, white space and quotation marks apart.
  private func summary(_ text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    return try findings(text).map { finding in
      let words = String(decoding: bytes[finding.range], as: UTF8.self)
      let plain = words.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return "\(finding.rule): " + plain.filter { !"'\"‘’“”".contains($0) }
    }
  }

  @Test(arguments: letters)
  func lineBreaksAndQuotationMarksChangeNothing(letter: String) throws {
    let plain = try summary(letter)
    #expect(try summary(letter.replacingOccurrences(of: "\n", with: "\r\n")) == plain)
    var curly = ""
    for character in letter {
      let opens = curly.last.map { $0.isWhitespace || $0 == "(" || $0 == "[" } ?? true
      switch character {
      case "\"": curly.append(opens ? "“" : "”")
      case "'": curly.append(opens ? "‘" : "’")
      default: curly.append(character)
      }
    }
    #expect(try summary(curly) == plain)
  }

  /// Other people's words are left alone.
  @Test(arguments: letters)
  func whatIsQuotedIsNobodysRequest(letter: String) throws {
    let quoted = letter.split(separator: "\n", omittingEmptySubsequences: false)
      .map { "> \($0)" }.joined(separator: "\n")
    #expect(try findings(quoted).map(\.rule) == [])
  }

  @Test(arguments: letters)
  func fixesFitAndLeaveNoMoreToFind(letter: String) throws {
    let before = try findings(letter)
    #expect(try findings(letter) == before)
    var bytes = Array(letter.utf8)
    let edits = before.compactMap { finding in
      finding.fixes.first { !$0.edits.isEmpty }?.edits
    }.joined()
    guard !edits.isEmpty else { return }
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
      bytes.replaceSubrange(edit.range, with: edit.replacement.utf8)
    }
    #expect(try findings(String(decoding: bytes, as: UTF8.self)).count <= before.count)
  }
}
