import Requests
import SourceText
import WorkingDays

/// The questions of a request, to be found by words of theirs or by the years they leave open.
///
/// Made in one pass over the request, so that what a point costs to look up depends on the point alone.
struct QuestionIndex {
  private let words: [ComparableWords]
  /// In which question a word stands, by its hash; nil for those that stand in several.
  private var owners: [UInt64: Int?] = [:]
  /// Where the first words of a phrase stand, by their common hash.
  private var places: [UInt64: [Place]] = [:]
  /// For each question the periods that its words can mean, where they can mean several.
  private let openYears: [[Period]]

  private struct Place {
    let question: Int
    let word: Int
  }

  /// A phrase is looked up by this many of its words, or by all if it has fewer.
  private static let keyLength = 4
  /// Words that stand in more places than this tell no questions apart.
  private static let mostPlaces = 40
  /// Of long phrases only the beginning is compared.
  private static let longestPhrase = 40

  init(_ questions: [Question]) {
    var words: [ComparableWords] = []
    var openYears: [[Period]] = []
    for question in questions {
      let bytes = Array(question.text.utf8)
      words.append(ComparableWords(bytes, 0..<bytes.count))
      var periods: [Period] = []
      for mention in periodMentions(in: bytes, range: 0..<bytes.count, today: nil) {
        switch mention.reading {
        case .years(let readings), .ambiguous(let readings):
          for reading in readings { periods.append(reading.period) }
        default: break
        }
      }
      openYears.append(periods)
    }
    self.words = words
    self.openYears = openYears
    for (question, words) in words.enumerated() {
      let hashes = words.stems
      for word in hashes.indices {
        let owner = owners[hashes[word].value, default: question]
        owners[hashes[word].value] = .some(owner == question ? question : nil)
        for length in 1...Self.keyLength where word + length <= hashes.count {
          let key = Self.key(hashes[word..<word + length])
          if places[key, default: []].count <= Self.mostPlaces {
            places[key, default: []].append(Place(question: question, word: word))
          }
        }
      }
    }
  }

  /// The questions in which a phrase stands, by their place in the request: in the plural or not, and as part of a
  /// name only where it stands nowhere else.
  func questions(holding phrase: ComparableWords) -> Set<Int> {
    let wanted = phrase.stems.prefix(Self.longestPhrase)
    guard !wanted.isEmpty else { return [] }
    let here = places[Self.key(wanted.prefix(Self.keyLength))] ?? []
    guard here.count <= Self.mostPlaces else { return [] }
    let isName = phrase.isCapital.first ?? false
    var found: Set<Int> = []
    var named: Set<Int> = []
    for place in here {
      let end = place.word + wanted.count
      let words = words[place.question]
      guard end <= words.stems.count, words.stems[place.word..<end].elementsEqual(wanted) else {
        continue
      }
      if !isName, place.word > 0, words.isCapital[place.word..<end].allSatisfy({ $0 }) {
        named.insert(place.question)
      } else {
        found.insert(place.question)
      }
    }
    return found.isEmpty ? named : found
  }

  /// The question to which most of some words belong that stand in one question alone; nil where two are as near.
  ///
  /// - Parameter stems: the words by their hashes.
  func question(owning stems: Set<UInt64>) -> Int? {
    var counts: [Int: Int] = [:]
    for stem in stems {
      if let owner = owners[stem] ?? nil { counts[owner, default: 0] += 1 }
    }
    guard let most = counts.values.max() else { return nil }
    let nearest = counts.filter { $0.value == most }
    return nearest.count == 1 ? nearest.first?.key : nil
  }

  /// No request has more questions than this; a text made to be slow might.
  private static let mostQuestions = 200

  /// The questions that name a year which can be more than one of those asked about; of any year, if none is.
  func questionsWithOpenYears(among asked: [Period]) -> [Int] {
    guard openYears.count <= Self.mostQuestions else { return [] }
    return openYears.indices.filter { i in
      openYears[i].contains { open in
        asked.isEmpty || asked.contains { $0.first <= open.last && open.first <= $0.last }
      }
    }
  }

  private static func key(_ words: ArraySlice<WordHash>) -> UInt64 {
    var key = UInt64(words.count)
    for word in words { key = (key ^ word.value) &* 0x100_0000_01B3 }
    return key
  }
}
