/// The last day for an answer, and how it was counted.
public struct Deadline: Sendable, Hashable {
  public let received: Day
  public let workingDays: Int
  public let law: WorkingCalendar.Law
  /// The last day on which the answer is in time.
  public let due: Day
  /// The weekdays left out because they are bank holidays, in their order; weekends are always left out.
  public let skipped: [Holiday]

  /// What was left out, for a reader who counts again: `weekends; Monday 30 November, St Andrew's Day`.
  public var skippedText: String {
    var parts = ["weekends"]
    for holiday in skipped {
      let isSubstitute = !holiday.substitute.isDisjoint(with: law.nations)
      parts.append(
        "\(holiday.day.weekday.name) \(holiday.day.textWithoutYear), \(holiday.name)"
          + (isSubstitute ? " (substitute day)" : ""))
    }
    return parts.joined(separator: "; ")
  }
}
