import SourceText
import Templating
import Testing

@Suite struct LinkerTests {
  @Test func `every partial and parent that is not there is reported, with who asks for it`() {
    #expect(
      complaint(
        "{{>sign-of}}\n{{<lettr}}{{/lettr}}\n{{>outer}}",
        partials: [("sign-off", "x"), ("letter", "y"), ("outer", "  {{>sgn-off}}")]) == """
          error: unknown partial "sign-of"
            --> letter.md:1:1
          1 | {{>sign-of}}
            | ^^^^^^^^^^^^ did you mean "sign-off"?

          error: unknown parent "lettr"
            --> letter.md:2:1
          2 | {{<lettr}}{{/lettr}}
            | ^^^^^^^^^^ did you mean "letter"?

          error: unknown partial "sgn-off"
            --> outer.md:1:3
          1 |   {{>sgn-off}}
            |   ^^^^^^^^^^^^ did you mean "sign-off"?
          note: included from here
            --> letter.md:3:1
          3 | {{>outer}}
            | ^^^^^^^^^^
          """)
  }

  @Test func `partials that include each other without end are not linked`() {
    #expect(
      complaint("{{>a}}", partials: [("a", "1{{>b}}"), ("b", "2{{>c}}"), ("c", "3{{>a}}")]) == """
        error: partial "a" includes itself without end
          --> c.md:1:2
        1 | 3{{>a}}
          |  ^^^^^^ put one of its tags into a section that comes to an end
        note: included from here
          --> b.md:1:2
        1 | 2{{>c}}
          |  ^^^^^^
        note: included from here
          --> a.md:1:2
        1 | 1{{>b}}
          |  ^^^^^^
        """)
  }

  @Test func `a partial may include itself inside a section`() throws {
    let tree: Value = [
      "label": "1",
      "questions": [["label": "1a", "questions": []], ["label": "1b", "questions": []]],
    ]
    #expect(
      try render(
        "{{>question}}", tree,
        partials: [("question", "{{label}}\n{{#questions}}\n  {{>question}}\n{{/questions}}\n")])
        == "1\n  1a\n  1b\n")
  }

  @Test func `a chain of many partials is linked without recursion`() throws {
    var partials: [(String, String)] = []
    for i in 0..<5000 { partials.append(("p\(i)", "{{>p\(i + 1)}}")) }
    partials.append(("p5000", "{{>p0}}"))
    let text = complaint("{{>p0}}", partials: partials)
    #expect(text.hasPrefix("error: partial \"p0\" includes itself without end\n"))
  }
}
