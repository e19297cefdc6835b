import Answerable

// MARK: - The files of a case and of a batch

extension Reader {
  static let caseFile = Reader(
    name: "case",
    seeds: [
      """
      Title: Lamps
      From: R Hale
      To: kent
      Reference: KP-1/24
      Letters:
      - 4 November 2024, sent request: 1-request.md
      - 12 November 2024, received clarification: 2-clarification.txt

      A note: rang them.

      """
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      let first = try CaseFile(source)
      let again = try CaseFile(Source(name: "again", text: first.text))
      let twice = try CaseFile(Source(name: "twice", text: again.text))
      guard again.letters == first.letters else {
        return "written and read again it has other letters"
      }
      return twice == again && twice.text == again.text
        ? nil : "writing and reading again changes it"
    }
  }

  static let ledger = Reader(
    name: "ledger",
    seeds: [
      "authority,name,law,version,status,sent,due,answered,note\r\nkent,Kent Police,foia,1,sent,4/11/2024,,,rang\r\n",
      "\u{FEFF}authority;version;mine;send on\nessex;2;=1+1;2024-11-05\n",
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      try changes(source) { source throws(Diagnostics) in try Ledger(source).bytes }
    }
  }

  static let answers = Reader(
    name: "answers",
    seeds: [
      "authority,name,1,1 status,mine\r\nkent,Kent Police,12,number,\"a, b\"\r\n",
      "name;authority\nEssex Police;essex\n",
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      let request = Request(questions: [
        Question(label: "1", text: "Thefts.", fields: [Field(.answer, "one number")])
      ])
      return try changes(source) { source throws(Diagnostics) in
        try AnswerSheet(for: request, old: source).bytes
      }
    }
  }

  static let decisions = Reader(
    name: "decisions",
    seeds: [
      "# Decisions\n\n## Scotland: question 3, outcome\n\nWhy.\n\n- [x] * withdraw\n- [ ] other: ____\n\n## kent: dates\n- [x] other: 2024\n"
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      let sheet = try DecisionSheet(source) { $0 == "kent" ? $0 : nil }
      return sheet.text(adding: [], to: source[source.content]) == nil
        ? nil : "something is added to what lacks nothing"
    }
  }

  static let baseline = Reader(
    name: "baseline",
    seeds: [
      "# Known.\nslash-year: arrests in [ 2019/20 ] for theft\nslash-year: arrests in [ 2019/20 ] for theft\n"
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      let comparison = try Baseline(source).compared(with: [])
      return comparison.reports.isEmpty && comparison.known == 0
        ? nil : "it knows findings that are not there"
    }
  }

  static let file = Reader(
    name: "file",
    seeds: [
      "Dear R Hale\n\nPlease clarify.\n",
      "From: foi@example.org\nDate: 5 Jan 2021\n\nDear R Hale\n",
      "<html><body><p>Dear&nbsp;R&eacute; Hale</p></body></html>", "\u{FEFF}Dear R Hale\r\n",
      "PK\u{3}\u{4}", "%PDF-1.4",
    ]
  ) { bytes in
    // Bytes that are no UTF-8 are read too: Windows saves letters in a character set of its own.
    guard let letter = try? LetterFile(name: "input", bytes: bytes) else { return nil }
    let source = letter.source
    return isSound(source.content, source) ? nil : "the letter is no text"
  }
}
