import Requests
import SourceText
import WorkingDays

/// What comes of a sheet: the request made clear, and what the reply says to each point.
public struct Refinement: Sendable {
  public let request: Request
  /// In the order of the authority's letter.
  public let answers: [Answer]
  /// Whether anything of the old request is gone, so that the new questions stand in its place.
  public let replaces: Bool
  /// What became of each old question, for the version's history.
  public let history: [String]

  /// What the reply says to a point.
  public struct Answer: Sendable, Hashable {
    /// Nil for questions that no point mentions.
    public let point: String?
    /// The labels in the old request.
    public let questions: [String]
    public let text: String

    /// `question 1c`, `questions 2 and 3`; empty for the whole request.
    public var about: String {
      questions.isEmpty
        ? "" : "\(questions.count == 1 ? "question" : "questions") \(questions.listed)"
    }
  }

  /// - Throws: every part that is undecided, ticked twice or has a blank left in it, at its place.
  public init(_ sheet: RefinementSheet, in source: Source) throws(Diagnostics) {
    var checked = SheetCheck(sheet, source)
    checked.check()
    guard checked.problems.isEmpty else { throw Diagnostics(checked.problems) }
    var writing = RefinedRequest(sheet)
    writing.take()
    request = writing.request
    replaces = writing.replaces
    answers = writing.answers()
    history = writing.history
  }
}

/// Whether a sheet says one thing about each point, and says it whole.
private struct SheetCheck {
  let sheet: RefinementSheet
  let source: Source
  private(set) var problems: [Diagnostic] = []

  init(_ sheet: RefinementSheet, _ source: Source) {
    self.sheet = sheet
    self.source = source
  }

  mutating func check() {
    var used: Set<String> = []
    for decision in sheet.decisions {
      let ticked = decision.options.filter { $0.isTicked && !$0.isAddition }
      if ticked.isEmpty {
        say(
          "\(decision.name) is not decided", decision.range, "put an x into one of its boxes: [x]")
      } else if ticked.count > 1 {
        say("\(decision.name) has two ticks", ticked[1].range, "leave one of them")
      }
      for option in decision.options where option.isTicked {
        if option.effect.blank.hasBlank {
          say(
            "this choice has a blank to fill", option.range,
            "write in the place of ____ what you mean")
        }
        if case .questions(let labels) = option.effect {
          for label in labels {
            used.insert(label)
            if !sheet.newQuestions.contains(where: { $0.label == label }) {
              say(
                "there is no new question (\(label.uppercased()))", option.range,
                "add it under \"# New questions\", or name another")
            }
          }
        }
        if case .dates(let dates) = option.effect, !dates.hasBlank,
          !isPeriod(dates)
        {
          say(
            "these dates have no clear first and last day", option.range,
            "write them as 1 April 2024 to 31 March 2025")
        }
      }
    }
    checkFates()
    for question in sheet.newQuestions where used.contains(question.label) {
      let isWhole = question.fields.allSatisfy { $0.values.allSatisfy { !$0.hasBlank } }
      if question.text.hasBlank || !isWhole {
        say(
          "the new question (\(question.label.uppercased())) has a blank to fill",
          place(of: question.label), "write in the place of ____ what you mean")
      }
    }
  }

  /// Two parts about one question may each replace it by new questions, but not say two things of it.
  private mutating func checkFates() {
    var first: [String: (effect: RefinementSheet.Effect, name: String)] = [:]
    for decision in sheet.decisions {
      for option in decision.options where option.isTicked {
        switch option.effect {
        case .questions, .reword, .withdraw: break
        case .dates, .define, .ask, .keep, .answer, .add, .leaveOut, .totalsOnly: continue
        }
        for label in decision.questions {
          guard let other = first[label] else {
            first[label] = (option.effect, decision.name)
            continue
          }
          if case (.questions, .questions) = (other.effect, option.effect) { continue }
          guard other.effect != option.effect else { continue }
          say(
            "question \(label) has another fate in \(other.name)", option.range,
            "say in one of the two what becomes of it, and tick \"stand by it\" or \"ask\" in the other"
          )
        }
      }
    }
  }

  /// The line of a new question in the sheet.
  private func place(of label: String) -> ByteRange {
    var start = source.contentStart
    while start < source.bytes.count {
      let line = source.bytes.trimmed(start..<source.bytes.lineEnd(from: start))
      let bytes = source.bytes[line]
      if bytes.count > 2, bytes.first == UInt8(ascii: "("),
        source[line.lowerBound..<line.lowerBound + 3].uppercased().bracketedLetters == [label]
      {
        return line
      }
      start = source.bytes.nextLine(after: start)
    }
    return 0..<0
  }

  private func isPeriod(_ text: String) -> Bool {
    let source = Source(name: "dates", text: text)
    return (try? Period.read(source, source.content, today: nil)) != nil
  }

  private mutating func say(_ message: String, _ range: ByteRange, _ remedy: String) {
    problems.append(Diagnostic(message, at: .init(source, range), remedy: remedy))
  }
}
