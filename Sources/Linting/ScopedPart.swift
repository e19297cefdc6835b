import Requests
import SourceText

/// A part of a request that rules read, the scope it belongs to and its words.
struct ScopedPart {
  let part: RequestReading.Part
  let scope: Scope
  /// The tokens that begin in it, by index.
  let tokens: Range<Int>
  /// Its place among the parts.
  let number: Int

  var kind: RequestReading.Part.Kind { part.kind }
  var range: ByteRange { part.range }
  var question: String? { part.question }

  /// The parts in the order of the text, without other people's words.
  static func all(of reading: RequestReading, in words: Words) -> [ScopedPart] {
    let hasQuestions = reading.parts.contains { $0.kind == .question }
    var all: [ScopedPart] = []
    all.reserveCapacity(reading.parts.count)
    for part in reading.parts {
      guard let scope = Scope(of: part.kind, inTextWithQuestions: hasQuestions) else { continue }
      let tokens = words.indices(in: part.range, near: all.last?.tokens.upperBound ?? 0)
      all.append(ScopedPart(part: part, scope: scope, tokens: tokens, number: all.count))
    }
    return all
  }

  /// Whether both are words of one question.
  func isSameQuestion(as other: ScopedPart) -> Bool {
    question != nil && question == other.question && scope == other.scope
  }
}

extension Array<ScopedPart> {
  /// The passages that a matcher reads one by one.
  var passages: [Matcher.Passage] {
    var passages: [Matcher.Passage] = []
    passages.reserveCapacity(count)
    for (i, part) in enumerated() {
      passages.append(
        Matcher.Passage(
          tokens: part.tokens, scope: part.scope,
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
