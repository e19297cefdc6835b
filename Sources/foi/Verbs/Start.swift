import Answerable
import CommandLineKit

extension Program {
  /// What `foi` alone in a terminal does: the things people come for, step by step.
  static let start = Verb(
    command: Command(
      "start", summary: "Asks what you want to do, and does it step by step.", isHidden: true),
    run: { _, shell throws(Diagnostics) in
      shell.note("foi helps you write a request that can be answered. Nothing is sent anywhere.\n")
      let wanted = shell.ask(
        .choice(
          "What do you want to do?",
          among: [
            "write a request", "read a request over before it goes out",
            "write to many authorities", "read a letter that came back, and answer it",
          ]))
      switch wanted {
      case 0: return try Guided(shell: shell).write()
      case 1: return try Guided(shell: shell).readOver()
      case 2: return try Guided(shell: shell).writeToMany()
      case 3: return try Guided(shell: shell).answer()
      default: return 0
      }
    })
}

/// The steps of the guided start; each is a verb of the command line, and is named so that it can be learned.
private struct Guided {
  let shell: Shell

  func write() throws(Diagnostics) -> Int32 {
    let path = try line("Where should the question list be kept?", default: "request.md")
    let status = step(["new", "--out", path])
    guard status == 0 else { return status }
    return try letter(path)
  }

  func readOver() throws(Diagnostics) -> Int32 {
    try letter(file("Which file is your request in?"))
  }

  func writeToMany() throws(Diagnostics) -> Int32 {
    let path = try file("Which file is your request in?")
    let group = try line(
      "To which group? (england-and-wales, territorial, uk-police, or names)",
      default: "england-and-wales")
    let folder = try line("In which folder should the letters be kept?", default: "letters")
    let status = step(["lint", path, "--short", "--fail-on", "never"])
    guard status == 0 else { return status }
    return step(["bulk", path, "--to", group, "--out", folder])
  }

  func answer() throws(Diagnostics) -> Int32 {
    let path = try file("Which file is the letter in?")
    let status = step(["read", path])
    guard status == 0 else { return status }
    let letter = try LetterFiles.open(path)
    guard
      let next = try LetterFiles.nextSteps(
        LetterFiles.reply(in: letter, LetterThread(letter.source)), path
      ).first,
      shell.ask(.yesOrNo("Go on with that now?", default: true)) == true
    else { return 0 }
    var words = next.words
    for blank in next.blanks { words += ["--\(blank.rawValue)", try line(blank.question)] }
    return step(words)
  }

  private func letter(_ path: String) throws(Diagnostics) -> Int32 {
    let status = step(["lint", path])
    guard status < 2 else { return status }
    guard shell.ask(.yesOrNo("Write the letter now?", default: status == 0)) == true else {
      let commands = ["lint", "draft"].map { sanitised(shellLine(["foi", $0, path])) }
      shell.note(
        "When you have changed \(sanitised(path)): \(commands.joined(separator: ", then "))")
      return 0
    }
    return step(["draft", path])
  }

  /// Runs a verb and shows how it is called.
  private func step(_ words: [String]) -> Int32 {
    shell.note(shell.notePalette(.dim, "\n$ \(shellLine(["foi"] + words))"))
    return Program.run(words)
  }

  /// Asks for a file until it is one that is there.
  private func file(_ question: String) throws(Diagnostics) -> String {
    while true {
      let path = try line(question)
      do throws(Diagnostics) {
        try Files.checkIsThere(path)
        return path
      } catch {
        shell.show(error.all)
      }
    }
  }

  private func line(_ question: String, default preset: String? = nil) throws(Diagnostics) -> String
  {
    guard let answer = shell.ask(.line(question, default: preset)) else {
      throw Diagnostics("the answers ended before the last question", remedy: "run foi again")
    }
    return answer
  }
}
