/// What a value on the command line stands for; completion offers what fits.
public enum ValueKind: String, Sendable, Hashable {
  case text, number, date, file, folder
  /// Asked of the program itself, through its hidden verb `complete`.
  case authority, group, rule, template
}

/// An option as the table has it: everything that parsing, help, completion and the manual need.
public struct OptionEntry: Sendable, Hashable {
  /// Without dashes: `fail-on`.
  public let name: String
  public let short: Character?
  /// What stands for the value in help, `FILE`; nil for a flag.
  public let valueName: String?
  public let kind: ValueKind
  /// The values that may be given; empty when any may.
  public let allowed: [String]
  public let repeats: Bool
  /// One sentence, ending in a full stop.
  public let help: String
}

/// An option and the type of what it gives: `Bool`, `String?` or `[String]`.
///
/// A verb declares its options once, puts them into its table and reads them back by the same name:
///
/// ```swift
/// static let to = Option.list("to", "AUTHORITY", kind: .authority, help: "Write to this authority.")
/// let authorities = invocation[to]
/// ```
public struct Option<Value: Sendable>: Sendable {
  public let entry: OptionEntry
}

extension Option<Bool> {
  /// An option that is given or not.
  public static func flag(_ name: String, short: Character? = nil, help: String) -> Self {
    Self(
      entry: OptionEntry(
        name: name, short: short, valueName: nil, kind: .text, allowed: [], repeats: false,
        help: help))
  }
}

extension Option<String?> {
  /// An option with one value; given twice it is an error.
  public static func value(
    _ name: String, short: Character? = nil, _ valueName: String, kind: ValueKind = .text,
    allowed: [String] = [], help: String
  ) -> Self {
    Self(
      entry: OptionEntry(
        name: name, short: short, valueName: valueName, kind: kind, allowed: allowed,
        repeats: false, help: help))
  }
}

extension Option<[String]> {
  /// An option that may be given several times.
  public static func list(
    _ name: String, short: Character? = nil, _ valueName: String, kind: ValueKind = .text,
    allowed: [String] = [], help: String
  ) -> Self {
    Self(
      entry: OptionEntry(
        name: name, short: short, valueName: valueName, kind: kind, allowed: allowed,
        repeats: true, help: help))
  }
}
