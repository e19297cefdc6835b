import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let out = Option<String?>.value(
      "out", short: "o", "FILE", kind: .file, help: "The file to write; request.md if not given.")
    static let force = Option<Bool>.flag("force", help: "Overwrite a file that is there.")
  }

  static let new = Verb(
    command: Command(
      "new",
      summary: "Asks what is needed for a first request and writes the question list.",
      arguments: [
        .init(
          "STARTER", kind: .template, isOptional: true,
          help: "A request to start from instead of being asked.")
      ],
      options: [Options.out.entry, Options.force.entry],
      examples: [
        .init("foi new", "Be asked, question by question."),
        .init("foi new stop-and-search", "Start from a list with blanks to fill."),
      ]),
    run: { invocation, shell throws(Diagnostics) in
      let path = invocation[Options.out] ?? "request.md"
      try Files.checkRoom(for: path, replacing: invocation[Options.force])
      let text: String
      if let id = invocation.arguments.first {
        text = try Templates.starter(id)
      } else {
        text = try Interview(shell: shell).request().document
      }
      try Files.write(Array(text.utf8), to: path, replacing: invocation[Options.force])
      shell.note(
        "Written: \(path)\nNext: \(shellLine(["foi", "lint", path])), then \(shellLine(["foi", "draft", path]))"
      )
      return 0
    })
}

/// The questions that `foi new` asks, each answered by a line typed or piped in.
struct Interview {
  let shell: Shell

  func request() throws(Diagnostics) -> Request {
    var request = Request()
    request.add(.title, try line("What is it about? (the title)"))
    request.add(.from, try line("Your name, as it should stand under the letter:"))
    request.add(.organisation, try line("Your organisation, if you ask for one:", default: ""))
    request.add(.replyTo, try line("An e-mail address for the answer:", default: ""))
    request.add(.to, try authority())
    let counted = try choice(
      "What do you want?", ["figures of recorded crime", "other figures", "a document"])
    if counted < 2 {
      request.add(.dates, try dates())
      request.add(
        .countedBy, try line("Counted by which date?", default: counted == 0 ? "date recorded" : "")
      )
      request.add(.format, try line("In which format?", default: "Excel or CSV"))
    }
    repeat {
      let label = "\(request.questions.count + 1)"
      request.questions.append(try question(label, counted))
    } while shell.ask(.yesOrNo("Another question?", default: false)) ?? false
    if counted < 2, request.questions.count > 1 { askWhatMayGo(&request) }
    return request
  }

  /// Asks which questions may be dropped; of a request with one alone nothing would be left.
  private func askWhatMayGo(_ request: inout Request) {
    for i in request.questions.indices {
      let label = request.questions[i].label
      let drop = shell.ask(
        .yesOrNo("May question \(label) be dropped if it costs too much?", default: false))
      if drop == true { request.questions[i].add(.ifOverLimit, "withdraw this question") }
    }
  }

  private func question(_ label: String, _ counted: Int) throws(Diagnostics) -> Question {
    let opening = counted == 2 ? "A copy of …" : "The number of …"
    var question = Question(
      label: label, text: try line("Question \(label), in your words (\(opening)):"))
    guard counted < 2 else { return question }
    if counted == 0 {
      question.add(
        .offences,
        try line(
          "Which offences? (\"Theft Act 1968, sections 9 and 10\"; foi offences looks them up)",
          default: ""))
    }
    let split = try line("Split by what? (month, area)", default: "")
    question.add(.splitBy, split)
    question.add(
      .answer,
      try line(
        "What do you expect back? (\"one number\")", default: split.isEmpty ? "one number" : ""))
    return question
  }

  private func dates() throws(Diagnostics) -> String {
    let today = try shell.today()
    while true {
      let typed = try line("First and last day? (1 April 2025 to 31 March 2026)")
      do throws(Diagnostics) {
        let source = Source(name: "dates", text: typed)
        return try Period.read(source, source.content, today: today).dates
      } catch {
        shell.show(error.all)
      }
    }
  }

  private func authority() throws(Diagnostics) -> String {
    let registry = try Authorities.registry()
    while true {
      let typed = try line("To which force? (kent, West Midlands Police, PSNI)")
      do throws(Diagnostics) {
        return try registry.authority(named: typed).id
      } catch {
        shell.show(error.all)
      }
    }
  }

  private func line(_ question: String, default preset: String? = nil) throws(Diagnostics) -> String
  {
    guard let answer = shell.ask(.line(question, default: preset)) else { throw ended }
    return answer
  }

  private func choice(_ question: String, _ choices: [String]) throws(Diagnostics) -> Int {
    guard let answer = shell.ask(.choice(question, among: choices)) else { throw ended }
    return answer
  }

  private var ended: Diagnostics {
    Diagnostics(
      "the answers ended before the last question", remedy: "nothing was written; run foi new again"
    )
  }
}

extension Request {
  fileprivate mutating func add(_ name: FieldName, _ value: String) {
    if !value.isEmpty { fields.append(Field(name, value)) }
  }
}

extension Question {
  fileprivate mutating func add(_ name: FieldName, _ value: String) {
    if !value.isEmpty { fields.append(Field(name, value)) }
  }
}
