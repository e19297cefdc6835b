import Answerable

/// Letters to measure with: invented, of any length, some of their questions with faults and some without.
enum SampleLetters {
  private static let things = [
    "burglaries", "robberies", "thefts of bicycles", "arrests regarding online fraud",
    "crimes associated with the fair", "stop searches", "complaints about noise", "assaults",
  ]
  private static let ends = [
    "from 1 April 2023 to 31 March 2024", "in 2019/20", "in the last three years",
    "recorded in 2022", "of any kind", "by month and ward", "and why they rose",
  ]

  private static let prose = [
    "I am writing an article about how often this happens and what is done about it.",
    "A spreadsheet or a file with commas would suit me best, as I shall add the figures up.",
    "Where an answer would cost more than the limit, please say what you could send within it.",
    "If some of this is on a page of yours already, the address of that page is enough.",
    "I do not want to know who anybody is, and names may be left out.",
    "Please send what you can at your earliest convenience, and the rest when it is ready.",
  ]

  /// Letters one after another, as a folder of them in one file: what stands behind the first signature is no request
  /// any more, but is read.
  static func letters(bytes: Int) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      text += "Dear Kent Police,\n\nUnder the Freedom of Information Act 2000 I ask for:\n\n"
      for question in 1...(2 + number % 5) {
        let thing = things[(number + question * 3) % things.count]
        let end = ends[(number * 5 + question) % ends.count]
        text += "\(question). How many \(thing) were there in district \(number) \(end)?\n"
      }
      for paragraph in 0...(number % 4) {
        let first = (number + paragraph * 2) % prose.count
        text += "\n\(prose[first]) \(prose[(first + 1) % prose.count])\n"
      }
      text += "\nYours faithfully,\n\nR Hale\n\n----\n\n"
      number += 1
    }
    return text
  }

  /// One letter of at least so many bytes, nearly all of it questions.
  static func text(bytes: Int) -> String {
    var text = "Dear Kent Police,\n\n"
    var number = 1
    while text.utf8.count < bytes {
      let thing = things[number * 3 % things.count]
      let end = ends[number * 5 % ends.count]
      text += "\(number). The number of \(thing) in district \(number * 13 + 7) \(end).\n"
      if number % 5 == 0 {
        text += "I would like the figures as a spreadsheet, with what each column means.\n\n"
      }
      number += 1
    }
    return text + "\nYours faithfully,\n\nR Hale\n"
  }
}
