import Requests
import SourceText

extension Check {
  /// A reference that lost its end ("as in your answer to If so, …"), or that names a question
  /// which the letter does not have.
  static let brokenReference = Check("broken-reference") { inspection in
    let references = References(inspection)
    var spots: [Spot] = []
    for part in inspection.parts {
      let indices = part.tokens
      for i in indices {
        if let found = references.cutOff(at: i, within: indices)
          ?? references.nowhere(at: i, within: indices)
          ?? references.partOfNowhere(at: i, within: indices)
        {
          spots.append(Spot(range: inspection.words.bytes(of: found), question: part.question))
        }
      }
    }
    return spots
  }
}

private struct References {
  private let tokens: [Words.Token]
  private let source: Source
  private let labels: Set<String>
  private let prepositions = WordSet("to of in for with by from the a an under")
  private let openers = WordSet("if please however could would also")
  private let questions = WordSet("question questions q")
  private let elsewhere = WordSet("your former earlier previous last old original first")

  init(_ inspection: Inspection) {
    tokens = inspection.words.tokens
    source = inspection.reading.source
    var labels: Set<String> = []
    for question in inspection.reading.request.questions {
      labels.insert(question.typedLabel)
      // "question 1" stands for 1a, 1b and 1c together.
      labels.insert(String(question.label.prefix { $0.isNumber }))
    }
    self.labels = labels
  }

  /// A preposition with a new sentence behind it: the words from the preposition before it on.
  func cutOff(at i: Int, within indices: Range<Int>) -> Range<Int>? {
    guard prepositions.contains(tokens[i].hash), i + 1 < indices.upperBound else { return nil }
    let next = tokens[i + 1]
    let isNewSentence = next.traits.contains(.capital) && openers.contains(next.hash)
    guard isNewSentence, i > indices.lowerBound, !tokens[i].traits.contains(.startsSentence) else {
      return nil
    }
    var start = i
    for back in 1...4 where i - back >= indices.lowerBound {
      let token = tokens[i - back]
      if token.traits.contains(.mark) { break }
      start = i - back
      if prepositions.contains(token.hash) || token.traits.contains(.startsSentence) { break }
    }
    return start..<i + 1
  }

  /// "question 7" where there are five.
  func nowhere(at i: Int, within indices: Range<Int>) -> Range<Int>? {
    guard labels.count > 1, questions.contains(tokens[i].hash), i + 1 < indices.upperBound else {
      return nil
    }
    let number = tokens[i + 1]
    guard number.traits.contains(.digitFirst) else { return nil }
    let label = source[number.range].lowercased()
    guard !labels.contains(label), label.utf8.count <= 4 else { return nil }
    var start = i
    if i > indices.lowerBound {
      let before = tokens[i - 1]
      if elsewhere.contains(before.hash) { return nil }
      if prepositions.contains(before.hash) { start = i - 1 }
    }
    return start..<i + 2
  }

  /// "Of the crimes in 7, …" where there are five.
  func partOfNowhere(at i: Int, within indices: Range<Int>) -> Range<Int>? {
    guard labels.count > 1, tokens[i].hash == Self.of, tokens[i].traits.contains(.startsSentence)
    else { return nil }
    let next = i + 2
    for k in next..<max(next, min(i + 6, indices.upperBound - 2)) where tokens[k].hash == Self.in {
      let number = tokens[k + 1]
      guard number.traits.contains(.digitFirst), tokens[k + 2].hash == Self.comma else { continue }
      let label = source[number.range].lowercased()
      // Longer numbers are years.
      return labels.contains(label) || label.utf8.count > 3 ? nil : k..<k + 2
    }
    return nil
  }

  private static let of = WordHash("of")
  private static let `in` = WordHash("in")
  private static let comma = WordHash(",")
}
