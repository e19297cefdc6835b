import Answerable
import CommandLineKit

extension Program {
  enum BulkOptions {
    static let to = Option<[String]>.list(
      "to", "WHOM", kind: .authority,
      help: "A group, authorities, or a table of them (FILE.csv); its columns fill {{slots}}.")
    static let out = Option<String?>.value(
      "out", short: "o", "FOLDER", kind: .folder, help: "Where the batch is kept.")
    static let pilot = Option<String?>.value(
      "pilot", "N|WHOM",
      help: "Write to so many first that differ from one another, or to these; the rest waits.")
    static let perDay = Option<String?>.value(
      "per-day", "N", kind: .number, help: "Letters on one working day; 6 if not given.")
    static let start = Option<String?>.value(
      "start", "DATE", kind: .date, help: "The first day to send on; today if not given.")
    static let rest = Option<String?>.value(
      "rest", "DATE", kind: .date,
      help: "The first day after the pilot; when its answers are due if not given.")
    static let again = Option<[String]>.list(
      "again", "AUTHORITY", kind: .authority,
      help: "Give the new version to this one too, though it works on an older one.")
    static let chase = Option<Bool>.flag(
      "chase", help: "Write the reminders and requests for review that are due.")
    static let answers = Option<Bool>.flag(
      "answers",
      help: "Make or fill the table of answers, from the letters in the folder's replies/.")
    static let beside = Option<[String]>.list(
      "beside", "FOLDER", kind: .folder,
      help: "Another batch of yours, to see which requests may be added together for cost.")
    static let guides = Option<String?>.value(
      "guides", "FOLDER", kind: .folder,
      help: "Take your own rules from here; Guides/rules if not given.")
    static let force = Option<Bool>.flag(
      "force", help: "Write letters anew that were not sent yet.")
    static let quiet = Option<Bool>.flag(
      "quiet", short: "q", help: "Leave out what was understood of the request.")
  }

  static let bulk = Verb(
    command: Command(
      "bulk",
      summary: "Writes the same request to many authorities.",
      discussion: """
        Writes one letter for each authority under its own law, in the words of its own nation, as text, e-mail and link,
        and keeps a ledger of who has which version. Enter in ledger.csv, with any spreadsheet, when you sent each and
        what came back, and run foi bulk again: dates, reminders and calendar follow.

        What the program will not settle by itself stands in decisions.md. An authority gets no letter while one of its
        decisions is open; the others do. No authority gets a second letter unless you say so.

        Later runs need only --out. A new version of the questions (Version: 2 in its header) goes to those that were not
        written to yet.

        Exit status: 0 nothing to say, 1 warnings or open decisions, 2 it could not be done.
        """,
      arguments: [
        .init(
          "REQUEST", kind: .file, isOptional: true,
          help: "The question list; the newest version in the folder if not given.")
      ],
      options: [
        BulkOptions.to.entry, BulkOptions.out.entry, BulkOptions.pilot.entry,
        BulkOptions.perDay.entry, BulkOptions.start.entry, BulkOptions.rest.entry,
        BulkOptions.again.entry, BulkOptions.chase.entry, BulkOptions.answers.entry,
        BulkOptions.beside.entry,
        BulkOptions.guides.entry, BulkOptions.force.entry, BulkOptions.quiet.entry,
      ],
      examples: [
        .init(
          "foi bulk burglaries.md --to territorial --out burglaries --pilot 3",
          "Write to all 45 forces, three of them first."),
        .init("foi bulk --out burglaries", "Work out anew what is due."),
        .init("foi bulk --out burglaries --chase", "Write the reminders that are due."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      guard let path = invocation[BulkOptions.out] else {
        throw Diagnostics(
          "foi bulk needs a folder", remedy: "name one with --out; it is made if it is not there")
      }
      var run = try BulkRun(invocation, shell, folder: BatchFolder(path))
      return try run.run()
    })
}
