import Requests
import SourceText
import Testing

/// What a letter begins and ends with: whom it greets, how it closes and who signs.
@Suite struct LetterEndsTests {
  @Test(arguments: ["Dear Chief Constable.", "Dear Chief Constable,", "Dear Chief Constable"])
  func whateverStandsBehindTheNameItIsGreeted(greeting: String) throws {
    let reading = try RequestReading(
      Source(name: "letter.txt", text: "\(greeting)\n\nHow many thefts were there?\n"))
    #expect(reading.salutation?.hasPrefix("Chief Constable") == true)
    #expect(reading.request.questions.count == 1)
  }

  @Test(arguments: ["J", "R. Hale", "Ms Renée O'Hale-Smith"])
  func aNameAtTheEndSignsALetterThatDoesNotClose(name: String) throws {
    let letter = "Hello,\n\nHow many thefts were there in 2024?\n\n\(name)\n"
    let reading = try RequestReading(Source(name: "letter.txt", text: letter))
    #expect(reading.request[.from] == [name])
    #expect(reading.request.questions.map(\.text) == ["How many thefts were there in 2024?"])
  }

  @Test(arguments: [
    "Cheers,\nSam Price", "Best,\nSam Price", "Sincerely\n\nSam Price", "Regards,\nSam Price",
  ])
  func aLetterClosesInFewWords(end: String) throws {
    let letter = "Hi,\n\nHow many thefts were there in 2024?\n\n\(end)\n"
    let request = try RequestReading(Source(name: "letter.txt", text: letter)).request
    #expect(request[.from] == ["Sam Price"])
    #expect(request.questions.map(\.text) == ["How many thefts were there in 2024?"])
  }

  @Test func aLetterOfOneLineIsNoGreeting() throws {
    for text in [
      "Hello, how many thefts were there in 2024?", "Hi can you send me the thefts of 2024.",
    ] {
      let reading = try RequestReading(Source(name: "letter.txt", text: text))
      #expect(reading.salutation == nil && reading.request.questions.map(\.text) == [text])
    }
  }

  @Test(arguments: [
    "Burglary in 2023", "Please hurry.", "and robberies", "Thefts from 10 Mill Lane",
    "A. Burglary\n\nB. Robbery",
  ])
  func whatIsNoNameSignsNothing(end: String) throws {
    let letter = "Hello,\n\n1. How many thefts were there in 2024?\n\n\(end)\n"
    let reading = try RequestReading(Source(name: "letter.txt", text: letter))
    #expect(reading.request[.from].isEmpty)
  }

  /// Whatever an authority's letter has at its head is no mistake in a header of ours.
  @Test(arguments: [
    "Date: 12 November 2024\nOur ref: 24/11", "Freedom of Information Unit\nPO Box 1",
    "Subject: Re: FOI\nDate: today\nWeb: example.org",
  ])
  func aLetterIsReadFromItsGreetingOn(head: String) {
    let text = "\(head)\n\nDear R Hale\n\nWe hold nothing.\n\nYours sincerely\n"
    let reading = RequestReading(letter: Source(name: "letter.txt", text: text))
    #expect(reading.salutation == "R Hale")
    #expect(RequestReading(letter: Source(name: "letter.txt", text: head)).salutation == nil)
  }

  /// Found by fuzzing: the blank behind "Dear" is no part of the line.
  @Test(arguments: ["Dear \n", "Dear \n\n1. How many?", "Hi \n", "To the \nforce"])
  func aGreetingOfNobodyIsRead(text: String) throws {
    let reading = try RequestReading(Source(name: "letter", text: text))
    #expect(reading.salutation.map { !$0.isEmpty } ?? true)
  }
}
