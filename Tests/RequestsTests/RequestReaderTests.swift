import Requests
import SourceText
import Testing

@Suite struct RequestReaderTests {
  @Test func readsAQuestionListAsTyped() throws {
    let request = try read(
      """
      Title: Burglaries in Kent, April 2024 to March 2025
      From: R Hale
      When: 1 April 2024 to 31 March 2025
      Counted by: date recorded

      By dwelling I mean a house or a flat.

      1. The number of crimes recorded for each offence,
      attempts included.
      - offences: Theft Act 1968, sections 9 and 10
      - answer: two numbers
      2. Of the crimes in 1, the number charged.
      • outcome: 1
      """)
    #expect(request[.dates] == ["1 April 2024 to 31 March 2025"])
    #expect(request[.countedBy] == ["date recorded"])
    #expect(request.context == "By dwelling I mean a house or a flat.")
    #expect(request.questions.map(\.label) == ["1", "2"])
    #expect(
      request.questions[0].text
        == "The number of crimes recorded for each offence, attempts included.")
    #expect(request.questions[0][.offences] == ["Theft Act 1968, sections 9 and 10"])
    #expect(request.questions[1][.outcome] == ["1"])
  }

  @Test(arguments: [
    ("1. One\n2. Two", ["1", "2"]),
    ("1) One\n2) Two", ["1", "2"]),
    ("Q1 One\nQ2. Two\nQuestion 3: Three", ["1", "2", "3"]),
    ("1a. One\n\n1b. Two\n\n1c. Three\n\n2. Four", ["1a", "1b", "1c", "2"]),
    ("1. One\n   a. Below\n   b. Below\n2. Two", ["1", "1a", "1b", "2"]),
    ("1. One\n(a) Below\n(b) Below\n2. Two", ["1", "1a", "1b", "2"]),
    ("6. Six\n  i. x\n  ii. y\n  iii. z", ["6", "6i", "6ii", "6iii"]),
    ("1. One\na) x\ni) y\nii) z\nb) w", ["1", "1a", "1ai", "1aii", "1b"]),
    ("(a) One\n(b) Two", ["a", "b"]),
    (
      "h) eight\ni) nine\nj) ten", ["h", "i", "j"]
    ),
    ("1. One.\n3. Three.", ["1", "3"]),
    ("4. Four.\n4. Four again.", ["4", "4#2"]),
    ("1. Crimes recorded in the year to March\n2020. By beat.\n2. Two", ["1", "2"]),
    ("1. Crimes under section\n12. By beat.\n2. Two", ["1", "2"]),
    ("1(a) One\n1(b) Two", ["1a", "1b"]),
    ("1. One\n1(a)(i) x\n1(a)(ii) y\n1(b) z", ["1", "1ai", "1aii", "1b"]),
    ("1a. One.\n1ai. x\n1aii. y\n1b. z", ["1a", "1ai", "1aii", "1b"]),
    ("1i. One.\n1ia. x\n1ib. y\n1ii. z", ["1i", "1ia", "1ib", "1ii"]),
    ("a) One\n\ni) x\n\nii) y\n\nb) Two", ["a", "ai", "aii", "b"]),
    ("a(i). x\na(ii). y\n\na. One.\na(n) officer", ["ai", "aii", "a"]),
    ("1. One\n\na) x\n\na) y\n\nb) z", ["1", "1a", "1a#2", "1b"]),
    ("1a. One\n1a. One again\n1b. Two", ["1a", "1a#2", "1b"]),
    ("1a. One.\n\ne.g. section 9.\n\ni.e. burglary.\n\n1b. Two", ["1a", "1b"]),
  ])
  func labelsAreWhatTheWriterTyped(text: String, labels: [String]) throws {
    let request = try read(text)
    #expect(request.questions.map(\.label) == labels)
    #expect(try read(request.document).questions.map(\.label) == labels)
  }

  @Test(arguments: ["-", "*", "•", "–", "\u{F0B7}\u{A0}", "·\u{A0}"])
  func aListLineBelongsToTheQuestionAboveHoweverItIsTyped(bullet: String) throws {
    let request = try read(
      "1. Burglaries recorded.\n\(bullet) split by: month\n\(bullet) by beat too")
    #expect(request.questions[0][.splitBy] == ["month"])
    #expect(request.questions[0].text == "Burglaries recorded.\n- by beat too")
  }

  @Test func aWrappedListLineIsOneValue() throws {
    let request = try read(
      """
      1. Burglaries recorded.
      - flag: knife or sharp instrument, or your own name for whatever stands
        for it in your system
      - split by: month
      2. Thefts recorded.
      """)
    #expect(
      request.questions[0][.flag] == [
        "knife or sharp instrument, or your own name for whatever stands for it in your system"
      ])
    #expect(request.questions.map(\.label) == ["1", "2"])
    #expect(try read(request.document).document == request.document)
  }

  @Test func aListWithoutLabelsIsNumberedForReference() throws {
    let request = try read(
      "Dear Kent Police,\n\nPlease provide:\n- burglaries recorded\n- thefts recorded\n")
    #expect(request.questions.map(\.label) == ["1", "2"])
    #expect(request.context == "Please provide:")
  }

  @Test func aNearMissIsNotedAndStaysText() throws {
    let source = Source(name: "t.md", text: "1. Burglaries.\n- offenses: section 9\n")
    let reading = try RequestReading(source)
    #expect(reading.request.questions[0].fields.isEmpty)
    #expect(reading.request.questions[0].text == "Burglaries.\n- offenses: section 9")
    #expect(
      reading.notes.first?.text == """
        note: "offenses" is no field, so the line stays part of the question
          --> t.md:2:3
        2 | - offenses: section 9
          |   ^^^^^^^^ did you mean "offences"?
        """)
  }

  @Test func aNameOfAnActWithAColonIsText() throws {
    let request = try read("1. Crimes under\n- Theft Act 1968: section 9\n")
    #expect(request.questions[0].fields.isEmpty)
  }

  @Test func readsAPlainLetter() throws {
    let source = Source(
      name: "-",
      text: """
        Dear Kent Police,

        I am writing about beat KT04.

        1. How many burglaries were recorded?

        > We do not hold beats.

        2. How many thefts, e.g.:

        from shops, were recorded?

        I would like a spreadsheet.

        Yours faithfully,

        Rowan Hale
        Hale News
        """)
    let reading = try RequestReading(source)
    #expect(reading.form == .letter)
    #expect(reading.salutation == "Kent Police")
    #expect(reading.request[.from] == ["Rowan Hale"])
    #expect(reading.request.context == "I am writing about beat KT04.")
    #expect(reading.request.questions.map(\.label) == ["1", "2"])
    #expect(reading.request.questions[1].text.hasSuffix("\n\nfrom shops, were recorded?"))
    #expect(reading.request.remarks == "I would like a spreadsheet.")
    #expect(
      reading.parts.map { String(describing: $0.kind) } == [
        "salutation", "context", "question", "quotation", "question", "question", "context",
        "closing", "signature", "signature",
      ])
  }

  @Test func thanksByThemselvesCloseALetterAndThanksForSomethingDoNot() throws {
    for thanks in ["Thank you", "Thanks,", "Many thanks"] {
      let request = try read("How many burglaries were recorded?\n\n\(thanks)\nRowan Hale\n")
      #expect(request[.from] == ["Rowan Hale"])
    }
    let request = try read("How many burglaries were recorded?\n\nThank you for your help.\n")
    #expect(request[.from].isEmpty)
  }

  @Test func otherPeoplesWordsAreSetApartAndTheWritersOwnTermsAreNot() throws {
    let quoted = "one two three four five six seven eight nine ten eleven twelve thirteen"
    let source = Source(name: "-", text: "1. You said \"\(quoted)\" of 'street racers', why?")
    let reading = try RequestReading(source)
    #expect(
      reading.parts.map { String(describing: $0.kind) } == ["question", "quotation", "question"])
    #expect(source[reading.parts[1].range] == "\"\(quoted)\"")
  }

  @Test func commentsAreNoText() throws {
    let request = try read(
      "1. One\n<!-- allow vague-association: the force's own\nphrase -->\n2. Two")
    #expect(request.questions.map(\.text) == ["One", "Two"])
  }

  @Test(arguments: [
    "", "\u{FEFF}", "\n\n\n", "\0\0", "1.", "- ", ">", "<!--", "Dear", "(((((((", "1a1a1a",
  ])
  func anyTextIsSomeLetter(text: String) throws {
    _ = try RequestReading(Source(name: "-", text: text))
  }

  @Test func partsNeverOverlapAndStandInOrder() throws {
    let source = Source(
      name: "-",
      text: "Title: x\n\nDear Kent Police\n1. a \"b\" c\n- answer: d\n\n> e\n\nYours,\nF G")
    var end = 0
    for part in try RequestReading(source).parts {
      #expect(part.range.lowerBound >= end)
      end = part.range.upperBound
    }
  }

  @Test(arguments: [
    "Q1. One\n- offences: section 8\n\nQ1. One\n(ii) three", "1. One\n\n3. Three\n\n2. Two",
    "1. One\n\nb) Letter b\n\nd) Letter d",
  ])
  func labelsOutOfSequenceAreReadAgain(questions: String) throws {
    let request = try read("Title: X\nFrom: R Hale\n\n\(questions)\n")
    let again = try read(request.document)
    #expect(again.questions == request.questions)
    #expect(request.questions.count > 1 && again.remarks.isEmpty)
  }

  @Test func writingAndReadingAgainGivesTheSameRequest() throws {
    let request = try read(
      """
      Title: Burglaries
      From: R Hale
      To:
      - kent
      - essex
      Define: dwelling: a house or a flat

      Some context.

      More of it.

      1. One:
      - by beat
      - split by: month
      1a. Below.
      2. Two.

      I would like a spreadsheet.
      """)
    let again = try read(request.document)
    #expect(again.fields == request.fields)
    #expect(again.context == request.context)
    #expect(again.questions == request.questions)
    #expect(again.remarks == request.remarks)
    #expect(request.document.contains("To:\n- kent\n- essex\n"))
  }

  @Test func aGreetingEndsTheHeaderWithoutABlankLine() throws {
    let reading = try RequestReading(
      Source(
        name: "test.md",
        text: "From: R Hale\nTitle: Thefts\nDear Kent Police\n\n1. How many thefts?\n"))
    #expect(reading.request[.title] == ["Thefts"])
    #expect(reading.salutation == "Kent Police")
    #expect(reading.request.questions.map(\.text) == ["How many thefts?"])
  }

  /// Quotation marks around a whole value are its own, not those of the header.
  @Test func aValueInQuotationMarksKeepsThem() throws {
    for value in ["\"Ghost\" burglaries", "\"Ghost burglaries\"", "'Ghost'"] {
      let request = Request(fields: [Field(.title, value), Field(.to, ["kent", value])])
      #expect(try read(request.document).fields == request.fields)
    }
  }

  /// Without a title the first question gives one, cut behind a word that may end it.
  @Test(arguments: [
    (
      "The number of lamps that were reported broken to the council between 2022 and 2024",
      "The number of lamps that were reported broken"
    ),
    (
      "How many lamps were lit in the whole town between 2022 and 2024",
      "How many lamps were lit in the whole town"
    ),
    ("The lamps at the", "The lamps at the"),
  ])
  func theFirstQuestionGivesATitle(question: String, title: String) {
    #expect(Request(questions: [Question(label: "1", text: question)]).subject == title)
  }

  private func read(_ text: String) throws -> Request {
    try RequestReading(Source(name: "test.md", text: text)).request
  }
}
