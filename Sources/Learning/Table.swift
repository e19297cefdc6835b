import Documents
import Foundation
import Linting
import Replies
import SourceText

/// The table of weights that letters teach (`kinds.csv`).
struct Table {
  let text: String

  /// How many words and pairs of words it keeps: of the thousands that more than two letters use, those that tell most.
  private static let size = 2000
  private static let leastLetters = 3
  /// How far the words believe the phrases, which know the formulas that many offices use and misread other words.
  private static func trust(_ phrases: Reply.Kind) -> Double {
    // To overlook that something is asked costs the applicant most: the clock stands still and nobody answers.
    phrases == .clarification ? 1.4 : 0.7
  }

  init(_ letters: [LetterSet.Letter]) {
    let kinds = Reply.Kind.allCases.map { $0.rawValue }.sorted()
    let texts = letters.map { $0.evidence.texts }
    var counts: [String: Int] = [:]
    for texts in texts { for text in texts { counts[text, default: 0] += 1 } }
    var terms = counts.filter { $0.value >= Self.leastLetters }.map { $0.key }.sorted()
    var learnt = Self.learn(terms, from: letters, texts, kinds)
    // Once more with those that tell most, so that they take over what the others said.
    let telling = terms.indices.map { i in
      kinds.indices.map { abs(learnt.centred(i)[$0]) }.max() ?? 0
    }
    terms = terms.indices.sorted { (telling[$0], terms[$1]) > (telling[$1], terms[$0]) }
      .prefix(Self.size).map { terms[$0] }.sorted()
    learnt = Self.learn(terms, from: letters, texts, kinds)

    var rows = [["words"] + kinds]
    for phrases in Reply.Kind.allCases {
      var row: [Double] = []
      for kind in kinds {
        let ofKind = letters.filter { $0.kind == kind }
        let saying = ofKind.filter { $0.evidence.phrases == phrases }
        let share = Double(saying.count + 1) / Double(ofKind.count + kinds.count)
        row.append(Self.trust(phrases) * log(share))
      }
      let mean = row.reduce(0, +) / Double(row.count)
      rows.append([KindEvidence.name(of: phrases)] + row.map { Self.cell($0 - mean) })
    }
    for (i, term) in terms.enumerated() {
      let row = [term] + learnt.centred(i).map(Self.cell)
      if row.dropFirst().contains(where: { $0 != "0" }) { rows.append(row) }
    }
    text = CSV.text(rows)
  }

  private static func learn(
    _ terms: [String], from letters: [LetterSet.Letter], _ texts: [Set<String>], _ kinds: [String]
  ) -> Regression {
    let numbers = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, $0) })
    let examples = zip(letters, texts).map { letter, texts in
      Regression.Example(
        terms: texts.compactMap { numbers[$0] }.sorted(),
        kind: kinds.firstIndex(of: letter.kind) ?? 0)
    }
    return Regression(examples, terms: terms.count, kinds: kinds.count)
  }

  private static func cell(_ weight: Double) -> String {
    let units = Int((weight * WordWeights.unitsOfOne).rounded())
    let range = WordWeights.range
    return String(min(max(units, range.lowerBound), range.upperBound))
  }
}

extension Regression {
  /// A term's weights as far as they differ from one another.
  func centred(_ term: Int) -> [Double] {
    let row = weights[term * kinds..<(term + 1) * kinds]
    let mean = row.reduce(0, +) / Double(kinds)
    return row.map { $0 - mean }
  }
}

extension KindEvidence {
  /// Its words and pairs of words as the table writes them, each once.
  var texts: Set<String> {
    var texts: Set<String> = []
    for term in terms {
      let first = text(ofToken: term.first)
      let text = term.first == term.last ? first : "\(first) \(text(ofToken: term.last))"
      // What the table would read as something else has no place in it.
      if WordWeights.key(of: text) == term.key { texts.insert(text) }
    }
    return texts
  }

  private func text(ofToken token: Int) -> String {
    let token = words.tokens[token]
    return token.traits.contains(.digitFirst) ? "0" : source[token.range].lowercased()
  }
}
