import Answerable

/// A reader, what to feed it, and what must hold of whatever comes out.
struct Reader: Sendable {
  let name: String
  let seeds: [String]
  /// What was broken; nil when nothing was. A thrown error is an answer like any other.
  let check: @Sendable ([UInt8]) -> String?

  static let all: [Reader] = [
    header, json, csv, markdown, template, pattern, guide, request, lint, letter, mail, period,
    sheet, caseFile, ledger, answers, decisions, baseline, file,
  ]

  static func texts(_ files: [EmbeddedFile]) -> [String] { files.map { $0.text } }

  private static let input = "input"

  /// Runs what reads a text; bytes that are no UTF-8 are refused before any reader sees them.
  ///
  /// An error in any other text is one in what was written from the input, which has to be readable.
  static func reading(
    _ bytes: [UInt8], _ body: (Source) throws(Diagnostics) -> String?
  ) -> String? {
    do throws(Diagnostics) {
      return try body(Source(name: input, bytes: bytes))
    } catch {
      if error.all.isEmpty { return "an error that says nothing" }
      for problem in error.all {
        guard let place = problem.place else { continue }
        if place.source.name != input { return "what it writes cannot be read: \(problem.message)" }
        if !isSound(place.range, place.source) { return "an error cuts a character" }
      }
      return nil
    }
  }

  /// What is broken where something that was written, read and written again is not the same.
  static func changes(
    _ source: Source, _ rewritten: (Source) throws(Diagnostics) -> [UInt8]
  ) throws(Diagnostics) -> String? {
    let once = try rewritten(source)
    let twice = try rewritten(Source(name: "again", bytes: once))
    return once == twice ? nil : "writing and reading again changes it"
  }

  /// Whether a range lies in a text and cuts no character.
  static func isSound(_ range: ByteRange, _ source: Source) -> Bool {
    func isEdge(_ offset: Int) -> Bool {
      offset == source.bytes.count
        || source.bytes.indices.contains(offset) && source.bytes[offset] & 0xC0 != 0x80
    }
    return range.lowerBound <= range.upperBound && isEdge(range.lowerBound)
      && isEdge(range.upperBound)
  }
}

// MARK: - Documents

extension Reader {
  private static let header = Reader(name: "header", seeds: texts(BuiltIn.rules) + requests) {
    reading($0) { source throws(Diagnostics) in
      let first = try RequestReading(source)
      for part in first.parts where !isSound(part.range, source) {
        return "a part cuts a character"
      }
      // Written and read again it is the same, where no paragraph inside a question looks like another question.
      let isPlain = first.request.questions.allSatisfy { !$0.text.contains("\n") }
      guard isPlain, first.request.context.isEmpty, first.request.remarks.isEmpty else {
        return nil
      }
      let again = try RequestReading(Source(name: "again", text: first.request.document))
      let labels = first.request.questions.map { $0.label }
      guard again.request.questions.map({ $0.label }) == labels else {
        return "written and read again it has other questions"
      }
      // Lines are put together by a blank, and a value in both kinds of quotation marks has no form of its own.
      func words(_ request: Request) -> [[[Substring]]] {
        request.fields.map { $0.values.map { $0.split { $0.isWhitespace } } }
      }
      let hasBothMarks =
        source.bytes.contains(UInt8(ascii: "\"")) && source.bytes.contains(UInt8(ascii: "'"))
      if !hasBothMarks, words(again.request) != words(first.request) {
        return "written and read again it has other fields"
      }
      let once = again.request.document
      let twice = try RequestReading(Source(name: "twice", text: once)).request.document
      return once == twice ? nil : "writing and reading again changes it"
    }
  }

  private static let json = Reader(
    name: "json",
    seeds: [
      "{\"a\":[1,2.5e3,-0,true,false,null],\"b\":\"\\u00e9\\n\\ud83d\\ude00\",\"c\":{}}",
      "[[[[\"x\"]]],{\"k\":\"v\"},\"\\\\\\\"\",1e999,12345678901234567890]",
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      try changes(source) { source throws(Diagnostics) in try JSON.read(source).bytes() }
    }
  }

  private static let csv = Reader(
    name: "csv",
    seeds: [
      "a,b,c\r\n1,\"two, \"\"2\"\"\",3\r\n,,\r\n", "a;b\n\"x\ny\";=1+1\n", "\u{FEFF}a\tb\n1\t2\n",
      String(texts(BuiltIn.data)[0].prefix(2000)),
    ]
  ) {
    reading($0) { source throws(Diagnostics) in
      let table = try CSV(source)
      for row in table.rows where row.count != table.header.count { return "a row is too short" }
      let rows = [table.header.map { $0.text }] + table.rows.map { $0.map { $0.text } }
      let style = CSV.Style(delimiter: table.delimiter)
      let again = try CSV(
        Source(name: "again", text: CSV.text(rows, style: style)), delimiter: table.delimiter)
      let read = [again.header.map { $0.text }] + again.rows.map { $0.map { $0.text } }
      return read == rows ? nil : "writing and reading again changes it"
    }
  }

  private static let markdown = Reader(name: "markdown", seeds: texts(BuiltIn.rules)) {
    reading($0) { source throws(Diagnostics) in
      _ = Markdown(source, in: source.content).plainText(width: 72)
      return nil
    }
  }

  private static let template = Reader(name: "template", seeds: texts(BuiltIn.templates)) {
    reading($0) { source throws(Diagnostics) in
      let body = try Template(source, in: LetterTemplate.body(of: source))
      // Its own partials too, so that what includes itself is met with.
      var partials = Partials()
      for name in partialNames { partials.add(body, as: name) }
      var options = RenderOptions(escaping: .html, layout: .letter)
      options.limits.steps = 10_000
      for strictness in [Strictness.lenient, .strict] {
        let linked = try body.linked(to: partials, strictness)
        let once = rendered(linked, options)
        if once != rendered(linked, options) { return "the same data give another letter" }
        let limit = options.limits.outputBytes
        if let once, once.count > limit { return "a letter of more than \(limit) bytes" }
      }
      return nil
    }
  }

  /// Nil where it cannot be rendered, which an error says.
  private static func rendered(_ template: LinkedTemplate, _ options: RenderOptions) -> [UInt8]? {
    try? template.render(templateData, options)
  }

  private static let partialNames = ["sign-off", "questions", "x"]
  private static let templateData: Value = [
    "applicant": ["name": "R & H", "organisation": nil], "authority": ["name": "<Kent>"],
    "questions": [
      ["label": "1", "text": "How many {{x}}?", "fields": []],
      [
        "label": "2", "text": "\u{201C}Two\u{201D}",
        "fields": [["name": "dates", "value": "2024"]],
      ],
    ],
    "date": "5 January 2021", "reference": "KP-1/24", "isTrue": true, "count": 3,
  ]
}

// MARK: - Rules and requests

extension Reader {
  private static let requests =
    texts(BuiltIn.guides.filter { $0.path.hasPrefix("examples/") }) + [
      "Dear Kent Police,\n\n1a. How many arrests in 2019/20?\n1b) Of which 'child decoy'?\n\nYours,\nR Hale",
      "Title: X\nFrom: R Hale\nDates: 2020\n\nQ1. One\n- offences: SOA 2003, ss 8 to 10\n(a) two\n(ii) three\n",
    ]

  private static let pattern = Reader(name: "pattern", seeds: patterns) {
    reading($0) { source throws(Diagnostics) in
      let pattern = try Pattern(source, source.content)
      let rule = Rule(
        id: "fuzzed", category: .form, confidence: .low, outlook: .tip, summary: "{match}",
        scope: .all, find: [pattern])
      let set = RuleSet([rule])
      let findings = Linter(set).lint(sample)
      for finding in findings where !isSound(finding.range, sample.source) {
        return "a match cuts a character"
      }
      let again = Linter(RuleSet(PackedTable(Array(set.packed.utf8)))).lint(sample)
      return again == findings ? nil : "as a table it finds something else"
    }
  }

  /// The patterns of all rules, and a text in which many of them match.
  private static let patterns: [String] = BuiltIn.ruleList().flatMap { rule in
    (rule.find + rule.unless + rule.beside).map { $0.text }
  }
  private static let sample: RequestReading = {
    let text = """
      Dear Kent Police,

      1. The number of arrests in 2019/20, and any and all emails (s.127, "online") associated with them; why, how many,
      and/or the last five years from 5 January 2021 to date? Please provide all documents relating to Mr John Smith.
      """
    do throws(Diagnostics) {
      return try RequestReading(Source(name: "request", text: text))
    } catch {
      fatalError(error.text)
    }
  }()

  private static let guide = Reader(name: "guide", seeds: texts(BuiltIn.rules)) {
    reading($0) { source throws(Diagnostics) in
      let rule = try Guide(source).rule
      let packed = RuleSet([rule]).packed
      let again = RuleSet(PackedTable(Array(packed.utf8)))
      return again.rules == [rule] && again.packed == packed ? nil : "the table gives another rule"
    }
  }

  private static let request = Reader(name: "request", seeds: requests) {
    reading($0) { source throws(Diagnostics) in
      let request = try RequestReading(source).request
      let text = request.json.text()
      let again = try Request(json: Source(name: "json", text: text))
      return again.json.text() == text ? nil : "as JSON it is another request"
    }
  }

  static let linter = BuiltIn.linter(BuiltIn.ruleSet())

  private static let lint = Reader(name: "lint", seeds: requests) {
    reading($0) { source throws(Diagnostics) in
      let reading = try RequestReading(source)
      let findings = linter.lint(reading)
      for finding in findings {
        if !isSound(finding.range, source) { return "\(finding.rule) cuts a character" }
        for fix in finding.fixes {
          for edit in fix.edits where !isSound(edit.range, source) {
            return "a fix of \(finding.rule) cuts a character"
          }
        }
      }
      return linter.lint(reading) == findings ? nil : "the same text gives other findings"
    }
  }
}
