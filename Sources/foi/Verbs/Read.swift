import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let received = Option<String?>.value(
      "received", "DATE", kind: .date, help: "The day the letter reached you.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "json"], help: "For people, or for programs.")
  }

  static let read = Verb(
    command: Command(
      "read",
      summary: "Says what an authority's letter is, what it asks, and by when.",
      discussion: """
        Reads a pasted letter, a saved e-mail (.eml), or the text of a PDF. Whatever it says stands in the letter; nothing
        is sent anywhere.
        """,
      arguments: [.init("LETTER", kind: .file, help: "The letter; - reads a pipe.")],
      options: [Options.received.entry, Options.form.entry],
      examples: [
        .init(
          "foi read letter.txt --received 2024-11-05", "See what the force wants, and by when."),
        .init("foi read reply.eml --as json", "The same for a program."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let letter = try LetterFiles.open(invocation.arguments[0])
      var received = try invocation[Options.received].map { text throws(Diagnostics) in
        try Day.read(text, as: "--received")
      }
      let thread = LetterThread(letter.source)
      if let thread {
        shell.note(
          "A page with \(thread.messages.count) letters: this is the last one from the authority.\n"
        )
      }
      let reply = LetterFiles.reply(in: letter, thread)
      let calendar = try BuiltIn.calendar()
      if invocation[Options.form] == "json" {
        let clock = Clock(reply, received: received, calendar: calendar)
        let replyBy = reply.kind == .clarification ? clock.days.first?.day : reply.dates.named
        shell.print(reply.json(replyBy: replyBy))
        return 0
      }
      try LetterFiles.checkIsTheirs(reply.source)
      var clock = Clock(reply, received: received, calendar: calendar)
      if clock.needsDate, shell.isInteractive {
        received = shell.ask(LetterFiles.dateOfReceipt) ?? nil
        clock = Clock(reply, received: received, calendar: calendar)
      }
      for line in ReplyPage(reply, clock).lines { shell.print(sanitised(line)) }
      let path = invocation.arguments[0]
      let isPipe = path == "-"
      let steps = try LetterFiles.nextSteps(
        reply, isPipe ? "letter.txt" : path, received: invocation[Options.received] ?? received?.iso
      )
      for (i, next) in steps.enumerated() {
        let first = isPipe ? "What next, with the letter kept as letter.txt: " : "What next: "
        let lead = i == 0 ? "\n\(first)" : "       or: "
        shell.print(lead + sanitised(next.line) + next.aim)
      }
      if clock.needsDate, reply.kind == .clarification {
        throw Diagnostics(
          "the letter bears no date, so the day to answer by cannot be counted",
          remedy: "say when it reached you: --received 5/1/2021")
      }
      return 0
    })
}

/// Opening letters, in whatever form they come.
enum LetterFiles {
  static func open(_ path: String) throws(Diagnostics) -> LetterFile {
    try open(path, Files.contents(path))
  }

  /// The same of bytes that were read already: a pipe is read only once.
  static func open(_ path: String, _ bytes: [UInt8]) throws(Diagnostics) -> LetterFile {
    try LetterFile(name: path == "-" ? "standard input" : path, bytes: bytes)
  }

  /// Sees that a letter is not the applicant's own, which would be read as if they had written it.
  static func checkIsTheirs(_ letter: Source) throws(Diagnostics) {
    let reading = RequestReading(letter: letter)
    guard let greeted = reading.salutation,
      Sender.of(reading, registry: try Authorities.registry()) == .applicant
    else { return }
    throw Diagnostics(
      "this is a letter to an authority, not from one: it begins \"Dear \(greeted)\"",
      remedy: "give the letter that came back; your own is for foi lint")
  }

  /// The letter in a file; of a page with several, the last one from the authority.
  static func reply(in letter: LetterFile, _ thread: LetterThread?) -> Reply {
    let last = thread?.replies.last
    return Reply(last?.source ?? letter.source, sent: last?.day ?? letter.date)
  }

  /// Who wrote a letter, as far as it says.
  ///
  /// - Parameter kind: what the letter is; asked for only where nobody signs.
  static func sender(
    of letter: Source, _ kind: @autoclosure () -> Reply.Kind, _ registry: Registry
  ) -> Authority? {
    if let signing = registry.signing(letter) { return signing }
    // A letter that passes the request on speaks of the other authority.
    return kind() == .transfer ? nil : registry.mentioned(in: letter)
  }

  /// A command that may follow.
  struct NextStep {
    /// An option that the letter leaves open.
    enum Blank: String {
      case to, title, from

      var question: String {
        switch self {
        case .to: "Which authority is it from?"
        case .title: "What was the request about?"
        case .from: "What is your full name?"
        }
      }
    }

    var words: [String]
    var blanks: [Blank] = []
    /// What it is for, where there are several.
    var aim = ""

    /// To be copied into a shell.
    var line: String {
      var line = shellLine(["foi"] + words)
      for blank in blanks { line += " --\(blank.rawValue) \"…\"" }
      return line
    }
  }

  /// The commands that answer a letter, the better first.
  ///
  /// - Parameter received: the day it came, as the applicant gave it.
  static func nextSteps(
    _ reply: Reply, _ path: String, received: String? = nil
  ) throws(Diagnostics) -> [NextStep] {
    let isAnswered = reply.kind != .clarification
    if isAnswered, (try? ReplyPlan.purpose(answering: reply)) == nil { return [] }
    let day = received.map { ["--received", $0] } ?? []
    let writer = sender(of: reply.source, reply.kind, try Authorities.registry())
    let to = writer == nil ? [NextStep.Blank.to] : []
    let needsRequest = reply.request == nil
    var refine = NextStep(
      words: ["refine", "--letter", path] + day + ["--out", "sheet.md"], blanks: to,
      aim: needsRequest ? ", with your request's file before --letter" : "")
    guard isAnswered else { return [refine] }
    let isNamed = Sender.name(greetedIn: RequestReading(letter: reply.source)) != nil
    var answer = NextStep(
      words: ["reply", path] + day,
      blanks: to + (needsRequest ? [.title] : []) + (isNamed ? [] : [.from]))
    guard reply.refusesOnCost else { return [answer] }
    refine.aim = ", for a narrower request" + refine.aim
    answer.aim = ", for a review"
    return [refine, answer]
  }

  static let dateOfReceipt = Prompt<Day?>(
    "When did you receive it? (for example 5 January 2021; empty if you do not know) ",
    hint: "Type a date with its year, such as 5 January 2021, or nothing."
  ) { line in
    if line.isEmpty { return .some(nil) }
    return (try? Day.read(line)).map { .some($0) } ?? nil
  }
}
