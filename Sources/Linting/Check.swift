import Requests
import SourceText
import WorkingDays

/// A check that needs more than phrases. A rule names it (`check: placeholders`), so that its message,
/// evidence and examples stand in a guide as those of every other rule do.
///
/// Each is a value in a file of its own in `Checks/`, and is listed in ``all``.
public struct Check: Sendable {
  /// The name that a guide gives after `check:`.
  public let name: String
  let run: @Sendable (Inspection) -> [Spot]

  init(_ name: String, _ run: @escaping @Sendable (Inspection) -> [Spot]) {
    self.name = name
    self.run = run
  }

  /// The checks there are, by name.
  public static var all: [Check] {
    [
      .abbreviations, .alreadyPublished, .applicantName, .brokenReference, .cohortChain,
      .dateCountedBy, .datesInTitle, .groomingSection, .impossibleDates, .leftoverAddressee,
      .longOpening,
      .longPeriod, .manyQuestions, .manySplits, .missingPeriod,
      .namedPerson, .nothingToDrop, .numbering, .offenceInForce, .placeholders, .relativeYear,
      .runTogetherList,
      .shouting, .slashYear, .smallCells, .systemChange, .tableFormat, .wrongNation,
    ]
  }
}

/// What a check sees of a request.
struct Inspection {
  let reading: RequestReading
  /// The words of the whole text, by which all checks and patterns read it.
  let words: Words
  /// The parts that the rule's scope takes in, in the order of the text.
  let parts: ScopedParts
  /// Nil when nobody said to whom it goes.
  let addressee: Authority?
  /// Nil when nobody said what day it is.
  let today: Day?
  /// Nil when nobody gave a table of them.
  let offences: Offences?
  /// Nil when nobody gave a table of them.
  let published: Published?
  let memory: InspectionMemory

  /// The part that holds a byte. A binary search.
  func part(at offset: Int) -> ScopedPart? {
    let i = parts.indices.boundary { parts[$0].range.upperBound > offset }
    return i < parts.count && parts[i].range.contains(offset) ? parts[i] : nil
  }
}

/// What several checks ask of the same part, worked out once for a text.
final class InspectionMemory {
  private let parts: ScopedParts
  /// Of the rules many share a scope.
  private var partsByScope: [(scope: Scope, parts: ScopedParts)] = []
  /// By the numbers of the parts.
  fileprivate var references: [[OffenceReference]?]
  fileprivate var mentions: [[PeriodMention]?]

  init(_ parts: ScopedParts) {
    self.parts = parts
    references = Array(repeating: nil, count: parts.passages.count)
    mentions = Array(repeating: nil, count: parts.passages.count)
  }

  /// The parts that a scope takes in, in the order of the text.
  func parts(in scope: Scope) -> ScopedParts {
    if let known = partsByScope.first(where: { $0.scope == scope }) { return known.parts }
    let found = parts.within(scope)
    partsByScope.append((scope, found))
    return found
  }
}

extension Inspection {
  /// The offences that a part names.
  func references(in part: ScopedPart) -> [OffenceReference] {
    guard let offences else { return [] }
    if let known = memory.references[part.number] { return known }
    let found = offences.references(in: reading.source.bytes, range: part.range)
    memory.references[part.number] = found
    return found
  }

  /// The times that a part mentions.
  func mentions(in part: ScopedPart) -> [PeriodMention] {
    if let known = memory.mentions[part.number] { return known }
    let found = periodMentions(
      in: reading.source.bytes, range: part.range, words: words, first: part.tokens.lowerBound,
      today: today)
    memory.mentions[part.number] = found
    return found
  }
}

/// A place that a check found.
struct Spot: Sendable {
  let range: ByteRange
  var question: String?
  /// A message for this place; the rule's summary by default.
  var message: String?
  /// What becomes of this place, where it differs from what becomes of the rule's others.
  var outlook: Outlook?
  /// What stands for `{name}` in the rule's summary and advice.
  var insertions: [(name: String, text: String)] = []
  /// Places with the same key are one decision; by default all of a rule are.
  var key = ""
  var fixes: [Fix] = []
}
