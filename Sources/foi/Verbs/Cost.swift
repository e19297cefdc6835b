import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let records = Option<String?>.value(
      "records", "N", kind: .number, help: "How many records somebody would have to open.")
    static let minutes = Option<String?>.value(
      "minutes", "M", kind: .number, help: "Minutes for each of them.")
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "The authority whose limit counts.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "json"], help: "How to write it.")
  }

  static let cost = Verb(
    command: Command(
      "cost",
      summary: "Reckons a search through records against the cost limit.",
      discussion: """
        An authority may refuse a request that takes more work than the law's appropriate limit pays for. Where
        nothing but opening each record gives the answer, count the records and guess the minutes: forces have
        reckoned 3 minutes for a crime record, and up to 10 for a personnel file.
        """,
      options: [
        Options.records.entry, Options.minutes.entry, Options.to.entry, Options.form.entry,
      ],
      examples: [
        .init(
          "foi cost --records 1144 --minutes 3 --to kent",
          "See whether Kent Police would go over the limit."),
        .init(
          "foi cost --records 500 --minutes 2.5 --to police-scotland",
          "The same for Police Scotland, under its own law."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let estimate = try Cost.estimate(
        records: invocation[Options.records], minutes: invocation[Options.minutes])
      let authority = try invocation[Options.to].map { name throws(Diagnostics) in
        try Authorities.registry().authority(named: name)
      }
      let limits = try BuiltIn.limits()
      let limit =
        try authority.map { authority throws(Diagnostics) in
          limits.limit(for: authority, on: try shell.today())
        } ?? limits.last { $0.regime == .foia && $0.bodies == .other }
      if invocation[Options.form] == "json" {
        shell.print(Cost.json(estimate, authority, limit))
      } else {
        shell.print(Cost.page(estimate, authority, limit, shell.width))
      }
      return 0
    })
}

private enum Cost {
  static func estimate(
    records: String?, minutes: String?
  ) throws(Diagnostics) -> CostEstimate {
    guard let records, let minutes else {
      throw Diagnostics(
        "cost needs \(records == nil ? "--records" : "--minutes")",
        remedy: "as in: foi cost --records 1144 --minutes 3 --to kent")
    }
    guard let count = Int(records.filter { $0 != "," }) else {
      throw Diagnostics(
        "--records cannot be \"\(records)\"", remedy: "give a whole number of records")
    }
    guard let each = Double(minutes), (0...480).contains(each),
      let estimate = CostEstimate(records: count, secondsEach: Int((each * 60).rounded()))
    else {
      throw Diagnostics(
        "\(records) records at \(minutes) minutes each cannot be reckoned",
        remedy: "give 1 to 10,000,000 records, and minutes above 0 and up to 480")
    }
    return estimate
  }

  static func page(
    _ estimate: CostEstimate, _ authority: Authority?, _ limit: CostLimit?, _ width: Int
  ) -> String {
    var lines = [wrapped("\(estimate.text).", width: width)]
    guard let limit else {
      let name = authority?.nameInSentence ?? ""
      lines.append(wrapped("No cost limit is settled for \(name). \(why(authority))", width: width))
      return lines.joined(separator: "\n")
    }
    let name = authority?.nameInSentence ?? "every police force but Police Scotland"
    lines.append(wrapped(estimate.verdict(under: limit, for: name), width: width))
    let ways = estimate.waysToFit(limit)
    if !ways.isEmpty {
      lines += ["", "It is over the limit. What helps:"]
      for (i, way) in ways.enumerated() {
        lines.append("  \(i + 1). \(wrapped(way, width: width, indent: 5))")
      }
    }
    lines.append("")
    lines += estimate.remarks(on: limit).map { wrapped($0, width: width) }
    lines += ["", wrapped("The limit: \(limit.provenance)", width: width)]
    return lines.joined(separator: "\n")
  }

  private static func why(_ authority: Authority?) -> String {
    let reason = authority?.reason ?? ""
    return reason.isEmpty ? "No law on requests is known for it." : "\(reason.capitalised)."
  }

  static func json(
    _ estimate: CostEstimate, _ authority: Authority?, _ limit: CostLimit?
  ) -> JSON {
    [
      "schemaVersion": 1,
      "authority": JSON(authority?.id),
      "records": JSON(estimate.records),
      "secondsEach": JSON(estimate.secondsEach),
      "seconds": JSON(Int(estimate.seconds)),
      "pence": limit.map { JSON(Int(estimate.pence(under: $0))) } ?? nil,
      "overLimit": limit.map { JSON(estimate.exceeds($0)) } ?? nil,
      "recordsThatFit": limit.map { JSON(estimate.recordsThatFit($0)) } ?? nil,
      "mostFeePence": limit.flatMap { estimate.fee(under: $0) }.map { JSON(Int($0)) } ?? nil,
      "limit": limit.map { limit in
        [
          "law": JSON(limit.regime.rawValue), "pounds": JSON(limit.pounds),
          "poundsPerHour": JSON(limit.poundsPerHour), "hours": JSON(limit.hours),
          "inForceFrom": JSON(limit.inForceFrom?.iso), "checkedOn": JSON(limit.checkedOn?.iso),
          "source": JSON(limit.source),
        ]
      } ?? nil,
    ]
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
