import Requests
import SourceText
import WorkingDays

extension Check {
  /// Crimes counted over a period, and no word on which of their dates decides.
  static let dateCountedBy = Check("date-counted-by") { inspection in
    let isSaid = inspection.reading.parts.contains {
      $0.kind == .header(.countedBy) || $0.kind == .field(.countedBy)
    }
    let says = Vocabulary(inspection)
    guard !isSaid, says.mentions("crime crimes offence offences"),
      !says.mentions(
        """
        recorded committed reported arrested charged occurred occurring made recording dealt closed \
        finalised registered logged arrests
        """)
    else { return [] }
    for mention in inspection.periods {
      guard case .exact = mention.reading,
        let part = inspection.part(at: mention.range.lowerBound)
      else { continue }
      if part.kind == .header(.title) { continue }
      return [Spot(range: mention.range, question: part.question)]
    }
    return []
  }

  /// Dates in the title of a letter whose questions have none.
  static let datesInTitle = Check("dates-in-title") { inspection in
    guard inspection.parts.contains(where: { $0.kind == .header(.title) }) else { return [] }
    let isCount = Vocabulary(inspection).mentions("number many much amount total figures list")
    guard isCount else { return [] }
    let hasDates = inspection.reading.parts.contains {
      $0.kind == .header(.dates) || $0.kind == .field(.dates)
    }
    let periods = inspection.periods
    guard !hasDates, let first = periods.first else { return [] }
    let areInTitle = periods.allSatisfy {
      inspection.part(at: $0.range.lowerBound)?.kind == .header(.title)
    }
    return areInTitle ? [Spot(range: first.range)] : []
  }
}
