import Replies
import Requests
import WorkingDays

/// A case said in plain words.
public struct CasePage: Sendable {
  /// Day, and what happened on it.
  public private(set) var rows: [[String]] = []
  /// What is to be done next.
  public private(set) var next: [String] = []

  /// - Parameter folder: where the case is, as it is typed in the commands that are named.
  public init(_ timeline: Timeline, folder: String, under regime: Regime, today: Day) {
    for event in timeline.events {
      let outcome = event.outcome.isEmpty ? "" : ": \(event.outcome)"
      rows.append([event.entry.day.textWithWeekday, event.entry.kind.sentence + outcome])
    }
    next = steps(timeline, folder, regime, today)
  }

  private func steps(
    _ timeline: Timeline, _ folder: String, _ regime: Regime, _ today: Day
  ) -> [String] {
    var lines: [String] = []
    let due = timeline.due
    let isOver = due.map { $0.day < today } ?? false
    let day = due?.day.textWithWeekday ?? ""
    switch timeline.state {
    case .unsent: lines.append("Nothing was sent yet.")
    case .awaitingAnswer where !isOver: lines.append("They have until \(day) to answer.")
    case .awaitingAnswer:
      lines.append("Their answer is overdue: it was due by \(day).")
      if regime.needsReviewAfterSilence {
        lines.append(
          "Silence counts as a refusal in Scotland. You can require a review\(timeline.reviewAfterSilence.map { " until \($0.textWithWeekday)" } ?? ""): foi reply \(folder) --kind review."
        )
      } else if timeline.hasReminded {
        lines.append(
          "You have reminded them. foi reply \(folder) --kind complaint writes a complaint; no review is needed first."
        )
      } else {
        lines.append("foi reply \(folder) --kind overdue writes a reminder.")
      }
    case .awaitingClarification:
      lines.append("They wait for you: their time does not run until they have your answer.")
      if due != nil {
        lines.append(
          isOver
            ? "They gave you until \(day). If they have closed the request, send it as a new one."
            : "Answer by \(day).")
      }
      lines.append("foi refine --letter writes the better request.")
    case .awaitingFee:
      lines.append("They ask for a fee, and their time stands still until it is paid.")
      if due != nil { lines.append("You can pay until \(day).") }
    case .passedOn:
      lines.append("Another authority has the request now; its own time began when it got it.")
    case .answered:
      lines.append(
        isOver
          ? "They have answered. The time for a review ended on \(day)."
          : "They have answered. If you are unhappy, ask for a review by \(day): foi reply \(folder) --kind review."
      )
    case .underReview:
      lines.append(
        isOver
          ? "The outcome of the review was due by \(day). foi reply \(folder) --kind complaint writes a complaint."
          : "They review their answer. The outcome is due by \(day).")
      if !isOver, regime.reviewReplyDaysAtMost > regime.reviewReplyDays {
        lines.append(
          "In an exceptional case they may take \(regime.reviewReplyDaysAtMost) working days.")
      }
    case .reviewed:
      lines.append(
        isOver
          ? "The review is done. The time to complain ended on \(day)."
          : "The review is done. If you are still unhappy, complain to the \(regime.regulator) by \(day): foi reply \(folder) --kind complaint."
      )
    case .withRegulator: lines.append("The complaint is with the \(regime.regulator).")
    case .closed: lines.append("The case is closed.")
    }
    if let due {
      lines.append("  \(due.reason)")
      if let other = due.other { lines.append("  (\(other); the earlier day is followed)") }
    }
    if timeline.state == .answered, let answer = timeline.lastAnswer,
      answer.reply?.refusesOnCost == true
    {
      lines.append(
        "They refuse over the cost: foi refine --letter \(folder)/\(answer.entry.file) makes a narrower request, with its own \(regime.replyDays) working days."
      )
    }
    return lines
  }
}

extension LetterKind {
  /// What happened, to stand before a colon.
  var sentence: String {
    switch self {
    case .sent(let kind): "you sent \(kind == .request ? "the" : "a") \(kind.rawValue)"
    case .received(let kind):
      switch kind {
      case .acknowledgement: "they have your request"
      case .clarification: "they asked for clarification"
      case .extension: "they took more time"
      case .refusal: "they answered, refusing at least a part"
      case .response: "they answered"
      case .transfer: "they passed the request on"
      case .fees: "they asked for a fee"
      case .reviewOutcome: "they reviewed their answer"
      case .other: "they wrote"
      }
    }
  }
}
