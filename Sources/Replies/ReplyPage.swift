import Linting
import Requests
import SourceText
import WorkingDays

/// A reading said in plain words, line by line.
public struct ReplyPage: Sendable {
  public private(set) var lines: [String] = []

  public init(_ reply: Reply, _ clock: Clock) {
    sayKind(reply)
    sayDays(reply, clock)
    sayPoints(reply)
    sayExemptions(reply)
    sayFigures(reply)
    if let request = reply.request {
      let count = request.request.questions.count
      lines += ["", "Your request is quoted in the letter (\(questions(count)))."]
    }
  }

  private func questions(_ count: Int) -> String {
    count == 1 ? "one question" : "\(count) questions"
  }
}

// MARK: - What it is

extension ReplyPage {
  private mutating func sayKind(_ reply: Reply) {
    let what =
      switch reply.kind {
      case .acknowledgement: "they have your request."
      case .clarification: "please clarify. This is not a refusal."
      case .extension: "they need more time."
      case .refusal: "refused, at least in part."
      case .response: "this is the answer."
      case .transfer: "your request goes to another authority."
      case .fees: "they ask for a fee."
      case .reviewOutcome:
        "this is the outcome of a review\(reply.verdict.map { ": \($0.text)" } ?? "")."
      case .other: "nothing that foi can tell the meaning of. Read the letter yourself."
      }
    let sure = reply.isCertain || reply.kind == .other
    lines.append("It \(sure ? "says" : "seems to say"): \(what)")
    if !reply.because.isEmpty {
      lines.append("  because: \"\(reply.source.bytes.unwrapped(reply.because))\"")
    }
    lines.append("Reference: \(reply.reference ?? "none found")")
    if let day = reply.dates.dated { lines.append("Dated: \(day.textWithWeekday)") }
    if let day = reply.dates.received {
      lines.append("They received your request on \(day.textWithWeekday).")
    }
    if let day = reply.dates.clarified {
      lines.append("They have your clarification of \(day.textWithWeekday).")
    }
  }
}

// MARK: - Days

extension ReplyPage {
  private mutating func sayDays(_ reply: Reply, _ clock: Clock) {
    lines.append("")
    switch reply.kind {
    case .clarification:
      lines.append(
        "The \(reply.regime.replyDays) working days do not run until they have your answer; then they begin anew."
      )
      if let day = clock.days.first {
        lines.append(
          "Answer by \(day.day.textWithWeekday): the authority's own rule; the Act sets none.")
      } else if let allowance = reply.dates.allowance {
        lines.append(
          "They wait \(allowance.text) for your answer: their own rule; the Act sets none.")
      } else {
        lines.append(
          "No day for your answer was found in the letter: look whether it names one. The Act sets none."
        )
      }
    case .extension:
      lines.append(
        reply.regime.publicInterestDays == nil
          ? "The law of Scotland knows no such extension: the usual time still holds."
          : "More time is allowed only to weigh the public interest.")
    case .acknowledgement:
      lines.append(
        "The \(reply.regime.replyDays) working days run from the day your request arrived; foi due DATE counts them."
      )
    case .refusal, .response:
      let days =
        reply.dates.reviewAllowance ?? Allowance(reply.regime.reviewRequestDays, .workingDays)
      lines.append(
        "If you are unhappy, ask for a review (\(reply.regime.reviewName)) within \(days.text).")
    case .reviewOutcome:
      lines.append(
        "If you are still unhappy, the next step is a complaint within \(reply.regime.complaintWindow.text) to the \(reply.regime.regulator): \(reply.regime.complaintsPage)"
      )
    case .transfer:
      lines.append("The other authority's own time begins when it receives the request.")
    case .fees: lines.append("Their time stands still until you have paid.")
    case .other: break
    }
    for day in clock.days { say(day, among: clock.days.count, reply.kind, reply.regime) }
    if clock.needsDate, reply.kind != .clarification {
      lines.append("With --received DATE the last day is counted.")
    }
    if let problem = clock.uncounted {
      lines += problem.all.map { "The last day is left out: foi \($0.message)." }
    }
  }

  private mutating func say(
    _ due: Clock.Due, among count: Int, _ kind: Reply.Kind, _ regime: Regime
  ) {
    // The Act of 2000 sets no number of days for weighing the public interest: the count is the custom's.
    let whose =
      switch due.source {
      case .authority: "says the authority"
      case .law where kind == .extension: "by the count of the Act's working days"
      case .law: "says the law"
      case .regulator: "says the \(regime.regulator); the Act sets no day"
      }
    if kind != .clarification {
      let followed = count > 1 && due.isFollowed ? " This is the day to go by." : ""
      lines.append("By \(due.day.textWithWeekday), \(whose).\(followed)")
    }
    if let counted = due.counted { lines.append("  \(counted)") }
  }
}

// MARK: - Content

extension ReplyPage {
  private mutating func sayPoints(_ reply: Reply) {
    guard !reply.points.isEmpty else { return }
    let count = reply.points.count
    lines += ["", count == 1 ? "One point to settle:" : "\(count) points to settle:"]
    for (i, point) in reply.points.enumerated() {
      let about =
        point.questions.isEmpty
        ? "no question named" : "question \(point.questions.joined(separator: ", "))"
      lines += ["", "\(point.number ?? "\(i + 1)")  \(about) · \(point.category.rawValue)"]
      lines.append("   \(point.asks)")
      if !point.choices.isEmpty {
        lines.append("   Choose: \(point.choices.joined(separator: " | "))")
      }
      for suggestion in point.suggestions {
        lines.append("   They suggest: \(suggestion.text)")
        if let missing = suggestion.missing {
          lines.append("   Careful: \(missing) is missing in their letter.")
        }
      }
    }
    if !reply.untouched.isEmpty {
      lines += ["", "No point mentions: \(reply.untouched.joined(separator: ", "))"]
    }
  }

  private mutating func sayExemptions(_ reply: Reply) {
    guard !reply.exemptions.isEmpty else { return }
    lines += ["", reply.kind == .extension ? "Being considered:" : "Relied on:"]
    for claim in reply.exemptions {
      var line = "  \(claim.law) \(claim.law == "EIR" ? "regulation" : "section") \(claim.section)"
      if !claim.questions.isEmpty {
        line += ", question \(claim.questions.joined(separator: ", "))"
      }
      if claim.neitherConfirmsNorDenies { line += ", neither confirmed nor denied" }
      lines.append(line)
      lines.append("    \(meaning(claim))")
    }
    if reply.exemptions.contains(where: { $0.neitherConfirmsNorDenies }) {
      lines.append("  Neither confirmed nor denied: they will not even say whether they hold it.")
    }
  }

  private func meaning(_ claim: ClaimedExemption) -> String {
    guard let exemption = Exemption.of(claim) else {
      return "The letter has to say what it means and why it applies."
    }
    let weighing =
      switch exemption.nature {
      case .absolute: "Absolute: no public interest test."
      case .qualified: "Qualified: they must weigh the public interest."
      case .limit: "A limit, not an exemption: no public interest test."
      case nil: "The letter should say whether the public interest is to be weighed."
      }
    return "\(exemption.meaning.capitalised). \(weighing)"
  }

  private mutating func sayFigures(_ reply: Reply) {
    let labels = reply.request?.request.questions.map { $0.label } ?? []
    let answers = reply.answers(to: labels)
    guard answers.contains(where: { $0.outcome != .notFound }) else { return }
    lines += ["", "Question by question:"]
    for answer in answers { lines.append("  \(answer.question)  \(answer.text)") }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
