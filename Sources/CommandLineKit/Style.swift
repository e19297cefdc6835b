/// How a piece of terminal text looks.
public enum Style: Int, Sendable {
  case bold = 1
  case dim = 2
  case underline = 4
  case red = 31
  case green = 32
  case yellow = 33
  case cyan = 36
}

/// Whether and how to colour what goes to a terminal.
public struct Palette: Sendable {
  public let isColoured: Bool

  public init(isColoured: Bool) { self.isColoured = isColoured }

  /// Decides as people expect: never where output is no terminal or `NO_COLOR` is set, unless asked.
  ///
  /// - Parameter choice: `auto`, `always` or `never`.
  public init(choice: String?, isTerminal: Bool, noColour: String?) {
    switch choice {
    case "always": isColoured = true
    case "never": isColoured = false
    default: isColoured = isTerminal && (noColour ?? "").isEmpty
    }
  }

  /// The text in a style, or as it is.
  public func callAsFunction(_ style: Style, _ text: String) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
  }
}
