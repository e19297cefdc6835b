import Requests
import SourceText
import WorkingDays

/// An offence that a question names.
struct NamedOffence {
  let reference: OffenceReference
  /// The words, with "section" where it stands before the number.
  let range: ByteRange
  let part: ScopedPart
}

extension Inspection {
  /// Every place that names one provision, or in words an offence, that the table knows.
  ///
  /// Codes count in an `offences` field alone: in running text "19/20" is more often a year.
  var namedOffences: [NamedOffence] {
    var named: [NamedOffence] = []
    for part in parts {
      let isField = part.kind == .field(.offences)
      for reference in references(in: part) {
        guard !reference.offences.isEmpty else { continue }
        switch reference.kind {
        case .provision(nil, _), .act, .unknown: continue
        case .code: if !isField { continue }
        // A title says what a letter is about, in everyday words; nobody searches by it.
        case .name: if part.kind == .header(.title) { continue }
        case .provision: break
        }
        named.append(
          NamedOffence(
            reference: reference, range: withProvisionWord(reference.range, in: part), part: part))
      }
    }
    return named
  }

  private func withProvisionWord(_ range: ByteRange, in part: ScopedPart) -> ByteRange {
    let provisionWords = WordSet("section sections sec s ss article articles art")
    var i = words.indices(in: range).lowerBound - 1
    let first = part.tokens.lowerBound
    while i > first, words.tokens[i].traits.contains(.slight) { i -= 1 }
    guard i >= first, provisionWords.contains(words.tokens[i].hash) else { return range }
    return words.tokens[i].range.lowerBound..<range.upperBound
  }
}

/// From the first to the last day that each question asks about, worked out once for a letter.
struct Windows {
  private var own: [String: Period] = [:]
  private var common: Period?

  init(_ inspection: Inspection) {
    for part in inspection.parts {
      for mention in inspection.mentions(in: part) {
        guard let period = mention.reading.stretch(until: inspection.today) else { continue }
        if let question = part.question {
          own[question] = period.joined(with: own[question])
        } else {
          common = period.joined(with: common)
        }
      }
    }
  }

  /// By the dates of the letter for a question that has none of its own.
  subscript(question: String?) -> Period? { question.flatMap { own[$0] } ?? common }
}

extension Period {
  fileprivate func joined(with other: Period?) -> Period? {
    guard let other else { return self }
    return Period(first: min(first, other.first), last: max(last, other.last))
  }
}

extension PeriodReading {
  /// The days that it most likely means; one without an end goes up to today.
  func stretch(until today: Day?) -> Period? {
    switch self {
    case .open(let start?, nil): today.flatMap { Period(first: start, last: $0) }
    case .open(let start?, let end?): Period(first: start, last: end)
    case .open, .future, .impossible: nil
    case .exact, .point, .years, .ambiguous, .relative: readings.first?.period
    }
  }
}
