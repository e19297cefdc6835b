/// What a search through records one by one would take, and whether the law's cost limit has room for it.
///
/// Only the work that the regulations name is reckoned, at the rate they fix. It is the authority's own
/// estimate that decides; this one is for the applicant, before anything is sent.
public struct CostEstimate: Sendable, Hashable {
  /// How many records somebody would have to open.
  public let records: Int
  /// Seconds for each of them.
  public let secondsEach: Int

  /// - Returns: nil for no records, more than ten million of them, no time, or more than eight hours each.
  public init?(records: Int, secondsEach: Int) {
    guard (1...10_000_000).contains(records), (1...8 * 3600).contains(secondsEach) else {
      return nil
    }
    self.records = records
    self.secondsEach = secondsEach
  }

  /// Seconds of work for all of them.
  public var seconds: Int64 { Int64(records) * Int64(secondsEach) }
}

extension CostEstimate {
  /// The cost in pence, a part of one counted as one.
  ///
  /// In Scotland the most it can be, because an authority reckons what the work really costs it up to the
  /// rate.
  public func pence(under limit: CostLimit) -> Int64 {
    (seconds * Int64(limit.poundsPerHour) * 100 + 3599) / 3600
  }

  /// Whether it goes over the limit; just reaching it does not.
  public func exceeds(_ limit: CostLimit) -> Bool {
    seconds * Int64(limit.poundsPerHour) > limit.pounds64 * 3600
  }

  /// How many records the limit has room for, were there as many.
  public func recordsThatFit(_ limit: CostLimit) -> Int {
    Int(limit.pounds64 * 3600 / (Int64(limit.poundsPerHour) * Int64(secondsEach)))
  }

  /// How many months of every twelve asked for would fit, if the records lie evenly over the time; 0 when
  /// not one would.
  public func monthsInTwelveThatFit(_ limit: CostLimit) -> Int {
    Int(min(12, Int64(recordsThatFit(limit)) * 12 / Int64(records)))
  }

  /// The most pence that the applicant may be charged for work within the limit; nil when it is free.
  public func fee(under limit: CostLimit) -> Int64? {
    guard let fees = limit.regime.fees else { return nil }
    let beyond = pence(under: limit) - Int64(fees.freePounds) * 100
    guard beyond > 0, !exceeds(limit) else { return nil }
    return min(beyond * Int64(fees.percent) / 100, Int64(fees.mostPounds) * 100)
  }
}

extension CostLimit {
  fileprivate var pounds64: Int64 { Int64(pounds) }
}
