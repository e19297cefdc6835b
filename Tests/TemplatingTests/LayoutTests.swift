import Templating
import Testing

/// The layout for letters.
@Suite struct LayoutTests {
  private func letter(
    _ text: String, _ data: Value, partials: [(String, String)] = []
  ) throws -> String {
    try render(text, data, partials: partials, .strict, RenderOptions(layout: .letter))
  }

  @Test func `a line whose tags give nothing leaves no hole`() throws {
    #expect(
      try letter(
        "{{name}}\n{{organisation}}\n  {{#email}}{{email}}{{/email}}\n{{town}}\n",
        ["name": "Rowan Hale", "organisation": nil, "email": "", "town": "Ashford"])
        == "Rowan Hale\nAshford\n")
  }

  @Test func `a blank line that was written stays, but not two`() throws {
    #expect(
      try letter(
        "\n{{a}}\n\n{{#b}}\nx\n{{/b}}\n\n\n{{a}}  \n\n\n", ["a": "1", "b": nil]) == "1\n\n1\n")
  }

  @Test func `blanks at line ends go, in values too`() throws {
    #expect(try letter("a \t\n{{v}}", ["v": "b  \n\n\n\nc "]) == "a\nb\n\nc\n")
  }

  @Test func `carriage returns stay as they are`() throws {
    #expect(try letter("a\r\n{{v}}\r\nb\r\n", ["v": nil]) == "a\r\nb\r\n")
  }

  @Test func `an empty slot in a partial leaves no hole either`() throws {
    #expect(
      try letter("a\n  {{>p}}\nb\n", ["v": nil], partials: [("p", "{{v}}\nx\n")]) == "a\n  x\nb\n")
  }

  @Test func `nothing stays nothing`() throws {
    #expect(try letter("{{v}}\n\n", ["v": nil]) == "")
  }

  @Test func `as written means as written`() throws {
    #expect(try render("{{v}}  \n\n\n", ["v": nil]) == "  \n\n\n")
  }
}
