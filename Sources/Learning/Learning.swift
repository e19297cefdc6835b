import Foundation
import Linting
import Replies
import SourceText

/// Learns from letters of known kinds how much each word says of a letter's kind, and says how well that does.
///
/// Usage, in the package's folder: `swift run -c release learning` writes `kinds.csv` anew and tries it on letters that
/// nothing was learnt from; `--each` tries every file of letters on what all others teach; `--check` writes nothing, and
/// fails when `kinds.csv` is not what the letters teach.
@main
enum Learning {
  private static let letters = URL(filePath: "Tests/Letters")
  private static let table = URL(filePath: "Sources/BuiltIn/Data/kinds.csv")
  /// How many rows of the table may differ between machines, whose logarithms differ in the last digit.
  private static let leeway = 20

  static func main() throws {
    let learnt = try LetterSet.all(in: letters.appending(path: "learnt"))
    let unseen = try LetterSet.all(in: letters.appending(path: "unseen"))
    let made = Table(learnt.flatMap { $0.letters })
    switch CommandLine.arguments.dropFirst().first {
    case "--each":
      print("Letters of each file, when only the others were learnt from:")
      for (i, left) in learnt.enumerated() {
        let others = learnt.indices.filter { $0 != i }.flatMap { learnt[$0].letters }
        try report([left], by: WordWeights(Table(others)))
      }
    case "--check":
      let kept = try Set(String(contentsOf: table, encoding: .utf8).split(separator: "\n"))
      let difference = kept.symmetricDifference(made.text.split(separator: "\n")).count
      guard difference <= leeway else {
        print("\(difference) rows of kinds.csv are not what the letters teach")
        print("  = swift run -c release learning")
        exit(1)
      }
      print("kinds.csv is what \(learnt.reduce(0) { $0 + $1.letters.count }) letters teach")
    default:
      try made.text.write(to: table, atomically: true, encoding: .utf8)
      print("Letters that were learnt from:")
      try report(learnt, by: WordWeights(made))
      print("Letters that nothing was learnt from:")
      try report(unseen, by: WordWeights(made))
    }
  }

  /// How many letters are told rightly by words and phrases together, and by phrases alone.
  private static func report(_ sets: [LetterSet], by weights: WordWeights) {
    for set in sets {
      var right = 0
      var phrases = 0
      var mistakes: [String: Int] = [:]
      for letter in set.letters {
        let said = letter.evidence.phrases
        let told = letter.evidence.judgement(by: weights)?.kind ?? said
        if said.rawValue == letter.kind { phrases += 1 }
        if told.rawValue == letter.kind {
          right += 1
        } else {
          mistakes["\(letter.kind) as \(told.rawValue)", default: 0] += 1
        }
      }
      print("  \(set.name): \(right) of \(set.letters.count), by phrases alone \(phrases)")
      let worst = mistakes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      if !worst.isEmpty {
        print("    " + worst.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
      }
    }
  }
}

extension WordWeights {
  fileprivate init(_ made: Table) throws {
    try self.init(table: Source(name: "kinds.csv", text: made.text))
  }
}
