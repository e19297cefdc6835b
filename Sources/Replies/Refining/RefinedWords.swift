import Requests
import SourceText
import WorkingDays

extension Array<String> {
  /// New questions and those that they count a part of, in the order of the list.
  func withBases(in questions: [Question]) -> [String] {
    var wanted = Set(self)
    for question in questions.reversed() where wanted.contains(question.label) {
      for label in question.text.bracketedLetters { wanted.insert(label) }
    }
    var labels: [String] = []
    for question in questions where wanted.contains(question.label) {
      labels.append(question.label)
    }
    return labels
  }

  /// `offences` lines with one more provision, in the line of its Act if there is one.
  func adding(_ line: String) -> [String] {
    var lines = self
    guard let (act, word, provisions) = line.provisions else { return lines + [line] }
    for i in lines.indices {
      guard let here = lines[i].provisions, here.act == act else { continue }
      let missing = provisions.filter { !here.numbers.contains($0) }
      lines[i] = Self.line(act, word, here.numbers + missing)
      return lines
    }
    return lines + [line]
  }

  /// `offences` lines without one provision.
  func leavingOut(_ line: String) -> [String] {
    guard let (act, word, provisions) = line.provisions else { return filter { $0 != line } }
    var lines: [String] = []
    for old in self {
      guard let here = old.provisions, here.act == act else {
        lines.append(old)
        continue
      }
      let left = here.numbers.filter { !provisions.contains($0) }
      if !left.isEmpty { lines.append(Self.line(act, word, left)) }
    }
    return lines
  }

  private static func line(_ act: String, _ word: String, _ numbers: [String]) -> String {
    "\(act), \(word)\(numbers.count == 1 ? "" : "s") \(numbers.listed)"
  }
}

extension String {
  /// The letters of new questions that stand in brackets, made small: `(A)`. The "(a)" of "section 5(a)" is none.
  var bracketedLetters: [String] {
    let bytes = Array(utf8)
    var letters: [String] = []
    var i = 0
    while i + 2 < bytes.count {
      if bytes[i] == UInt8(ascii: "("), bytes[i + 2] == UInt8(ascii: ")"),
        (0x41...0x5A).contains(bytes[i + 1])
      {
        letters.append(String(decoding: [bytes[i + 1].folded], as: UTF8.self))
      }
      i += 1
    }
    return letters
  }

  /// With the numbers of the refined request in place of `(A)`.
  func withNumbers(_ numbers: [String: String]) -> String {
    let bytes = Array(utf8)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "("), i + 2 < bytes.count, bytes[i + 2] == UInt8(ascii: ")"),
        (0x41...0x5A).contains(bytes[i + 1]),
        let number = numbers[String(decoding: [bytes[i + 1].folded], as: UTF8.self)]
      {
        out += number.utf8
        i += 3
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// With dates in full in the place of whatever unclear or longer time it names.
  func settingDates(_ dates: String) -> String {
    let bytes = Array(utf8)
    let words = Words(bytes)
    let mentions = periodMentions(in: bytes, range: 0..<bytes.count, today: nil)
    let wanted = periodMentions(in: Array(dates.utf8), range: 0..<dates.utf8.count, today: nil)
      .first?.reading.period
    var edits: [Edit] = []
    for mention in mentions {
      // What is clear already stays, unless it is cut shorter or is the only time there is.
      if case .exact(let period) = mention.reading {
        guard let wanted, period != wanted else { continue }
        let isCutShorter = period.first <= wanted.first && wanted.last <= period.last
        guard isCutShorter || mentions.count == 1 else { continue }
      }
      let (range, lead) = words.leadIn(to: mention.range)
      edits.append(Edit(range, lead + dates))
    }
    return String(decoding: bytes.applying(edits), as: UTF8.self)
  }

  /// `Sexual Offences Act 2003, sections 8 and 10` in its parts.
  package var provisions: (act: String, word: String, numbers: [String])? {
    let parts = split(separator: ",", maxSplits: 1, omittingEmptySubsequences: true)
    guard parts.count == 2 else { return nil }
    var words: [String] = []
    for word in parts[1].split(whereSeparator: { $0 == " " || $0 == "," }) where word != "and" {
      words.append(String(word))
    }
    guard let first = words.first, words.count > 1 else { return nil }
    let word = first.hasPrefix("art") ? "article" : "section"
    return (String(parts[0]), word, Array(words[1...]))
  }

  /// How many offences an `offences` line names.
  var provisionCount: Int { provisions?.numbers.count ?? 1 }

  /// "section 15A of the Sexual Offences Act 2003"
  var asProvision: String {
    guard let (act, word, numbers) = provisions else { return self }
    return "\(word)\(numbers.count == 1 ? "" : "s") \(numbers.listed) of the \(act)"
  }

  var withFullStop: String { utf8.last == UInt8(ascii: ".") ? self : self + "." }
}
