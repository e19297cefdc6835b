import SourceText
import Templating
import Testing

/// What strict mode says about names that the data does not have.
@Suite struct StrictTests {
  @Test func `every unknown slot and section is reported, with the nearest name`() {
    #expect(
      complaint(
        "Dear {{naem}},\n{{#qestions}}{{/qestions}}{{^offcer}}{{/offcer}}",
        ["name": "Rowan Hale", "questions": [], "officer": nil]) == """
          error: unknown slot "naem"
            --> letter.md:1:6
          1 | Dear {{naem}},
            |      ^^^^^^^^ did you mean "name"?

          error: unknown section "qestions"
            --> letter.md:2:1
          2 | {{#qestions}}{{/qestions}}{{^offcer}}{{/offcer}}
            | ^^^^^^^^^^^^^ did you mean "questions"?

          error: unknown section "offcer"
            --> letter.md:2:27
          2 | {{#qestions}}{{/qestions}}{{^offcer}}{{/offcer}}
            |                           ^^^^^^^^^^^ did you mean "officer"?
          """)
  }

  @Test func `a dotted name says which part failed`() {
    #expect(
      complaint(
        "{{force.officr.name}}\n{{officer.name}}\n{{name.first}}",
        ["force": ["name": "Kent Police", "officer": nil], "officer": nil, "name": "Rowan"]) == """
          error: unknown slot "force.officr.name": "force" has no "officr"
            --> letter.md:1:1
          1 | {{force.officr.name}}
            | ^^^^^^^^^^^^^^^^^^^^^ did you mean "officer"?

          error: unknown slot "officer.name": "officer" is empty
            --> letter.md:2:1
          2 | {{officer.name}}
            | ^^^^^^^^^^^^^^^^ put it inside {{#officer}}, which is left out when there is none

          error: unknown slot "name.first": "name" has no parts
            --> letter.md:3:1
          3 | {{name.first}}
            | ^^^^^^^^^^^^^^
          """)
  }

  @Test func `a slot in a partial is reported once, with the tags that led there`() {
    #expect(
      complaint(
        "{{#questions}}\n{{> question}}\n{{/questions}}\n",
        ["questions": [["text": "How many?"], ["text": "Where?"]]],
        partials: [("question", "- {{txt}}\n")]) == """
          error: unknown slot "txt"
            --> question.md:1:3
          1 | - {{txt}}
            |   ^^^^^^^ did you mean "text"?
          note: included from here
            --> letter.md:2:1
          2 | {{> question}}
            | ^^^^^^^^^^^^^^
          note: inside section "questions", opened here
            --> letter.md:1:1
          1 | {{#questions}}
            | ^^^^^^^^^^^^^^
          """)
  }

  @Test func `a list is no text, and loop names belong in a list`() {
    #expect(
      complaint("{{list}}{{@index}}", ["list": [1]]) == """
        error: slot "list" is a list, not text
          --> letter.md:1:1
        1 | {{list}}{{@index}}
          | ^^^^^^^^

        error: "@index" has a meaning only inside a list
          --> letter.md:1:9
        1 | {{list}}{{@index}}
          |         ^^^^^^^^^^
        """)
  }

  @Test func `a partial named by the data must be there`() {
    #expect(
      complaint("{{>*layout}}", ["layout": "plan"], partials: [("plain", "")]) == """
        error: unknown partial "plan", named by "layout"
          --> letter.md:1:1
        1 | {{>*layout}}
          | ^^^^^^^^^^^^ did you mean "plain"?
        """)
  }

  @Test func `a lambda's text is held to the same`() {
    #expect(
      complaint("{{l}}\n{{l}}", ["l": .lambda({ _ in "{{oops}}" })]) == """
        error: unknown slot "oops"
          --> result of lambda "l":1:1
        1 | {{oops}}
          | ^^^^^^^^
        note: made by lambda "l" here
          --> letter.md:1:1
        1 | {{l}}
          | ^^^^^

        error: unknown slot "oops"
          --> result of lambda "l":1:1
        1 | {{oops}}
          | ^^^^^^^^
        note: made by lambda "l" here
          --> letter.md:2:1
        2 | {{l}}
          | ^^^^^
        """)
    #expect(
      complaint("{{l}}", ["l": .lambda({ _ in "{{#a}}" })]) == """
        error: section "a" is never closed
          --> result of lambda "l":1:1
        1 | {{#a}}
          | ^^^^^^ close it with {{/a}}
        note: made by lambda "l" here
          --> letter.md:1:1
        1 | {{l}}
          | ^^^^^
        """)
  }

  @Test(arguments: [Value.null, .bool(false), [], ""])
  func `absent on purpose is not missing`(_ absent: Value) throws {
    let text = "{{#officer}}{{name}}{{/officer}}{{^officer}}Sir or Madam{{/officer}}"
    #expect(try render(text, ["officer": absent]) == "Sir or Madam")
  }

  @Test func `a section over a part of something absent is absent too`() throws {
    let text = "[{{#officer.email}}x{{/officer.email}}{{^officer.email}}none{{/officer.email}}]"
    #expect(try render(text, ["officer": nil]) == "[none]")
  }
}
