import Requests
import SourceText

/// The questions that a stretch of a letter names: "Question 1a", "questions 4-7", "Q2 and Q3", "your first
/// question".
struct QuestionLabels {
  let text: LetterText
  /// The labels of the request, where it is known; a range of labels is filled from them.
  let known: [String]

  private var tokens: [Words.Token] { text.words.tokens }
  private var bytes: [UInt8] { text.bytes }

  private static let names: [WordHash] = [
    WordHash("question"), WordHash("questions"), WordHash("q"), WordHash("qs"), WordHash("part"),
    WordHash("parts"), WordHash("item"), WordHash("items"), WordHash("qn"), WordHash("qu"),
  ]
  private static let ordinals: [WordHash] = [
    WordHash("first"), WordHash("second"), WordHash("third"), WordHash("fourth"),
    WordHash("fifth"), WordHash("sixth"), WordHash("seventh"), WordHash("eighth"),
    WordHash("ninth"), WordHash("tenth"),
  ]
  private static let last = [WordHash("last"), WordHash("final")]
  private static let prepositions = WordSet("in of for under at on to about regarding and or ,")
  private static let and: [WordHash] = [
    WordHash(","), WordHash("and"), WordHash("&"), WordHash("or"), WordHash("/"), WordHash("+"),
  ]
  private static let to = [WordHash("to"), WordHash("-")]
  private static let number = [WordHash("number"), WordHash("no"), WordHash("."), WordHash(":")]

  /// In the order of the text, each once.
  func named(in range: ByteRange) -> [String] {
    var labels: [String] = []
    var i = text.words.indices(in: range).lowerBound
    let end = text.words.indices(in: range).upperBound
    while i < end {
      if Self.names.contains(tokens[i].hash) {
        if i > 0, let ordinal = Self.ordinals.firstIndex(of: tokens[i - 1].hash) {
          labels.add(known.isEmpty || ordinal >= known.count ? "\(ordinal + 1)" : known[ordinal])
        }
        if i > 0, Self.last.contains(tokens[i - 1].hash), let last = known.last { labels.add(last) }
        i += 1
        while i < end, Self.number.contains(tokens[i].hash) { i += 1 }
        list(&labels, &i, end)
      } else if let label = prefixed(i) {
        labels.add(label)
        i += 1
        list(&labels, &i, end, goesOn: label)
      } else {
        if let label = bracketed(i, end) { labels.add(label) }
        i += 1
      }
    }
    return labels
  }

  /// The "c" of "in (c)", where a question is labelled so.
  private func bracketed(_ i: Int, _ end: Int) -> String? {
    guard i > 0, i + 2 < end, bytes[tokens[i].range.lowerBound] == UInt8(ascii: "("),
      bytes[tokens[i + 2].range.lowerBound] == UInt8(ascii: ")"),
      Self.prepositions.contains(tokens[i - 1].hash), isKnown(bytes[tokens[i + 1].range])
    else { return nil }
    return folded(bytes[tokens[i + 1].range])
  }

  /// "1a", "2 and 3", "4-7", "1(a)" and so on from a token.
  private func list(_ labels: inout [String], _ i: inout Int, _ end: Int, goesOn: String? = nil) {
    var last = goesOn
    if last == nil {
      guard let first = label(&i, end) else { return }
      labels.add(first)
      last = first
    }
    while i + 1 < end {
      var next = i
      let isRange = Self.to.contains(tokens[next].hash)
      while next < end, Self.and.contains(tokens[next].hash) || isRange && next == i { next += 1 }
      // "questions 2 and question 3"
      if next < end, Self.names.contains(tokens[next].hash) { next += 1 }
      guard next > i, next < end, let label = label(&next, end) else { return }
      if isRange, let from = last { fill(&labels, from, label) }
      labels.add(label)
      last = label
      i = next
    }
  }

  /// The labels between two.
  private func fill(_ labels: inout [String], _ from: String, _ to: String) {
    if let first = known.firstIndex(of: from), let last = known.firstIndex(of: to), first < last {
      for label in known[first..<last] { labels.add(label) }
    } else if let first = Int(from), let last = Int(to), first < last, last - first < 50 {
      for number in first..<last { labels.add("\(number)") }
    }
  }

  /// A label at a token: a number below 100 with a letter or numeral, in brackets or not.
  private func label(_ i: inout Int, _ end: Int) -> String? {
    guard i < end else { return nil }
    let token = tokens[i]
    if let label = prefixed(i) {
      i += 1
      return label
    }
    let word = bytes[token.range]
    var digits = 0
    while digits < word.count, word[word.startIndex + digits].isDigit { digits += 1 }
    let isLetter = word.count == 1 && token.traits.contains(.letters) && word.first != 0x61
    guard (1...2).contains(digits) && word.count - digits <= 4 || isLetter && isKnown(word) else {
      return nil
    }
    var label = folded(word)
    i += 1
    // "1(a)", "6 (iii)"
    if i + 2 < end, bytes[tokens[i].range].first == UInt8(ascii: "("),
      bytes[tokens[i + 2].range].first == UInt8(ascii: ")"), tokens[i + 1].range.count <= 4,
      tokens[i + 1].traits.contains(.letters)
    {
      label += folded(bytes[tokens[i + 1].range])
      i += 3
    }
    return label
  }

  /// The "1a" of "Q1a".
  private func prefixed(_ i: Int) -> String? {
    let word = bytes[tokens[i].range]
    guard let first = word.first, first.folded == UInt8(ascii: "q"), word.count <= 5,
      word.dropFirst().first?.isDigit == true
    else { return nil }
    return folded(word.dropFirst())
  }

  private func isKnown(_ word: ArraySlice<UInt8>) -> Bool { known.contains(folded(word)) }

  private func folded(_ word: ArraySlice<UInt8>) -> String {
    var small: [UInt8] = []
    for byte in word { small.append(byte.folded) }
    return String(decoding: small, as: UTF8.self)
  }
}

extension Array<String> {
  /// More than a request has, so that a hostile list of labels takes no longer than its length.
  private static let most = 500

  fileprivate mutating func add(_ label: String) {
    if count < Self.most, !contains(label) { append(label) }
  }
}
