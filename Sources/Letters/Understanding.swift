import Requests
import SourceText
import WorkingDays

/// What a request was taken to mean, before anything is written: the dates, the offences by full name, the
/// figures that would come back, and whatever reaches the letter without having been typed.
///
/// It is shown to the applicant, so that nothing is added silently.
public struct Understanding: Sendable {
  /// The first and last day of the figures, when the header gives dates.
  public let period: Period?
  public let countedBy: String?
  public let splitBy: String?
  public let questions: [UnderstoodQuestion]
  public let definitions: [Definition]
  /// Whole sentences from `if over the limit`.
  public let fallbacks: [String]

  /// - Parameters:
  ///   - reading: the request, with its places for the errors.
  ///   - offences: the table that sections and articles are looked up in.
  ///   - today: the day from which "the last three complete financial years" is counted back.
  /// - Throws: every value that the letter could only repeat as it is and the authority would have to ask
  ///   about: dates that can mean two periods, a fall-back that says nothing.
  public init(
    _ reading: RequestReading, offences: Offences, today: Day
  ) throws(Diagnostics) {
    let request = reading.request
    var problems: [Diagnostic] = []
    var questions: [UnderstoodQuestion] = []
    var definitions: [Definition] = []
    var fallbacks: [String] = []
    let period = Self.period(reading, nil, today, &problems)
    for text in request[.define] { definitions.append(Definition(text)) }
    for question in request.questions {
      for text in question[.define] { definitions.append(Definition(text)) }
      let own =
        question[.dates].isEmpty ? nil : Self.period(reading, question.label, today, &problems)
      questions.append(UnderstoodQuestion(question, period: own, offences: offences))
      for value in question[.ifOverLimit] {
        if let fallback = Fallback(typed: value) {
          fallbacks.append(fallback.sentence(question: question.label))
        } else {
          problems.append(Fallback.problem(value, at: reading.place(.ifOverLimit, question.label)))
        }
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    self.period = period
    self.countedBy = request[.countedBy].first
    self.splitBy = request[.splitBy].first
    self.questions = questions
    self.definitions = definitions
    self.fallbacks = fallbacks
  }

  private static func period(
    _ reading: RequestReading, _ question: String?, _ today: Day, _ problems: inout [Diagnostic]
  ) -> Period? {
    guard let place = reading.place(.dates, question) else { return nil }
    do throws(Diagnostics) {
      return try Period.read(reading.source, place.range, today: today)
    } catch {
      problems += error.all
      return nil
    }
  }
}

extension Understanding {
  /// The labels of the questions that the header's dates hold for: those that ask for figures and give no
  /// dates of their own. A question for a document has no period.
  public var dated: [String] {
    var labels: [String] = []
    for question in questions where !question.asksForDocument && question.period == nil {
      labels.append(question.label)
    }
    return labels
  }

  /// Whether a question expects one number and is split, so that it becomes several: who writes "two numbers" for
  /// two years has counted the split.
  public var hasSplitFigure: Bool {
    questions.contains { question in
      question.figures == 1
        && (splitBy != nil || question.lines.contains { $0.label == "Split by" })
    }
  }

  /// How many figures would come back; nil when a question does not say what it expects.
  public var figures: Int? {
    var sum = 0
    for question in questions where !question.asksForDocument {
      guard let figures = question.figures else { return nil }
      sum += figures
    }
    return sum
  }
}

/// A term and what the applicant means by it, typed as `term: meaning`.
public struct Definition: Sendable, Hashable {
  public let term: String
  public let meaning: String

  /// Without a colon the whole text is the meaning of no term in particular.
  public init(_ typed: String) {
    let bytes = Array(typed.utf8)
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let cut = colon ?? 0
    term = String(decoding: bytes[bytes.trimmed(0..<cut)], as: UTF8.self)
    let rest = bytes.trimmed((colon.map { $0 + 1 } ?? 0)..<bytes.count)
    meaning = String(decoding: bytes[rest], as: UTF8.self)
  }
}

/// What to do with a question that would take the request over the cost limit.
enum Fallback: String, CaseIterable {
  case withdraw = "withdraw this question"
  case latestYear = "latest year only"
  case totals = "totals only"

  init?(typed: String) {
    let wanted = typed.lowercased()
    guard let found = Self.allCases.first(where: { $0.rawValue == wanted }) else { return nil }
    self = found
  }

  func sentence(question: String) -> String {
    let start = "If question \(question) would take the request over the cost limit, please"
    return switch self {
    case .withdraw: "\(start) treat it as withdrawn."
    case .latestYear: "\(start) answer it for the latest year only."
    case .totals: "\(start) give the total only."
    }
  }

  static func problem(_ typed: String, at place: Diagnostic.Place?) -> Diagnostic {
    Diagnostic(
      "\"\(typed)\" does not say what should happen to the question", at: place,
      remedy: "write \"withdraw this question\", \"latest year only\" or \"totals only\"")
  }
}

extension RequestReading {
  /// Where the first value of a field stands: of the header, or of the question with a label.
  package func place(_ name: FieldName, _ question: String?) -> Diagnostic.Place? {
    for part in parts where part.question == question {
      switch part.kind {
      case .header(let found) where found == name: return .init(source, part.range)
      case .field(let found) where found == name: return .init(source, part.range)
      default: continue
      }
    }
    return nil
  }
}
