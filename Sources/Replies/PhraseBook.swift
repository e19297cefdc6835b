import Linting
import SourceText

/// A table of `meaning: pattern` lines, ready to be looked up in a text.
///
/// The table is one literal read at first use, because long lists of values take the compiler seconds.
struct PhraseBook<Meaning: Sendable>: Sendable {
  let phrases: Phrases
  let meanings: [Meaning]
  /// What is wrong with the table; a test sees to it that nothing is.
  let problems: [Diagnostic]

  init(_ table: StaticString, _ meaning: (String) -> Meaning?) {
    let source = Source(
      name: "phrases", text: table.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
    var patterns: [Pattern] = []
    var meanings: [Meaning] = []
    var problems: [Diagnostic] = []
    var start = 0
    while start < source.bytes.count {
      let line = start..<source.bytes.lineEnd(from: start)
      start = source.bytes.nextLine(after: start)
      guard let colon = source.bytes[line].firstIndex(of: UInt8(ascii: ":")) else { continue }
      guard let meaning = meaning(source[line.lowerBound..<colon]) else {
        problems.append(Diagnostic("unknown meaning", at: .init(source, line.lowerBound..<colon)))
        continue
      }
      do throws(Diagnostics) {
        patterns.append(try Pattern(source, source.bytes.trimmed(colon + 1..<line.upperBound)))
        meanings.append(meaning)
      } catch {
        problems += error.all
      }
    }
    phrases = Phrases(patterns)
    self.meanings = meanings
    self.problems = problems
  }
}
