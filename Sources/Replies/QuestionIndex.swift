import Requests
import SourceText
import WorkingDays

/// The questions of a request, to be found by words of theirs or by the years they leave open.
///
/// Made in one pass over the request, so that what a point costs to look up depends on the point alone.
struct QuestionIndex {
  private let words: [[WordHash]]
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
    var words: [[WordHash]] = []
    var openYears: [[Period]] = []
    for question in questions {
      let bytes = Array(question.text.utf8)
      words.append(ComparableWords(bytes, 0..<bytes.count).hashes)
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
    for (question, hashes) in words.enumerated() {
      for word in hashes.indices {
        for length in 1...Self.keyLength where word + length <= hashes.count {
          let key = Self.key(hashes[word..<word + length])
          if places[key, default: []].count <= Self.mostPlaces {
            places[key, default: []].append(Place(question: question, word: word))
          }
        }
      }
    }
  }

  /// The questions in which a phrase stands, by their place in the request.
  func questions(holding phrase: ComparableWords) -> Set<Int> {
    let wanted = phrase.hashes.prefix(Self.longestPhrase)
    guard !wanted.isEmpty else { return [] }
    let here = places[Self.key(wanted.prefix(Self.keyLength))] ?? []
    guard here.count <= Self.mostPlaces else { return [] }
    var found: Set<Int> = []
    for place in here {
      let end = place.word + wanted.count
      let hashes = words[place.question]
      if end <= hashes.count, hashes[place.word..<end].elementsEqual(wanted) {
        found.insert(place.question)
      }
    }
    return found
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
