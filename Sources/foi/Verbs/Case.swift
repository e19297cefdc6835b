import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let to = Option<String?>.value(
      "to", "AUTHORITY", kind: .authority, help: "The authority, where the request does not say.")
    static let from = Option<String?>.value(
      "from", "NAME", help: "Your name, where the request does not say.")
    static let title = Option<String?>.value(
      "title", "TEXT", help: "What to call the case, if not what the request is called.")
    static let on = Option<String?>.value(
      "on", "DATE", kind: .date, help: "The day it reached you, or the day you sent it.")
    static let kind = Option<String?>.value(
      "kind", "KIND", allowed: LetterKind.words,
      help: "What the letter is, if it is not what foi takes it for.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "ics", "json"],
      help: "For people, for a calendar program, or for programs.")
  }

  static let `case` = Verb(
    command: Command(
      "case",
      summary: "Keeps a request, its letters and its dates together in a folder.",
      discussion: """
        A case is a folder with the letters as they came and a file case.md that lists them: plain text to read, to
        correct and to keep in Git. Whatever foi says about a case is worked out from these files anew each time.
        """,
      subcommands: [
        Command(
          "new", summary: "Makes the folder of a case from the request.",
          arguments: [
            .init("FOLDER", kind: .folder, help: "Where the case is to be."),
            .init(
              "REQUEST", kind: .file,
              help: "The request as you sent it, or the whole page copied from WhatDoTheyKnow."),
          ],
          options: [
            Options.to.entry, Options.from.entry, Options.title.entry, Options.on.entry,
          ],
          examples: [
            .init(
              "foi case new cases/burglaries burglaries.md --on 2024-11-01",
              "Begin a case with a request sent on 1 November 2024.")
          ]),
        Command(
          "add", summary: "Adds a letter to a case, theirs or yours.",
          arguments: [
            .init("FOLDER", kind: .folder, help: "The case."),
            .init("LETTER", kind: .file, help: "The letter; - reads a pipe."),
          ],
          options: [Options.on.entry, Options.kind.entry],
          examples: [
            .init(
              "foi case add cases/burglaries reply.txt --on 2024-11-05", "Add what they wrote.")
          ]),
        Command(
          "show", summary: "Shows what happened in a case and what comes next.",
          arguments: [.init("FOLDER", kind: .folder, help: "The case.")]),
        Command(
          "status", summary: "Lists what is due and overdue in several cases.",
          arguments: [
            .init(
              "FOLDER", kind: .folder, repeats: true,
              help: "A case, or a folder with several cases in it.")
          ],
          options: [Options.form.entry],
          examples: [
            .init("foi case status cases", "See what is due."),
            .init("foi case status cases --as ics > foi.ics", "Put it into your calendar."),
          ]),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      switch invocation.verbs.last {
      case "new": try Cases.make(invocation, shell)
      case "add": try Cases.add(invocation, shell)
      case "show": try Cases.show(CaseFolder(invocation.arguments[0]), shell)
      case "status": try Cases.list(invocation, shell)
      default:
        shell.print(invocation.command.help(below: invocation.path.dropLast(), width: shell.width))
      }
      return 0
    })

  private enum Cases {
    static func make(_ invocation: Invocation, _ shell: Shell) throws(Diagnostics) {
      let (path, letter) = (invocation.arguments[0], invocation.arguments[1])
      guard !CaseFolder.isCase(path) else {
        throw Diagnostics(
          "\(path) is a case already and was left as it is",
          remedy: "foi case add \(path) LETTER adds to it")
      }
      let bytes = try Files.contents(letter)
      let page = try LetterFiles.open(letter, bytes).source
      let thread = LetterThread(page)
      let reading = try Requests.reading(thread?.messages.first?.source ?? page)
      let request = reading.request
      guard let authority = invocation[Options.to] ?? request[.to].first ?? reading.salutation
      else {
        throw Diagnostics(
          "the request names no authority", remedy: "say --to kent; foi authorities lists them")
      }
      guard let name = invocation[Options.from] ?? request[.from].first, !name.isEmpty else {
        throw Diagnostics("the request has no name under it", remedy: "say --from \"R Hale\"")
      }
      let id = try Authorities.registry().authority(named: authority).id
      let file = CaseFile(
        title: invocation[Options.title] ?? request.subject, applicant: name, authority: id,
        reference: request[.reference].first)
      var folder = try CaseFolder(path, file)
      let today = try shell.today()
      if let thread {
        let days = try days(of: thread, invocation)
        try Files.makeFolder(path)
        try addAll(thread, days, to: &folder)
      } else {
        let day = try day(invocation) ?? today
        try Files.makeFolder(path)
        try folder.add(bytes, ending: ending(letter), as: .sent(.request), on: day)
      }
      try folder.save()
      shell.note("Written: \(CaseFolder.file(in: path))")
      try show(folder, shell)
    }

    /// The day of each letter of a page: as `--on` lists them, or as the page or the letter itself shows it.
    private static func days(of thread: LetterThread, _ invocation: Invocation)
      throws(Diagnostics) -> [Day]
    {
      var given: [Day] = []
      for text in (invocation[Options.on] ?? "").split(separator: ",") {
        given.append(try Day.read(String(text), as: "--on"))
      }
      let count = thread.messages.count
      guard given.isEmpty || given.count == count else {
        throw Diagnostics(
          "the page has \(count) letters, and --on names \(given.count) days",
          remedy: "name a day for each letter, in their order, apart by commas")
      }
      if !given.isEmpty { return given }
      for (i, message) in thread.messages.enumerated() {
        guard let day = message.day ?? Reply(message.source).dates.dated else {
          throw Diagnostics(
            "letter \(i + 1) of \(count) on the page bears no date",
            remedy: "name a day for each, apart by commas: --on 1/11/2024,5/11/2024")
        }
        given.append(day)
      }
      return given
    }

    private static func addAll(_ thread: LetterThread, _ days: [Day], to folder: inout CaseFolder)
      throws(Diagnostics)
    {
      for (message, day) in zip(thread.messages, days) {
        let kind = try kind(of: message.source, nil, in: folder)
        try folder.add(message.source.bytes, ending: "txt", as: kind, on: day)
        if message.isFromAuthority, folder.file.reference == nil {
          folder.file.reference = Reply(message.source, under: folder.regime).reference
        }
      }
    }

    static func add(_ invocation: Invocation, _ shell: Shell) throws(Diagnostics) {
      var folder = try CaseFolder(invocation.arguments[0])
      let path = invocation.arguments[1]
      let bytes = try Files.contents(path)
      let letter = try LetterFiles.open(path, bytes)
      let kind = try kind(of: letter.source, invocation[Options.kind], in: folder)
      let reply = Reply(letter.source, sent: letter.date, under: folder.regime)
      let dated = kind.sender == .authority ? reply.dates.dated : letter.date
      guard
        let day = try day(invocation) ?? dated
          ?? (shell.isInteractive ? shell.ask(LetterFiles.dateOfReceipt) ?? nil : nil)
      else {
        throw Diagnostics(
          "the letter bears no date", remedy: "say when it reached you: --on 5/1/2021")
      }
      try folder.add(bytes, ending: ending(path), as: kind, on: day)
      if folder.file.reference == nil, kind.sender == .authority {
        folder.file.reference = reply.reference
      }
      try folder.save()
      shell.note("Added as \(folder.file.letters.last { $0.day == day }?.file ?? path).")
      try show(folder, shell)
    }

    static func show(_ folder: CaseFolder, _ shell: Shell) throws(Diagnostics) {
      let timeline = try folder.timeline()
      let page = CasePage(
        timeline, folder: folder.path, under: folder.regime, today: try shell.today(),
        command: shellLine)
      let reference = folder.file.reference.map { ", \($0)" } ?? ""
      shell.print(sanitised("\(folder.file.title) (\(folder.authority.name)\(reference))"))
      shell.print("")
      shell.print(table(page.rows.map { row in row.map { sanitised($0) } }))
      shell.print("")
      for line in page.next { shell.print(sanitised(line)) }
    }

    static func list(_ invocation: Invocation, _ shell: Shell) throws(Diagnostics) {
      let today = try shell.today()
      var cases: [CaseStatus] = []
      for folder in try CaseFolder.all(invocation.arguments) {
        cases.append(
          CaseStatus(
            folder: folder.path, folder.file, authority: folder.authority.name,
            try folder.timeline()))
      }
      cases = cases.inOrder
      switch invocation[Options.form] {
      case "ics":
        shell.print(cases.compactMap { $0.event }.calendar(madeOn: today))
      case "json":
        shell.print(JSON(cases.map { $0.json(today) }))
      default:
        shell.print(table(cases.map { $0.row(today).map { sanitised($0) } }))
      }
    }

    private static func kind(
      of letter: Source, _ stated: String?, in folder: CaseFolder
    ) throws(Diagnostics) -> LetterKind {
      if let stated = stated.flatMap({ LetterKind(word: $0) }) { return stated }
      return try LetterKind.of(
        letter, after: folder.file.letters.map { $0.kind }, applicant: folder.file.applicant,
        under: folder.regime, registry: Authorities.registry())
    }

    private static func day(_ invocation: Invocation) throws(Diagnostics) -> Day? {
      try invocation[Options.on].map { text throws(Diagnostics) in try Day.read(text, as: "--on") }
    }

    /// What a letter's file ends in, so that a mail stays one.
    private static func ending(_ path: String) -> String {
      let name = path.split(separator: "/").last ?? ""
      for ending in ["eml", "md", "json"] where name.hasSuffix(".\(ending)") { return ending }
      return "txt"
    }
  }
}
