import Replies
import Requests
import WorkingDays

/// A case said in plain words.
public struct CasePage: Sendable {
  /// Day, and what happened on it.
  public private(set) var rows: [[String]] = []
  /// What is to be done next.
  public private(set) var next: [String] = []

  /// - Parameters:
  ///   - folder: where the case is.
  ///   - command: the words of a command as they are typed behind "foi".
  public init(
    _ timeline: Timeline, folder: String, under regime: Regime, today: Day,
    command: ([String]) -> String = { $0.joined(separator: " ") }
  ) {
    for event in timeline.events {
      let outcome = event.outcome.isEmpty ? "" : ": \(event.outcome)"
      rows.append([event.entry.day.textWithWeekday, event.entry.kind.sentence + outcome])
    }
    next = steps(timeline, folder, regime, today, command)
  }

  private func steps(
    _ timeline: Timeline, _ folder: String, _ regime: Regime, _ today: Day,
    _ command: ([String]) -> String
  ) -> [String] {
    func reply(_ kind: String) -> String { "foi \(command(["reply", folder, "--kind", kind]))" }
    func refine(_ letter: Timeline.Event?) -> String? {
      letter.flatMap { timeline.refining(by: $0.entry, in: folder) }.map { "foi \(command($0))" }
    }
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
          "Silence counts as a refusal in Scotland. You can require a review\(timeline.reviewAfterSilence.map { " until \($0.textWithWeekday)" } ?? ""): \(reply("review"))."
        )
      } else if timeline.hasReminded {
        lines.append(
          "You have reminded them. \(reply("complaint")) writes a complaint; no review is needed first."
        )
      } else {
        lines.append("\(reply("overdue")) writes a reminder.")
      }
    case .awaitingClarification:
      lines.append("They wait for you: their time does not run until they have your answer.")
      if due != nil {
        lines.append(
          isOver
            ? "They gave you until \(day). If they have closed the request, send it as a new one."
            : "Answer by \(day).")
      }
      if let refine = refine(timeline.lastAnswer) {
        lines.append("To write the better request: \(refine)")
      }
    case .awaitingFee:
      lines.append("They ask for a fee, and their time stands still until it is paid.")
      if due != nil { lines.append("You can pay until \(day).") }
    case .passedOn:
      lines.append("Another authority has the request now; its own time began when it got it.")
    case .answered:
      lines.append(
        isOver
          ? "They have answered. The time for a review ended on \(day)."
          : "They have answered. If you are unhappy, ask for a review by \(day): \(reply("review"))."
      )
    case .underReview:
      lines.append(
        isOver
          ? "The outcome of the review was due by \(day). \(reply("complaint")) writes a complaint."
          : "They review their answer. The outcome is due by \(day).")
      if !isOver, regime.reviewReplyDaysAtMost > regime.reviewReplyDays {
        lines.append(
          "In an exceptional case they may take \(regime.reviewReplyDaysAtMost) working days.")
      }
    case .reviewed:
      lines.append(
        isOver
          ? "The review is done. The time to complain ended on \(day)."
          : "The review is done. If you are still unhappy, complain to the \(regime.regulator) by \(day): \(reply("complaint"))."
      )
    case .withRegulator: lines.append("The complaint is with the \(regime.regulator).")
    case .closed: lines.append("The case is closed.")
    }
    if let due {
      lines.append("  \(due.reason)")
      if let other = due.other { lines.append("  (\(other); the earlier day is followed)") }
    }
    if timeline.state == .answered, timeline.lastAnswer?.reply?.refusesOnCost == true,
      let refine = refine(timeline.lastAnswer)
    {
      lines.append(
        "They refuse over the cost. For a narrower request, with its own \(regime.replyDays) working days: \(refine)"
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
