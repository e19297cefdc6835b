import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let to = Option<[String]>.list(
      "to", "AUTHORITY", kind: .authority, help: "Write to this authority, or to this group.")
    static let template = Option<String?>.value(
      "template", "ID", kind: .template, help: "The letter to write; new-request if not given.")
    static let form = Option<String?>.value(
      "as", "FORM", allowed: ["text", "eml", "html", "wdtk", "mailto", "json"],
      help:
        "How to write it: the letter as text, an e-mail to open and send, a page, a link, or the request as JSON."
    )
    static let out = Option<String?>.value(
      "out", short: "o", "FILE", kind: .file,
      help: "Write to this file, or with several authorities to this folder.")
    static let force = Option<Bool>.flag("force", help: "Overwrite a file that is there.")
    static let sent = Option<String?>.value(
      "sent", "DATE", kind: .date, help: "The day the request went out, for a reminder or a review."
    )
    static let reference = Option<String?>.value(
      "reference", "REF", help: "The authority's reference number.")
    static let quiet = Option<Bool>.flag(
      "quiet", short: "q", help: "Write the letter and nothing else.")
  }

  static let draft = Verb(
    command: Command(
      "draft",
      summary: "Turns a question list into a letter.",
      discussion: """
        Says on standard error what it understood: the dates with weekdays, the offences by full name, how many
        figures would come back, and whatever it added to your words.
        """,
      arguments: [
        .init(
          "REQUEST", kind: .file,
          help: "A question list, a plain letter, or a request as JSON; - reads a pipe.")
      ],
      options: [
        Options.to.entry, Options.template.entry, Options.form.entry, Options.out.entry,
        Options.force.entry, Options.sent.entry, Options.reference.entry, Options.quiet.entry,
      ],
      examples: [
        .init("foi draft burglaries.md --to kent", "Print the letter to Kent Police."),
        .init(
          "foi draft burglaries.md --to kent --as eml --out kent.eml",
          "Make an e-mail to open and send."),
        .init("foi draft burglaries.md --as json", "Convert the question list to JSON."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      var drafting = try Drafting(invocation, shell)
      return try drafting.run()
    })

  private struct Drafting {
    let invocation: Invocation
    let shell: Shell
    let reading: RequestReading
    let form: String

    init(_ invocation: Invocation, _ shell: Shell) throws(Diagnostics) {
      self.invocation = invocation
      self.shell = shell
      reading = try Requests.reading(invocation.arguments[0])
      form = invocation[Options.form] ?? "text"
    }

    mutating func run() throws(Diagnostics) -> Int32 {
      shell.show(reading.notes)
      if form == "json" {
        try deliver(
          reading.request.json.bytes(.pretty) + [0x0A], to: invocation[Options.out])
        return 0
      }
      let selection = try addressees()
      for authority in selection.leftOut {
        shell.note("Left out: \(authority.name): \(authority.reason).")
      }
      guard !selection.asked.isEmpty else {
        throw Diagnostics(
          "there is nobody to write to", remedy: "name an authority that can be asked")
      }
      let today = try shell.today()
      let understanding = try Understanding(reading, offences: BuiltIn.offences(), today: today)
      let templates = try Templates.library()
      let calendar = try BuiltIn.calendar()
      if selection.asked.count > 1, invocation[Options.out] == nil {
        throw Diagnostics(
          "\(selection.asked.count) letters do not fit on one screen",
          remedy: "name a folder for them with --out")
      }
      for authority in selection.asked {
        let sent = try invocation[Options.sent].map { text throws(Diagnostics) in
          try Day.read(text, as: "--sent")
        }
        let law = authority.regime?.workingDays ?? .foia
        let deadline = try? calendar.due(after: sent ?? today, under: law)
        let draft = try Draft(
          reading, understanding: understanding, authority: authority, today: today, sent: sent,
          due: deadline?.due, reference: invocation[Options.reference])
        let letter = try draft.letter(templates.letter(try templateID(templates)))
        let several = selection.asked.count > 1
        if !invocation[Options.quiet] { echo(draft, letter) }
        try deliver(
          bytes(of: letter, today), to: several ? path(for: authority) : invocation[Options.out])
      }
      return 0
    }

    private func templateID(_ library: TemplateLibrary) throws(Diagnostics) -> String {
      invocation[Options.template] ?? reading.request[.template].first ?? "new-request"
    }

    /// `--to`, the request's own `To:`, or the authority that a plain letter greets.
    private func addressees() throws(Diagnostics) -> Registry.Selection {
      let registry = try Authorities.registry()
      let named = invocation[Options.to].isEmpty ? reading.request[.to] : invocation[Options.to]
      if !named.isEmpty { return try registry.selection(named) }
      if let authority = reading.salutation.flatMap({ registry.authority(knownAs: $0) }) {
        return try registry.selection([authority.id])
      }
      throw Diagnostics(
        "the request names no authority",
        remedy: "add a line at its head, \"To: kent\", or say --to kent; foi authorities lists them"
      )
    }

    private func echo(_ draft: Draft, _ letter: Letter) {
      for line in draft.echo { shell.note(sanitised(line)) }
      for line in draft.route { shell.note(line) }
      if form == "wdtk", letter.whatDoTheyKnowLink?.isLong == true {
        shell.note("The link is long and may be cut on the way: keep the text at hand (--as text).")
      }
      shell.note("")
    }

    private func bytes(of letter: Letter, _ today: Day) throws(Diagnostics) -> [UInt8] {
      let email = letter.authority.email.isEmpty ? nil : letter.authority.email
      switch form {
      case "eml": return letter.message(to: email, on: today)
      case "html": return Array(letter.html.utf8)
      case "wdtk":
        guard !letter.authority.slug.isEmpty else {
          throw Diagnostics(
            "\(letter.authority.name) is not on WhatDoTheyKnow", remedy: "use --as text or --as eml"
          )
        }
        guard let link = letter.whatDoTheyKnowLink else { throw tooLong("WhatDoTheyKnow's form") }
        return Array("\(link.address)\n".utf8)
      case "mailto":
        guard let link = letter.mailtoLink(to: email) else { throw tooLong("a mail program") }
        return Array("\(link.address)\n".utf8)
      default: return Array(letter.text.utf8)
      }
    }

    private func tooLong(_ what: String) -> Diagnostics {
      Diagnostics(
        "the letter is too long for a link to \(what)", remedy: "copy and paste it: --as text")
    }

    private func path(for authority: Authority) throws(Diagnostics) -> String {
      let folder = invocation[Options.out] ?? "."
      try Files.makeFolder(folder)
      let ending = form == "text" || form == "wdtk" || form == "mailto" ? "txt" : form
      return "\(folder)/\(authority.id).\(ending)"
    }

    private func deliver(_ bytes: [UInt8], to path: String?) throws(Diagnostics) {
      guard let path else { return shell.print(bytes) }
      try Files.write(bytes, to: path, replacing: invocation[Options.force])
      shell.note("Written: \(path)")
    }
  }
}

/// Reading requests, in whatever form they come.
enum Requests {
  static func reading(_ path: String) throws(Diagnostics) -> RequestReading {
    try reading(Files.source(path))
  }

  static func reading(_ source: Source) throws(Diagnostics) -> RequestReading {
    guard isJSON(source) else { return try RequestReading(source) }
    let request = try Request(json: source)
    return try RequestReading(Source(name: source.name, text: request.document))
  }

  static func isJSON(_ source: Source) -> Bool {
    let first = source.bytes[source.contentStart...].first {
      !($0 == 0x20 || (0x09...0x0D).contains($0))
    }
    return first == UInt8(ascii: "{")
  }
}
