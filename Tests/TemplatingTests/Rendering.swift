import SourceText
import Templating
import Testing

/// Renders a template in one go, as the tests do over and over.
func render(
  _ text: String, _ data: Value, partials: [(String, String)] = [],
  _ strictness: Strictness = .strict, _ options: RenderOptions = RenderOptions()
) throws(Diagnostics) -> String {
  var library = Partials()
  for (name, text) in partials {
    library.add(try Template(Source(name: "\(name).md", text: text)), as: name)
  }
  let template = try Template(Source(name: "letter.md", text: text))
  let linked = try template.linked(to: library, strictness)
  return String(decoding: try linked.render(data, options), as: UTF8.self)
}

/// What is said about a template that cannot be rendered.
func complaint(
  _ text: String, _ data: Value = [:], partials: [(String, String)] = [],
  _ options: RenderOptions = RenderOptions()
) -> String {
  do throws(Diagnostics) {
    return "no error: " + (try render(text, data, partials: partials, .strict, options))
  } catch {
    return error.text
  }
}
