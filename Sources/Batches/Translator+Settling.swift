import Requests
import SourceText

/// What a person decided of their own accord, and what is asked about an authority that works in several nations.
extension Translator {
  /// "question 3" with `withdraw` or other words.
  mutating func settleQuestion(_ label: String) throws(Diagnostics) {
    for subject in ["question \(label)", "question \(label), wording"] {
      guard let choice = try sheet.entry(subject, jurisdiction, authority)?.choice(among: []) else {
        continue
      }
      settle("question \(label), wording")
      switch choice.outcome {
      case .withdraw, .leaveOut: withdraw(label)
      case .keep: break
      case .write(let words): reword(label, words)
      }
      return
    }
  }

  /// Puts other words in the place of a question's own; its fields stay.
  mutating func reword(_ label: String, _ words: String) {
    let parts = reading.parts.filter { part in
      part.question == label && (part.kind == .question || part.kind == .quotation)
    }
    guard let first = parts.first, let last = parts.last, !reworded.contains(label) else { return }
    reworded.insert(label)
    settle("question \(label), wording")
    notComparable(label)
    replace(first.range.lowerBound..<last.range.upperBound, by: words)
    note("question \(label): your own words")
  }

  /// "question 2, marker", "dates": a line for which a person chose other words.
  ///
  /// - Returns: whether the line is done with.
  mutating func settlePart(_ part: RequestReading.Part) throws(Diagnostics) -> Bool {
    if part.kind == .question || part.kind == .quotation {
      return part.question.map { isSettled("question \($0), wording") } ?? false
    }
    guard let (subject, entry) = entry(for: part) else { return false }
    // What the program offers choices of its own for is settled where it offers them.
    if part.kind == .field(.outcome), jurisdiction == .scotland { return false }
    guard let choice = try entry.choice(among: []) else { return false }
    let isFirst = !isSettled(subject)
    settle(subject)
    switch choice.outcome {
    case .withdraw:
      if let label = part.question { withdraw(label) } else { remove(part.range) }
    case .leaveOut:
      remove(part.range)
      notComparable(part.question)
    case .keep: break
    case .write where !isFirst: remove(part.range)
    case .write(let words):
      replace(part.range, by: words)
      note("\(subject): \(words)")
      // Every force has its own marker; that is what the question asks for.
      if part.kind != .field(.flag) { notComparable(part.question) }
    }
    return true
  }

  private func entry(for part: RequestReading.Part) -> (String, DecisionSheet.Entry)? {
    for subject in subjects(of: part) {
      if let entry = sheet.entry(subject, jurisdiction, authority) { return (subject, entry) }
    }
    return nil
  }

  /// The ways in which a heading may name a part.
  func subjects(of part: RequestReading.Part) -> [String] {
    switch part.kind {
    case .header(let name): return ([name.rawValue] + name.synonyms)
    case .field(let name):
      let label = part.question ?? ""
      return ([name.rawValue] + name.synonyms).map { "question \(label), \($0)" }
    case .question, .quotation: return ["question \(part.question ?? ""), wording"]
    case .context, .salutation, .closing, .signature:
      return [isBeforeQuestions(part) ? "text before the questions" : "text behind the questions"]
    }
  }

  private func isBeforeQuestions(_ part: RequestReading.Part) -> Bool {
    guard let first = reading.parts.first(where: { $0.question != nil }) else { return true }
    return part.range.lowerBound < first.range.lowerBound
  }

  /// British Transport Police works in Scotland too: which of its figures are meant?
  mutating func askWhichFigures() throws(Diagnostics) {
    guard jurisdiction == .several, isBoundToNation else { return }
    let sentence = "All figures are for \(Jurisdiction.englandAndWales.name) only."
    let decision = Decision(
      .authority(authority), "which figures",
      because:
        "It works in more than one nation, and the offences, outcomes or markers of this request are those of one.",
      [
        .init(
          "\(Jurisdiction.englandAndWales.name) only (the letter says so)", .write(sentence),
          isSuggested: true),
        .init("as the request stands, wherever it recorded them", .keep, isComparable: false),
      ])
    guard let choice = try choice(for: decision) else { return }
    if case .write(let words) = choice.outcome {
      addContext(words)
      note("\"\(words)\"")
    }
    if !choice.isComparable {
      for question in reading.request.questions { notComparable(question.label) }
    }
  }

  /// Whether anything in the request means something in some nations only.
  private var isBoundToNation: Bool {
    for part in reading.parts {
      switch part.kind {
      case .field(.offences), .field(.outcome), .field(.flag): return true
      case .question, .context:
        let named = offences.references(in: reading.source.bytes, range: part.range)
        let isBound = named.contains { reference in
          if case .provision(.some, _) = reference.kind { true } else { false }
        }
        if isBound { return true }
      default: continue
      }
    }
    return false
  }
}
