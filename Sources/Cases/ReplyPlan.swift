import Letters
import Replies
import Requests
import SourceText
import WorkingDays

/// Which letter answers an authority's letter, what goes into it, and what its writer should know.
public struct ReplyPlan: Sendable {
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    case overdue, `extension`, review, complaint, transfer, fees

    /// What a letter's template says it is for.
    public var template: String {
      switch self {
      case .overdue: "follow-up"
      case .review: "internal-review"
      default: rawValue
      }
    }
  }

  public let purpose: Purpose
  public let points: [Correspondence.Point]
  /// For the applicant only, in plain words.
  public let advice: [String]

  /// - Parameters:
  ///   - reply: the authority's letter; nil when none came.
  ///   - due: the day that counts: for its answer, for a fee, or for the applicant's own next step.
  ///   - labels: those of the request's questions, where they are known.
  public init(
    _ purpose: Purpose, to reply: Reply?, due: Day?, under regime: Regime,
    questions labels: [String]
  ) {
    self.purpose = purpose
    let adviser = Adviser(reply: reply, due: due, regime: regime, labels: labels)
    (points, advice) =
      switch purpose {
      case .overdue: ([], adviser.overdue)
      case .extension: (adviser.extensionPoints, adviser.extension)
      case .review: (adviser.reviewPoints, adviser.review)
      case .complaint: (adviser.complaintPoints, adviser.complaint)
      case .transfer: ([], adviser.transfer)
      case .fees: ([], adviser.fees)
      }
  }

  /// What answers a letter of a kind.
  ///
  /// - Parameter refine: the command that answers a clarification.
  /// - Throws: when nothing is to be answered, or by another verb.
  public static func purpose(
    answering reply: Reply, refine: String = "foi refine"
  ) throws(Diagnostics) -> Purpose {
    switch reply.kind {
    case .extension: return .extension
    case .refusal: return .review
    // An answer that keeps something back.
    case .response where reply.exemptions.contains(where: { !$0.questions.isEmpty }): return .review
    case .reviewOutcome: return .complaint
    case .transfer: return .transfer
    case .fees: return .fees
    case .clarification:
      throw Diagnostics(
        "the letter asks for clarification",
        remedy: "\(refine) turns it into a better request")
    case .acknowledgement:
      throw Diagnostics(
        "the letter only says that they have your request: there is nothing to answer",
        remedy: "foi read says by when their answer is due")
    case .response:
      throw Diagnostics(
        "the letter answers your request and refuses nothing that could be found in it",
        remedy: "if something is missing, ask for a review: --kind review")
    case .other:
      throw Diagnostics(
        "it cannot be told what the letter is",
        remedy: "say what you want to write: --kind overdue, review, complaint, transfer or fees")
    }
  }
}

extension ReplyPlan {
  /// The purpose that the applicant named, or what a case asks for next.
  ///
  /// - Throws: when it does not fit the case: no reminder is due while they have time, or when they have answered.
  public static func purpose(
    _ named: Purpose?, in timeline: Timeline, today: Day, refine: String = "foi refine"
  ) throws(Diagnostics) -> Purpose {
    guard let named else { return try purpose(in: timeline, today: today, refine: refine) }
    switch timeline.state {
    case .awaitingAnswer where named != .extension: try checkOverdue(timeline.due?.day, today)
    case .underReview where named == .complaint: try checkOverdue(timeline.due?.day, today)
    case .awaitingAnswer: break
    default:
      if named == .overdue {
        throw Diagnostics(
          "no answer is overdue: the case is \(timeline.state.text)",
          remedy: "foi case show says what comes next")
      }
    }
    return named
  }

  /// The day that counts for a letter of a case.
  public static func due(_ purpose: Purpose, in timeline: Timeline, under regime: Regime) -> Day? {
    if purpose == .complaint, timeline.state == .answered {
      return timeline.lastAnswer.map { regime.complaintWindow.end(after: $0.entry.day) }
    }
    return timeline.due?.day
  }

  /// What a case asks for next.
  ///
  /// - Throws: when nothing is to be written, with the day to wait for.
  public static func purpose(
    in timeline: Timeline, today: Day, refine: String = "foi refine"
  ) throws(Diagnostics) -> Purpose {
    switch timeline.state {
    case .awaitingAnswer:
      if let due = timeline.due, due.day < today { return .overdue }
      if let last = timeline.lastAnswer?.reply, last.kind == .extension { return .extension }
      try checkOverdue(timeline.due?.day, today)
      return .overdue
    case .reviewed: return .complaint
    case .underReview:
      try checkOverdue(timeline.due?.day, today)
      return .complaint
    default:
      guard let reply = timeline.lastAnswer?.reply else {
        throw Diagnostics(
          "the case has no letter to answer", remedy: "foi case add puts their letters into it")
      }
      return try purpose(answering: reply, refine: refine)
    }
  }

  /// - Throws: when the authority still has time.
  public static func checkOverdue(_ due: Day?, _ today: Day) throws(Diagnostics) {
    guard let due, due >= today else { return }
    throw Diagnostics(
      "the answer is not overdue: they have until \(due.textWithWeekday)",
      remedy: "come back on \((due + 1).textWithWeekday)")
  }
}

private struct Adviser {
  let reply: Reply?
  let due: Day?
  let regime: Regime
  let labels: [String]

  private func by(_ day: Day?) -> String { day.map { ": by \($0.textWithWeekday)" } ?? "" }

  private var complaintWindow: String { regime.complaintWindow.text }

  private var toRegulator: String { "the \(regime.regulator): \(regime.complaintsPage)" }
}

// MARK: - What to know

extension Adviser {
  var overdue: [String] {
    if let days = regime.reviewAfterSilenceDays {
      return [
        "In Scotland silence counts as a refusal. You can require a review at once (--kind review), at the latest \(days) working days after your request.",
        "Only after a review can you complain to \(toRegulator)",
      ]
    }
    return [
      "Remind them once. If still no answer comes, complain; after silence no review is needed first.",
      "Complain to \(toRegulator)",
    ]
  }

  var `extension`: [String] {
    guard let extra = regime.publicInterestDays else {
      return [
        "The Scottish Act knows no extension to weigh the public interest: the \(regime.replyDays) working days still hold\(by(due)).",
        "If no answer has come by then: foi reply overdue.",
      ]
    }
    return [
      "What to expect: they have decided that a qualified exemption may apply and weigh whether the public interest is for or against release. \(extra) working days more are customary.",
      "When to chase: if nothing has come by \(due?.textWithWeekday ?? "the day they gave"). Then foi reply overdue writes a reminder.",
      "You need not send anything now. The letter below asks for what can already be answered.",
    ]
  }

  var review: [String] {
    var lines = [
      reply.map {
        "Ask for it within \($0.dates.reviewAllowance?.text ?? "\(regime.reviewRequestDays) working days") of the answer\(by(due))."
      } ?? overdue[0],
      regime.reviewReplyDaysAtMost > regime.reviewReplyDays
        ? "They should answer within \(regime.reviewReplyDays) working days, and within \(regime.reviewReplyDaysAtMost) in an exceptional case."
        : "They must answer within \(regime.reviewReplyDays) working days.",
      "If you are still unhappy then, complain within \(complaintWindow) to \(toRegulator)",
      "Strike what does not fit your case, and add what you know: a review looks at what you ask of it.",
    ]
    let isCost = reply?.exemptions.contains { $0.isCostLimit } ?? false
    if isCost {
      lines.append(
        "The other road: a narrower request, with its own \(regime.replyDays) working days. You can take both."
      )
    }
    let missing = reply?.answers(to: labels).filter { $0.outcome == .notFound } ?? []
    if !missing.isEmpty, missing.count < labels.count {
      let names = missing.map { $0.question }.joined(separator: ", ")
      lines.append(
        "No answer to question \(names) was found in the letter: look whether it is in an attachment, and name it in your letter if it is not."
      )
    }
    return lines
  }

  var complaint: [String] {
    var lines = ["Complain to \(toRegulator)"]
    if reply != nil {
      lines.append("Do so within \(complaintWindow) of their last answer\(by(due)).")
    }
    if reply?.kind != .reviewOutcome {
      lines.append(
        regime.needsReviewAfterSilence
          ? "A review must have come first, even when they never answered."
          : reply == nil
            ? "After silence no review is needed first." : "A review should have come first.")
    }
    if !complaintPoints.isEmpty, reply != nil {
      lines.append("Fill in the blanks: say in a sentence or two why each point is wrong.")
    }
    return lines
  }

  var transfer: [String] {
    ["The other authority's own time begins when it receives the request."]
  }

  var fees: [String] {
    var lines = [
      "Their time stands still until you have paid. If you do not pay, they need not answer."
    ]
    if let fees = regime.fees {
      lines.append(
        "In Scotland the first £\(fees.freePounds) of the work are free, then \(fees.percent) % may be charged, £\(fees.mostPounds) at most."
      )
    } else {
      lines.append("Work within the cost limit is free; they may charge for printing and post.")
    }
    if let months = regime.feePaymentMonths {
      lines.append("You have \(months) months to pay\(by(due)).")
    }
    return lines
  }
}

// MARK: - What to write

extension Adviser {
  var extensionPoints: [Correspondence.Point] {
    guard let reply, regime.publicInterestDays != nil else { return [] }
    var points: [Correspondence.Point] = []
    if reply.exemptions.isEmpty {
      points.append(.init("Your letter does not say which exemption you consider. Please name it."))
    }
    if reply.dates.named == nil {
      points.append(.init("Please tell me the day by which you expect to decide."))
    }
    return points
  }

  var reviewPoints: [Correspondence.Point] {
    guard let reply else {
      return [
        .init(
          "I have had no answer to my request\(due.map { ", which was due by \($0.text)" } ?? "").")
      ]
    }
    // A question already put about the same part of the request need not be put again.
    var asked: [[String]: [String]] = [:]
    return reply.exemptions.map { claim in
      let questions = Exemption.reviewQuestions(claim).filter {
        asked[claim.questions]?.contains($0) != true
      }
      asked[claim.questions, default: []] += questions
      return .init(
        "\(heading(claim)). I am not satisfied that this applies. Please tell me:",
        asking: questions)
    }
  }

  var complaintPoints: [Correspondence.Point] {
    guard let reply, !reply.exemptions.isEmpty else {
      guard reply == nil else { return [] }
      return [
        .init("I have had no answer\(due.map { ", although it was due by \($0.text)" } ?? "").")
      ]
    }
    return reply.exemptions.map {
      .init("\(heading($0)). I do not think that this is right, because ____")
    }
  }

  /// `Section 31(3), questions 3 and 4, neither confirmed nor denied`
  private func heading(_ claim: ClaimedExemption) -> String {
    var heading = "\(claim.law == "EIR" ? "Regulation" : "Section") \(claim.section)"
    if let last = claim.questions.last {
      let others = claim.questions.dropLast().joined(separator: ", ")
      heading += others.isEmpty ? ", question \(last)" : ", questions \(others) and \(last)"
    }
    return claim.neitherConfirmsNorDenies ? heading + ", neither confirmed nor denied" : heading
  }
}
