import Answerable
import CommandLineKit

extension Program {
  private enum Options {
    static let nation = Option<String?>.value(
      "nation", "NATION", allowed: Nation.allCases.map { $0.rawValue },
      help: "Only offences of this nation.")
  }

  static let offences = Verb(
    command: Command(
      "offences",
      summary: "Looks up offences: section, title, dates, Home Office codes.",
      arguments: [.init("QUERY", repeats: true, help: "Words of the title, a section or a code.")],
      options: [Options.nation.entry],
      examples: [.init("foi offences grooming", "Find the offences of grooming.")]),
    run: { invocation, shell throws(Diagnostics) in
      let query = invocation.arguments.joined(separator: " ")
      let nation = invocation[Options.nation].flatMap { Nation(rawValue: $0) }
      let found = BuiltIn.offences().search(query, nation: nation)
      guard !found.isEmpty else {
        throw Diagnostics(
          "no offence is known as \"\(query)\"",
          remedy: "try another word, or the section and its Act")
      }
      for offence in found { shell.print(OffencePage.text(offence, shell.width)) }
      return 0
    })
}

enum OffencePage {
  static func text(_ offence: Offence, _ width: Int) -> String {
    let act = offence.act.map { "\($0.name), " } ?? ""
    var lines = [act + offence.fullName]
    var facts = [offence.nations.map { $0.rawValue }.joined(separator: ", ")]
    if let from = offence.inForceFrom, offence.areDaysSeen {
      facts.append("in force from \(from.text)")
    }
    if let to = offence.inForceTo, offence.areDaysSeen {
      facts.append("until \(to.text)")
    }
    if !offence.codes.isEmpty {
      facts.append("Home Office codes \(offence.codes.joined(separator: ", "))")
    }
    if !offence.classes.isEmpty { facts.append("class \(offence.classes.joined(separator: ", "))") }
    if offence.isNotifiable == false { facts.append("not counted in recorded crime") }
    lines.append("  " + wrapped(facts.joined(separator: "; "), width: width, indent: 2))
    if !offence.note.isEmpty { lines.append("  " + wrapped(offence.note, width: width, indent: 2)) }
    return lines.joined(separator: "\n")
  }
}
