import Requests
import SourceText

/// A part of a request that rules read, the scope it belongs to and its words.
struct ScopedPart {
  let part: RequestReading.Part
  let passage: Matcher.Passage
  /// Its place among the parts of the request.
  let number: Int

  var kind: RequestReading.Part.Kind { part.kind }
  var range: ByteRange { part.range }
  var question: String? { part.question }
  var scope: Scope { passage.scope }
  /// The tokens that begin in it, by index.
  var tokens: Range<Int> { passage.tokens }
}

/// Parts of a request in the order of the text, without other people's words.
///
/// A part is put together when it is asked for: a list of them all would take more memory than the text.
struct ScopedParts: RandomAccessCollection {
  private let parts: [RequestReading.Part]
  /// What a matcher reads one by one, for each part of the request.
  let passages: [Matcher.Passage]
  private var numbers: [Int] = []

  /// All that rules read.
  init(of reading: RequestReading, in words: Words) {
    parts = reading.parts
    let hasQuestions = parts.contains { $0.kind == .question }
    var passages: [Matcher.Passage] = []
    passages.reserveCapacity(parts.count)
    numbers.reserveCapacity(parts.count)
    for (number, part) in parts.enumerated() {
      var passage = Matcher.Passage(
        tokens: words.indices(in: part.range, from: passages.last?.tokens.upperBound ?? 0),
        scope: Scope(of: part.kind, inTextWithQuestions: hasQuestions))
      if !passage.scope.isEmpty {
        if let last = numbers.last, part.question != nil, part.question == parts[last].question,
          passage.scope == passages[last].scope
        {
          passage.opensQuestion = false
          passages[last].closesQuestion = false
        }
        numbers.append(number)
      }
      passages.append(passage)
    }
    self.passages = passages
  }

  /// Those that a scope takes in.
  func within(_ scope: Scope) -> ScopedParts {
    var some = self
    some.numbers.removeAll { passages[$0].scope.isDisjoint(with: scope) }
    return some
  }

  var startIndex: Int { 0 }
  var endIndex: Int { numbers.count }

  subscript(i: Int) -> ScopedPart {
    let number = numbers[i]
    return ScopedPart(part: parts[number], passage: passages[number], number: number)
  }
}

extension Scope {
  /// Of other people's words nothing.
  fileprivate init(of kind: RequestReading.Part.Kind, inTextWithQuestions hasQuestions: Bool) {
    switch kind {
    case .question: self = .questions
    case .context: self = hasQuestions ? .context : [.context, .questions]
    case .header(.title): self = .title
    case .header(.allow), .quotation: self = []
    case .header, .field: self = .fields
    case .salutation, .closing, .signature: self = .frame
    }
  }
}
