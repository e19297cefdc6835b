import Requests
import SourceText

/// What becomes of "The number of arrests for it" when the question before it is not asked.
extension Translator {
  /// Asks about each question that refers to one which is withdrawn, unless a person settled it.
  mutating func askAboutWhatLeans() throws(Diagnostics) {
    guard !withdrawn.isEmpty else { return }
    let labels = reading.request.questions.map { $0.label }
    let references = QuestionReferences(labels, withdrawn: Set(withdrawn))
    // An authority that something was decided for singly is asked about singly.
    let scope: Decision.Scope =
      sheet.authorities.contains(authority) ? .authority(authority) : .jurisdiction(jurisdiction)
    var asked: Set<String> = []
    for part in reading.parts where part.kind == .question || part.kind == .field(.onlyIf) {
      guard let label = part.question, !withdrawn.contains(label), !asked.contains(label),
        let reason = references.reason(in: reading.source, part.range, of: label)
      else { continue }
      asked.insert(label)
      if try hasOwnWords(label) { continue }
      let decision = Decision(
        scope, "question \(label)", because: reason,
        [
          .init("withdraw this question", .withdraw, isSuggested: true, isComparable: false),
          .init("leave it as it is", .keep),
        ])
      // What is ticked was carried out before the parts were read.
      _ = try choice(for: decision)
    }
  }

  /// Whether a person gave a question other words, under the heading of its wording.
  private func hasOwnWords(_ label: String) throws(Diagnostics) -> Bool {
    let entry = sheet.entry("question \(label), wording", jurisdiction, authority)
    guard case .write = try entry?.choice(among: [])?.outcome else { return false }
    return true
  }
}

/// Which questions of a list point to others: by label ("of the crimes in 1"), or to the one before ("of those").
struct QuestionReferences {
  private let withdrawn: Set<String>
  private var before: [String: String] = [:]
  /// How many questions a label takes in, and how many of them are asked: "1" stands for 1a and 1b too.
  private var members: [String: (all: Int, asked: Int)] = [:]

  init(_ labels: [String], withdrawn: Set<String>) {
    self.withdrawn = withdrawn
    for (label, next) in zip(labels, labels.dropFirst()) { before[next] = label }
    for label in labels {
      for step in Self.steps(of: label) {
        var counts = members[step] ?? (0, 0)
        counts.all += 1
        if !withdrawn.contains(label) { counts.asked += 1 }
        members[step] = counts
      }
    }
  }

  /// `1`, `1a` and `1ai` of "1ai".
  private static func steps(of label: String) -> [String] {
    let bytes = Array(label.utf8.prefix { $0 != UInt8(ascii: "#") })
    return bytes.indices.filter { i in
      i + 1 == bytes.count || !(bytes[i].isDigit && bytes[i + 1].isDigit)
    }.map { String(decoding: bytes[...$0], as: UTF8.self) }
  }

  /// Why a question has to be looked at: it stands under one that is not asked, or some of its words point to one.
  func reason(in source: Source, _ range: ByteRange, of label: String) -> String? {
    for end in Self.steps(of: label).dropLast() where withdrawn.contains(end) {
      return "It stands under question \(end), which is withdrawn."
    }
    guard let (words, above) = firstPointer(in: source, range, of: label) else { return nil }
    return "\"\(words)\" refers to question \(above), which is withdrawn."
  }

  private func firstPointer(
    in source: Source, _ range: ByteRange, of label: String
  ) -> (words: String, label: String)? {
    let prose = ProseWords(source.bytes, in: range)
    var isNaming = false
    for i in prose.words.indices {
      if let named = self.label(prose, i, isNaming) {
        if let counts = members[named], counts.asked == 0 {
          return (prose.text(max(i - 1, 0)...i), named)
        }
        continue
      }
      isNaming = Self.namers.contains(prose.word(i)) || isNaming && Self.joins(prose.word(i))
      if let above = before[label], withdrawn.contains(above), let place = prose.pointsBack(at: i) {
        return (prose.text(place), above)
      }
    }
    return nil
  }

  private static let namers: Set<String> = [
    "question", "questions", "q", "point", "points", "part", "parts",
  ]

  private static let prepositions: Set<String> = [
    "in", "at", "to", "from", "under", "of", "for", "by",
  ]

  private static func joins(_ word: String) -> Bool {
    word == "and" || word == "or" || word == "to"
  }

  /// The label that a word names: the 1 of "question 1", of "the crimes in 1," and of "1 above", but of no date.
  private func label(_ prose: ProseWords, _ i: Int, _ isNaming: Bool) -> String? {
    var word = prose.word(i)
    let isWorded = word.hasPrefix("q") && members[String(word.dropFirst())] != nil
    if isWorded { word = String(word.dropFirst()) }
    guard members[word] != nil else { return nil }
    if isWorded || isNaming { return word }
    guard word.utf8.first?.isDigit == true else { return nil }
    let next = prose.word(i + 1)
    if next == "above" { return word }
    let isLast = next.isEmpty || next == "and" || next == "or" || !prose.isJoined(i, to: i + 1)
    return isLast && Self.prepositions.contains(prose.word(i - 1)) ? word : nil
  }
}

extension ProseWords {
  fileprivate func text(_ place: ClosedRange<Int>) -> String {
    let range = words[place.lowerBound].range.lowerBound..<words[place.upperBound].range.upperBound
    return String(decoding: bytes[range], as: UTF8.self).onOneLine
  }

  /// The words around one that means something said before the question: "of those", "for it", "the above".
  fileprivate func pointsBack(at i: Int) -> ClosedRange<Int>? {
    let (last, word, next) = (self.word(i - 1), self.word(i), self.word(i + 1))
    let endsHere = next.isEmpty || !isJoined(i, to: i + 1)
    let isBehindPreposition = Self.prepositions.contains(last)
    let place = max(i - 1, 0)...i
    switch word {
    case "those", "these":
      if i > 1, Self.defining.contains(next), !endsHere { return nil }
      return Self.times.contains(next) ? nil : place
    case "it", "them":
      let isAsked = i < 4 && Self.auxiliaries.contains(last)
      return isBehindPreposition || isAsked || word == "them" && !namesSeveral(before: i)
        ? place : nil
    case "they", "their": return namesSeveral(before: i) ? nil : place
    case "which", "whom": return i < 4 && last == "of" ? place : nil
    case "this", "that":
      if isBehindPreposition, endsHere { return place }
      return Self.counted.contains(next) ? i...i + 1 : nil
    case "such": return Self.counted.contains(next.singular) ? i...i + 1 : nil
    case "above": return last == "the" || Self.mentioned.contains(last) ? place : nil
    case "same":
      return last == "the" && (endsHere || Self.repeated.contains(next))
        ? place : nil
    case "aforementioned", "latter": return place
    case "many", "percentage", "proportion", "share":
      // "How many were charged?", without a word for what is counted.
      return i == 1 && ["how", "what", "which"].contains(last) && Self.outcomes.contains(next)
        ? place : nil
    default: return nil
    }
  }

  /// Whether the question itself has named what "they" can mean.
  private func namesSeveral(before i: Int) -> Bool {
    words[..<i].suffix(30).contains { word in
      let text = word.text
      return text.utf8.count > 3 && text.hasSuffix("s") && !text.hasSuffix("ss") && text != "this"
        && text != "does" || ["people", "children", "men", "women", "staff"].contains(text)
    }
  }

  private static let prepositions: Set<String> = [
    "of", "for", "by", "to", "with", "from", "under", "about", "against",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "was", "did", "does", "has", "had", "will", "were",
  ]
  /// Behind these, "those" are defined where they stand: "the number of those who were arrested".
  private static let defining: Set<String> = [
    "who", "that", "which", "whose", "where", "with", "without", "aged", "under", "over", "in",
    "on",
    "at", "from", "not", "being",
  ]
  private static let times: Set<String> = [
    "year", "years", "date", "dates", "period", "periods", "month", "months", "quarter", "quarters",
    "day", "days", "times", "hours",
  ]
  private static let counted: Set<String> = [
    "offence", "crime", "incident", "case", "arrest", "report", "figure", "number", "total",
    "question", "group", "category", "record", "person", "victim", "suspect", "policy", "document",
  ]
  private static let mentioned: Set<String> = [
    "mentioned", "listed", "described", "named", "given", "stated", "set", "asked",
  ]
  private static let repeated: Set<String> = [
    "question", "questions", "information", "figures", "data", "breakdown", "offences", "crimes",
    "for", "but", "again",
  ]
  private static let outcomes: Set<String> = [
    "were", "was", "resulted", "led", "involved", "ended", "had", "remain", "went", "did",
  ]
}

extension String {
  /// Without the "s" of several, "ies" as "y".
  fileprivate var singular: String {
    if hasSuffix("ies") { return "\(dropLast(3))y" }
    return hasSuffix("s") ? String(dropLast()) : self
  }
}
