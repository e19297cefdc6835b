import Linting
import Requests
import SourceText
import WorkingDays

extension Translator {
  /// Outcomes by number are the Home Office's, which Northern Ireland uses too and Scotland does not.
  mutating func translateOutcome(_ part: RequestReading.Part) throws(Diagnostics) {
    guard jurisdiction == .scotland, let label = part.question else { return }
    let typed = reading.source[part.range].onOneLine
    var choices: [Decision.Choice] = [
      .init("withdraw this question", .withdraw, isComparable: false)
    ]
    if let words = wordsForReports(label) {
      choices.append(.init("ask instead: \(words)", .write(words), isComparable: false))
    }
    let decision = Decision(
      .jurisdiction(.scotland), "question \(label), outcome",
      because:
        "Outcome \(typed) is a number of the Home Office's, and Police Scotland has no outcomes by number. What it records when it reports a crime for prosecution is not the same, so the answer will not be comparable.",
      choices)
    guard let choice = try choice(for: decision) else { return }
    switch choice.outcome {
    case .withdraw: withdraw(label)
    case .leaveOut: remove(part.range)
    case .keep: break
    case .write(let words):
      remove(part.range)
      reword(label, words)
    }
    notComparable(label)
  }

  /// "Of the crimes in 2, the number charged" with what follows "the number" exchanged.
  private func wordsForReports(_ label: String) -> String? {
    guard let question = reading.request.questions.first(where: { $0.label == label }) else {
      return nil
    }
    let bytes = Array(question.text.utf8)
    let prose = ProseWords(bytes, in: 0..<bytes.count)
    for i in prose.words.indices {
      guard let number = prose.matches(["the", "number"], at: i) else { continue }
      let start = String(decoding: bytes[..<number.upperBound], as: UTF8.self)
      return "\(start) that you reported to the procurator fiscal.".onOneLine
    }
    return nil
  }

  /// A marker of the Home Office's is, elsewhere, whichever marker the force uses.
  mutating func translateMarker(_ part: RequestReading.Part) throws(Diagnostics) {
    guard jurisdiction != .englandAndWales, jurisdiction != .several else { return }
    let bytes = reading.source.bytes
    let phrases = MarkerWords.all(in: bytes, range: part.range)
    if let phrase = phrases.first, phrases.count == 1,
      ProseWords(bytes, in: part.range).words.allSatisfy({
        phrase.range.contains($0.range.lowerBound)
      })
    {
      let words = phrase.words(for: jurisdiction)
      replace(part.range, by: words)
      note("\"\(reading.source[part.range].onOneLine)\" → \"\(words)\"")
      return
    }
    let prose = ProseWords(bytes, in: part.range)
    guard prose.words.indices.contains(where: { prose.matches(["home", "office"], at: $0) != nil })
    else { return translateProse(part) }
    let label = part.question ?? ""
    let decision = Decision(
      .jurisdiction(jurisdiction), "question \(label), marker",
      because:
        "\"\(reading.source[part.range].onOneLine)\" is the Home Office's, and forces in \(jurisdiction.name) have markers of their own.",
      [.init("withdraw this question", .withdraw, isComparable: false)])
    guard let choice = try choice(for: decision) else { return }
    switch choice.outcome {
    case .withdraw: withdraw(label)
    case .leaveOut: remove(part.range)
    case .keep: break
    case .write(let words): replace(part.range, by: words)
    }
  }

  /// What can be exchanged word for word in running text: the Act, a marker, codes in brackets.
  mutating func translateProse(_ part: RequestReading.Part) {
    let bytes = reading.source.bytes
    exchangeAct(part)
    guard jurisdiction != .englandAndWales, jurisdiction != .several else { return }
    for phrase in MarkerWords.all(in: bytes, range: part.range) {
      let words = phrase.words(for: jurisdiction)
      replace(phrase.range, by: words)
      note("\"\(reading.source[phrase.range].onOneLine)\" → \"\(words)\"")
    }
    for brackets in codesInBrackets(part.range) {
      erase(brackets)
      note("\(reading.source[brackets].onOneLine) is left out")
    }
  }

  private mutating func exchangeAct(_ part: RequestReading.Part) {
    let other: Regime = regime == .foia ? .foisa : .foia
    let prose = ProseWords(reading.source.bytes, in: part.range)
    let name = comparableWords(other.name)
    for i in prose.words.indices {
      // The Scottish Act has brackets in its name.
      var last = i
      for word in name {
        guard prose.word(last) == word else { break }
        last += 1
      }
      guard last - i == name.count else { continue }
      replace(
        prose.words[i].range.lowerBound..<prose.words[last - 1].range.upperBound, by: regime.name)
      note("\(other.name) → \(regime.name)")
    }
  }

  /// "(Home Office codes 88/1 and 88/2)" with the blank before it.
  private func codesInBrackets(_ range: ByteRange) -> [ByteRange] {
    let bytes = reading.source.bytes
    var found: [ByteRange] = []
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "("),
        let end = bytes[i..<min(range.upperBound, i + 120)].firstIndex(of: UInt8(ascii: ")"))
      else {
        i += 1
        continue
      }
      let words = ProseWords(bytes, in: i..<end).words
      let isCode = words.contains { ["code", "codes", "class", "classes"].contains($0.text) }
      if isCode, words.contains(where: { $0.text.utf8.first?.isDigit == true }) {
        let start = i > range.lowerBound && bytes[i - 1].isBlank ? i - 1 : i
        found.append(start..<end + 1)
      }
      i = end + 1
    }
    return found
  }

  /// Looks over what came out: no word of another nation goes out unless a person said so.
  mutating func checkWords(
    of translated: RequestReading, linter: Linter, authority: Authority, today: Day
  ) throws(Diagnostics) {
    let checker = Translator(translated, for: authority, sheet: sheet, offences: offences)
    var places: [(range: ByteRange, words: String)] = []
    for foreign in ForeignWords.all(in: translated, for: jurisdiction, offences: offences) {
      places.append((foreign.range, foreign.words))
    }
    // A title may call a crime by its everyday name: what is counted stands in the questions.
    let title = translated.parts.first { $0.kind == .header(.title) }?.range ?? 0..<0
    for finding in linter.lint(translated, to: authority, today: today)
    where finding.category == .wrongJurisdiction && finding.outlook != .tip
      && !(finding.key == "offence" && title.contains(finding.range.lowerBound))
    {
      places.append((finding.range, translated.source[finding.range]))
    }
    places.sort { $0.range.lowerBound < $1.range.lowerBound }
    for place in places {
      guard
        let part = translated.parts.first(where: { $0.range.contains(place.range.lowerBound) }),
        part.kind.isOwnWords, let subject = checker.subjects(of: part).first,
        !checker.subjects(of: part).contains(where: { isSettled($0) })
      else { continue }
      let isQuestion = part.question != nil
      var choices: [Decision.Choice] = [.init("leave it as it is", .keep)]
      if isQuestion {
        choices.append(.init("withdraw this question", .withdraw, isComparable: false))
      } else if part.kind != .header(.title) {
        choices.append(.init("leave this out", .leaveOut))
      }
      let decision = Decision(
        .jurisdiction(jurisdiction), subject,
        because: "\"\(place.words.onOneLine)\" means nothing in \(jurisdiction.name).", choices)
      // What is ticked was carried out before; a tick that keeps the words settles them here.
      if try choice(for: decision) != nil { settle(subject) }
    }
  }
}
