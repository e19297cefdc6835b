import Requests
import SourceText

/// Reads what a refusal relies on and which figures a letter gives, question by question.
///
/// Answers repeat the questions with their labels; questions that follow one another without an answer share the one
/// below them.
struct AnswerReader {
  private let outline: Outline
  private let regime: Regime
  private var text: LetterText { outline.text }
  private var groups: [Group] = [Group(labels: [])]

  private struct Group {
    var labels: [String]
    var hasContent = false
    var deniesAll = false
    var mentions: [SectionMention] = []
    var figures: [Figure] = []
  }

  init(_ outline: Outline, _ regime: Regime) {
    self.outline = outline
    self.regime = regime
  }

  mutating func read() {
    var last = 0
    for i in text.paragraphs.indices where outline.parts[i] == .letter {
      let paragraph = text.paragraphs[i]
      if outline.isHeading(i) {
        // "ADDITIONAL INFORMATION" belongs to no question any more.
        if !groups[groups.count - 1].labels.isEmpty { groups.append(Group(labels: [])) }
        continue
      }
      if let (label, number) = label(paragraph), number == last || number == last + 1 {
        last = number
        begin(label)
        let body = paragraph.label.map { $0.textStart..<paragraph.range.upperBound }
        if let body { add(figures(in: body, label)) }
        continue
      }
      if let label = groups[groups.count - 1].labels.last {
        let figures = figures(in: paragraph.range, label)
        add(figures)
        if !figures.isEmpty { continue }
      }
      take(i)
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

  private mutating func begin(_ label: String) {
    let last = groups.count - 1
    if groups[last].hasContent || groups[last].labels.isEmpty {
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

  private mutating func take(_ paragraph: Int) {
    let last = groups.count - 1
    groups[last].hasContent = true
    for i in text.paragraphs[paragraph].sentences {
      if outline.shows(.neitherConfirmNorDeny, inSentence: i) { groups[last].deniesAll = true }
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

  /// A figure and nothing else, or a list with a figure on each line: "Section 9: 412".
  private func figures(in range: ByteRange, _ label: String) -> [Figure] {
    if let figure = figure(in: range, label) { return [figure] }
    var figures: [Figure] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let line = start..<min(text.bytes.lineEnd(from: start), range.upperBound)
      guard let figure = listedFigure(in: text.bytes.trimmed(line), label) else { return [] }
      figures.append(figure)
      start = text.bytes.nextLine(after: start)
    }
    return figures
  }

  private static let longestName = 60
  /// What is no answer, though numbers stand behind it.
  private static let particulars = WordSet(
    "reference ref date dated telephone tel phone contact number fax e email web page case")

  private func listedFigure(in line: ByteRange, _ label: String) -> Figure? {
    guard let colon = line.last(where: { text.bytes[$0] == UInt8(ascii: ":") }) else { return nil }
    let name = text.bytes.trimmed(line.lowerBound..<colon)
    let first = text.words.indices(in: name).first.map { text.words.tokens[$0].hash }
    guard let first, name.count <= Self.longestName, !Self.particulars.contains(first) else {
      return nil
    }
    return figure(in: colon + 1..<line.upperBound, label, of: text.text(name))
  }

  /// A stretch that is a figure and nothing else: "17", "£1,200", "fewer than 5", "None".
  private func figure(in range: ByteRange, _ label: String, of name: String? = nil) -> Figure? {
    let range = text.bytes.trimmed(range)
    guard !range.isEmpty, range.count <= 40 else { return nil }
    let typed = text.text(range)
    var digits: [UInt8] = []
    var letters = 0
    var isBroken = false
    for byte in text.bytes[range] {
      if byte.isDigit || byte == UInt8(ascii: ".") && !digits.isEmpty {
        digits.append(byte)
      } else if byte.isASCIILetter {
        letters += 1
      } else if "/-:".utf8.contains(byte) {
        isBroken = true
      }
    }
    while digits.last == UInt8(ascii: ".") { digits.removeLast() }
    let words = typed.lowercased()
    let names = ["none", "nil", "zero", "nil return", "none.", "nil.", "zero."]
    if names.contains(words) {
      return Figure(question: label, of: name, value: "0", text: typed, range: range)
    }
    let about = [
      "fewer than", "less than", "approximately", "over", "at least", "total", "answer", "response",
    ]
    let isWorded = letters == 0 || about.contains { words.hasPrefix($0) }
    guard !digits.isEmpty, !isBroken || letters > 0, isWorded, letters <= 20 else { return nil }
    return Figure(
      question: label, of: name, value: String(decoding: digits, as: UTF8.self), text: typed,
      range: range)
  }
}
