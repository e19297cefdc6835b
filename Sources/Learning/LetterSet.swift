import Foundation
import Replies
import SourceText

/// Letters of known kinds, as one file holds them.
///
/// A letter begins with a line `=== kind`; the lines `? …` under it say what a clarification asks. All letters of a
/// file are in one manner, so that what was learnt from the others can be tried on it.
struct LetterSet {
  struct Letter {
    let kind: String
    /// What it asks, each on one line.
    let points: [String]
    let source: Source
    let evidence: KindEvidence
  }

  let name: String
  let letters: [Letter]

  init(_ file: URL) throws {
    name = file.deletingPathExtension().lastPathComponent
    var letters: [Letter] = []
    let text = try String(contentsOf: file, encoding: .utf8)
    for part in "\n\(text)".components(separatedBy: "\n=== ").dropFirst() {
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      let points = lines.dropFirst().prefix { $0.hasPrefix("? ") }
      let body = lines.dropFirst(1 + points.count).joined(separator: "\n")
      let source = Source(name: "\(name) \(letters.count + 1)", text: body)
      letters.append(
        Letter(
          // A letter that gives some and withholds some refuses, as far as the next steps go.
          kind: lines[0] == "partial" ? "refusal" : String(lines[0]),
          points: points.map { String($0.dropFirst(2)) }, source: source,
          evidence: KindEvidence(source)))
    }
    self.letters = letters
  }

  static func all(in folder: URL) throws -> [LetterSet] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .sorted { $0.path < $1.path }
      .map { try LetterSet($0) }
  }
}
