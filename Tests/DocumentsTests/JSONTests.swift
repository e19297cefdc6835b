import Documents
import SourceText
import Testing

@Suite struct JSONTests {
  private func read(_ text: String) throws(Diagnostics) -> JSON {
    try JSON.read(Source(name: "a.json", text: text))
  }

  private func error(_ text: String) -> String? {
    do throws(Diagnostics) {
      _ = try read(text)
      return nil
    } catch {
      return error.text
    }
  }

  @Test(
    arguments: [
      ("null", nil), (" true ", true), ("false", false), ("-12", -12), ("\"x\"", "x"), ("[]", []),
      ("{}", [:]), ("[ 1 ,\r\n\t2 ]", [1, 2]), ("{\"a\":{\"b\":[null]}}", ["a": ["b": [nil]]]),
      ("\u{FEFF}[1]", [1]), ("{\"\":0}", ["": 0]), ("[[],{}]", [[], [:]]),
    ] as [(String, JSON)])
  func readsValues(text: String, value: JSON) throws { #expect(try read(text) == value) }

  @Test(arguments: [
    "0", "-0", "0.5", "1e6", "1E+2", "1.25e-10", "123123e100000", "100000000000000000000000",
    "-0.0000000000000000000000000000000000000000000000000000000000000001",
  ])
  func numbersKeepTheirDigits(digits: String) throws {
    #expect(try read("[\(digits)]").items?.first?.kind == .number(digits))
    #expect(try read(digits).text() == digits)
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
    (#""\uD83D\uDE00""#, "😀"), (#""\u0000""#, "\0"), (#""\uFFFD\u200B""#, "\u{FFFD}\u{200B}"),
    ("\"\u{7F}\u{2028}é😀\"", "\u{7F}\u{2028}é😀"), (#""a\u0062c""#, "abc"),
    (#""\\u0041""#, "\\u0041"),
  ])
  func readsEscapes(text: String, value: String) throws { #expect(try read(text).string == value) }

  @Test(arguments: [
    "", " ", "[", "]", "{", "[1", "[1,", "[1,]", "[,1]", "[1,,2]", "[,]", "[1 2]", "[1:2]", "[x",
    "[\"a",
    "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\":1,,\"b\":2}", "{,}", "{a:1}", "{1:1}",
    "{'a':1}",
    "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":}", "[}", "{]", "nul", "True", "NaN", "[Infinity]",
    "-Infinity", "-", "-a", "+1", "01", "-01", "00", "1.", ".5", "1.e1", "1e", "1e+", "0x1",
    "1_000", "1a",
    "0e", "1 2", "[1]]", "{}}", "[1]x", "//a\n1", "[1/* */]", "#", "'a'", "“a”", "\"\t\"", "\"\n\"",
    "\"\0\"",
    "\"\u{1F}\"", "\"\\x41\"", "\"\\'\"", "\"\\", "\"\\u12", "\"\\u00G0\"", "\"\\uD800\"",
    "\"\\uDC00\"",
    "\"\\uD800\\n\"", "\"\\uD800\\uD800\"", "\"\\uD800\\u0041\"", "\"\\é\"", "[\"\\\"]", "\u{A0}1",
    "\u{C}1",
    "[\u{2060}]", "{\"a\":1,\"a\":1}", "\u{FEFF}", "1\0",
  ])
  func refusesWhatIsNotJSON(text: String) {
    let message = error(text)
    #expect(message?.contains("--> a.json:") == true)
    // Every error says what would be right.
    let remedy = message?.split(separator: "\n").first { $0.contains("^ ") }
    #expect(remedy != nil, "\(message ?? "")")
  }

  @Test func errorsShowThePlaceAndTheRemedy() {
    #expect(
      error("{\n  \"a\": 1,\n}") == """
        error: nothing follows this comma
          --> a.json:2:9
        2 |   "a": 1,
          |         ^ leave it out
        """)
    #expect(
      error("[True]") == """
        error: "True" is no JSON value
          --> a.json:1:2
        1 | [True]
          |  ^^^^ write true
        """)
    #expect(
      error("{\"a\": [1, 2") == """
        error: this array is never closed
          --> a.json:1:7
        1 | {"a": [1, 2
          |       ^ end it with "]"
        """)
    #expect(
      error("{\"a\": 1,\n \"a\": 2}") == """
        error: the key "a" is given twice
          --> a.json:2:2
        2 |  "a": 2}
          |  ^^^ keep one of them
        note: it was first given here
          --> a.json:1:2
        1 | {"a": 1,
          |  ^^^
        """)
  }

  @Test func keysThatDifferInTheirBytesAreTwo() throws {
    #expect(try read("{\"é\":1,\"e\u{301}\":2}").members?.count == 2)
    #expect(error("{\"a\":1,\"\\u0061\":2}") != nil)
  }

  @Test func nodesKnowTheirPlace() throws {
    let source = Source(name: "a.json", text: "{ \"a\" : [1, \"é\" ] }")
    let json = try JSON.read(source)
    #expect(json["a"].map { source[$0.range] } == "[1, \"é\" ]")
    #expect(json["a"]?.items?.last.map { source[$0.range] } == "\"é\"")
    #expect(json.members?.first.map { source[$0.keyRange] } == "\"a\"")
  }

  @Test func nestingIsLimited() throws {
    let deepest = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    #expect(try read(deepest).text() == deepest)
    let deeper = error(String(repeating: "[", count: 100_000))
    #expect(deeper?.contains("more than 256 arrays and objects stand inside one another") == true)
    #expect(error(String(repeating: "{\"a\":", count: 100_000)) != nil)
  }

  @Test func longTextsTakeLinearTime() throws {
    let escapes = String(repeating: "\\n", count: 100_000)
    #expect(try read("\"\(escapes)\"").string?.utf8.count == 100_000)
    var members: [String] = []
    for i in 0..<20_000 { members.append("\"k\(i)\":\(i)") }
    #expect(try read("{\(members.joined(separator: ","))}").members?.count == 20_000)
  }

  // MARK: Writing

  @Test func writesCompactAndPretty() throws {
    let json: JSON = ["b": [1, "x", [:]], "a": nil, "c": [], "d": ["e": true]]
    #expect(json.text() == #"{"b":[1,"x",{}],"a":null,"c":[],"d":{"e":true}}"#)
    #expect(
      json.text(.pretty) == """
        {
          "b": [
            1,
            "x",
            {}
          ],
          "a": null,
          "c": [],
          "d": {
            "e": true
          }
        }
        """)
    #expect(try read(json.text(.pretty)) == json)
  }

  @Test func escapesWhatATextCannotHold() {
    let text = JSON("\"\\\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{2028}\u{2029}\u{2027}é😀/<b>&")
    #expect(
      text.text() == #""\"\\\b\f\n\r\t\u0000\u001f\u2028\u2029"# + "\u{2027}é😀/<b>&\"")
    #expect(JSON("</script>&").text(inHTML: true) == #""\u003c/script\u003e\u0026""#)
  }

  @Test func everyCharacterIsReadBack() throws {
    var all = ""
    for value in (0..<0x3000).map({ UInt32($0) }) + [0xFFFD, 0x1F600, 0x10FFFF] {
      if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
    }
    #expect(try read(JSON(all).text()).string == all)
    #expect(try read(JSON(all).text(inHTML: true)).string == all)
  }
}
