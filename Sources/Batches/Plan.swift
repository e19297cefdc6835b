import Requests
import SourceText
import WorkingDays

/// Who is written to when: a few first, to see what comes back, then so many a working day.
public struct Plan: Sendable {
  /// A letter's place in the plan.
  public struct Stop: Sendable, Hashable {
    /// The authority's id.
    public let authority: String
    public let wave: Ledger.Wave
    public let day: Day
  }

  /// Who goes first.
  public enum Pilot: Sendable, Hashable {
    case none
    /// So many that differ from one another.
    case spread(Int)
    /// The ids of those chosen.
    case named([String])
  }

  public let stops: [Stop]

  /// - Parameters:
  ///   - authorities: those that have no place in the plan yet.
  ///   - taken: the waves and days of those that have one; later waves follow them.
  ///   - start: the first day to send on; a day off moves on to the next working day.
  ///   - perDay: letters on one day, at least one.
  ///   - rest: the first day for those after the pilot; nil waits until the pilot's answers are due.
  ///   - holdBack: ids of authorities that a pilot had better leave out, such as those with an open decision.
  /// - Throws: when the plan runs beyond the years whose bank holidays are known.
  public init(
    _ authorities: [Authority], taken: [(wave: Ledger.Wave, day: Day?)] = [], pilot: Pilot = .none,
    start: Day, perDay: Int, rest: Day? = nil, holdBack: Set<String> = [],
    calendar: WorkingCalendar
  ) throws(Diagnostics) {
    var stops: [Stop] = []
    var day = try calendar.firstWorkingDay(from: start)
    var pilots: [Authority]
    switch pilot {
    case .none: pilots = []
    case .spread(let count):
      let missing = count - taken.count { $0.wave == .pilot }
      pilots = missing > 0 ? authorities.spread(missing, holdingBack: holdBack) : []
    case .named(let ids): pilots = authorities.filter { ids.contains($0.id) }
    }
    var lastDue = day
    for authority in pilots {
      stops.append(Stop(authority: authority.id, wave: .pilot, day: day))
      let regime = authority.regime ?? .foia
      let due = try calendar.due(
        after: day, workingDays: regime.replyDays, under: regime.workingDays
      ).due
      lastDue = max(lastDue, due)
    }
    let first = Set(pilots.map { $0.id })
    let others = authorities.filter { !first.contains($0.id) }
    // Those that have a day already keep it; what is new goes behind them.
    let last = taken.max { ($0.wave, $0.day ?? start) < ($1.wave, $1.day ?? start) }
    var wave = 0
    if let last, case .number(let number) = last.wave { wave = min(number, 99_999) }
    if let rest {
      day = try calendar.firstWorkingDay(from: rest)
    } else if !pilots.isEmpty {
      day = try calendar.firstWorkingDay(from: lastDue + 1)
    } else if let latest = taken.compactMap({ $0.day }).max(), latest >= day {
      day = try calendar.firstWorkingDay(from: latest + 1)
    }
    for (i, authority) in others.enumerated() {
      if i % max(perDay, 1) == 0 {
        wave += 1
        if i > 0 { day = try calendar.firstWorkingDay(from: day + 1) }
      }
      stops.append(Stop(authority: authority.id, wave: .number(wave), day: day))
    }
    self.stops = stops
  }
}

extension WorkingCalendar {
  /// The day itself, or the next one on which offices in all of the United Kingdom work.
  func firstWorkingDay(from day: Day) throws(Diagnostics) -> Day {
    var day = day
    while try skip(day, under: .foia) != nil { day = day + 1 }
    return day
  }
}

extension [Authority] {
  /// So many that differ from one another: by law and nation first, then by crime system.
  ///
  /// What one force can count, another with the same system likely can too, so a pilot learns most from forces
  /// with different ones known. Of forces that share a desk only one is taken.
  func spread(_ count: Int, holdingBack held: Set<String>) -> [Authority] {
    var chosen: [Authority] = []
    var nations: [String: Int] = [:]
    var systems: [String: Int] = [:]
    var left = filter { !held.contains($0.id) }
    while chosen.count < count, !left.isEmpty {
      // The first of those that are least like the ones chosen: the order of the list decides between equals.
      var best = 0
      var least = Int.max
      for (i, authority) in left.enumerated() {
        let shared = chosen.contains { $0.sharesDeskWith.contains(authority.id) } ? 1000 : 0
        // A nation new to the pilot goes before a system new to it, but one of each nation is enough.
        let nation = nations[authority.nationKey] == nil ? 0 : 10
        let system = authority.system.isEmpty ? 5 : systems[authority.system] ?? 0
        let likeness = shared + nation + system
        if likeness < least { (best, least) = (i, likeness) }
      }
      let next = left.remove(at: best)
      chosen.append(next)
      nations[next.nationKey, default: 0] += 1
      systems[next.system, default: 0] += 1
    }
    return chosen
  }
}

extension Authority {
  fileprivate var nationKey: String {
    var key = regime?.rawValue ?? ""
    for nation in nations { key += " \(nation.rawValue)" }
    return key
  }

  /// The name of the crime system without what is said about it: "Niche" of "Niche, shared with …".
  fileprivate var system: String {
    guard let text = records?.text else { return "" }
    return String(text.prefix { $0.isLetter || $0.isNumber })
  }
}
