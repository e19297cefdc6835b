import SourceText
import Templating
import Testing

/// The process survives whatever a template asks for, and the error names the limit.
@Suite struct LimitTests {
  private func limited(_ change: (inout Limits) -> Void) -> RenderOptions {
    var limits = Limits()
    change(&limits)
    return RenderOptions(limits: limits)
  }

  private func firstLine(_ text: String) -> String {
    String(text.prefix { $0 != "\n" })
  }

  @Test func `a template is at most a megabyte`() {
    let text = String(repeating: "x", count: 1 << 20)
    #expect(complaint(text) == "no error: " + text)
    #expect(
      complaint(text + "x")
        == "error: letter.md is larger than 1048576 bytes, the limit for a template")
  }

  @Test(arguments: ["#", "^", "$", "<"])
  func `sections nest a hundred deep`(_ sign: String) {
    func nested(_ depth: Int) -> String {
      String(repeating: "{{\(sign)a}}", count: depth)
        + String(repeating: "{{/a}}", count: depth)
    }
    let lines = complaint(nested(20_000)).split(separator: "\n")
    #expect(lines[0] == "error: sections are nested deeper than 100, the limit")
    #expect(lines[1] == "  --> letter.md:1:601")
    #expect(lines.count == 4)
    #expect(!complaint(nested(100), ["a": false]).contains("limit"))
  }

  @Test func `partials nest 64 deep`() {
    let text = complaint("{{>a}}", ["go": true], partials: [("a", "{{#go}}{{>a}}{{/go}}")])
    #expect(firstLine(text) == "error: partials are nested deeper than 64, the limit")
    let parents = complaint(
      "{{<a}}{{/a}}", ["go": true], partials: [("a", "{{#go}}{{<a}}{{$b}}{{/b}}{{/a}}{{/go}}")])
    #expect(firstLine(parents) == "error: partials are nested deeper than 64, the limit")
  }

  @Test func `a block cannot fill itself`() throws {
    #expect(
      try render(
        "{{<p}}{{$a}}[{{$a}}x{{/a}}]{{/a}}{{/p}}", [:], partials: [("p", "{{$a}}{{/a}}")])
        == "[x]")
  }

  @Test func `partials that double at each step run out of steps`() {
    var partials: [(String, String)] = [("p40", "")]
    for i in 0..<40 { partials.append(("p\(i)", "{{>p\(i + 1)}}{{>p\(i + 1)}}")) }
    #expect(
      firstLine(complaint("{{>p0}}", partials: partials, limited { $0.steps = 10_000 }))
        == "error: rendering takes more than 10000 steps, the limit")
  }

  @Test func `lists within lists run out of steps`() {
    let list = Value.list(Array(repeating: 1, count: 200))
    let text = "{{#a}}{{#a}}{{#a}}{{#a}}{{/a}}{{/a}}{{/a}}{{/a}}"
    #expect(
      complaint(text, ["a": list]) == """
        error: rendering takes more than 1000000 steps, the limit
          --> letter.md:1:19
        1 | \(text)
          |                   ^^^^^^
        note: inside section "a", opened here
          --> letter.md:1:13
        1 | \(text)
          |             ^^^^^^
        note: inside section "a", opened here
          --> letter.md:1:7
        1 | \(text)
          |       ^^^^^^
        note: inside section "a", opened here
          --> letter.md:1:1
        1 | \(text)
          | ^^^^^^
        """)
  }

  @Test func `the result is at most four megabytes`() {
    let long = Value.string(String(repeating: "x", count: 5 << 20))
    #expect(
      firstLine(complaint("{{a}}.", ["a": long]))
        == "error: the result is larger than 4194304 bytes, the limit")
    let many = Value.list(Array(repeating: 1, count: 100))
    #expect(
      firstLine(complaint("{{#a}}{{.}}{{/a}}.", ["a": many], limited { $0.outputBytes = 99 }))
        == "error: the result is larger than 99 bytes, the limit")
    #expect(
      complaint("{{#a}}{{.}}{{/a}}", ["a": many], limited { $0.outputBytes = 100 }).utf8.count
        == 110)
  }

  @Test func `the last step counts as well`() {
    #expect(
      firstLine(complaint("{{a}}", ["a": "xx"], limited { $0.outputBytes = 1 }))
        == "error: the result is larger than 1 bytes, the limit")
  }

  @Test func `lambdas call each other eight deep`() {
    let again = Value.lambda { "{{#l}}" + $0 + "{{/l}}" }
    #expect(
      firstLine(complaint("{{#l}}x{{/l}}", ["l": again]))
        == "error: lambdas call each other deeper than 8, the limit")
  }

  @Test func `data may be nested as deep as it likes`() throws {
    var data: Value = "x"
    for _ in 0..<5000 { data = ["a": data] }
    #expect(try render("{{#a.a.a}}{{#b}}{{/b}}{{/a.a.a}}", data, .lenient) == "")
  }

  @Test(arguments: ["{{/a}}", "{{#a}}{{/b}}", "{{", "{{{", "{{! ", "{{a}}", "{{>a}}"])
  func `a flood of mistakes is cut short`(_ mistake: String) {
    var count = 0
    do throws(Diagnostics) {
      _ = try render(String(repeating: mistake, count: 10_000), [:])
    } catch {
      count = error.all.count
    }
    #expect((1...200).contains(count))
  }
}
