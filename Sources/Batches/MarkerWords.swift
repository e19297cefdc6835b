import Requests
import SourceText

/// "Home Office online crime flag, or your own online marker": words for a marker that only forces in England and
/// Wales have under that name.
///
/// Markers do not stop at the border: Police Scotland and PSNI mark online crimes too, each in its own way. So outside
/// England and Wales the question stays and asks for the force's own marker.
struct MarkerWords {
  let range: ByteRange
  /// What it marks, as typed: "online crime".
  let what: String

  /// Every such phrase in a stretch of text.
  static func all(in bytes: [UInt8], range: ByteRange) -> [MarkerWords] {
    let prose = ProseWords(bytes, in: range)
    var found: [MarkerWords] = []
    var i = 0
    while i < prose.words.count {
      guard let (words, end) = Self.phrase(at: i, in: prose) else {
        i += 1
        continue
      }
      found.append(words)
      i = end
    }
    return found
  }

  /// The phrase that begins at "Home Office", and the word after it.
  private static func phrase(at start: Int, in prose: ProseWords) -> (MarkerWords, Int)? {
    guard prose.matches(["home", "office"], at: start) != nil else { return nil }
    let nouns = ["flag", "flags", "marker", "markers"]
    var noun = start + 2
    while noun < start + 8, !nouns.contains(prose.word(noun)) {
      guard prose.isJoined(noun - 1, to: noun) else { return nil }
      noun += 1
    }
    guard nouns.contains(prose.word(noun)), prose.isJoined(noun - 1, to: noun) else { return nil }
    var what = start + 2..<noun
    var end = noun + 1
    if what.isEmpty {
      guard prose.word(noun + 1) == "for" else { return nil }
      while end < noun + 7, prose.isJoined(end - 1, to: end), prose.word(end) != "or" { end += 1 }
      what = noun + 2..<end
      guard !what.isEmpty else { return nil }
    }
    end = tail(from: end, in: prose)
    let isNamed =
      ["the", "a"].contains(prose.word(start - 1)) && prose.isJoined(start - 1, to: start)
    let first = prose.words[isNamed ? start - 1 : start].range.lowerBound
    let last = prose.words[end - 1].range.upperBound
    let inner =
      prose.words[what.lowerBound].range
      .lowerBound..<prose.words[what.upperBound - 1].range
      .upperBound
    let words = String(decoding: prose.bytes[inner], as: UTF8.self)
    return (MarkerWords(range: first..<last, what: words), end)
  }

  /// Where ", or your own online marker if you use another" ends, if it follows.
  private static func tail(from start: Int, in prose: ProseWords) -> Int {
    guard prose.word(start) == "or", prose.isJoined(start - 1, to: start, also: ",") else {
      return start
    }
    let nouns = ["flag", "marker", "markers", "flags", "equivalent", "tag"]
    for i in start + 1..<start + 9 {
      guard prose.isJoined(i - 1, to: i, also: "/") else { return start }
      guard nouns.contains(prose.word(i)) else { continue }
      for phrase in [
        ["if", "you", "use", "another"], ["if", "you", "use", "one"], ["if", "any"],
      ] {
        guard i + 1 + phrase.count <= prose.words.count, prose.isJoined(i, to: i + 1, also: ","),
          prose.matches(phrase, at: i + 1) != nil
        else { continue }
        return i + 1 + phrase.count
      }
      return i + 1
    }
    return start
  }

  /// The words for a force of another jurisdiction.
  func words(for jurisdiction: Jurisdiction) -> String {
    "the marker you use for \(subject(for: jurisdiction)), if any"
  }

  private func subject(for jurisdiction: Jurisdiction) -> String {
    let words = comparableWords(what)
    // Police Scotland calls its marker one for cyber crime.
    if jurisdiction == .scotland, words.contains(where: { Self.online.contains($0) }) {
      return "cyber or online crimes"
    }
    switch words.last {
    case "crime", "offence", "incident": return "\(what)s"
    case "enabled", "related", "online", "cyber": return "\(what) crimes"
    default: return what
    }
  }

  private static let online = ["online", "internet", "cyber"]
}
