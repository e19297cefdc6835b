import Linting
import Testing

@testable import Replies

/// What a letter is, however the office words it. All invented.
@Suite struct LetterKindTests {
  @Test func aCostThatIsNamedToHaveTheRequestCutDownRefusesNothing() {
    let informal = Fixtures.read(
      """
      Many thanks for your FOI. There are about 12,000 records and no way of searching them. That's way over the 18 hour limit. Could you cut it down? One month might work.
      """)
    #expect(informal.kind == .clarification)
    #expect(informal.points.map(\.category) == [.costLimit])
    let formal = Fixtures.read(
      """
      The work would exceed the 18 hour limit and so we apply section 12 to your request. You may wish to reduce your request.
      """)
    #expect(formal.kind == .refusal)
  }

  @Test(arguments: [
    (
      "Under section 10(3) we may need longer to weigh the public interest in your request.",
      Reply.Kind.extension
    ),
    (
      "We have to weigh the public interest. We hope to be able to let you have an answer no later than 29 June 2026.",
      .extension
    ),
    ("Thank you for your request. We aim to respond by 29 June 2026.", .acknowledgement),
    (
      "I can neither confirm nor deny that we hold what you have requested, by virtue of the following exemptions:\n\nSection 24(2)",
      .refusal
    ),
    (
      "The photocopies come to £62.00. Please send a cheque made payable to the Chief Constable.",
      .fees
    ),
    (
      "It belongs to the borough. With your agreement I'll pass your request over to them.",
      .transfer
    ),
    (
      "I have considered the matter afresh. I find that section 40(2) was correctly applied to the names. I do not however agree that section 31 was engaged.",
      .reviewOutcome
    ),
    (
      "You asked for the following:\n\n\"The number of drone incidents in 2025, and how many were near an airport.\"\n\nThis is a formal notice that the information is not held.",
      .response
    ),
    (
      "We are not required to give what you can get elsewhere, under section 21. Section 22 applies to the rest.",
      .refusal
    ),
    (
      "Police forces in the United Kingdom are routinely required to provide crime statistics to government bodies.",
      .response
    ),
    ("Response to your request FOI/2214\n\nYear\tOffences\n2022\t411", .response),
    ("We have still not received your clarification and have now closed your request.", .other),
    (
      "We've a problem. What would suit you: crimes at licensed premises, or something else?",
      .clarification
    ),
    (
      "I acknowledge your e-mail.\n\nI therefore require you to state:\n\n(a) the offences;\n\n(b) the period.",
      .clarification
    ),
    (
      "Just a quick one. When you ask about \"senior officers\", which ranks did you have in mind?",
      .clarification
    ),
    (
      "I can confirm that this force holds it. To give it would take longer than 18 hours, the limit laid down in the Fees Regulations.",
      .refusal
    ),
    (
      "We are still weighing whether the public interest in maintaining the exemption in section 30 outweighs that in disclosure.",
      .extension
    ),
    ("It is kept by the hospital trust, to whom we've now sent your request.", .transfer),
    (
      "I was not involved in the first decision. My view is that the exemption in section 31 does not apply. The rest of the original refusal stands.",
      .reviewOutcome
    ),
    ("Your request arrived with us today. You should hear from us by 17 June.", .acknowledgement),
    ("The word covers several things. Kindly say which of them you have in mind.", .clarification),
    ("I have therefore asked the other force's team to deal with your request.", .transfer),
    ("26-2211\n\nQ1 Number of horses: 12\nQ2 Cost: £61,480.20\nQ3 Number injured: nil", .response),
    ("Thank you for your request. I have set out what we hold in the table.", .response),
    ("Please write to the council. We have nothing recorded.", .response),
    (
      "There is no \"hotspot\" in our systems. Let us know a list of streets instead and we will run the search.",
      .clarification
    ),
    (
      "We need longer to answer you: section 31 may apply and the balance has to be struck.",
      .extension
    ),
    (
      "The law lets us stop at eighteen hours. We will therefore not be taking your request any further.",
      .refusal
    ),
    ("Our answer:\n\nThis is not kept in a form that can be searched.", .response),
    (
      "I can confirm that the force holds some of this. Our response is set out below.\n\nQ1. How many vans have you?\n\nResponse: 12.\n\nQ2. How many were lost?\n\nClarification: Please confirm whether you mean stolen or written off.",
      .clarification
    ),
    (
      "We hold some of this information.\n\n1. How many vans have you?\n\n12.\n\n2. How many were lost?\n\nPlease clarify what you mean by \"lost\".",
      .clarification
    ),
    (
      "Your request has been passed to our fleet department, who have asked whether you could be more specific about \"lost\" in question 2.",
      .clarification
    ),
    (
      "It is not clear from question 2 what you mean by lost. Question 3 may exceed the cost limit under section 12 if it is not reduced. We have begun work on question 1.",
      .clarification
    ),
    (
      "About your request:\n\n1. Vans. Cars too?\n2. 2025. Is that the calendar year?",
      .clarification
    ),
    (
      "QUESTION 1: Number of vans\nCLARIFICATION: Which period? Also, does this include hired vans?\nQUESTION 2: Cost of vans\nCLARIFICATION: Not needed",
      .clarification
    ),
    (
      "We hold some of this information.\n\n1. How many vans have you?\n\n12.\n\n2. How many were lost?\n\nNone. Please let us know if you wanted anything else.",
      .response
    ),
    (
      "Your request has been passed to our fleet department, who will reply to you.",
      .acknowledgement
    ),
    (
      "The request would exceed the cost limit under section 12 and is refused. Please specify a smaller one.",
      .refusal
    ),
  ])
  func whatALetterIsInWordsOfItsOwn(text: String, kind: Reply.Kind) {
    #expect(Fixtures.read("Dear R Hale,\n\n\(text)\n").kind == kind)
  }
}
