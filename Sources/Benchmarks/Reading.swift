import Answerable

/// Reading an authority's letter, short and long.
enum Reading {
  static func measure() throws -> [Measurement] {
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
      check(points > 1_000, "the points are found")
      ratios.append((two / Double(large.utf8.count)) / (one / Double(small.utf8.count)))
    }
    return [
      Measurement(
        "time for a byte of a letter with 1,000 points / with 20", ratios, unit: "times",
        target: 1.5)
    ]
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
