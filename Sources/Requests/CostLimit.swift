import SourceText
import WorkingDays

/// The appropriate limit: how much work an authority need put into a request.
///
/// FOIA section 12 and SI 2004/3244; FOISA section 12 and SSI 2004/467. Dated, because it may be changed by
/// regulations at any time.
public struct CostLimit: Sendable, Hashable {
  public enum Bodies: String, Sendable, Hashable, CaseIterable {
    /// Government departments and what else stands in Part I of Schedule 1 to the Act of 2000.
    case department
    case other
  }

  public let regime: Regime
  public let bodies: Bodies
  public let pounds: Int
  /// Pounds for an hour's work; in Scotland the most that may be reckoned.
  public let poundsPerHour: Int
  /// Hours of work that the limit pays for.
  public let hours: Int
  /// The first day it applied; nil when not seen.
  public let inForceFrom: Day?
  /// The day it was last seen to apply; nil when not recorded.
  public let checkedOn: Day?
  public let source: String
}

extension [CostLimit] {
  /// The limit for an authority; nil when its law or its place in the law is not settled.
  ///
  /// - Parameter day: the day of the request; nil for the newest limit known.
  public func limit(for authority: Authority, on day: Day? = nil) -> CostLimit? {
    guard let regime = authority.regime, authority.canBeAsked,
      authority.coverage != .unconfirmed
    else { return nil }
    let bodies: CostLimit.Bodies =
      regime == .foia && authority.kind == .department ? .department : .other
    return last { limit in
      guard limit.regime == regime, limit.bodies == bodies else { return false }
      guard let day, let first = limit.inForceFrom else { return true }
      return day >= first
    }
  }
}

extension [CostLimit] {
  /// Reads the table of limits (`limits.csv`).
  ///
  /// - Throws: the first row that cannot be read, with its place.
  public init(table source: Source) throws(Diagnostics) {
    self = []
    let table = try DataTable(
      source, columns: ["law", "bodies", "pounds", "pounds_per_hour", "hours"])
    for row in table.rows {
      append(
        CostLimit(
          regime: try row.value("law"), bodies: try row.value("bodies"),
          pounds: try row.number("pounds"), poundsPerHour: try row.number("pounds_per_hour"),
          hours: try row.number("hours"), inForceFrom: try row.day("in_force_from"),
          checkedOn: try row.day("checked_on"), source: row["source"]))
    }
  }
}
