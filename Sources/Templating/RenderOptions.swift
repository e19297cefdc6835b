/// How a template is rendered. The whole rendering shares one setting, partials included.
public struct RenderOptions: Sendable {
  public enum Escaping: Sendable {
    /// Values as they are, for plain text.
    case none
    /// `& < > " '` in values written so that HTML shows them; `{{{name}}}` and `{{&name}}` are left alone.
    case html
  }

  public enum Layout: Sendable {
    /// Exactly what the template says.
    case asWritten
    /// As a letter should look: a line whose tags give nothing is left out, at most one blank line in a row, no
    /// blanks at line ends, no blank lines at either end, and one line break at the end.
    case letter
  }

  public var escaping: Escaping
  public var layout: Layout
  public var limits: Limits

  public init(
    escaping: Escaping = .none, layout: Layout = .asWritten, limits: Limits = Limits()
  ) {
    self.escaping = escaping
    self.layout = layout
    self.limits = limits
  }
}

/// What becomes of a name that the data, or the library of partials, does not have.
public enum Strictness: Sendable {
  /// An error, so that a misspelt slot cannot leave a hole in a letter.
  case strict
  /// Nothing is put in its place, as the Mustache specification has it.
  case lenient
}
