import Answerable
import CommandLineKit

extension Program {
  enum RefineOptions {
    static let letter = Option<String?>.value(
      "letter", "FILE", kind: .file,
      help: "The letter that asks for clarification, or refuses on cost.")
    static let apply = Option<String?>.value(
      "apply", "SHEET", kind: .file, help: "Write the request and the reply from a ticked sheet.")
    static let takeMarked = Option<Bool>.flag(
      "take-marked", help: "Tick whatever foi would take, to be read over in the sheet.")
    static let out = Option<String?>.value(
      "out", short: "o", "PATH", kind: .file,
      help: "Write the sheet to this file; with --apply the request and the reply to this folder.")
    static let force = Option<Bool>.flag("force", help: "Overwrite a file that is there.")
    static let received = Option<String?>.value(
      "received", "DATE", kind: .date, help: "The day the letter reached you.")
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "Who wrote, if the letter does not tell.")
    static let from = Option<String?>.value(
      "from", "NAME", help: "Your name, if the letter does not tell.")
  }

  static let refine = Verb(
    command: Command(
      "refine",
      summary: "Turns a clarification letter into a better request and a reply.",
      discussion: """
        A refusal over the cost limit works the same way: the sheet says what would fit, and what comes of it is a new request.

        First it makes a sheet: each point of the letter beside your questions, what became of such words elsewhere, and
        boxes to tick. In a terminal it asks point by point. Then --apply writes what you decided: the request as a
        new version, and the reply that answers every point. Nothing of your wording changes without a tick.

        Without REQUEST it takes the request that the letter quotes.
        """,
      arguments: [
        .init(
          "REQUEST", kind: .file, isOptional: true, help: "Your request, if you have it as a file.")
      ],
      options: [
        RefineOptions.letter.entry, RefineOptions.apply.entry, RefineOptions.takeMarked.entry,
        RefineOptions.out.entry,
        RefineOptions.force.entry, RefineOptions.received.entry, RefineOptions.to.entry,
        RefineOptions.from.entry,
      ],
      examples: [
        .init(
          "foi refine --letter letter.txt --received 5/11/2024 --out sheet.md", "Make the sheet."),
        .init("foi refine --apply sheet.md --out refined", "Write what you ticked."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      if let path = invocation[RefineOptions.apply] {
        return try Applying(path, invocation, shell).run()
      }
      guard let path = invocation[RefineOptions.letter] else {
        throw Diagnostics(
          "foi refine needs the letter, or a sheet to apply",
          remedy: "say --letter FILE, or --apply SHEET")
      }
      if let out = invocation[RefineOptions.out] {
        try Files.checkRoom(for: out, replacing: invocation[RefineOptions.force])
      }
      var sheet = try sheet(path, invocation, shell)
      if invocation[RefineOptions.takeMarked] {
        sheet.takeMarked()
      } else if shell.isInteractive {
        ask(&sheet, shell)
      }
      let text = Array(sheet.text.utf8)
      guard let out = invocation[RefineOptions.out] else {
        shell.print(text)
        return 0
      }
      try Files.write(text, to: out, replacing: invocation[RefineOptions.force])
      shell.note("Written: \(out)")
      shell.note(
        "What next: tick one box in each part, then \(shellLine(["foi", "refine", "--apply", out]))"
      )
      return 0
    })

  private static func sheet(_ path: String, _ invocation: Invocation, _ shell: Shell)
    throws(Diagnostics) -> RefinementSheet
  {
    let letter = try LetterFiles.open(path)
    var given = try invocation.arguments.first.map { file throws(Diagnostics) in
      try Requests.reading(file)
    }
    var (source, date) = (letter.source, letter.date)
    if let asking = try clarification(on: letter.source) {
      (source, date) = (asking.reply.source, asking.reply.day)
      if given == nil { given = try RequestReading(asking.request.source) }
    }
    let registry = try Authorities.registry()
    let named = invocation[RefineOptions.to] ?? given?.request[.to].first ?? given?.salutation
    let writer = registry.signing(source) ?? registry.mentioned(in: source)
    let known = try named.map { name throws(Diagnostics) in
      // Of a request to several, the letter shows whose answer it is.
      let isListed = try writer.map { one throws(Diagnostics) in
        try registry.selection([name]).asked.contains { $0.id == one.id }
      }
      return try isListed == true ? writer : registry.authority(named: name)
    }
    guard let authority = known ?? writer else {
      throw Diagnostics("it cannot be told who wrote", remedy: "name them: --to kent")
    }
    let reply = Reply(
      source, sent: date, request: given, under: authority.regime ?? .foia)
    guard reply.kind == .clarification || reply.refusesOnCost else {
      throw Diagnostics(
        "\(path) neither asks for clarification nor refuses on cost: it reads as \(reply.kind.rawValue)",
        remedy: "foi read \(path) says what it is; foi reply answers other letters")
    }
    guard let reading = given ?? reply.request else {
      throw Diagnostics(
        "the letter does not quote your request",
        remedy: "give the request as well, before --letter")
    }
    let greeted = Sender.name(greetedIn: RequestReading(letter: source))
    var details = RefinementSheet.Details()
    details.from = invocation[RefineOptions.from] ?? reading.request[.from].first ?? greeted
    details.to = authority.id
    details.reference = reply.reference
    details.requested = reply.dates.received
    details.received =
      try invocation[RefineOptions.received].map { text throws(Diagnostics) in
        try Day.read(text, as: "--received")
      } ?? reply.dates.dated
    var proposer = RefinementProposer(
      reply, to: reading, linter: BuiltIn.linter(BuiltIn.ruleSet()),
      offences: BuiltIn.offences(), authority: authority, today: try shell.today())
    guard reply.refusesOnCost else { return proposer.sheet(details) }
    let clock = try Clock(reply, received: details.received, calendar: BuiltIn.calendar()).counted()
    details.reviewBy = clock.days.first?.day
    return proposer.costSheet(
      details, limit: try BuiltIn.limits().limit(for: authority, on: try shell.today()))
  }

  /// The last letter of a pasted page that asks for clarification or refuses, and the request that it is about.
  private static func clarification(on page: Source) throws(Diagnostics) -> (
    reply: LetterThread.Message, request: LetterThread.Message
  )? {
    guard let thread = LetterThread(page) else { return nil }
    for (i, message) in thread.messages.enumerated().reversed() where message.isFromAuthority {
      let kind = Reply(message.source).kind
      guard kind == .clarification || kind == .refusal, let request = thread.request(before: i)
      else { continue }
      return (message, request)
    }
    throw Diagnostics(
      "no letter on this page asks for clarification or refuses",
      remedy: "foi read says what the last one is")
  }

  /// Goes through the parts; an empty line takes what is marked.
  private static func ask(_ sheet: inout RefinementSheet, _ shell: Shell) {
    for i in sheet.decisions.indices {
      let decision = sheet.decisions[i]
      shell.note("\n\(sanitised(decision.name)): \(decision.title)")
      if !decision.quotation.isEmpty {
        shell.note("  " + sanitised(wrapped(decision.quotation, width: shell.width, indent: 2)))
      }
      for note in decision.notes {
        shell.note("  " + sanitised(wrapped(note, width: shell.width, indent: 2)))
      }
      var letters: [(letter: String, option: Int)] = []
      for (k, option) in decision.options.enumerated() {
        let mark = option.isMarked ? "*" : " "
        var name = "+"
        if !option.isAddition {
          name = listLetter(letters.count)
          letters.append((name, k))
        }
        let words = sanitised("\(option.text) => \(option.effect.text)")
        shell.note("  \(mark) \(name)) " + wrapped(words, width: shell.width, indent: 7))
        if !option.careful.isEmpty { shell.note("       Careful: \(sanitised(option.careful))") }
      }
      let marked = decision.options.firstIndex { $0.isMarked && !$0.isAddition }
      let lettered = letters
      let names = letters.map { $0.letter }
      let choice = shell.ask(
        Prompt<Int>(
          "Which? (a letter; empty takes the *) ",
          hint:
            "Type one of the letters: \(names.joined(separator: ", ")).\(marked == nil ? " None has a *." : "")"
        ) { line in
          if line.isEmpty { return marked }
          return lettered.first { $0.letter == line.lowercased() }?.option
        })
      guard let choice else { return }
      for k in decision.options.indices {
        let option = decision.options[k]
        sheet.decisions[i].options[k].isTicked =
          k == choice || option.isAddition && option.isMarked && choice == marked
      }
    }
  }
}
