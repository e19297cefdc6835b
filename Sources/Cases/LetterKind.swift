import Replies
import Requests
import SourceText

/// What a letter of a case is: one of the applicant's, or one of the authority's.
public enum LetterKind: Sendable, Hashable {
  case sent(Sent)
  case received(Reply.Kind)

  /// What the applicant writes.
  public enum Sent: String, Sendable, Hashable, CaseIterable {
    case request
    /// A request made clearer or narrower; its time begins anew.
    case refined = "refined request"
    case reminder
    case review = "request for review"
    case complaint
    case other = "letter"
  }

  public var sender: Sender {
    switch self {
    case .sent: .applicant
    case .received: .authority
    }
  }

  /// Whether it is a request, the first or a better one.
  var isRequest: Bool { self == .sent(.request) || self == .sent(.refined) }

  /// `sent refined request`, as a case file has it.
  public var text: String {
    switch self {
    case .sent(let kind): "sent \(kind.rawValue)"
    case .received(let kind): "received \(kind == .other ? "letter" : kind.rawValue)"
    }
  }

  public init?(_ text: String) {
    for kind in Self.all where kind.text == text {
      self = kind
      return
    }
    return nil
  }

  /// The kind that one word names, as on a command line: `clarification`, `review`, `refined`.
  public init?(word: String) {
    switch word {
    case "refined": self = .sent(.refined)
    case "review": self = .sent(.review)
    case "my-letter": self = .sent(.other)
    case "request", "reminder", "complaint": self.init("sent \(word)")
    default: self.init("received \(word)")
    }
  }

  /// Every word that names a kind.
  public static let words: [String] =
    ["request", "refined", "reminder", "review", "complaint"]
    + Reply.Kind.allCases.filter { $0 != .other }.map { $0.rawValue } + ["letter", "my-letter"]

  public static var all: [LetterKind] {
    Sent.allCases.map { .sent($0) } + Reply.Kind.allCases.map { .received($0) }
  }

  /// The words that `sent` or `received` may stand before.
  static func names(of sender: Sender) -> [String] {
    all.filter { $0.sender == sender }.map { kind in
      String(kind.text.drop { $0 != " " }.dropFirst())
    }
  }
}

extension LetterKind {
  /// What a letter is, judged by itself and by what came before.
  public static func of(
    _ letter: Source, after earlier: [LetterKind], applicant: String, under regime: Regime,
    registry: Registry
  ) -> LetterKind {
    let reading = RequestReading(letter: letter)
    switch Sender.of(reading, applicant: applicant, registry: registry) {
    case .authority: return .received(Reply(letter, under: regime).kind)
    case .applicant: return .sent(.of(reading, after: earlier))
    }
  }
}

extension LetterKind.Sent {
  /// What a letter of the applicant's is, from its words and what came before.
  ///
  /// - Parameter earlier: the kinds of the case's letters so far.
  public static func of(_ letter: RequestReading, after earlier: [LetterKind]) -> Self {
    guard !earlier.isEmpty else { return .request }
    let words = Phrases(letter.source)
    if words.has("internal review") || words.has("require a review")
      || words.has("requirement for review")
    {
      return .review
    }
    let asks = !letter.request.questions.isEmpty
    for kind in earlier.reversed() {
      switch kind {
      case .received(.clarification): return .refined
      case .received(.refusal) where asks, .received(.response) where asks: return .refined
      case .received(.acknowledgement), .sent: continue
      default: return .other
      }
    }
    return words.has("overdue") || words.has("not had an answer") || words.has("reminder")
      ? .reminder : asks ? .refined : .other
  }
}

/// Looks for phrases, capitals and small letters alike.
private struct Phrases {
  let bytes: [UInt8]

  init(_ source: Source) { bytes = source.bytes }

  func has(_ phrase: StaticString) -> Bool {
    for at in bytes.indices where bytes.matches(phrase, at: at) { return true }
    return false
  }
}
