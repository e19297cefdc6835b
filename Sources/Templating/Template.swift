import SourceText

/// A letter with slots, in Mustache, read and checked but not yet joined to its partials.
///
/// Reading does all the work that can be done without data, so that one template fills in for many
/// authorities at little cost:
///
/// ```swift
/// let template = try Template(Source(name: "reply.md", text: "Dear {{officer}},"))
/// let letter = try template.linked(to: Partials())
/// let text = try letter.render(["officer": "Ms Nandakumar"])
/// ```
///
/// Mustache is read as [its specification](https://github.com/mustache/spec) has it, inheritance, dynamic
/// names and lambdas included. Inside a list there are also `@index` (from 0), `@number` (from 1), `@letter`
/// (a, b, c), `@first` and `@last`.
public struct Template: Sendable {
  public let source: Source
  let program: Program

  /// Reads a template.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - range: the part of the file that is the template, where a header comes before it.
  ///   - limits: only the template's size and the nesting of its sections count here.
  /// - Throws: everything that is wrong with the template, in the order of the text.
  public init(
    _ source: Source, in range: ByteRange? = nil, limits: Limits = Limits()
  ) throws(Diagnostics) {
    try self.init(source, in: range ?? source.content, delimiters: .standard, limits: limits)
  }

  init(
    _ source: Source, in range: ByteRange, delimiters: Delimiters, limits: Limits
  ) throws(Diagnostics) {
    var parser = Parser(source, range, delimiters: delimiters, limits: limits)
    self.source = source
    self.program = try parser.parse()
  }
}
