import Requests
import SourceText
import Testing

@testable import Replies

/// Which question a point is about, where the letter does not give its number, and where one point ends. All invented.
@Suite struct PointSubjectTests {
  private func points(_ body: String) throws -> [Point] {
    let request = try RequestReading(
      Source(
        name: "request",
        text: """
          Title: Horses

          1. The number of stable blocks in use.
          2. The number of saddles bought and lost in each year.
          3. The names of those in the Stable Block Committee.
          4. The cost of hay.
          """))
    let letter = Fixtures.source(
      "Dear R Hale\n\nWe need some clarification before we start.\n\n\(body)\n\nYours sincerely\n")
    return Reply(letter, request: request, as: .clarification).points
  }

  @Test(arguments: [
    ("Saddles - do you want leather ones only?", ["2"]),
    ("As to the part about hay, which farms are you interested in?", ["4"]),
    ("Hay is stored by the tonne. Would the weight suffice?", ["4"]),
    ("What do you mean by \"stable block\"?", ["1"]),
    ("What do you mean by \"lost\"?", ["2"]),
    ("Your last question asks for the cost. Please say of what.", ["4"]),
    // Of no one question, or of all.
    ("Please give the dates you require for the number of each.", []),
    ("Do all of your questions, hay too, concern the county?", []),
    ("Which farms do you mean?", []),
    ("Do you want saddles and hay by district?", []),
    ("For question 1, do you include hay stores?", ["1"]),
  ])
  func aPointIsAboutTheQuestionWhoseWordsItUses(body: String, questions: [String]) throws {
    #expect(try points(body).map(\.questions) == [questions], "\(body)")
  }

  @Test func aLabelInBracketsNamesAQuestion() {
    let reply = Fixtures.read(
      """
      You asked:

      (a) How many stables are there?
      (b) How many horses died in 2022?

      Clarification required

      In (b), are you asking about police horses (PH grade) or any horses (all grades)?
      """)
    #expect(reply.points.map(\.questions) == [["b"]])
    #expect(reply.points.first?.choices == ["police horses (PH grade)", "any horses (all grades)"])
  }

  @Test(arguments: [
    (
      "Q1 - do you want blocks in use? Which size?\n\nQ3 - which names do you mean?\n\nFor question 4, please confirm the years.",
      [["1"], ["3"], ["4"]]
    ),
    (
      "Item 1 - \"blocks\": please confirm that you mean buildings and not the bays that are let to others.\nItem 2 - saddles: please give the years.\nItem 3 - is this about the names, or the ranks?",
      [["1"], ["2"], ["3"]]
    ),
    (
      "To help us, please can you:\n\n- cut the period of question 2 to a year;\n- tell us which hay you mean;\n- drop question 3, as no names are kept. You may wish to ask the committee.",
      [["2"], ["4"], ["3"]]
    ),
    (
      "Question 2 - it would assist if you could tell us which years you mean.\n\nQuestion 4 - not clear. Please reword it.",
      [["2"], ["4"]]
    ),
    (
      "Could you let us know the following?\n\nThe saddles that you mean.\n\nWhat hay is.",
      [["2"], ["4"]]
    ),
    (
      "Q1 | Which blocks do you mean?\nQ2 | No clarification needed\nQ4 | Which years?",
      [["1"], ["4"]]
    ),
    ("Your first question is too wide. Which blocks?\n\nYour second question is clear.", [["1"]]),
    (
      "Which blocks do you mean in question 1?\n\nWe have already started work on question 2.",
      [["1"]]
    ),
  ])
  func pointsAreNeitherGluedNorLost(body: String, questions: [[String]]) throws {
    let points = try points(body)
    #expect(points.map(\.questions) == questions, "\(points.map(\.asks))")
  }

  @Test(arguments: [
    "We are unable to find what you want from your words, and I am asking you for more:",
    "To let us meet your request could you please provide us with some further information.",
    "I am sorry, but there are a few things to ask you for some clarification about:",
    "Before this goes to the stables, could I ask you to clarify two matters?",
    "I have put each of your questions with a note beneath.",
  ])
  func whatOnlyLeadsToPointsIsNone(lead: String) throws {
    let points = try points("\(lead)\n\n- which saddles do you mean?\n- which years of hay?")
    #expect(points.map(\.questions) == [["2"], ["4"]], "\(points.map(\.asks))")
  }

  @Test(arguments: [
    (
      "do you want the spend including or excluding VAT?",
      ["the spend including VAT", "the spend excluding VAT"]
    ),
    (
      "do you mean horses with or without riders?", ["horses with riders", "horses without riders"]
    ),
    ("do you mean blocks that were lent or hired?", ["yes", "no"]),
    (
      "do you mean blocks that were lent or blocks that were hired?",
      ["blocks that were lent", "blocks that were hired"]
    ),
    ("do you want two or more blocks, or any?", ["two or more blocks", "any"]),
    (
      "please state what a block is - three or more bays, or any building?",
      ["three or more bays", "any building"]
    ),
    (
      "is this a request for the plans, the minutes of the meeting at which they were passed, or both?",
      ["the plans", "the minutes of the meeting at which they were passed", "both"]
    ),
    ("is the wish limited to police blocks, or should others be counted?", []),
    ("does it relate to police only or to the army as well?", ["police only", "the army as well"]),
    (
      "could it be read as the year 2022 or as the year 2023; which is it?",
      ["the year 2022", "the year 2023"]
    ),
  ])
  func choicesAreWhole(body: String, choices: [String]) throws {
    #expect(try points("For question 1, \(body)").map(\.choices) == [choices])
  }
}
