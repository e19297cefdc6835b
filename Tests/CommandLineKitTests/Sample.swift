import CommandLineKit

/// A small program with one of everything, for the tests of this module.
enum Sample {
  static let colour = Option<String?>.value(
    "color", "WHEN", allowed: ["auto", "always", "never"], help: "Colour the output.")
  static let today = Option<String?>.value(
    "today", "DATE", kind: .date, help: "Count from this day instead of today.")
  static let to = Option<[String]>.list(
    "to", short: "t", "AUTHORITY", kind: .authority, help: "Write to this authority.")
  static let form = Option<String?>.value(
    "as", "FORM", allowed: ["text", "html"], help: "How to write it.")
  static let out = Option<String?>.value(
    "out", short: "o", "FILE", kind: .file, help: "Write to this file.")
  static let quiet = Option<Bool>.flag("quiet", short: "q", help: "Say nothing else.")
  static let force = Option<Bool>.flag("force", short: "f", help: "Overwrite a file that's there.")
  static let guides = Option<String?>.value(
    "guides", "FOLDER", kind: .folder, help: "Take rules from this folder too.")
  static let lintForm = Option<String?>.value(
    "as", "FORM", allowed: ["json", "sarif"], help: "How to report.")

  static let draft = Command(
    "draft", summary: "Turns a question list into a letter.",
    discussion: "Says what it understood:\nthe dates, the offences.\n\nNothing is sent.",
    arguments: [.init("REQUEST", kind: .file, help: "A question list; - reads a pipe.")],
    options: [to.entry, form.entry, out.entry, quiet.entry, force.entry],
    examples: [
      .init("foi draft burglaries.md --to kent", "Print the letter to Kent Police.")
    ])

  static let lint = Command(
    "lint", summary: "Finds wording that comes back.",
    arguments: [.init("FILE", kind: .file, repeats: true, help: "Texts to read.")],
    options: [lintForm.entry])

  static let rules = Command(
    "rules", summary: "Lists the rules, and helps to write one.", options: [guides.entry],
    subcommands: [
      Command("list", summary: "Lists the rules."),
      Command(
        "copy", summary: "Copies a rule.",
        arguments: [.init("ID", kind: .rule, help: "The rule.")], options: [force.entry]),
    ])

  static let authorities = Command(
    "authorities", summary: "Finds authorities.",
    arguments: [.init("QUERY", isOptional: true, help: "A part of a name.")],
    subcommands: [Command("count", summary: "Counts them.")])

  static let program = Command(
    "foi", summary: "Writes requests that can be answered.",
    options: [colour.entry, today.entry],
    subcommands: [
      draft, lint, rules, authorities, Command("complete", summary: "Hidden.", isHidden: true),
    ])
}
