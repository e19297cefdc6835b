/// A Freedom of Information request as its writer means it: a header, some context, and questions.
///
/// The same value is read from a question list, from a plain letter and from JSON, and can be written as
/// any of them. It holds the writer's words only: nothing is corrected, defaulted or worked out here.
public struct Request: Sendable, Hashable {
  /// The header's fields, in the order they were written.
  public var fields: [Field]
  /// What stands before the first question: context and definitions, paragraphs apart by a blank line.
  public var context: String
  public var questions: [Question]
  /// What stands behind the last question.
  public var remarks: String

  public init(
    fields: [Field] = [], context: String = "", questions: [Question] = [], remarks: String = ""
  ) {
    self.fields = fields
    self.context = context
    self.questions = questions
    self.remarks = remarks
  }

  /// The values of a header field; empty when the writer gave none.
  public subscript(name: FieldName) -> [String] { fields.values(of: name) }

  /// What the request is about: the writer's title, or of a plain letter the beginning of its first question.
  public var subject: String {
    if let title = self[.title].first, !title.isEmpty { return title }
    let words = questions.first?.text.split { $0 == " " || $0 == "\n" } ?? []
    var first = words.prefix(10)
    // Cut short, it does not end in the middle of "between 2022 and 2024".
    while first.count < words.count, first.count > 1, let last = first.last, Self.leads(last) {
      first.removeLast()
    }
    var subject = first.joined(separator: " ")
    // It stands inside sentences of its own.
    while let last = subject.utf8.last, "?.,:;!".utf8.contains(last) { subject.removeLast() }
    return subject
  }

  private static let leading = [
    "a", "an", "the", "of", "in", "on", "at", "by", "to", "for", "from", "with", "between", "since",
    "during", "and", "or", "that", "which", "were", "was", "are", "is",
  ]

  /// Whether a word only leads on to what follows it.
  private static func leads(_ word: Substring) -> Bool { leading.contains(word.lowercased()) }
}

/// One question and what the writer says about it.
///
/// Sub-questions are questions too: "1a" stands in the list behind "1".
public struct Question: Sendable, Hashable {
  /// The label as typed, in small letters without punctuation: `1`, `1a`, `6iii`.
  ///
  /// A list without labels is numbered from 1; a label used twice is told apart as `4` and `4#2`.
  public var label: String
  /// The words of the question, wrapped lines joined, paragraphs and list lines apart by line breaks.
  public var text: String
  public var fields: [Field]

  public init(label: String, text: String, fields: [Field] = []) {
    self.label = label
    self.text = text
    self.fields = fields
  }

  /// The values of a field of this question; empty when the writer gave none.
  public subscript(name: FieldName) -> [String] { fields.values(of: name) }
}

extension Array<Field> {
  func values(of name: FieldName) -> [String] {
    var values: [String] = []
    for field in self where field.name == name { values += field.values }
    return values
  }
}
