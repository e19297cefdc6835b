/// What a reader has to say about its input: what is wrong, where, and what would be right.
///
/// Messages are lower case without a full stop, name the thing in question, and fit on one line:
///
/// ```
/// error: unknown header "preiod"
///   --> decoys.md:3:1
/// 3 | Preiod: 2019/20
///   | ^^^^^^ did you mean "period"?
/// ```
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  /// A range in a named text.
  public struct Place: Sendable, Hashable {
    public let source: Source
    public let range: ByteRange

    public init(_ source: Source, _ range: ByteRange) {
      self.source = source
      self.range = range
    }
  }

  /// A second place that explains the first: where a section was opened, who included a partial.
  public struct Note: Sendable, Hashable {
    public let message: String
    public let place: Place?

    public init(_ message: String, at place: Place? = nil) {
      self.message = message
      self.place = place
    }
  }

  public var severity: Severity
  public var message: String
  public var place: Place?
  /// What would be right, printed beside the caret.
  public var remedy: String?
  public var notes: [Note]

  public init(
    _ message: String, severity: Severity = .error, at place: Place? = nil,
    remedy: String? = nil, notes: [Note] = []
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.remedy = remedy
    self.notes = notes
  }
}

/// The one error that readers throw: everything that is wrong with the input, in the order of the text.
///
/// One type for all readers, because Embedded Swift refuses two error types in one `do`; a list,
/// because a person mends a file once rather than error by error.
public struct Diagnostics: Error, Sendable, Hashable {
  public let all: [Diagnostic]

  public init(_ all: [Diagnostic]) { self.all = all }

  public init(_ message: String, remedy: String? = nil) {
    self.init([Diagnostic(message, remedy: remedy)])
  }

  init(notUTF8 invalid: ByteRange, in source: Source) {
    self.init([
      Diagnostic(
        "\(source.name) is not UTF-8 text: the byte at offset \(invalid.lowerBound) fits no character",
        at: .init(source, invalid.lowerBound..<source.bytes.count),
        remedy:
          "save it again as UTF-8: in Notepad \"Save as\", Encoding \"UTF-8\"; in Excel \"CSV UTF-8\""
      )
    ])
  }
}

extension Source {
  /// An error about a range of this text, ready to throw.
  package func error(
    _ message: String, at range: ByteRange, remedy: String? = nil, notes: [Diagnostic.Note] = []
  ) -> Diagnostics {
    Diagnostics([
      Diagnostic(message, at: .init(self, range), remedy: remedy, notes: notes)
    ])
  }
}
