import Answerable

/// One request to many authorities, and what each of them costs when there are more.
enum Batches {
  static func measure() throws -> [Measurement] {
    guard let today = Day(iso: "2026-01-05") else { return [] }
    let reading = try RequestReading(Source(name: "request", text: Rendering.request))
    let linter = BuiltIn.linter(BuiltIn.ruleSet())
    let library = try TemplateLibrary(BuiltIn.templateFiles())
    /// Microseconds for an authority: its letter, its e-mail, its links.
    func each(of count: Int) throws -> Double {
      let roster = try roster(of: count)
      var (letters, bytes) = (0, 0)
      let time = try milliseconds {
        var maker = LetterMaker(
          try Slots(reading, table: nil), sheet: DecisionSheet(), offences: BuiltIn.offences(),
          linter: linter, templates: library, today: today)
        for member in roster.members {
          guard case .letter(let letter) = try maker.result(for: member) else { continue }
          letters += 1
          bytes += letter.letter.text.utf8.count
          bytes += letter.letter.message(to: "foi@example.org", on: today).count
          bytes += letter.letter.mailtoLink(to: nil)?.address.utf8.count ?? 0
        }
      }
      check(letters == count && bytes > count * 1_000, "every authority has its letter")
      return time * 1000 / Double(count)
    }
    var ratios: [Double] = []
    var times: [Double] = []
    for _ in 0..<5 {
      let (few, many) = (try each(of: 1_000), try each(of: 10_000))
      ratios.append(many / few)
      times.append(many)
    }
    return [
      Measurement(
        "time for an authority of 10,000 / of 1,000", ratios, unit: "times", target: 1.2),
      Measurement("letter, e-mail and link for an authority of 10,000", times, unit: "µs"),
    ]
  }

  private static func roster(of count: Int) throws -> Roster {
    var table = "name,law,nation\n"
    for i in 0..<count { table += "Council of Place \(i),foia,england\n" }
    var roster = Roster()
    try roster.add(try CSV(Source(name: "to.csv", text: table)), registry: BuiltIn.registry())
    return roster
  }
}
