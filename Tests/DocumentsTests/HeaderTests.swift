import Documents
import SourceText
import Testing

@Suite struct HeaderTests {
  static let schema = HeaderSchema([
    .init("title", synonyms: ["subject"]),
    .init("from", synonyms: ["name"]),
    .init("dates", synonyms: ["period", "when"]),
    .init("split by", synonyms: ["by"]),
    .init("reply-to"),
    .init("to", .list),
    .init("find", .list),
    .init("rewrite", .records(["from", "to", "safety"])),
  ])

  private func read(_ text: String) throws -> Header? {
    try Header.read(Source(name: "a.md", text: text), schema: Self.schema)
  }

  private func error(_ text: String) -> String? {
    do {
      _ = try Header.read(Source(name: "a.md", text: text), schema: Self.schema)
      return nil
    } catch {
      return error.text
    }
  }

  // MARK: Where a header is

  @Test func beginsWithAKnownKeyAndEndsAtABlankLine() throws {
    let text = "Title: Burglaries\nFrom: Rowan Hale\n \nFor beat KT04.\n"
    let header = try #require(try read(text))
    #expect(header["title"]?.value == "Burglaries")
    #expect(header["from"]?.value == "Rowan Hale")
    #expect(header.range == 0..<34)
    #expect(Array(text.utf8)[header.bodyStart...].elementsEqual("For beat KT04.\n".utf8))
  }

  @Test func standsBetweenHyphens() throws {
    let text = "---\ntitle: Burglaries\n\n# a remark\nfrom: Rowan Hale\n--- \nBody\n---\n"
    let header = try #require(try read(text))
    #expect(header.fields.map(\.value) == ["Burglaries", "Rowan Hale"])
    #expect(Array(text.utf8)[header.bodyStart...].elementsEqual("Body\n---\n".utf8))
  }

  @Test(arguments: [
    "", "\n\n", "Please provide me with a copy of:\n- the policy\n",
    "Dear Kent Police,\n\nTitle: x\n",
    "# Title: x\n", "1. Title: x\n", "https://example.org\n", "Sent: 3 January\nTitle: x\n",
    ": x\n", "Title\n", "----\ntitle: x\n----\n",
  ])
  func isAbsentFromAPlainLetter(text: String) throws {
    #expect(try read(text) == nil)
  }

  @Test(arguments: ["\u{FEFF}", "\n \n", "\u{FEFF}\r\n"], ["\n", "\r\n", "\r"])
  func anyLineBreakAndAByteOrderMarkWillDo(start: String, line: String) throws {
    for fence in ["", "---\(line)"] {
      let close = fence.isEmpty ? "" : "---"
      let text = "\(start)\(fence)Title: x\(line)To:\(line)- a\(line)- b\(line)\(close)\(line)Body"
      let header = try #require(try read(text))
      #expect(header["title"]?.value == "x")
      #expect(header["to"]?.values == ["a", "b"])
      #expect(Array(text.utf8)[header.bodyStart...].elementsEqual("Body".utf8))
    }
  }

  @Test func linesOfAPastedMailAreReadPast() throws {
    let schema = HeaderSchema([.init("from"), .init("title"), .init("sent", .ignored)])
    let text = "Sent: 3 January\nFrom: Rowan Hale\nSent: 4 January\n\nDear Kent Police,\n"
    let header = try Header.read(Source(name: "a.txt", text: text), schema: schema)
    #expect(header?.fields.map(\.name) == ["from"])
    #expect(throws: Diagnostics.self) {
      _ = try Header.read(Source(name: "a.txt", text: "From: x\nSend: y\n"), schema: schema)
    }
  }

  @Test func maySpanTheWholeDocument() throws {
    let header = try #require(try read("Title: x"))
    #expect(header.range == 0..<8)
    #expect(header.bodyStart == 8)
  }

  // MARK: Keys

  @Test(arguments: ["Split by", "split-by", "SPLITBY", "split_by", "By", " Split by "])
  func keysIgnoreCaseBlanksAndHyphens(key: String) throws {
    #expect(try read("\(key): beat\n")?["split by"]?.value == "beat")
  }

  @Test func valuesKnowTheirPlace() throws {
    let source = Source(name: "a.md", text: "Subject:  'Siân 😀'  \nWhen: 2024\n")
    let header = try #require(try Header.read(source, schema: Self.schema))
    let title = try #require(header["title"])
    #expect(source[title.keyRange] == "Subject")
    #expect(source[title.valueRange] == "Siân 😀")
    #expect(title.value == "Siân 😀")
  }

  // MARK: Values that YAML would cut, convert or refuse

  @Test(arguments: [
    "0712", "12:30", "2021.10", "No", "null", "~", "Grooming #2", "#MeToo complaints", "# 2",
    "Stop and search: use of force", "\"Decoys\" and \"hunters\"", "[draft] Taser use",
    "{draft}", "SOA 2003: ss 8, 10", "| a table", "> later", "&c", "*", "!important", "%", "@kent",
    "`code`", "C:\\new\\table", "\\", "'", "\"", "it's", "'it''s'", "- 5", "?", "a\tb", "ends:",
    "=1+1", "\"a\" b", "“Decoys”", "¬ é 😀", "...", "Yes --- no", "'a\"",
  ])
  func textIsKeptAsTyped(value: String) throws {
    #expect(try read("Title: \(value)\nFrom: x\n")?["title"]?.value == value)
    #expect(try read("---\ntitle:   \(value) \nfrom: x\n---\n")?["title"]?.value == value)
    #expect(try read("To:\n- \(value)\n")?["to"]?.values == [value])
    #expect(
      try read("Rewrite:\n- from: x\n  to: \(value)\n")?["rewrite"]?.items.first?["to"]?.value
        == value)
  }

  @Test(arguments: [
    ("\"Stop: search\"", "Stop: search"), ("'a \"b\" c'", "a \"b\" c"), ("\"it's\"", "it's"),
    ("\"\"", ""), ("\" a \"", " a "), ("\"a\\nb\"", "a\\nb"),
  ])
  func aPairOfQuotesAroundTheWholeIsTakenOff(typed: String, value: String) throws {
    #expect(try read("Title: \(typed)\n")?["title"]?.value == value)
  }

  @Test(arguments: ["x", "\"a\"", "'a'", "it's", "\"a\" b", "", "“a”", "#", "- a"])
  func whatIsWrittenIsReadBack(value: String) throws {
    #expect(try read("Title: \(Header.written(value))\n")?["title"]?.value == value)
  }

  @Test func aWrappedValueIsJoined() throws {
    let source = Source(
      name: "a.md",
      text: "---\ntitle: Burglaries\n  on beat KT04\n\n   in: 2024\nfrom:\n  Rowan Hale\n---\n")
    let header = try #require(try Header.read(source, schema: Self.schema))
    let title = try #require(header["title"])
    #expect(title.value == "Burglaries on beat KT04\nin: 2024")
    #expect(source[title.valueRange].hasSuffix("in: 2024"))
    #expect(header["from"]?.value == "Rowan Hale")
  }

  // MARK: Lists

  @Test(arguments: ["", "  ", "\t"])
  func aListMayBeIndentedOrNot(indent: String) throws {
    let text = "To:\n\(indent)- kent\n\(indent)- Sussex: all\n\(indent)  of it\nTitle: x\n"
    let header = try #require(try read(text))
    #expect(header["to"]?.values == ["kent", "Sussex: all of it"])
    #expect(header["title"]?.value == "x")
  }

  @Test func theSchemaDecidesWhetherAnItemIsARecord() throws {
    let text = """
      ---
      find:
      - from: here
      rewrite:
      - from: offences associated with
        to: crimes recorded
          under
      -
        safety: review
      ---
      """
    let header = try #require(try read(text))
    #expect(header["find"]?.values == ["from: here"])
    let records = header["rewrite"]?.items ?? []
    #expect(records.count == 2)
    #expect(records.first?["from"]?.value == "offences associated with")
    #expect(records.first?["to"]?.value == "crimes recorded under")
    #expect(records.last?.fields.map(\.name) == ["safety"])
  }

  @Test func aValueOnItsLineIsAListOfOne() throws {
    #expect(try read("To: kent\n")?["to"]?.values == ["kent"])
    #expect(try read("To:\nTitle: x\n")?["to"]?.values == [])
  }

  // MARK: Errors

  @Test func anUnknownKeyNamesTheNearest() {
    #expect(
      error("Title: Taser use\nFrom: R Hale\nPreiod: 2024\n") == """
        error: unknown header "preiod"
          --> a.md:3:1
        3 | Preiod: 2024
          | ^^^^^^ did you mean "period"?
        """)
    #expect(
      error("---\nzebra: 1\n  2\n- 3\n---\n") == """
        error: unknown header "zebra"
          --> a.md:2:1
        2 | zebra: 1
          | ^^^^^ allowed here: title, from, dates, split by, reply-to, to, find, rewrite
        """)
  }

  @Test func anUnclosedHeaderIsShownWhereItOpens() {
    #expect(
      error("---\ntitle: x\n\nText\n") == """
        error: this header is never closed
          --> a.md:1:1
        1 | ---
          | ^^^ end it with a line of three hyphens
        """)
  }

  @Test func aKeyGivenTwiceShowsBothPlaces() {
    #expect(
      error("Title: a\nSubject: b\n") == """
        error: "title" is given twice
          --> a.md:2:1
        2 | Subject: b
          | ^^^^^^^ keep one of them
        note: it was first given here
          --> a.md:1:1
        1 | Title: a
          | ^^^^^
        """)
  }

  @Test func textRightUnderTheHeaderAsksForABlankLine() {
    #expect(
      error("Title: a\n1. The number of burglaries.\n") == """
        error: this header line has no key
          --> a.md:2:1
        2 | 1. The number of burglaries.
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ write "key: value", or leave a blank line between the header and the text
        """)
  }

  @Test(arguments: [
    ("Title: a\n  From: b\n", "\"from\" is indented and so belongs to the line above", "2:3"),
    ("Title:\n- b\n", "\"title\" takes a text, not a list", "2:1"),
    ("To: a\n- b\n", "\"to\" has a value and a list as well", "2:1"),
    ("Rewrite: a\n", "\"rewrite\" is a list of records", "1:10"),
    ("Rewrite:\n- some text\n", "this header line has no key", "2:3"),
    ("Rewrite:\n- form: b\n", "unknown header \"form\"", "2:3"),
    ("Rewrite:\n- from: b\n  from: c\n", "\"from\" is given twice", "3:3"),
    ("To:\n- a\n  - b\n", "a list cannot stand inside a list", "3:3"),
    ("---\n- a\n---\n", "this list belongs to no key", "2:1"),
  ])
  func oneSlipIsOneLocatedError(text: String, message: String, place: String) throws {
    let text = try #require(error(text))
    #expect(text.hasPrefix("error: \(message)\n"))
    #expect(text.contains("--> a.md:\(place)\n"))
    #expect(text.components(of: "error: ") == 1)
  }

  @Test func allErrorsAreReportedAtOnce() {
    let text = error("---\nTitel: a\n  wrapped\nnonsense\nfind: x\nfind: y\n---\n")
    #expect(text?.components(of: "error: ") == 3)
  }

  @Test func aLongHeaderTakesLinearTime() throws {
    let items = String(repeating: "- associated with\n  the arrests\n", count: 50_000)
    let header = try read("---\nfind:\n\(items)---\n")
    #expect(header?["find"]?.items.count == 50_000)
    let wrapped = String(repeating: "\n a", count: 200_000)
    #expect(try read("---\ntitle: x\(wrapped)\n---\n")?["title"]?.value.utf8.count == 400_001)
  }
}

extension String {
  fileprivate func components(of part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count - 1
  }
}
