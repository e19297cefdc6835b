import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let kind = Option<String?>.value(
      "kind", "KIND", allowed: ReplyPlan.Purpose.allCases.map { $0.rawValue },
      help: "What to write, if not what answers the letter.")
    static let request = Option<String?>.value(
      "request", "FILE", kind: .file, help: "The request it is about.")
    static let sent = Option<String?>.value(
      "sent", "DATE", kind: .date, help: "The day the request reached the authority.")
    static let received = Option<String?>.value(
      "received", "DATE", kind: .date, help: "The day their letter reached you.")
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "The authority, where the letter does not say.")
    static let from = Option<String?>.value(
      "from", "NAME", help: "Your name, where neither letter nor request says.")
    static let title = Option<String?>.value(
      "title", "TEXT", help: "What the request was about.")
    static let reference = Option<String?>.value(
      "reference", "REF", help: "The authority's reference number.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "eml", "html"],
      help: "The letter as text, as an e-mail to open and send, or as a page.")
    static let out = Option<String?>.value(
      "out", short: "o", "FILE", kind: .file, help: "Write to this file.")
    static let force = Option<Bool>.flag("force", help: "Overwrite a file that is there.")
    static let quiet = Option<Bool>.flag(
      "quiet", short: "q", help: "Write the letter and no advice.")
  }

  static let reply = Verb(
    command: Command(
      "reply",
      summary: "Writes the letter that answers an authority's letter, or its silence.",
      discussion: """
        Reads their letter, or a case folder with all letters, and writes what comes next: a request for review of a
        refusal, a complaint after the review, an answer to a letter that takes more time, asks for a fee or passes the
        request on, and a reminder when nothing came (LETTER is then the word "overdue").

        What you should know stands on standard error; the letter itself on standard output. A letter that asks for
        clarification is answered by foi refine.
        """,
      arguments: [
        .init("LETTER", kind: .file, help: "Their letter, a case folder, or the word overdue.")
      ],
      options: [
        Options.kind.entry, Options.request.entry, Options.sent.entry, Options.received.entry,
        Options.to.entry, Options.from.entry, Options.title.entry, Options.reference.entry,
        Options.form.entry, Options.out.entry, Options.force.entry, Options.quiet.entry,
      ],
      examples: [
        .init(
          "foi reply refusal.txt --received 2024-11-05 --request burglaries.md",
          "Ask for a review, with the questions it has to answer."),
        .init(
          "foi reply overdue --request burglaries.md --sent 2024-10-01", "Remind them."),
        .init("foi reply cases/burglaries", "Write what the case needs next."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let today = try shell.today()
      let given = invocation.arguments[0]
      let isCase = CaseFolder.isCase(given)
      let reply =
        if isCase {
          try Replying.from(CaseFolder(given), invocation[Options.kind], today)
        } else {
          try Replying.from(given, invocation, today)
        }
      if !invocation[Options.quiet] {
        for line in reply.plan.advice { shell.note(sanitised(line)) }
        let name = reply.correspondence.applicant.name
        if !ApplicantName(name).isUsable {
          shell.note(
            sanitised(
              "\"\(name)\" alone will not do as a name: sign with your full name, --from \"R Hale\"."
            ))
        }
        shell.note("")
      }
      let library = try Templates.library()
      let template = try library.letter(
        for: reply.plan.purpose.template, under: reply.correspondence.regime)
      let letter = try reply.correspondence.letter(template, on: today)
      // The regulator's form is on its own page.
      let isToAuthority = reply.plan.purpose != .complaint
      let email = letter.authority.email.isEmpty || !isToAuthority ? nil : letter.authority.email
      let bytes =
        switch invocation[Options.form] {
        case "eml": letter.message(to: email, on: today)
        case "html": Array(letter.html.utf8)
        default: Array(letter.text.utf8)
        }
      guard let path = invocation[Options.out] else {
        shell.print(bytes)
        return 0
      }
      try Files.write(bytes, to: path, replacing: invocation[Options.force])
      shell.note("Written: \(path)")
      return 0
    })

  /// A letter to write, and what it rests on.
  private struct Replying {
    let plan: ReplyPlan
    let correspondence: Correspondence

    static func from(_ folder: CaseFolder, _ kind: String?, _ today: Day) throws(Diagnostics)
      -> Replying
    {
      let timeline = try folder.timeline()
      let named = kind.flatMap { ReplyPlan.Purpose(rawValue: $0) }
      let refining = timeline.lastAnswer.flatMap {
        timeline.refining(by: $0.entry, in: folder.path)
      }
      let purpose = try ReplyPlan.purpose(
        named, in: timeline, today: today, refine: shellLine(["foi"] + (refining ?? ["refine"])))
      let due = ReplyPlan.due(purpose, in: timeline, under: folder.regime)
      let isSilent = timeline.state == .awaitingAnswer && purpose != .extension
      let answer = isSilent ? nil : timeline.lastAnswer
      let plan = ReplyPlan(
        purpose, to: answer?.reply, due: due, under: folder.regime,
        questions: timeline.request?.request.questions.map { $0.label } ?? [])
      let request = timeline.request?.request
      let applicant = Applicant(
        name: folder.file.applicant, organisation: request?[.organisation].first,
        replyTo: request?[.replyTo].first)
      return Replying(
        plan: plan,
        correspondence: Correspondence(
          folder.file.title, from: applicant, to: folder.authority,
          under: folder.regime, reference: folder.file.reference, sent: timeline.requested,
          received: answer?.entry.day, due: due, points: plan.points))
    }

    static func from(_ path: String, _ invocation: Invocation, _ today: Day) throws(Diagnostics)
      -> Replying
    {
      func day(_ option: Option<String?>) throws(Diagnostics) -> Day? {
        try invocation[option].map { text throws(Diagnostics) in
          try Day.read(text, as: "--\(option.entry.name)")
        }
      }
      let isSilence = path == "overdue" && !Files.exists(path)
      let letter = isSilence ? nil : try LetterFiles.open(path)
      let request = try invocation[Options.request].map { file throws(Diagnostics) in
        try Requests.reading(file)
      }
      let registry = try Authorities.registry()
      let authority = try Self.authority(
        invocation[Options.to] ?? request?.request[.to].first ?? request?.salutation,
        letter?.source,
        registry)
      let regime = authority.regime ?? .foia
      let reply = letter.map {
        Reply($0.source, sent: $0.date, request: request, under: regime)
      }
      let sent = try day(Options.sent)
      let received = try day(Options.received) ?? letter?.date
      let calendar = try BuiltIn.calendar()
      let named = invocation[Options.kind].flatMap { ReplyPlan.Purpose(rawValue: $0) }
      let purpose: ReplyPlan.Purpose
      if let named {
        purpose = named
      } else if let reply {
        let given = invocation[Options.request].map { [$0] } ?? []
        let refining = ["foi", "refine"] + given + ["--letter", path, "--out", "sheet.md"]
        purpose = try ReplyPlan.purpose(answering: reply, refine: shellLine(refining))
      } else {
        purpose = .overdue
      }
      let requested = sent ?? reply?.dates.clarified ?? reply?.dates.received
      var due: Day?
      if let reply, purpose == .complaint {
        due = (reply.dates.dated ?? received).map { regime.complaintWindow.end(after: $0) }
      } else if let reply, purpose != .overdue {
        let clock = try Clock(reply, received: received, requested: sent, calendar: calendar)
          .counted()
        due = clock.days.first?.day
      } else if let requested {
        due = try calendar.due(after: requested, under: regime.workingDays).due
        try ReplyPlan.checkOverdue(due, today)
      }
      let asked = request ?? reply?.request
      let plan = ReplyPlan(
        purpose, to: reply, due: due, under: regime,
        questions: asked?.request.questions.map { $0.label } ?? [])
      guard let title = invocation[Options.title] ?? asked?.request.subject else {
        throw Diagnostics(
          "it cannot be told what the request was about",
          remedy: "give it with --request FILE, or say it: --title \"Burglaries in 2024\"")
      }
      let greeted = letter.flatMap { Sender.name(greetedIn: RequestReading(letter: $0.source)) }
      guard let name = invocation[Options.from] ?? request?.request[.from].first ?? greeted else {
        throw Diagnostics(
          "the letter does not say your name", remedy: "add it: --from \"R Hale\"")
      }
      let applicant = Applicant(
        name: name, organisation: request?.request[.organisation].first,
        replyTo: request?.request[.replyTo].first)
      return Replying(
        plan: plan,
        correspondence: Correspondence(
          title, from: applicant, to: authority, under: regime,
          reference: invocation[Options.reference] ?? reply?.reference
            ?? request?.request[.reference].first,
          sent: requested, received: received, due: due, points: plan.points))
    }

    private static func authority(
      _ named: String?, _ letter: Source?, _ registry: Registry
    ) throws(Diagnostics) -> Authority {
      if let named { return try registry.authority(named: named) }
      if let letter, let found = LetterFiles.sender(of: letter, Reply(letter).kind, registry) {
        return found
      }
      throw Diagnostics(
        "it cannot be told which authority it is about", remedy: "name it: --to kent")
    }
  }
}
