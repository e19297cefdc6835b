/// The guides, templates and data that are part of the program.
///
/// The lists themselves are made by the build tool `EmbedFiles`, one for each folder and sorted by
/// path, so that a program which never names a list does not carry its pages.
///
/// - `data`: `Sources/BuiltIn/Data`, the small tables; of the large ones and of the phrases there is only what the
///   build made ready (`authorityTable`, `signalTable`), as there is of the rules (`ruleTable`).
/// - `guides`: `Guides` without its rules, the pages that a person reads.
/// - `rules`: `Guides/rules`, a page for each rule of the linter.
/// - `templates`: `Templates`, the letters, the requests to start from, and their parts.
public enum BuiltIn {
  /// The version of the program and of what is built into it.
  public static let version = "0.1.0"
}
