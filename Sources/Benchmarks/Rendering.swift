import Answerable

/// A letter from its template, beside copying pieces of the same length.
enum Rendering {
  private static let request = """
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
    let draft = try Draft(reading, understanding: understanding, authority: kent, today: today)
    let library = try TemplateLibrary(BuiltIn.templateFiles())
    let template = try library.letter("new-request")
    let letter = Array(try draft.letter(template).text.utf8)
    check(letter.count > 500, "the letter has words")
    // As many pieces as the template has: a line is about one slot and one stretch of text.
    let pieces = letter.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let count = 2_000
    var ratios: [Double] = []
    var times: [Double] = []
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
      var written = 0
      let render = try milliseconds {
        for _ in 0..<count { written += try draft.letter(template).text.utf8.count }
      }
      check(copied > 0 && written == letter.count * count, "every letter is whole")
      ratios.append(render / copy)
      times.append(render / Double(count) * 1000)
    }
    return [
      Measurement("a letter / copying its lines", ratios, unit: "times"),
      Measurement("a letter, data bound and rendered", times, unit: "µs"),
    ]
  }
}
