import Requests
import SourceText

/// The questions that can take the place of old ones, each written once however many points call for it.
///
/// Each has a letter for its label. When there is none left no question is made, and those who asked for it
/// offer what can be done without.
struct NewQuestions {
  private(set) var all: [Question] = []
  /// What they need at the head of the request.
  private(set) var fields: [Field] = []
  /// The sections and titles that the request names, as `offences` lines.
  private let offences: [String]
  private let offenceCount: Int

  init(offences named: [Offence]) {
    offences = Self.lines(of: named)
    offenceCount = named.count
  }

  /// Crimes recorded under the offences that the request names; with a blank where it names none.
  mutating func crimes() -> String? {
    fields = [Field(.countedBy, "date recorded")]
    let lines = offences.isEmpty ? [RefinementSheet.Effect.hole] : offences
    var fields = [Field(.offences, lines)]
    if offenceCount > 0 {
      let numbers = offenceCount > 1 ? "\(numberWord(offenceCount)) numbers" : "one number"
      fields.append(Field(.answer, numbers))
    }
    return add("The number of crimes recorded for each offence, attempts included.", fields)
  }

  /// Of those, the crimes with the online marker.
  mutating func online() -> String? {
    guard let base = crimes() else { return nil }
    return add(
      "Of all the crimes in (\(base.uppercased())), the number with the online marker.",
      [
        Field(.flag, "Home Office online crime flag, or your own online or cyber marker"),
        Field(.answer, "one number, and the name of the marker"),
      ])
  }

  /// Of some crimes, those that were charged: what a question about arrests is mostly after.
  mutating func charged(of base: String) -> String? {
    add(
      "Of the crimes in (\(base.uppercased())), the number charged or summonsed.",
      [Field(.outcome, "1"), Field(.answer, "one number")])
  }

  /// Of the crimes, those with a marker for something that is no field by itself.
  mutating func marked(_ term: String) -> String? {
    guard let base = crimes() else { return nil }
    return add(
      "Of all the crimes in (\(base.uppercased())), the number with a marker for \(term).",
      [
        Field(.onlyIf, "you have a searchable marker or tag for them"),
        Field(.answer, "one number"), Field(.ifOverLimit, "withdraw this question"),
      ])
  }

  /// An old question in its own words, to be answered if no record has to be read for it.
  mutating func conditional(_ question: Question) -> String? {
    add(
      question.text,
      question.fields.filter { $0.name != .onlyIf && $0.name != .ifOverLimit } + [
        Field(.onlyIf, "you can search for it without reading single records"),
        Field(.ifOverLimit, "withdraw this question"),
      ])
  }

  /// A question in the authority's own words.
  mutating func suggested(_ words: String) -> String? { add(words, []) }

  private mutating func add(_ text: String, _ fields: [Field]) -> String? {
    for question in all where question.text == text { return question.label }
    guard all.count < 26 else { return nil }
    let label = listLetter(all.count)
    all.append(Question(label: label, text: text, fields: fields))
    return label
  }

  /// `Sexual Offences Act 2003, sections 8, 10 and 15A`, a line an Act; at common law the title.
  static func lines(of offences: [Offence]) -> [String] {
    var acts: [(act: Offence.Act, provisions: [String])] = []
    var titles: [String] = []
    for offence in offences {
      guard let act = offence.act else {
        titles.append(offence.titleInSentence)
        continue
      }
      let provision = offence.provision.split(separator: " ").dropFirst().joined(separator: " ")
      if let i = acts.firstIndex(where: { $0.act.name == act.name }) {
        if !acts[i].provisions.contains(provision) { acts[i].provisions.append(provision) }
      } else {
        acts.append((act, [provision]))
      }
    }
    var lines: [String] = []
    for (act, provisions) in acts {
      let word = provisions.count == 1 ? act.provisionWord : "\(act.provisionWord)s"
      lines.append("\(act.name), \(word) \(provisions.listed)")
    }
    return lines + titles
  }
}

/// Numbers that an applicant writes in words.
func numberWord(_ number: Int) -> String {
  let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
  return words.indices.contains(number) ? words[number] : "\(number)"
}
