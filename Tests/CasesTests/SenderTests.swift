import Answerable
import Testing

@Suite struct SenderTests {
  @Test(arguments: [
    ("Dear Kent Police,\n\n1. How many?\n\nYours faithfully,\nRowan Hale", Sender.applicant),
    ("Dear Freedom of Information,\n\nPlease see below.\n\nR. Hale", .applicant),
    ("Dear Sir or Madam,\n\n1. How many?\n\nYours faithfully,\n\nRowan Hale", .applicant),
    ("Dear Ms Hale,\n\nThank you for your request.", .authority),
    ("Dear Rowan Hale,\n\nYour request to Kent Police is refused.", .authority),
    ("Dear Sir/Madam,\n\nThank you.\n\nYours sincerely,\n\nA Person", .authority),
    ("Freedom of Information,\n\nThank you for contacting us.", .authority),
    ("", .authority),
  ])
  func aLetterSaysWhoWroteIt(text: String, sender: Sender) throws {
    let reading = try RequestReading(Source(name: "letter", text: text))
    #expect(
      Sender.of(reading, applicant: "Rowan Hale", registry: BuiltIn.registry()) == sender)
  }

  @Test(arguments: [
    ("Dear R Hale,\n\nThank you.", "R Hale"), ("Dear Kent Police,\n\nHello.", nil),
    ("Dear Sir,\n\nThank you.", nil), ("Thank you.", nil),
    ("Hi Rowan,\n\nThank you.", "Rowan"), ("Good morning, Ms Hale,\n\nThank you.", "Ms Hale"),
    ("Hi Rowan, thanks for your mail\n\nWe have it.", "Rowan"), ("Hello\n\nThank you.", nil),
    ("Hello there,\n\nThank you.", nil), ("Hi Hilary\n\nThank you.", "Hilary"),
    ("Dear Hilary Hale\n\nThank you.", "Hilary Hale"),
    ("To whom it may concern\n\nThank you.", nil),
    ("Hello to you from all of us in the office\n\nThank you.", nil),
  ])
  func theApplicantIsWhomTheyGreet(text: String, name: String?) throws {
    let reading = try RequestReading(Source(name: "letter", text: text))
    #expect(Sender.name(greetedIn: reading) == name)
  }
}
