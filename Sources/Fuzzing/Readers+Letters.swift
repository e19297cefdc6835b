import Answerable

// MARK: - Letters and times

extension Reader {
  private static let letters = [
    """
    Dear R Hale

    Reference: KP-1/24. We received your request on 4/11/2024.

    REQUEST

    1. How many arrests in 2023/24?

    CLARIFICATION REQUIRED

    1. Do you mean the financial year or the calendar years 2023 and 2024?
    2: Question 1 is too broad. May I suggest you ask for crimes recorded, aged under years?

    Please reply within 30 working days.
    """,
    "Dear R Hale\n\n1. 12\n\n2. Section 40(2) and s31(1)(a) apply; we can neither confirm nor deny.\n\nIt would take 97,000 records at 5 minutes: section 12.\n",
  ]

  static let letter = Reader(name: "letter", seeds: letters) {
    reading($0) { source throws(Diagnostics) in
      let reply = Reply(source)
      let ranges =
        [reply.because] + reply.points.map { $0.range } + reply.exemptions.map { $0.range }
        + reply.figures.map { $0.range }
      for range in ranges where !isSound(range, source) { return "a range cuts a character" }
      _ = LetterThread(source)
      _ = CostClaim(source)
      return reply.json(replyBy: nil).text() == Reply(source).json(replyBy: nil).text()
        ? nil : "the same letter reads differently"
    }
  }

  static let mail = Reader(
    name: "mail",
    seeds: [
      "From: foi@example.org\r\nSubject: =?utf-8?B?UmUgOiBmb2k=?=\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nDear R =C3=A9\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>Dear&nbsp;R</p>\r\n--x--\r\n",
      "Date: Tue, 5 Nov 2024 10:00:00 +0000\nContent-Transfer-Encoding: base64\n\nRGVhciBSIEhhbGU=\n",
    ]
  ) { bytes in
    guard let mail = Mail(bytes) else { return nil }
    let source = mail.source(name: "mail")
    return isSound(0..<source.bytes.count, source) ? nil : "the body is no text"
  }

  static let period = Reader(
    name: "period",
    seeds: [
      "1 April 2019 to 31 March 2020", "financial year 2019/20", "Q1 2021", "the last three years",
      "31/02/2020", "since 2015", "year ending March 2020", "the past 99999999999 years",
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      let today = Day(iso: "2026-11-24")
      let mentions = periodMentions(in: source.bytes, range: source.content, today: today)
      let knowing = periodMentions(
        in: source.bytes, range: source.content, words: Words(source.bytes), first: 0, today: today)
      if knowing != mentions { return "a text whose words are known mentions other times" }
      let period = try Period.read(source, source.content, today: today)
      let text = Source(name: "dates", text: period.dates)
      return try Period.read(text, text.content, today: today) == period
        ? nil : "what it writes means another time"
    }
  }

  static let sheet = Reader(name: "sheet", seeds: sheets) {
    reading($0) { source throws(Diagnostics) in
      let sheet = try RefinementSheet(source)
      let again = try RefinementSheet(Source(name: "again", text: sheet.text))
      if again.decisions.count != sheet.decisions.count { return "a part is lost in writing" }
      _ = try Refinement(sheet, in: source)
      return nil
    }
  }

  private static var sheets: [String] {
    let reply = Reply(Source(name: "letter", text: letters[0]))
    guard let request = reply.request else {
      return ["---\nsheet: clarification\n---\n"]
    }
    var proposer = RefinementProposer(
      reply, to: request, linter: linter, offences: BuiltIn.offences(), authority: nil, today: nil)
    var sheet = proposer.sheet(RefinementSheet.Details())
    let open = sheet.text
    sheet.takeMarked()
    return [open, sheet.text]
  }
}
