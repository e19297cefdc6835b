import Answerable

/// Reading an authority's letter and answering it, short and long.
enum Reading {
  static func measure() throws -> [Measurement] { letters() + (try refining()) }

  private static func letters() -> [Measurement] {
    let small = letter(points: 20)
    let large = letter(points: 1_000)
    var ratios: [Double] = []
    for _ in 0..<5 {
      var points = 0
      let one =
        milliseconds {
          for _ in 0..<10 { points += Reply(Source(name: "letter", text: small)).points.count }
        } / 10
      let two = milliseconds { points += Reply(Source(name: "letter", text: large)).points.count }
      check(points == 10 * 20 + 1_000, "the points are found")
      ratios.append((two / Double(large.utf8.count)) / (one / Double(small.utf8.count)))
    }
    return [
      Measurement(
        "time for a byte of a letter with 1,000 points / with 20", ratios, unit: "times",
        target: 1.5)
    ]
  }

  /// From the letter to the refined request, for a request that grows with it.
  private static func refining() throws -> [Measurement] {
    let linter = BuiltIn.linter(BuiltIn.ruleSet())
    let offences = BuiltIn.offences()
    func refined(questions: Int) throws -> Double {
      let asked = try request(questions: questions)
      var left = 0
      let time = try milliseconds {
        let reply = Reply(
          Source(name: "letter", text: letter(points: questions)), request: asked)
        var proposer = RefinementProposer(
          reply, to: asked, linter: linter, offences: offences, authority: nil, today: nil)
        var sheet = proposer.sheet(RefinementSheet.Details())
        sheet.takeMarked()
        let source = Source(name: "sheet", text: sheet.text)
        left = try RefinementSheet(source).decisions.count
      }
      check(left >= questions, "every point has its decision")
      return time / Double(questions)
    }
    var ratios: [Double] = []
    for _ in 0..<3 { ratios.append(try refined(questions: 80) / refined(questions: 20)) }
    return [
      Measurement(
        "time to refine a question of a request with 80 / with 20", ratios, unit: "times",
        target: 1.5)
    ]
  }

  private static func request(questions: Int) throws -> RequestReading {
    var text = "Dear Kent Police,\n\n"
    for i in 1...questions {
      text += "\(i). The number of lamps of street \(i) associated with a fault in 2019/20.\n"
    }
    return try RequestReading(Source(name: "request", text: text + "\nYours,\n\nR Hale\n"))
  }

  private static func letter(points: Int) -> String {
    var text = "Dear R Hale\n\nReference: KP-1/26\n\nCLARIFICATION REQUIRED\n\n"
    for i in 1...points {
      text +=
        "Could you clarify which lamps of street \(i) you mean, the posts or the bulbs?\n\n"
    }
    return text + "Please reply within 30 working days.\n\nYours sincerely\n"
  }
}
