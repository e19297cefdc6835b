import SourceText
import Templating
import Testing

@Suite struct ContextTests {
  @Test func `data shared by a batch is laid out once`() throws {
    let letter = try Template(
      Source(name: "t", text: "{{force.name}}: {{#questions}}{{text}} {{/questions}}{{sender}}")
    ).linked()
    let shared = Context([
      "force": nil, "sender": "Rowan Hale", "questions": [["text": "1"], ["text": "2"]],
    ])
    var letters: [String] = []
    for name in ["Kent Police", "Surrey Police"] {
      let context = shared.setting("force", to: ["name": .string(name)])
      letters.append(String(decoding: try letter.render(context), as: UTF8.self))
    }
    #expect(letters == ["Kent Police: 1 2 Rowan Hale", "Surrey Police: 1 2 Rowan Hale"])
  }

  @Test func `of two equal names the first counts`() throws {
    #expect(try render("{{a}}", .object([("a", 1), ("a", 2)])) == "1")
  }

  @Test func `a value that is set takes the place of the one before`() throws {
    let letter = try Template(Source(name: "t", text: "{{a}}")).linked()
    #expect(try letter.render(Context(["a": 1]).setting("a", to: 2)) == Array("2".utf8))
  }

  @Test func `a list at the top can be added to as well`() throws {
    let letter = try Template(Source(name: "t", text: "{{a}}")).linked()
    #expect(try letter.render(Context([1, 2]).setting("a", to: 2)) == Array("2".utf8))
  }

  @Test func `an object gives its members by name`() {
    let data: Value = ["a": 1, "b": "x"]
    guard case .string("x")? = data["b"] else { Issue.record("no b"); return }
    #expect(data["c"] == nil && Value.null["a"] == nil)
  }
}
