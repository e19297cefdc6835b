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
}
