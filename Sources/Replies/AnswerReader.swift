import Requests
import SourceText

/// Reads what a refusal relies on and which figures a letter gives, question by question.
///
/// Answers repeat the questions with their labels; questions that follow one another without an answer share the one
/// below them. An answer on the line of a label is that question's alone.
struct AnswerReader {
  private let outline: Outline
  private let regime: Regime
  private let test: AnswerTest
  private var text: LetterText { outline.text }
  private var groups: [Group] = [Group(labels: [])]
  /// The first group with a label, and the first that may say something.
  private var firstLabelled = 0
  private var firstSaying = 0

  private struct Group {
    var labels: [String]
    var hasContent = false
    var deniesAll = false
    var isNotHeld = false
    var mentions: [SectionMention] = []
    var figures: [Figure] = []

    /// Whether it answers any question; "Our answers are as follows" does not.
    var says: Bool {
      !labels.isEmpty && (deniesAll || isNotHeld || !mentions.isEmpty || !figures.isEmpty)
    }
  }

  /// - Parameter questions: those of the request, where it is known.
  init(_ outline: Outline, _ regime: Regime, _ questions: [Question]) {
    self.outline = outline
    self.regime = regime
    test = AnswerTest(outline, regime, questions)
    read()
  }

  private mutating func read() {
    var last = 0
    for i in text.paragraphs.indices where outline.parts[i] == .letter {
      let paragraph = text.paragraphs[i]
      if outline.isHeading(i) {
        // "ADDITIONAL INFORMATION" belongs to no question any more.
        if !groups[groups.count - 1].labels.isEmpty { groups.append(Group(labels: [])) }
        continue
      }
      if let (label, number) = label(paragraph) {
        let isNext = number == last || number == last + 1
        let isKnown = number > last && last > 0 && test.isKnown(label)
        let figures = figures(in: test.body(of: paragraph), label)
        let answers = figures.isEmpty ? test.answers(in: paragraph, to: label) : []
        let isAnswer = !figures.isEmpty || !answers.isEmpty
        let isAgain = number < max(last, 2) && beginsAgain(label, isAnswer)
        if isAgain { forgetQuestions() }
        if isNext || isKnown || isAgain {
          last = number
          begin(label, alone: isAnswer)
          add(figures)
          take(answers)
          continue
        }
      }
      if let label = groups[groups.count - 1].labels.last {
        let figures = figures(in: paragraph.range, label)
        add(figures)
        if !figures.isEmpty { continue }
      }
      take(Array(paragraph.sentences))
    }
  }

  /// The exemptions, each once for the questions it is used on; of several mentions of one section the first
  /// that names a subsection counts.
  var exemptions: [ClaimedExemption] {
    var claims: [ClaimedExemption] = []
    for group in groups {
      var taken: [SectionMention] = []
      for mention in group.mentions {
        if let i = taken.firstIndex(where: { $0.law == mention.law && $0.number == mention.number })
        {
          if taken[i].subsections.isEmpty, !mention.subsections.isEmpty { taken[i] = mention }
        } else {
          taken.append(mention)
        }
      }
      for mention in taken {
        claims.append(
          ClaimedExemption(
            law: mention.law, section: "\(mention.number)\(mention.subsections)",
            questions: group.labels, neitherConfirmsNorDenies: group.deniesAll,
            range: mention.range))
      }
    }
    return claims
  }

  /// The labels of the questions for which nothing is held.
  var notHeld: [String] {
    groups.flatMap { $0.isNotHeld && !$0.deniesAll && $0.mentions.isEmpty ? $0.labels : [] }
  }

  var figures: [Figure] {
    var figures: [Figure] = []
    for group in groups { figures += group.figures }
    return figures
  }
}

extension AnswerReader {
  private func label(_ paragraph: LetterText.Paragraph) -> (String, Int)? {
    guard let mark = paragraph.label, case .number(let number) = mark.steps[0] else { return nil }
    return (mark.label, number)
  }

  /// Whether a label is the first one come again: the questions stood above, quoted without a word about it, and here
  /// their answers begin.
  private mutating func beginsAgain(_ label: String, _ isAnswer: Bool) -> Bool {
    let last = groups.count - 1
    while firstLabelled < last, groups[firstLabelled].labels.isEmpty { firstLabelled += 1 }
    guard groups[firstLabelled].labels.first == label else { return false }
    firstSaying = max(firstSaying, firstLabelled)
    while firstSaying < last, !groups[firstSaying].says { firstSaying += 1 }
    let saysNothing = !groups[firstSaying].says
    return saysNothing || isAnswer && firstLabelled == last && groups[last].figures.isEmpty
  }

  /// Takes what was said below the questions for what is said of the whole request.
  private mutating func forgetQuestions() {
    for i in firstLabelled..<groups.count { groups[i].labels = [] }
  }

  private mutating func begin(_ label: String, alone: Bool) {
    let last = groups.count - 1
    if alone || groups[last].hasContent || groups[last].labels.isEmpty {
      groups.append(Group(labels: [label]))
    } else {
      groups[last].labels.append(label)
    }
  }

  private mutating func add(_ figures: [Figure]) {
    guard !figures.isEmpty else { return }
    groups[groups.count - 1].figures += figures
    groups[groups.count - 1].hasContent = true
  }

  private mutating func take(_ sentences: [Int]) {
    guard !sentences.isEmpty else { return }
    let last = groups.count - 1
    groups[last].hasContent = true
    for i in sentences {
      if outline.shows(.neitherConfirmNorDeny, inSentence: i) { groups[last].deniesAll = true }
      if outline.shows(.holdsNothing, inSentence: i) || test.saysNotHeld(inSentence: i) {
        groups[last].isNotHeld = true
      }
      groups[last].mentions += SectionMention.all(
        in: text.sentences[i].tokens, of: text, under: regime)
      if let found = outline.found(.costs, inSentence: i) {
        groups[last].mentions.append(
          SectionMention(
            law: regime.shortName, number: "12", subsections: "",
            range: outline.range(found)))
      }
    }
  }

  /// A figure and nothing else, or a list with a figure on each line, "Section 9: 412", or several, "2024 = 87,
  /// 2025 = 91", the question perhaps above it.
  private func figures(in range: ByteRange, _ label: String) -> [Figure] {
    let answer = withoutLead(range)
    if let figure = figure(in: answer, label) { return [figure] }
    var figures: [Figure] = []
    for line in parts(of: answer, at: { bytes, i in bytes[i].isLineBreak }) {
      let entries = parts(of: line) { bytes, i in
        ",;".utf8.contains(bytes[i]) && bytes[at: i + 1]?.isBlank == true
      }
      let several = entries.compactMap { listedFigure(in: $0, label) }
      if entries.count > 1, several.count == entries.count {
        figures += several
      } else if let figure = listedFigure(in: line, label) {
        figures.append(figure)
      } else if !figures.isEmpty {
        return []
      }
    }
    return figures
  }

  /// Behind "Answer:" or "Response -".
  private func withoutLead(_ range: ByteRange) -> ByteRange {
    let words = text.words.indices(in: range)
    guard let first = words.first(where: { !Self.our.contains(text.words.tokens[$0].hash) }),
      first < words.upperBound - 1, Self.answer.contains(text.words.tokens[first].hash),
      text.words.tokens[first + 1].traits.contains(.mark)
    else { return range }
    return text.bytes.trimmed(text.words.tokens[first + 1].range.upperBound..<range.upperBound)
  }

  private static let our = WordSet("our the")
  private static let answer = WordSet("answer response reply")

  /// The stretches of a range between the bytes that part it, without white space around them and without empty ones.
  private func parts(of range: ByteRange, at parts: ([UInt8], Int) -> Bool) -> [ByteRange] {
    var found: [ByteRange] = []
    var start = range.lowerBound
    for i in range.lowerBound...range.upperBound
    where i == range.upperBound || parts(text.bytes, i) {
      let part = text.bytes.trimmed(start..<i)
      if !part.isEmpty { found.append(part) }
      start = i + 1
    }
    return found
  }

  private static let longestName = 60
  /// What is no answer, though numbers stand behind it.
  private static let particulars = WordSet(
    "reference ref date dated telephone tel phone contact number fax e email web page case")

  private func listedFigure(in line: ByteRange, _ label: String) -> Figure? {
    guard let gap = gap(in: line) else { return nil }
    let name = text.bytes.trimmed(line.lowerBound..<gap.lowerBound)
    let first = text.words.indices(in: name).first.map { text.words.tokens[$0].hash }
    guard let first, name.count <= Self.longestName, !Self.particulars.contains(first) else {
      return nil
    }
    return figure(in: gap.upperBound..<line.upperBound, label, of: text.text(name))
  }

  /// What stands between a name and its figure: the last colon, equals sign, tab or dash between blanks.
  private func gap(in line: ByteRange) -> ByteRange? {
    let bytes = text.bytes
    for i in line.reversed() {
      switch bytes[i] {
      case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "\t"): return i..<i + 1
      case UInt8(ascii: "-"):
        if bytes[at: i - 1] == .space, bytes[at: i + 1] == .space { return i..<i + 1 }
      // A dash, en or em; without blanks it joins years.
      case 0x80 where bytes[at: i - 1] == 0xE2 && [0x93, 0x94].contains(bytes[at: i + 1] ?? 0):
        if bytes[at: i - 2] == .space, bytes[at: i + 2] == .space { return i - 1..<i + 2 }
      default: break
      }
    }
    return nil
  }

  /// A stretch that is a figure and nothing else: "17", "£1,200", "fewer than 5", "None".
  private func figure(in range: ByteRange, _ label: String, of name: String? = nil) -> Figure? {
    let range = text.bytes.trimmed(range)
    guard !range.isEmpty, range.count <= 40 else { return nil }
    let typed = text.text(range)
    var digits: [UInt8] = []
    var letters = 0
    /// Where the number goes on, with commas in it; anything else than a number has a second one.
    var next = range.lowerBound
    for i in range {
      let byte = text.bytes[i]
      if byte.isDigit || !digits.isEmpty && i == next && ".,".utf8.contains(byte) {
        guard digits.isEmpty || i == next else { return nil }
        if byte != UInt8(ascii: ",") { digits.append(byte) }
        next = i + 1
      } else if byte.isASCIILetter {
        letters += 1
      }
    }
    while digits.last == UInt8(ascii: ".") { digits.removeLast() }
    // "12.05.2024" is a day.
    guard digits.count(where: { $0 == UInt8(ascii: ".") }) < 2 else { return nil }
    let words = typed.lowercased()
    let names = ["none", "nil", "zero", "nil return", "none.", "nil.", "zero."]
    if names.contains(words) {
      return Figure(question: label, of: name, value: "0", text: typed, range: range)
    }
    let isWorded = letters == 0 || words.isAboutANumber
    guard !digits.isEmpty, isWorded, letters <= 20 else { return nil }
    return Figure(
      question: label, of: name, value: String(decoding: digits, as: UTF8.self), text: typed,
      range: range)
  }
}

extension String {
  /// Whether a small text says a number in words that change nothing: "fewer than 5", "total: 12".
  fileprivate var isAboutANumber: Bool {
    for word in [
      "fewer than", "less than", "approximately", "over", "at least", "total", "answer", "response",
    ] where hasPrefix(word) {
      let next = utf8.dropFirst(word.utf8.count).first { !$0.isBlank && $0 != UInt8(ascii: ":") }
      return next.map { !$0.isASCIILetter } ?? false
    }
    return false
  }
}
