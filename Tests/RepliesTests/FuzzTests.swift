import BuiltIn
import Documents
import Requests
import SourceText
import Testing
import WorkingDays

@testable import Replies

/// Damaged letters: cut anywhere, shuffled, repeated, and lines without an end.
@Suite struct FuzzTests {
  /// Numbers that are the same on every run.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private static let letters = [
    Fixtures.clarification,
    Fixtures.plain("Could you confirm “which lamps” – posts or bulbs – you mean?"),
    """
    Dear R Hale

    Thank you for your request received 2/1/2021. You asked:
    > 1. How many lamps failed in 2019/20?
    > 2. Who mended them?

    Q1: 3

    2. Section 40(2) and section 31(1)(a) apply, and we can neither confirm nor deny – s30(3) – anything else. It would take
    97,000 records at 5 minutes, which exceeds the appropriate limit in section 12. An internal review can be had within
    40 working days. We plan to answer by 19^th March 2021 😀.
    """,
  ]

  private func check(_ text: String, location: SourceLocation = #_sourceLocation) throws {
    let reply = Reply(Source(name: "letter", text: text))
    let bytes = reply.source.bytes
    func expectRange(_ range: ByteRange) {
      let isInside = range.lowerBound >= 0 && range.upperBound <= bytes.count
      #expect(isInside, "\(range) of \(bytes.count)", sourceLocation: location)
      guard isInside else { return }
      for edge in [range.lowerBound, range.upperBound] where edge < bytes.count {
        #expect(!bytes[edge].continuesScalar, "inside a scalar", sourceLocation: location)
      }
    }
    expectRange(reply.because)
    var last = 0
    for point in reply.points {
      expectRange(point.range)
      #expect(point.range.lowerBound >= last, "points stand in order", sourceLocation: location)
      last = point.range.lowerBound
      #expect(!point.asks.isEmpty, sourceLocation: location)
      for suggestion in point.suggestions { expectRange(suggestion.range) }
    }
    for claim in reply.exemptions { expectRange(claim.range) }
    for figure in reply.figures { expectRange(figure.range) }
    if reply.kind != .clarification {
      #expect(reply.points.isEmpty, sourceLocation: location)
    }
    let labels = reply.request?.request.questions.map { $0.label } ?? []
    let answers = reply.answers(to: labels)
    #expect(labels.isEmpty || answers.isEmpty || answers.count == labels.count)
    let clock = try Clock(reply, received: nil, calendar: Self.calendar.get())
    #expect(!ReplyPage(reply, clock).lines.isEmpty, sourceLocation: location)
    #expect(
      try JSON.read(Source(name: "json", text: reply.json(replyBy: nil).text())).members != nil)
  }

  private static let calendar = Result {
    let table = try #require(BuiltIn.data["holidays.csv"])
    return WorkingCalendar(try Holidays(CSV(Source(name: "holidays.csv", text: table.text))))
  }

  @Test(arguments: letters)
  func cutAnywhere(letter: String) throws {
    let scalars = Array(letter.unicodeScalars)
    for end in stride(from: 0, through: scalars.count, by: 23) {
      var head = String.UnicodeScalarView()
      head.append(contentsOf: scalars[..<end])
      try check(String(head))
      var tail = String.UnicodeScalarView()
      tail.append(contentsOf: scalars[end...])
      try check(String(tail))
    }
  }

  @Test(arguments: 0..<24)
  func linesShuffledAndRepeated(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed))
    var lines = Self.letters.joined(separator: "\n").split(
      separator: "\n", omittingEmptySubsequences: false)
    lines.shuffle(using: &numbers)
    try check(lines.joined(separator: seed.isMultiple(of: 2) ? "\n" : "\r\n"))
    try check(lines.prefix(30).joined(separator: seed.isMultiple(of: 3) ? " " : "\n\n"))
  }

  @Test(arguments: 0..<24)
  func bytesChangedAnywhere(seed: Int) throws {
    var numbers = Numbers(state: UInt64(seed) &* 977)
    var bytes = Array(Self.letters[seed % Self.letters.count].utf8)
    let marks = Array("\n\n\r \t>()[].,:;-0123456789aA\"'?*".utf8)
    for _ in 0..<40 {
      guard let place = bytes.indices.randomElement(using: &numbers),
        let mark = marks.randomElement(using: &numbers)
      else { continue }
      if bytes[place] < 0x80 { bytes[place] = mark }
    }
    try check(String(decoding: bytes, as: UTF8.self))
  }

  /// Megabytes are read because time grows with the length; a reader that went back would not end here.
  @Test(arguments: [
    "a", " ", "1", "(", ")", ">", ".", "\"", "“", "? ", "1. ", "s31 ", "section 31(1)(a) ",
    "Question 1a ",
    "please clarify ", "40 working days ", "2/1/2021 ", "\n", "\n\n1. ", "> ", "\r", "[1]http://x ",
    "😀",
    "Dear R Hale\n", "Ref: ", "and section ", "((((", "Question 1, 2, ",
  ])
  func aLineWithoutEnd(piece: String) throws {
    let length = 2_000_000 / (piece.utf8.count > 4 ? 4 : 16)
    try check(String(repeating: piece, count: length / piece.utf8.count))
  }

  @Test func damagedMailsAreReadAsFarAsTheyGo() throws {
    let mail = """
      MIME-Version: 1.0
      Date: Tue, 5 Jan 2021 10:11:12 +0000
      Subject: =?utf-8?B?UmVwbHk=?=
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/plain; charset=windows-1252
      Content-Transfer-Encoding: quoted-printable

      Please clarify =93lamps=94.=
      --b
      Content-Type: text/html
      Content-Transfer-Encoding: base64

      PGI+UGxlYXNlIGNsYXJpZnk8L2I+
      --b--
      """
    let bytes = Array(mail.utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) {
      let file = try LetterFile(name: "x.eml", bytes: Array(bytes[..<end]))
      try check(file.source[file.source.content])
    }
    for seed in 0..<60 {
      var numbers = Numbers(state: UInt64(seed))
      var damaged = bytes
      for _ in 0..<12 {
        guard let place = damaged.indices.randomElement(using: &numbers) else { continue }
        damaged[place] = UInt8.random(in: 1...255, using: &numbers)
      }
      let file = try LetterFile(name: "x.eml", bytes: damaged)
      try check(file.source[file.source.content])
    }
  }
}
