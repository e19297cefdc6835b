import SourceText
import Templating
import Testing

/// What is said about templates that cannot be read.
@Suite struct TemplateTests {
  @Test func `a section never closed is shown where it opens`() {
    #expect(
      complaint("Dear\n{{#officer}}\n{{name}}\n") == """
        error: section "officer" is never closed
          --> letter.md:2:1
        2 | {{#officer}}
          | ^^^^^^^^^^^^ close it with {{/officer}}
        """)
  }

  @Test func `a section closed by another name is one mistake, with both places`() {
    #expect(
      complaint("{{#questions}}\n{{text}}\n{{/question}}\n") == """
        error: section "questions" is closed as "question"
          --> letter.md:3:1
        3 | {{/question}}
          | ^^^^^^^^^^^^^ write {{/questions}}
        note: "questions" is opened here
          --> letter.md:1:1
        1 | {{#questions}}
          | ^^^^^^^^^^^^^^
        """)
  }

  @Test func `a section left open inside another is the only one reported`() {
    #expect(
      complaint("{{#a}}\n{{^b}}x{{/a}}\n") == """
        error: inverted section "b" is never closed
          --> letter.md:2:1
        2 | {{^b}}x{{/a}}
          | ^^^^^^ close it with {{/b}}
        """)
  }

  @Test func `a closing tag with nothing to close`() {
    #expect(
      complaint("Hello\n{{/officer}}") == """
        error: no section named "officer" is open here
          --> letter.md:2:1
        2 | {{/officer}}
          | ^^^^^^^^^^^^ take the tag out, or open the section before it
        """)
  }

  @Test func `a tag never closed ends where the next one opens`() {
    #expect(
      complaint("Dear {{name,\nyours {{x}}") == """
        error: the tag "{{name," is never closed
          --> letter.md:1:6
        1 | Dear {{name,
          |      ^^^^^^^ end it with }}
        """)
  }

  @Test func `three braces need three`() {
    #expect(
      complaint("Dear {{{name}} and") == """
        error: the tag "{{{name}}" is never closed
          --> letter.md:1:6
        1 | Dear {{{name}} and
          |      ^^^^^^^^^ end it with }}}
        """)
  }

  @Test func `every mistake is reported at once, in the order of the text`() {
    #expect(
      complaint("{{#open}}{{}} {{a..b}}\n{{@indx}} {{=x=}} {{>}}{{!") == """
        error: section "open" is never closed
          --> letter.md:1:1
        1 | {{#open}}{{}} {{a..b}}
          | ^^^^^^^^^ close it with {{/open}}

        error: the slot has no name
          --> letter.md:1:10
        1 | {{#open}}{{}} {{a..b}}
          |          ^^^^ write a name between the delimiters

        error: "a..b" has a part without a name
          --> letter.md:1:17
        1 | {{#open}}{{}} {{a..b}}
          |                 ^^^^ names have one full stop between their parts

        error: unknown loop name "@indx"
          --> letter.md:2:3
        2 | {{@indx}} {{=x=}} {{>}}{{!
          |   ^^^^^ did you mean "@index"?

        error: new delimiters need an opening and a closing one, with a space between
          --> letter.md:2:11
        2 | {{@indx}} {{=x=}} {{>}}{{!
          |           ^^^^^^^ as in {{=<% %>=}}

        error: the partial has no name
          --> letter.md:2:19
        2 | {{@indx}} {{=x=}} {{>}}{{!
          |                   ^^^^^ write a name between the delimiters

        error: the tag "{{!" is never closed
          --> letter.md:2:24
        2 | {{@indx}} {{=x=}} {{>}}{{!
          |                        ^^^ end it with }}
        """)
  }

  @Test func `the closing tag asked for has the delimiters in force`() {
    #expect(
      complaint("{{=<% %>=}}\n<%#a%>") == """
        error: section "a" is never closed
          --> letter.md:2:1
        2 | <%#a%>
          | ^^^^^^ close it with <%/a%>
        """)
  }

  @Test func `a template below a header keeps the lines of its file`() throws {
    let file = Source(name: "reply.md", text: "title: Reply\n---\nDear {{nmae}},\r\nYours")
    let template = try Template(file, in: 17..<file.bytes.count)
    let error = #expect(throws: Diagnostics.self) {
      try template.linked().render(["name": "Rowan Hale"])
    }
    #expect(
      error?.text == """
        error: unknown slot "nmae"
          --> reply.md:3:6
        3 | Dear {{nmae}},
          |      ^^^^^^^^ did you mean "name"?
        """)
    #expect(
      String(decoding: try template.linked().render(["nmae": "Rowan"]), as: UTF8.self)
        == "Dear Rowan,\r\nYours")
  }
}
