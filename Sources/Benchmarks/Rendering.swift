import Answerable

/// A letter from its template, beside copying pieces of the same length.
enum Rendering {
  static let request = """
    Title: Robberies recorded, April 2024 to March 2025
    From: Rowan Hale
    Dates: 1 April 2024 to 31 March 2025
    Counted by: date recorded
    Format: CSV

    1. The number of crimes recorded for each offence.
    - offences: Theft Act 1968, sections 8, 9 and 10
    - answer: three numbers
    2. Of the crimes in 1, the number charged or summonsed.
    - outcome: 1
    - answer: one number
    """

  static func measure() throws -> [Measurement] {
    let reading = try RequestReading(Source(name: "request", text: request))
    guard let today = Day(iso: "2026-01-05") else { return [] }
    let understanding = try Understanding(reading, offences: BuiltIn.offences(), today: today)
    let kent = try BuiltIn.registry().authority(named: "kent")
    let essex = try BuiltIn.registry().authority(named: "essex")
    let draft = try Draft(reading, understanding: understanding, authority: kent, today: today)
    let library = try TemplateLibrary(BuiltIn.templateFiles())
    let template = try library.letter("new-request")
    let letter = Array(try draft.letter(template).text.utf8)
    check(letter.count > 500, "the letter has words")
    // As many pieces as the template has: a line is about one slot and one stretch of text.
    let pieces = letter.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let count = 2_000
    var ratios: [Double] = []
    var rendered: [Double] = []
    var readdressed: [Double] = []
    var bound: [Double] = []
    for _ in 0..<7 {
      var copied = 0
      let copy = milliseconds {
        for _ in 0..<count {
          var out: [UInt8] = []
          out.reserveCapacity(letter.count + pieces.count)
          for piece in pieces { out += piece }
          copied += out.count
        }
      }
      func time(_ letters: Int, _ draft: () throws -> Draft) throws -> Double {
        var written = 0
        let time = try milliseconds {
          for _ in 0..<letters { written += try draft().letter(template).text.utf8.count }
        }
        check(written > letters * 500, "every letter is whole")
        return time / Double(letters)
      }
      let render = try time(count) { draft }
      check(copied > 0, "the lines are copied")
      ratios.append(render * Double(count) / copy)
      rendered.append(render * 1000)
      readdressed.append(try time(count) { draft.readdressed(to: essex) } * 1000)
      bound.append(
        try time(count / 10) {
          try Draft(reading, understanding: understanding, authority: kent, today: today)
        } * 1000)
    }
    return [
      Measurement("a letter / copying its lines", ratios, unit: "times"),
      Measurement("a letter rendered, subject and body", rendered, unit: "µs"),
      Measurement("a letter of a batch, readdressed and rendered", readdressed, unit: "µs"),
      Measurement("a letter, its data bound and rendered", bound, unit: "µs", target: 60),
    ]
  }
}
