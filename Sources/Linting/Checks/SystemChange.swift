import Requests
import SourceText
import WorkingDays

extension Check {
  /// A period in the middle of which the addressee went over to another crime system.
  ///
  /// The day comes from the sourced notes on the authority, so that a new note is all it takes.
  static let systemChange = Check("system-change") { inspection in
    guard let addressee = inspection.addressee, let change = addressee.systemChange,
      Vocabulary(inspection).mentions(
        "crime crimes offence offences incident incidents arrests victims outcomes charged recorded"
      )
    else { return [] }
    var spots: [Spot] = []
    for mention in inspection.periods {
      guard let period = mention.reading.stretch(until: inspection.today),
        period.first < change.day, change.day <= period.last
      else { continue }
      var spot = Spot(range: mention.range, question: inspection.question(at: mention.range))
      let words = inspection.reading.source.bytes.unwrapped(mention.range)
      spot.message =
        "\"\(words)\" runs across a change of crime system: \(change.note.text) "
        + "(\(change.note.source))"
      spots.append(spot)
    }
    return spots
  }
}

extension Authority {
  /// The first day of its present crime system, and the note that says so.
  fileprivate var systemChange: (day: Day, note: Note)? {
    for note in [searchNote, records] {
      if let note, let day = note.dayOfChange { return (day, searchNote ?? note) }
    }
    return nil
  }
}

extension Authority.Note {
  /// The day in "since November 2022", "from 28 February 2024", "changed in July 2019".
  fileprivate var dayOfChange: Day? {
    let bytes = Array(text.utf8)
    for mention in periodMentions(in: bytes, range: 0..<bytes.count, today: nil) {
      switch mention.reading {
      case .open(let start?, nil): return start
      case .point(let period):
        let before = bytes[..<mention.range.lowerBound]
        let words = "changed in ".utf8
        if before.count >= words.count,
          before.suffix(words.count).elementsEqual(words)
            || bytes[mention.range].starts(with: "changed in".utf8)
        {
          return period.first
        }
      default: break
      }
    }
    return nil
  }
}
