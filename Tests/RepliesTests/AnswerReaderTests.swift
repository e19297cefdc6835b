import Requests
import SourceText
import Testing

@testable import Replies

@Suite struct AnswerReaderTests {
  private let reply = Fixtures.read(
    """
    Thank you for your request received on 3 June 2024, which was as follows:

    1. Number of burglaries recorded in May 2024.
    2. Of these, the number charged.
    3. The number of covert cameras used.
    4. The number of cameras lost.
    5. The names of the operators.

    RESPONSE

    1. Number of burglaries recorded in May 2024.

    1,204

    2. Of these, the number charged.

    Fewer than 5

    3. The number of covert cameras used.

    4. The number of cameras lost.

    Kent Police neither confirms nor denies this under the following exemptions:

    Section 24(2) National Security
    Section 31(3) Law Enforcement

    Section 31 is qualified. Section 34 of the Data Protection Act is another matter.

    5. The names of the operators.

    This is exempt under Section 40 (2) of the Freedom of Information Act, and under s.38(1)(a).

    RIGHT OF APPEAL

    An appeal must be received within two months. Section 50 of the Act applies.
    """)

  @Test func givesEachFigureToItsQuestion() {
    #expect(reply.figures.map(\.question) == ["1", "2"])
    #expect(reply.figures.map(\.value) == ["1204", "5"])
    #expect(reply.figures.map(\.text) == ["1,204", "Fewer than 5"])
  }

  /// An answer may be a list; what only names the letter is no answer.
  @Test func aListOfFiguresBelongsToItsQuestionWithItsWords() {
    let reply = Fixtures.read(
      """
      Dear R Hale

      The information is set out below.

      1. Section 9: 412
      Section 10: fewer than 5

      2. 15

      3. The number of searches

      2022/23: 40
      2023/24: 1,051

      4. See the attached file.

      Reference: 4471
      Telephone: 101
      """)
    #expect(reply.figures.map(\.question) == ["1", "1", "2", "3", "3"])
    #expect(reply.figures.map(\.of) == ["Section 9", "Section 10", nil, "2022/23", "2023/24"])
    #expect(reply.figures.map(\.value) == ["412", "5", "15", "40", "1051"])
    #expect(
      reply.answers(to: ["1", "2", "4"]).map(\.text) == [
        "Section 9: 412; Section 10: fewer than 5", "15", "no answer found in the letter",
      ])
  }

  @Test func givesEachExemptionToItsQuestions() {
    #expect(reply.kind == .refusal)
    #expect(reply.exemptions.map(\.section) == ["24(2)", "31(3)", "40(2)", "38(1)(a)"])
    #expect(reply.exemptions.map(\.questions) == [["3", "4"], ["3", "4"], ["5"], ["5"]])
    #expect(reply.exemptions.map(\.neitherConfirmsNorDenies) == [true, true, false, false])
  }

  @Test func saysOnlyWhatASourceSays() throws {
    let meanings = reply.exemptions.map { Exemption.of($0)?.nature }
    #expect(meanings == [.qualified, .qualified, nil, .qualified])
    #expect(reply.dates.reviewAllowance == Allowance(2, .months))
  }

  @Test func theScottishActHasItsOwnNumbers() {
    let reply = Fixtures.read(
      """
      Your request falls under the Freedom of Information (Scotland) Act 2002. The information is exempt
      under section 35(1)(a) of the Act.
      """)
    #expect(reply.regime == .foisa)
    #expect(reply.exemptions.map(\.law) == ["FOISA"])
    #expect(reply.exemptions.first.flatMap { Exemption.of($0) }?.meaning.contains("crime") == true)
  }

  /// What became of questions 1 to 3 of a letter, and the sections it relies on with their questions.
  private func said(_ text: String) -> (answers: [String], relied: [String]) {
    let reply = Fixtures.read("Dear R Hale\n\n\(text)\n\nRegards\nKent Police")
    return (
      reply.answers(to: []).map { "\($0.question) \($0.text)" },
      reply.exemptions.map { "\($0.section) on \($0.questions.joined(separator: " "))" }
    )
  }

  @Test(arguments: [
    "1. 44\n2. This is exempt under section 31(1) of the Act.",
    "Question 1 - 44\nQuestion 2 - exempt under section 31(1) of the Act.",
    "Q1: 44\nQ2: Withheld by virtue of s31(1).",
    "1) 44\n2) Section 31(1)",
    "1. How many lamps? 44\n2. Where do they stand? Under section 31(1) we cannot say.",
    "A1. 44\nA2. Section 31(1) of the Act is engaged.",
    "Answer 1: 44\n\nAnswer 2: the places of the lamps are exempt under section 31(1).",
    "Our response to question 1 - 44\n\nOur response to question 2 - section 31(1) applies.",
  ])
  func anAnswerMayStandBehindItsNumber(text: String) {
    let said = said(text)
    #expect(said.answers == ["1 44", "2 refused"])
    #expect(said.relied == ["31(1) on 2"])
  }

  @Test(arguments: [
    "Q1. @ Q2. @ Q3.", "A1. @ A2. @ A3.", "Answer 1: @ Answer 2: @ Answer 3:", "1. @ 2. @ 3.",
  ])
  func questionsQuotedWithoutAWordAreNoAnswers(marks: String) {
    let parts = marks.split(separator: "@").map { $0.trimmed }
    let answers = [
      "1,044", "Information is not held.", "This is exempt under Section 43(2) of the Act.",
    ]
    let questions = [
      "The number of lamps lit in 2024", "The number of lamps lost", "The makers' names",
    ]
    for count in 2...3 {
      // With two questions the last answer is the refusal.
      let given = count == 3 ? answers : [answers[0], answers[2]]
      for lead in ["", "Our answers are as follows:\n\n"] {
        var lines = questions.prefix(count).enumerated().map { "\($0 + 1). \($1)" }
        lines += ["", lead + zip(parts, given).map { "\($0) \($1)" }.joined(separator: "\n")]
        let said = said(lines.joined(separator: "\n"))
        #expect(
          said.answers
            == (count == 3 ? ["1 1,044", "2 not held", "3 refused"] : ["1 1,044", "2 refused"]))
        #expect(said.relied == ["43(2) on \(count)"])
      }
    }
  }

  @Test func anAnswerOnItsLineIsOfItsQuestionAlone() {
    let said = said(
      "1. 44\n2. See the attached sheet.\n3. None held.\n4. Exempt under section 40(2).")
    #expect(said.answers == ["1 44", "3 not held", "4 refused"])
    #expect(said.relied == ["40(2) on 4"])
  }

  @Test func scottishAnswersStandBehindTheirNumbersToo() {
    let reply = Fixtures.read(
      """
      Your request falls under the Freedom of Information (Scotland) Act 2002.

      1. 31
      2. As a consequence of section 12(1) of the Freedom of Information (Scotland) Act 2002 I am refusing this part.
      3. Section 35(1)(a) law enforcement applies.
      """)
    #expect(reply.exemptions.map(\.section) == ["12(1)", "35(1)(a)"])
    #expect(reply.exemptions.map(\.questions) == [["2"], ["3"]])
    #expect(reply.refusesOnCost)
  }

  /// A question may itself speak of refusals; its answer stands below.
  @Test(arguments: [
    "The number of requests that you refused by section 12 of the Act",
    "How many requests were exempt under section 31(1)?",
    "A list of the requests refused under section 40(2)",
    "Searches under section 44",
    "The number of records that are exempt under section 23",
    "Confirm whether section 31(1) was applied.",
  ])
  func aQuestionAboutRefusalsIsNoRefusal(question: String) {
    let said = said("1. \(question)\n\n12\n\n2. 4")
    #expect(said.answers == ["1 12", "2 4"])
    #expect(said.relied.isEmpty)
  }

  /// Numbers that begin again below a refusal may be reasons.
  @Test(arguments: [
    ("Conviction rates for rape, 2015\u{2013}2023", []), ("Rates of 2023\u{2013}24", []),
    ("12.05.2024", []), ("Burglary \u{2013} 41", ["41"]), ("\u{a3}1,204.50", ["1204.50"]),
  ])
  func yearsAndDaysAreNoFigures(answer: String, values: [String]) {
    let reply = Fixtures.read(
      "Dear R Hale\n\nOur response to your request is below.\n\n1. The rates.\n\n\(answer)\n\nKent Police"
    )
    #expect(reply.figures.map(\.value) == values)
  }

  @Test func numberedReasonsAreNoAnswers() {
    let said = said(
      """
      1. The number of cameras

      2. The number of drones

      All of it is exempt under section 31(1).

      What speaks against release:

      1. It would help those who steal lamps.

      2. It would cost lives.
      """)
    #expect(said.answers == ["1 refused", "2 refused"])
    #expect(said.relied == ["31(1) on 1 2"])
  }
}

extension Substring {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
