import Answerable

/// The one way into Answerable from a web page: the name of an operation and a text go in, JSON comes
/// out.
///
/// The same function stands behind the WebAssembly module and behind its twin on the command line, so
/// that a test can compare the two byte by byte.
enum Door {
  static func answer(_ operation: String, _ input: [UInt8]) -> [UInt8] {
    do throws(Diagnostics) {
      return try answer(operation, Question(input)).bytes(.pretty)
    } catch {
      let answer: JSON = ["error": JSON(error.text)]
      return answer.bytes()
    }
  }

  /// Made once and kept: a page asks at every keystroke.
  private static let registry = BuiltIn.registry()
  private static let offences = BuiltIn.offences()
  private static let linter = Linter(
    BuiltIn.ruleSet(), offences: offences, published: BuiltIn.published())

  private static func answer(_ operation: String, _ question: Question) throws(Diagnostics) -> JSON
  {
    switch operation {
    case "version": return ["name": "Answerable", "version": JSON(BuiltIn.version)]
    case "lint": return try lint(question)
    case "draft": return try draft(question)
    default: throw Diagnostics("unknown operation \"\(operation)\"")
    }
  }

  /// The findings, as `foi lint --as json -` prints them.
  private static func lint(_ question: Question) throws(Diagnostics) -> JSON {
    let reading = try RequestReading(Source(name: "standard input", text: question.text))
    let addressee = try registry.addressee(of: reading, named: question.to)
    let findings = linter.lint(reading, to: addressee, today: question.today)
    return linter.json([
      LintReport(path: "-", source: reading.source, addressee: addressee, findings: findings)
    ])
  }

  /// The letter, what was understood and the filled-in form to send it by.
  private static func draft(_ question: Question) throws(Diagnostics) -> JSON {
    let reading = try RequestReading(Source(name: "standard input", text: question.text))
    guard let today = question.today else { throw Diagnostics("\"today\" is missing") }
    guard let authority = try registry.addressee(of: reading, named: question.to) else {
      throw Diagnostics(
        "the request names no authority", remedy: "add a line at its head: To: kent")
    }
    let understanding = try Understanding(reading, offences: offences, today: today)
    let draft = try Draft(
      reading, understanding: understanding, authority: authority, today: today,
      due: try? BuiltIn.calendar().due(
        after: today, under: authority.regime?.workingDays ?? .foia
      ).due)
    let letter = try draft.letter(TemplateLibrary(BuiltIn.templateFiles()).letter("new-request"))
    return [
      "subject": JSON(letter.subject), "letter": JSON(letter.text),
      "echo": JSON((draft.echo + draft.route).map { JSON($0) }),
      "link": JSON(letter.whatDoTheyKnowLink?.address),
    ]
  }
}

/// What a page asks: `{"text": "…", "to": "kent", "today": "2026-11-24"}`; only the text is needed.
private struct Question {
  var text = ""
  var to: String?
  var today: Day?

  /// Input that is no object is a question about nothing.
  init(_ input: [UInt8]) throws(Diagnostics) {
    guard !input.isEmpty else { return }
    let json = try JSON.read(Source(name: "input", bytes: input))
    text = json["text"]?.string ?? ""
    to = json["to"]?.string
    guard let typed = json["today"]?.string else { return }
    today = Day(iso: typed)
    if today == nil {
      throw Diagnostics("\"today\" is no day: \(typed)", remedy: "write it as 2026-11-24")
    }
  }
}
