import WorkingDays

extension CostEstimate {
  /// `1,144 records at 3 minutes each: 57 hours 12 minutes of work`
  public var text: String {
    "\(amount(records, "record")) at \(duration(Int64(secondsEach))) each: \(duration(seconds)) of work"
  }

  /// What the work comes to under a limit, and how many records it has room for, as sentences.
  ///
  /// - Parameter name: of the authority, or of those that the limit is for.
  public func verdict(under limit: CostLimit, for name: String) -> String {
    let most = limit.regime == .foisa
    let room = amount(recordsThatFit(limit), "record")
    return """
      That is \(most ? "at most " : "")\(Self.money(pence(under: limit))) at \(most ? "up to " : "")\
      £\(limit.poundsPerHour) an hour. The limit for \(name) is £\(limit.pounds), which pays for \
      \(limit.hours) hours: room for \(room).
      """
  }

  /// What to do about it, a step each, the most promising first; empty when it fits.
  public func waysToFit(_ limit: CostLimit) -> [String] {
    guard exceeds(limit) else { return [] }
    let sample = amount(recordsThatFit(limit), "record")
    let months = monthsInTwelveThatFit(limit)
    var ways = [
      """
      Ask for what a computer can count. An offence, an outcome, a date or a marker that stands in a field of \
      its own is found without opening a record.
      """,
      """
      Ask for a sample: \(sample) would fit. Ask for fewer, because finding them counts too, and say which: \
      "the newest 100", "every tenth".
      """,
    ]
    if months > 0 {
      ways.append(
        """
        Ask for a shorter time. If the records lie evenly, \(amount(months, "month")) of every twelve would fit.
        """)
    }
    ways.append(
      """
      Say yourself what should give way, a line below the question: "if over the limit: latest year only", or \
      "totals only", or "withdraw this question".
      """)
    return ways
  }

  /// What else to know, as sentences.
  public func remarks(on limit: CostLimit) -> [String] {
    var remarks: [String] = []
    if exceeds(limit) {
      remarks.append(
        """
        Being over the limit is not the end of it. The authority may refuse, and should then say what it could \
        do within the limit; a narrower request is a new one, with \(limit.regime.replyDays) working days of its own.
        """)
    } else {
      remarks.append(
        """
        It fits, by itself. The other questions of the letter need time too, and forces have refused a whole \
        letter over one costly question.
        """)
    }
    switch limit.regime {
    case .foia:
      remarks.append(
        """
        Counted are finding out whether the information is held, and locating, retrieving and extracting it. \
        Reading it for exemptions and blacking out are not. Requests for similar information from one person \
        within 60 working days may be counted as one.
        """)
    case .foisa:
      remarks.append(
        """
        An hour may be reckoned at less than £\(limit.poundsPerHour), and then more records fit. Finding out \
        whether the information is held does not count.
        """)
    }
    if let fees = limit.regime.fees {
      let charge =
        "\(fees.percent)% of what is above £\(fees.freePounds), £\(fees.mostPounds) at most"
      remarks.append(
        fee(under: limit).map {
          "A fees notice is possible: up to \(Self.money($0)) for this (\(charge))."
        }
          ?? "Work up to £\(fees.freePounds) costs you nothing; above it a fees notice may ask for \(charge)."
      )
    }
    remarks.append("The estimate that decides is the authority's own. Ask it how it got there.")
    return remarks
  }

  /// `£1,430`, `£12.50`
  private static func money(_ pence: Int64) -> String {
    let rest = pence % 100
    return "£\(grouped(pence / 100))" + (rest == 0 ? "" : ".\(rest < 10 ? "0" : "")\(rest)")
  }
}

extension CostLimit {
  /// Where the limit stands, since when, and when it was last seen to apply.
  public var provenance: String {
    let since = inForceFrom.map { "in force since \($0.text); " } ?? ""
    let checked =
      checkedOn.map { "last seen to apply on \($0.text)" }
      ?? "when it was last seen to apply is not noted: check it"
    return "\(regime.name), section 12; \(since)\(checked). \(source)"
  }
}

/// `1 record`, `1,144 records`
private func amount(_ count: Int, _ thing: String) -> String {
  "\(grouped(Int64(count))) \(thing)\(count == 1 ? "" : "s")"
}

/// `57 hours 12 minutes`, `4 minutes 30 seconds`; of hours the seconds are rounded up to a minute.
private func duration(_ seconds: Int64) -> String {
  func part(_ count: Int64, _ unit: String) -> String {
    count == 0 ? "" : "\(grouped(count)) \(unit)\(count == 1 ? "" : "s")"
  }
  let minutes = seconds < 3600 ? seconds / 60 : (seconds + 59) / 60
  let parts = [
    part(minutes / 60, "hour"), part(minutes % 60, "minute"),
    seconds < 3600 ? part(seconds % 60, "second") : "",
  ]
  return parts.filter { !$0.isEmpty }.joined(separator: " ")
}

/// `1,144`
private func grouped(_ number: Int64) -> String {
  let digits = Array("\(number)".utf8)
  var out: [UInt8] = []
  for (i, digit) in digits.enumerated() {
    if i > 0, (digits.count - i) % 3 == 0 { out.append(UInt8(ascii: ",")) }
    out.append(digit)
  }
  return String(decoding: out, as: UTF8.self)
}
