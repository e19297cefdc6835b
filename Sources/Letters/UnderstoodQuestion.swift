import Requests
import SourceText
import WorkingDays

/// A question as the letter will put it, and what was made of its fields.
public struct UnderstoodQuestion: Sendable {
  public let label: String
  public let text: String
  /// The question's own dates, where it has any.
  public let period: Period?
  /// What stands below the question in the letter, in the order in which it was typed.
  public let lines: [Line]
  /// The full names of the offences that were recognised, in the order in which they were typed.
  public let offences: [String]
  /// What reached the letter without having been typed.
  public let additions: [String]
  /// How many figures answer it; nil when it does not say.
  public let figures: Int?
  /// Whether it asks for a document rather than for figures.
  public let asksForDocument: Bool

  /// A labelled line below a question: "Marker: …", or a label and a list.
  public struct Line: Sendable, Hashable {
    public let label: String
    /// Empty when a list follows.
    public let value: String
    public let values: [String]

    init(_ label: String, _ value: String) {
      (self.label, self.value, self.values) = (label, value, [])
    }

    init(_ label: String, list: [String]) {
      (self.label, self.value, self.values) = (label, "", list)
    }
  }

  init(_ question: Question, period: Period?, offences table: Offences) {
    var lines: [Line] = []
    var offences: [String] = []
    var isListed = false
    var additions: [String] = []
    for field in question.fields {
      for value in field.values {
        switch field.name {
        case .offences:
          // All of a question's make one list, whatever stands between them.
          guard !isListed else { continue }
          let list = OffenceList(question[.offences], table)
          lines += list.lines
          offences = list.names
          isListed = true
        case .outcome:
          lines.append(Line("Outcome", Self.outcome(value, &additions)))
        case .dates: lines.append(Line("Dates", period?.text ?? value))
        case .flag: lines.append(Line("Marker", value))
        case .countedBy: lines.append(Line("Counted by", value))
        case .splitBy: lines.append(Line("Split by", value))
        case .unit: lines.append(Line("Unit", value))
        case .answer: lines.append(Line("Answer", value))
        case .onlyIf: lines.append(Line("Only if", Self.condition(value, &additions)))
        // These stand elsewhere in the letter, or in its header.
        case .ifOverLimit, .define, .title, .from, .organisation, .to, .law, .template, .reference,
          .version, .allow, .replyTo, .format:
          break
        }
      }
    }
    self.label = question.typedLabel
    self.text = question.text
    self.period = period
    self.offences = offences
    self.figures = Self.figures(in: question[.answer])
    asksForDocument = Self.asksForDocument(question)
    if asksForDocument {
      lines.append(Line("Version", "the one in force when you receive this letter"))
      additions.append("the version in force when the letter is received")
    }
    self.lines = lines
    self.additions = additions
  }

  /// An outcome by its number and name. Outcomes change while a case runs, so the letter says as at when.
  private static func outcome(_ typed: String, _ additions: inout [String]) -> String {
    let addition = "on the day you run the search"
    additions.append("\"\(addition)\", because outcomes change while a case runs")
    let name = Outcome(number: typed).map { "\($0.number), \($0.name)" } ?? typed
    return "\(name), \(addition)"
  }

  private static func condition(_ typed: String, _ additions: inout [String]) -> String {
    let addition = "If not, saying so answers the question."
    additions.append("\"\(addition)\"")
    let ends = typed.utf8.last == UInt8(ascii: ".")
    return "\(typed)\(ends ? "" : ".") \(addition)"
  }

  /// The numbers in what is expected: "six numbers", "one number, and the name of the marker".
  private static func figures(in answers: [String]) -> Int? {
    var sum: Int?
    for answer in answers {
      var last: Int?
      for word in answer.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
        let isUnit =
          word.hasPrefix("number") || word.hasPrefix("figure") || word.hasPrefix("amount")
        if isUnit, let number = last { sum = (sum ?? 0) + number }
        last = Int(word).map { min($0, mostFigures) } ?? smallNumber(String(word))
      }
    }
    return sum
  }

  /// More than anybody asks for: what is typed there must not grow beyond what can be added up.
  private static let mostFigures = 100_000

  private static func smallNumber(_ word: String) -> Int? {
    [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
      "twenty",
    ].firstIndex(of: word)
  }

  /// A document is asked for by name, and not counted.
  private static func asksForDocument(_ question: Question) -> Bool {
    let bytes = Array(question.text.utf8)
    let documents: [StaticString] = [
      "copy of", "copies of", "a copy", "the policy", "the guidance",
    ]
    let counts: [StaticString] = ["number of", "how many", "how much", "amount", "total"]
    return question[.answer].isEmpty && bytes.mention(documents) && !bytes.mention(counts)
  }
}

extension Array<UInt8> {
  fileprivate func mention(_ phrases: [StaticString]) -> Bool {
    for i in indices where i == 0 || !self[i - 1].isASCIILetter {
      for phrase in phrases where matches(phrase, at: i) { return true }
    }
    return false
  }
}
