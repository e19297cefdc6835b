import SourceText
import Templating
import Testing

/// What goes beyond the specification's own suite.
@Suite struct RendererTests {
  @Test func `loop names count, letter and tell the ends`() throws {
    let list = Value.list(Array(repeating: "x", count: 3))
    #expect(
      try render(
        "{{#a}}{{@index}}{{@number}}{{@letter}}{{^@last}}, {{/@last}}{{#@last}}.{{/@last}}{{/a}}",
        ["a": list]) == "01a, 12b, 23c.")
    #expect(
      try render("{{#a}}{{#@first}}first{{/@first}}{{@first}} {{/a}}", ["a": list])
        == "firsttrue false false ")
  }

  @Test func `letters go on after z`() throws {
    let list = Value.list(Array(repeating: 0, count: 705))
    let letters = try render("{{#a}}{{@letter}} {{/a}}", ["a": list]).split(separator: " ")
    #expect([letters[25], letters[26], letters[51], letters[52]] == ["z", "aa", "az", "ba"])
    #expect([letters[701], letters[702]] == ["zz", "aaa"])
  }

  @Test func `inside an object in a list, loop names are the list's`() throws {
    #expect(
      try render(
        "{{#a}}{{#o}}{{@number}}{{/o}}{{/a}}", ["a": [["o": ["x": 1]], ["o": ["x": 1]]]])
        == "12")
  }

  @Test func `values are never templates`() throws {
    #expect(
      try render("{{a}}{{#b}}{{.}}{{/b}}", ["a": "{{x}}", "b": ["{{> y}}"]]) == "{{x}}{{> y}}")
  }

  @Test func `escaping is one setting, for partials too`() throws {
    let data: Value = ["a": "<b> & \"c\" 'd'"]
    #expect(
      try render("{{a}}{{>p}}", data, partials: [("p", "|{{a}}")])
        == "<b> & \"c\" 'd'|<b> & \"c\" 'd'")
    #expect(
      try render(
        "{{a}}{{{a}}}{{>p}}", data, partials: [("p", "|{{&a}}")], .strict,
        RenderOptions(escaping: .html))
        == "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;<b> & \"c\" 'd'|<b> & \"c\" 'd'")
  }

  @Test func `a lambda's text is escaped once`() throws {
    let data: Value = ["a": "<", "l": .lambda { _ in "{{a}}>" }]
    #expect(
      try render("{{l}} {{{l}}}", data, .strict, RenderOptions(escaping: .html))
        == "&lt;&gt; &lt;>")
  }

  @Test func `names and text may be in any script`() throws {
    #expect(
      try render("“{{prénom}}” — {{имя.名}}", ["prénom": "Zoë", "имя": ["名": "😀"]]) == "“Zoë” — 😀")
  }

  @Test func `a standalone partial sets its lines in, not those of its values`() throws {
    #expect(
      try render(
        "a\n  {{>p}}\nb", ["v": "1\n2"],
        partials: [("p", "{{v}}\r\n  {{>q}}\r\n\r\nend\r\n"), ("q", "x\ny\n")])
        == "a\n  1\n2\r\n    x\n    y\n  \r\n  end\r\nb")
  }

  @Test func `an inline partial takes no indentation from outside`() throws {
    #expect(
      try render(
        "  {{>p}}\n", [:], partials: [("p", "- {{>q}}!\nend\n"), ("q", "x\ny")])
        == "  - x\ny!\n  end\n")
  }

  @Test func `a parent may have its name from the data`() throws {
    #expect(
      try render(
        "{{<*layout}}{{$body}}x{{/body}}{{/*layout}}", ["layout": "plain"],
        partials: [("plain", "[{{$body}}{{/body}}]"), ("other", "")]) == "[x]")
  }

  @Test func `blocks of a plain partial are filled from the parents outside it`() throws {
    #expect(
      try render(
        "{{<p}}{{$a}}x{{/a}}{{/p}}{{>q}}", [:],
        partials: [("p", "{{>q}}"), ("q", "[{{$a}}default{{/a}}]")]) == "[x][default]")
  }

  @Test func `lenient mode puts nothing where nothing is known`() throws {
    #expect(
      try render(
        "[{{a}}{{#b}}x{{/b}}{{>c}}{{<d}}{{/d}}{{@index}}{{#@first}}x{{/@first}}{{list}}]",
        ["list": [1]], .lenient) == "[]")
  }

  @Test func `one linked template renders any number of times`() async throws {
    let linked = try Template(Source(name: "t", text: "{{a}}")).linked()
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for i in 0..<8 { group.addTask { try linked.render(["a": .int(i)]) } }
      var sum = 0
      for try await bytes in group { sum += Int(bytes[0] - 0x30) }
      #expect(sum == 28)
    }
  }
}
