import Answerable

/// A letter to measure with: invented, of any length, some of its questions with faults and some without.
enum SampleLetters {
  private static let things = [
    "burglaries", "robberies", "thefts of bicycles", "arrests regarding online fraud",
    "crimes associated with the fair", "stop searches", "complaints about noise", "assaults",
  ]
  private static let ends = [
    "from 1 April 2023 to 31 March 2024", "in 2019/20", "in the last three years",
    "recorded in 2022", "of any kind", "by month and ward", "and why they rose",
  ]

  /// One letter of at least so many bytes: what stands behind a signature is no request any more.
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
