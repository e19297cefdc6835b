import Requests
import WorkingDays

/// Requests to one authority that may be added together, so that all of them go over the cost limit.
///
/// FOIA section 12(4) with SI 2004/3244, regulation 5: the same person, to any extent similar information, received
/// within 60 consecutive working days. In Scotland no such rule for one person is known here.
public struct Aggregation: Sendable, Hashable {
  /// The id.
  public let authority: String
  /// The names of the batches and the days, in their order.
  public let requests: [String]

  /// A letter on its way to an authority.
  public struct Request: Sendable {
    let batch: String
    let authority: String
    let day: Day

    /// Every letter of a ledger that was sent or has its day.
    public static func all(in ledger: Ledger, of batch: String) -> [Request] {
      ledger.rows.compactMap { row in
        let day = row.day(.sent).day ?? (row.isSent ? nil : row.day(.sendOn).day)
        guard let day, !row.status.isOver else { return nil }
        return Request(batch: batch, authority: row.authority, day: day)
      }
    }
  }

  /// - Parameter regime: the law of an authority.
  public static func warnings(
    _ requests: [Request], calendar: WorkingCalendar, regime: (String) -> Regime?
  ) -> [Aggregation] {
    var byAuthority: [String: [Request]] = [:]
    var order: [String] = []
    for request in requests {
      if byAuthority[request.authority] == nil { order.append(request.authority) }
      byAuthority[request.authority, default: []].append(request)
    }
    var warnings: [Aggregation] = []
    for authority in order where regime(authority) == .foia {
      let inOrder = (byAuthority[authority] ?? []).sorted { $0.day < $1.day }
      var near: [Request] = []
      for (earlier, later) in zip(inOrder, inOrder.dropFirst())
      where calendar.isWithinAggregation(earlier.day, later.day) {
        if near.last?.day != earlier.day || near.last?.batch != earlier.batch {
          near.append(earlier)
        }
        near.append(later)
      }
      if near.count > 1 {
        warnings.append(
          Aggregation(
            authority: authority, requests: near.map { "\($0.batch) on \($0.day.text)" }))
      }
    }
    return warnings
  }
}

extension WorkingCalendar {
  /// Whether two days lie within 60 consecutive working days, the first of them counted.
  fileprivate func isWithinAggregation(_ first: Day, _ second: Day) -> Bool {
    guard let between = try? workingDays(after: first, through: second, under: .foia) else {
      return false
    }
    return between < 60
  }
}
