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

  @Test(arguments: [
    ("FOI request", "FOI request"), ("Re: Swans on the river", "Swans on the river"),
    ("Freedom of Information Act 2000 request:", "Freedom of Information Act 2000 request"),
    ("Rowan Hale\n2 Mill Lane,\nLeeds\n\n4 May 2025\n\nSubject: Swans", "Swans"),
    ("Swan numbers", "Swan numbers"),
  ])
  func aHeadingAboveTheGreetingIsTheTitle(head: String, title: String) throws {
    let text = "\(head)\n\nDear Sir/Madam,\n\nI ask about the river.\n\n1. How many swans?\n"
    let reading = try RequestReading(Source(name: "letter", text: text))
    #expect(reading.salutation == "Sir/Madam")
    #expect(reading.request[.title] == [title])
    #expect(reading.request.context == "I ask about the river.")
    #expect(reading.request.questions.map(\.text) == ["How many swans?"])
  }

  @Test(arguments: [
    "4 May 2025", "Rowan Hale\n2 Mill Lane\nLeeds LS1 1AA",
    "Freedom of Information Team\nLeeds Police Office",
  ])
  func anAddressAboveTheGreetingIsNoTitle(head: String) throws {
    let text = "\(head)\n\nDear Kent Police,\n\n1. How many swans?\n"
    let reading = try RequestReading(Source(name: "letter", text: text))
    #expect(reading.salutation == "Kent Police")
    #expect(reading.request[.title].isEmpty && reading.request.context.isEmpty)
    #expect(reading.request.questions.count == 1)
  }

  @Test(arguments: [
    "How many swans are there?\n\nDear me, that is long.", "1. Swans\n\nDear Sir,\n\n2. Geese",
    "Swans are protected.\n\nDear Sir,\n\nHow many are there?",
  ])
  func whatAsksOrTellsAboveAGreetingStaysWhereItIs(text: String) throws {
    #expect(try RequestReading(Source(name: "letter", text: text)).salutation == nil)
  }

  @Test(arguments: ["Yours\nSam Price", "Yours,\n\nSam Price", "Many thanks,\n\nYours\nSam Price"])
  func yoursAloneClosesALetter(end: String) throws {
    let text = "Dear Kent Police,\n\n1. How many swans?\n\n\(end)\n"
    let request = try RequestReading(Source(name: "letter", text: text)).request
    #expect(request[.from] == ["Sam Price"])
    #expect(request.remarks.isEmpty && request.questions[0].text == "How many swans?")
  }

  @Test(arguments: [
    "I look forward to hearing from you.", "Thanks for your help with this.",
    "If this is too costly please answer only the first.", "Thank you for reading this.",
    "Please let me know if anything is unclear.",
  ])
  func whatIsSaidBehindAListIsNoQuestion(end: String) throws {
    for head in [
      "Dear Kent Police,\n\nPlease tell me:\n\n", "Title: Birds\nFrom: R Hale\n\n",
      "Title: Birds\n\nPlease provide:\n", "Dear Kent Police,\n\nPlease tell me\n\n",
    ] {
      for mark in ["-", "•", "*", "–"] {
        let text = "\(head)\(mark) the number of swans\n\(mark) the number of geese\n\n\(end)\n"
        let request = try RequestReading(Source(name: "letter", text: text)).request
        #expect(!request.questions.contains { $0.text == end }, "\(text)")
        #expect(request.remarks == end)
      }
    }
  }

  @Test func whatAsksBehindAListIsAQuestion() throws {
    let text =
      "Dear Kent Police,\n\nPlease tell me:\n- the number of swans\n\nHow many geese are there?\n"
    let request = try RequestReading(Source(name: "letter", text: text)).request
    #expect(request.questions.map(\.text) == ["the number of swans", "How many geese are there?"])
  }

  @Test(arguments: ["◦ ", "o\t", "▪ ", "○ ", "  • "])
  func aListBelowALineBelongsToIt(mark: String) throws {
    let list = "• swans:\n\(mark)by river\n\(mark)by month\n• geese\n"
    let letter = try RequestReading(
      Source(name: "letter", text: "Dear Kent Police,\n\nPlease tell me:\n\(list)")
    ).request
    #expect(letter.questions.map(\.text) == ["swans:\n- by river\n- by month", "geese"])
    let numbered = try RequestReading(
      Source(name: "letter", text: "1. Swans:\na) by river\n\(mark)grown ones only\n")
    ).request
    #expect(numbered.questions.last?.text == "by river\n- grown ones only")
    #expect(try RequestReading(Source(name: "d", text: letter.document)).request == letter)
  }

  /// A question may begin as a courtesy does.
  @Test(arguments: [
    "If a dog was retired in 2024, how many people had it bitten?",
    "Please note how many handlers there were on 1 March 2025?",
    "Should you sell dogs, what was the lowest price in 2024?",
  ])
  func aQuestionThatBeginsAsACourtesyIsOne(question: String) throws {
    let text = "Dear Kent Police,\n\nHow many dogs do you own?\n\n\(question)\n\nYours,\nR Hale\n"
    let request = try RequestReading(Source(name: "letter", text: text)).request
    #expect(request.questions.map(\.text) == ["How many dogs do you own?", question])
  }
}
