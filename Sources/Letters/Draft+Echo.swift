import Requests
import WorkingDays

extension Draft {
  /// What was understood and what was added, for the applicant to read before anything is sent.
  ///
  /// - Returns: lines; those that begin with blanks belong to the one above.
  public var echo: [String] {
    var lines = ["To \(authority.name), under the \(regime.name)."]
    if let period = understanding.period {
      lines.append(
        "Dates: \(period.weekdays)\(understanding.countedBy.map { ", by \($0)" } ?? "").")
      if understanding.dated.count < understanding.questions.count {
        let labels = understanding.dated.joined(separator: ", ")
        lines.append(
          labels.isEmpty
            ? "  They hold for no question: none asks for figures without dates of its own."
            : "  They hold for \(understanding.dated.count == 1 ? "question" : "questions") \(labels)."
        )
      }
    }
    for question in understanding.questions { lines += question.echo }
    lines.append(count)
    if let version = request[.version].first { lines.append("Version \(version) of this request.") }
    for law in request[.law] where Regime(rawValue: law.lowercased()) != regime {
      lines.append(
        "\"Law: \(law)\" is left out: \(authority.name) answers under the \(regime.name).")
    }
    if !leftOut.isEmpty {
      lines.append(
        "Left out, as no part of the request: \(leftOut.joined(separator: "; ")). What shall stand under your name goes to the head of the request: \"Organisation:\", \"Reply to:\"."
      )
    }
    var added: [String] = []
    for question in understanding.questions {
      for addition in question.additions {
        added.append("  question \(question.label): \(addition)")
      }
    }
    if !added.isEmpty { lines += ["Added to your words:"] + added }
    return lines
  }

  /// Where the letter can go, what to look at first, and when an answer would be due.
  public var route: [String] {
    var lines: [String] = []
    if let due {
      lines.append(
        "If it arrives today, \(today.textWithWeekday), the answer is due by \(due.textWithWeekday)."
      )
    }
    if !authority.disclosureLog.isEmpty {
      lines.append("See first whether it has been answered before: \(authority.disclosureLog)")
    }
    if !authority.slug.isEmpty {
      lines.append(
        "Send it: https://www.whatdotheyknow.com/new/\(authority.slug) (--as wdtk fills the form in)"
      )
    }
    if authority.email.isEmpty {
      lines.append(
        "No e-mail address: none was seen on a page of the authority's own. Yours can stand in addresses.csv."
      )
    } else {
      lines.append("Or by e-mail: \(authority.email)")
    }
    if !authority.caution.isEmpty { lines.append("Know: \(authority.caution)") }
    return lines
  }

  private var count: String {
    let questions = understanding.questions.count
    let asked = "\(questions) \(questions == 1 ? "question" : "questions")"
    if understanding.hasSplitFigure {
      return "\(asked). How many figures come back depends on the split."
    }
    guard let figures = understanding.figures else {
      return
        "\(asked). Say under each what you expect (\"answer: one number\"), to see how many figures come back."
    }
    return "\(asked), \(figures) \(figures == 1 ? "figure" : "figures") would come back."
  }
}

extension UnderstoodQuestion {
  fileprivate var echo: [String] {
    var lines: [String] = []
    if let period { lines.append("Question \(label), dates: \(period.weekdays).") }
    if !offences.isEmpty {
      let count = "\(offences.count) \(offences.count == 1 ? "offence" : "offences")"
      lines.append("Question \(label), \(count):")
      for offence in offences { lines.append("  \(offence)") }
    }
    return lines
  }
}

extension Period {
  /// `Monday 1 April 2019 to Tuesday 31 March 2020, both included`
  fileprivate var weekdays: String {
    first == last
      ? first.textWithWeekday
      : "\(first.textWithWeekday) to \(last.textWithWeekday), both included"
  }
}
