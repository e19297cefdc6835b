import Requests
import SourceText

/// A part of a request that rules read, and the scope it belongs to.
struct ScopedPart {
  let part: RequestReading.Part
  let scope: Scope

  /// The parts in the order of the text, without other people's words.
  static func all(of reading: RequestReading) -> [ScopedPart] {
    let hasQuestions = reading.parts.contains { $0.kind == .question }
    var all: [ScopedPart] = []
    for part in reading.parts {
      guard let scope = Scope(of: part.kind, inTextWithQuestions: hasQuestions) else { continue }
      all.append(ScopedPart(part: part, scope: scope))
    }
    return all
  }

  /// Whether both are words of one question.
  func isSameQuestion(as other: ScopedPart) -> Bool {
    part.question != nil && part.question == other.part.question && scope == other.scope
  }
}

extension Array<ScopedPart> {
  /// The passages that a matcher reads one by one.
  func passages(in words: Words) -> [Matcher.Passage] {
    var passages: [Matcher.Passage] = []
    for (i, part) in enumerated() {
      passages.append(
        Matcher.Passage(
          tokens: words.indices(in: part.part.range), scope: part.scope,
          opensQuestion: i == 0 || !part.isSameQuestion(as: self[i - 1]),
          closesQuestion: i + 1 == count || !part.isSameQuestion(as: self[i + 1])))
    }
    return passages
  }
}

extension Scope {
  fileprivate init?(of kind: RequestReading.Part.Kind, inTextWithQuestions hasQuestions: Bool) {
    switch kind {
    case .question: self = .questions
    case .context: self = hasQuestions ? .context : [.context, .questions]
    case .header(.title): self = .title
    case .header(.allow), .quotation: return nil
    case .header, .field: self = .fields
    case .salutation, .closing, .signature: self = .frame
    }
  }
}
