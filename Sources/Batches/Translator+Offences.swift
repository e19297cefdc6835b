import Requests
import SourceText

/// What became of the offences of one question, over all of its lines.
struct OffenceTally {
  /// What becomes of one of them.
  fileprivate enum Fate {
    case written, leftOut
    /// A person has to decide first.
    case open
  }

  /// How many were typed, each once.
  fileprivate var typed = 0
  /// Those that are asked about, in comparable words.
  fileprivate var written: Set<String> = []
  fileprivate var isOpen = false

  fileprivate mutating func take(_ fate: Fate) {
    switch fate {
    case .written: break
    case .leftOut: typed += 1
    case .open: isOpen = true
    }
  }

  /// - Returns: those that were not written yet: two offences may have one twin.
  fileprivate mutating func take(_ lines: [String], asTyped: Bool) -> [String] {
    let once = lines.filter { written.insert(comparableName($0)).inserted }
    // What the applicant typed twice was never two figures.
    typed += asTyped ? once.count : lines.count
    return once
  }
}

extension Translator {
  /// Offences by their twins, each on a line of its own so that none is mistaken for another's section.
  mutating func translateOffences(_ part: RequestReading.Part) throws(Diagnostics) {
    guard jurisdiction != .several, let label = part.question else { return }
    let references = offences.references(in: reading.source.bytes, range: part.range)
    var tally = tallies[label] ?? OffenceTally()
    var lines: [String] = []
    var done: Set<String> = []
    var hasChanged = false
    for reference in references {
      let typed = reading.source[reference.range]
      switch reference.kind {
      case .act(let act):
        guard !offences.holds(act, in: jurisdiction.nation) else {
          lines.append(typed)
          continue
        }
        hasChanged = true
        tally.take(try decideUnknown(act.name, part, &lines))
      case .provision(let act?, let provision) where reference.offences.isEmpty:
        let name = "\(provision) of the \(act.name)"
        guard !offences.holds(act, in: jurisdiction.nation) else {
          lines.append(name)
          continue
        }
        hasChanged = true
        tally.take(try decideUnknown(name, part, &lines))
      case .provision(nil, _), .unknown:
        guard isStrange(typed) else {
          lines.append(typed)
          continue
        }
        hasChanged = true
        tally.take(try decideUnknown(typed, part, &lines))
      case .provision, .code, .name:
        let ids = Set(reference.offences.map { $0.id })
        // "section 15 (88/1 and 88/2)" is one offence.
        if !ids.isEmpty, ids.isSubset(of: done) {
          hasChanged = hasChanged || isForeignCode(reference)
          continue
        }
        done.formUnion(ids)
        if isHere(reference) {
          lines.append(name(of: reference, typed))
          continue
        }
        hasChanged = true
        tally.take(try translate(reference, typed, part, &lines))
      }
    }
    let once = tally.take(lines, asTyped: !hasChanged)
    tallies[label] = tally
    guard hasChanged else { return }
    if once.isEmpty { remove(part.range) } else { replaceField(part.range, byLines: once) }
  }

  /// A question of whose offences none is left is not asked; one with fewer of them has fewer figures.
  mutating func settleOffences(of question: String) {
    guard let tally = tallies[question], !tally.isOpen else { return }
    let missing = tally.typed - tally.written.count
    if tally.written.isEmpty, missing > 0 {
      withdraw(question)
    } else if missing > 0 {
      notComparable(question)
      takeFromAnswer(missing, of: tally.typed, question)
    }
  }

  private func isForeignCode(_ reference: OffenceReference) -> Bool {
    if case .code = reference.kind { jurisdiction != .englandAndWales } else { false }
  }

  /// Whether what was typed means the same offence to this authority.
  private func isHere(_ reference: OffenceReference) -> Bool {
    let holds = reference.offences.contains { $0.applies(in: jurisdiction.nation) }
    return holds && !isForeignCode(reference)
  }

  /// What is here and stays, in words that a force of the jurisdiction reads as its own.
  private func name(of reference: OffenceReference, _ typed: String) -> String {
    switch reference.kind {
    case .provision(let act?, let provision): return "\(provision) of the \(act.name)"
    case .name:
      let here = reference.offences.filter { $0.applies(in: jurisdiction.nation) }
      return here.count == 1 ? here[0].reference : typed
    default: return typed
    }
  }

  private mutating func translate(
    _ reference: OffenceReference, _ typed: String, _ part: RequestReading.Part,
    _ lines: inout [String]
  ) throws(Diagnostics) -> OffenceTally.Fate {
    var twins: [Offence] = []
    for offence in reference.offences {
      for twin in offences.equivalents(of: offence, in: jurisdiction.nation).offences
      where !twins.contains(where: { $0.id == twin.id }) {
        twins.append(twin)
      }
    }
    let subject = subject(of: reference, typed)
    if twins.count == 1, twins[0].isSeen {
      lines.append(twins[0].reference)
      note("\(subject) → \(twins[0].fullName)")
      return .written
    }
    let decision = Decision(
      .jurisdiction(jurisdiction), subject,
      because: reason(reference.offences, twins, part.question), choices(twins))
    guard let choice = try choice(for: decision) else { return .open }
    if !choice.isComparable { notComparable(part.question) }
    switch choice.outcome {
    case .write(let words):
      lines.append(words.onOneLine)
      note("\(subject) → \(words)")
      return .written
    case .keep:
      lines.append(subject)
      return .written
    case .leaveOut, .withdraw:
      notComparable(part.question)
      note("\(subject) is left out")
      return .leftOut
    }
  }

  private func subject(of reference: OffenceReference, _ typed: String) -> String {
    switch reference.kind {
    case .provision(let act?, let provision): "\(provision) of the \(act.name)"
    case .code(let code): "Home Office code \(code)"
    default: typed.onOneLine
    }
  }

  private func reason(_ foreign: [Offence], _ twins: [Offence], _ question: String?) -> String {
    let what = foreign.first.map { "\($0.title) (question \(question ?? "")). " } ?? ""
    let place = jurisdiction.name
    let nearest = twins.map {
      $0.act == nil ? $0.fullName : "\($0.fullName), \($0.act?.shortName ?? "")"
    }
    .joined(separator: "; ")
    switch twins.count {
    case 0:
      return "\(what)It is no law in \(place), and foi knows no offence there that stands for it."
    case 1:
      return
        "\(what)It is no law in \(place). The nearest there is \(nearest), but that comes from general knowledge and was not seen in a source: look it up first."
    default:
      let isCertain = twins.allSatisfy { $0.isSeen }
      return
        "\(what)It is no law in \(place), and more than one offence there comes near: \(nearest)."
        + (isCertain ? "" : " Not all of these were seen in a source: look them up first.")
    }
  }

  private func choices(_ twins: [Offence]) -> [Decision.Choice] {
    var choices: [Decision.Choice] = []
    if twins.count > 1 {
      let all = twins.map { $0.reference }.joined(separator: ", ")
      choices.append(
        .init("\(twins.references), together", .write("\(all), together"), isSuggested: true))
    }
    for twin in twins {
      choices.append(
        .init(
          twin.reference, .write(twin.reference), isSuggested: twins.count == 1,
          isComparable: twins.count == 1))
    }
    choices.append(
      .init("leave this offence out", .leaveOut, isSuggested: twins.isEmpty, isComparable: false))
    return choices
  }

  /// Whether words that the table does not know look like a law that may be another nation's.
  private mutating func isStrange(_ typed: String) -> Bool {
    guard jurisdiction != home else { return false }
    let words = comparableWords(typed)
    return words.contains { word in
      word.utf8.first?.isDigit == true || ["act", "order", "section", "article"].contains(word)
    }
  }

  func homeJurisdiction() -> Jurisdiction {
    var counts: [Int] = Jurisdiction.allCases.map { _ in 0 }
    for part in reading.parts where part.kind == .field(.offences) || part.kind == .question {
      for reference in offences.references(in: reading.source.bytes, range: part.range) {
        for (i, jurisdiction) in Jurisdiction.allCases.enumerated()
        where reference.offences.contains(where: { $0.applies(in: jurisdiction.nation) }) {
          counts[i] += 1
        }
      }
    }
    var best = 0
    for i in counts.indices.dropLast() where counts[i] > counts[best] { best = i }
    return Jurisdiction.allCases[best]
  }

  private mutating func decideUnknown(
    _ typed: String, _ part: RequestReading.Part, _ lines: inout [String]
  ) throws(Diagnostics) -> OffenceTally.Fate {
    let decision = Decision(
      .jurisdiction(jurisdiction), typed.onOneLine,
      because:
        "Question \(part.question ?? "") names it, and foi does not know whether it is law in \(jurisdiction.name).",
      [
        .init("leave this offence out", .leaveOut, isComparable: false),
        .init("keep it as it is", .keep),
      ])
    guard let choice = try choice(for: decision) else { return .open }
    if !choice.isComparable { notComparable(part.question) }
    switch choice.outcome {
    case .write(let words): lines.append(words.onOneLine)
    case .keep: lines.append(typed.onOneLine)
    case .leaveOut, .withdraw:
      note("\(typed.onOneLine) is left out")
      return .leftOut
    }
    return .written
  }

  /// "six numbers" for six offences are five when one of them is left out or has the twin of another, and "two numbers" are "one number".
  private mutating func takeFromAnswer(_ leftOut: Int, of total: Int, _ question: String?) {
    let numbers = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    guard total > leftOut,
      let part = reading.parts.first(where: {
        $0.question == question && $0.kind == .field(.answer)
      })
    else { return }
    let words = ProseWords(reading.source.bytes, in: part.range).words
    guard let word = words.first else { return }
    let isWord = numbers.indices.contains(total - 1) && word.text == numbers[total - 1]
    guard isWord || word.text == "\(total)" else { return }
    replace(word.range, by: isWord ? numbers[total - leftOut - 1] : "\(total - leftOut)")
    if total - leftOut == 1, words.count > 1,
      ["numbers", "figures", "amounts", "totals"].contains(words[1].text)
    {
      let plural = words[1].range
      erase(plural.upperBound - 1..<plural.upperBound)
    }
  }
}

extension [Offence] {
  /// "sections 23 and 33 of the Sexual Offences (Scotland) Act 2009", where all stand in one Act.
  fileprivate var references: String {
    guard let first, let act = first.act, count > 1, allSatisfy({ $0.act == act }) else {
      return map { $0.reference }.joined(separator: " and ")
    }
    let numbers = map { String($0.provision.drop { $0 != " " }.dropFirst()) }
    let list = numbers.dropLast().joined(separator: ", ")
    return "\(act.provisionWord)s \(list) and \(numbers[count - 1]) of the \(act.name)"
  }
}
