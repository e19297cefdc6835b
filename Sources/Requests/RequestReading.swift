import SourceText

/// A request as read from a text: the request, and which stretch of the text is what.
///
/// The request is what goes into a letter; the parts are what the linter walks over, so that a finding
/// stands on the writer's own bytes and other people's words are left alone.
public struct RequestReading: Sendable {
  /// How the request was written down.
  public enum Form: Sendable, Hashable {
    /// A header and a question list.
    case document
    /// A plain letter, with or without a salutation.
    case letter
  }

  public let source: Source
  public let form: Form
  public let request: Request
  /// The parts in the order of the text; they do not overlap.
  public let parts: [Part]
  /// The authority named in the salutation ("Dear Kent Police"), as typed.
  public let salutation: String?
  /// Remarks for the writer that stop nothing: a bullet that nearly names a field.
  public let notes: [Diagnostic]

  package init(
    source: Source, form: Form, request: Request, parts: [Part], salutation: String?,
    notes: [Diagnostic]
  ) {
    self.source = source
    self.form = form
    self.request = request
    self.parts = parts
    self.salutation = salutation
    self.notes = notes
  }

  /// A stretch of the text and what it is.
  public struct Part: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// The value of a header field.
      case header(FieldName)
      case salutation
      /// A paragraph that belongs to no question.
      case context
      /// A paragraph or list line of a question, without its label or bullet.
      case question
      /// The value of a question's field.
      case field(FieldName)
      /// Other people's words: `>` lines, and quotations longer than a dozen words.
      case quotation
      /// "Yours faithfully," and what is like it.
      case closing
      /// The name and address under the closing.
      case signature
    }

    public let kind: Kind
    /// The bytes of the part, without the white space around it.
    public let range: ByteRange
    /// The label of the question it belongs to, if any.
    public let question: String?

    package init(_ kind: Kind, _ range: ByteRange, question: String? = nil) {
      self.kind = kind
      self.range = range
      self.question = question
    }
  }
}
