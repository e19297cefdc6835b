import Requests
import SourceText

extension Check {
  /// A person by name beside an arrest, a charge, a complaint or an investigation.
  ///
  /// After a title any name counts. Without, there must be two words with capitals beside a word that is
  /// said of people only: one investigates a company, one does not arrest it.
  static let namedPerson = Check("named-person") { inspection in
    let people = People(inspection.words.tokens)
    var spots: [Spot] = []
    for part in inspection.parts {
      let indices = part.tokens
      var i = indices.lowerBound
      while i < indices.upperBound {
        if let name = people.name(at: i, within: indices) {
          spots.append(
            Spot(range: inspection.words.bytes(of: name), question: part.question))
          i = name.upperBound
        } else {
          i += 1
        }
      }
    }
    return spots
  }
}

private struct People {
  private let tokens: [Words.Token]
  private let titles = WordSet(
    "mr mrs ms miss dr sir pc dc ds sgt sergeant constable inspector cllr councillor")
  private let matters = WordSet(
    """
    arrest arrests arrested charge charges charged complaint complaints investigation investigations \
    investigated allegation allegations convicted conviction convictions cautioned suspended misconduct
    """)
  private let beforeName = WordSet("arrest arrested charged convicted cautioned conviction")
  private let links = WordSet("of against was has been")
  private let noPeople = WordSet(
    """
    police force constabulary council service services act acts order operation office home department \
    ministry court crown road street lane house party club limited ltd plc company group county city \
    north south east west new royal national metropolitan great british english scottish welsh irish \
    january february march april may june july august september october november december black white \
    asian public justice freedom information the a an in on for from by with under and or
    """)

  init(_ tokens: [Words.Token]) { self.tokens = tokens }

  func name(at i: Int, within indices: Range<Int>) -> Range<Int>? {
    if titles.contains(tokens[i].hash), tokens[i].traits.contains(.capital) {
      let end = endOfName(from: i + 1, within: indices)
      if end > i + 1, isNearMatter(i, end, within: indices) { return i..<end }
      return nil
    }
    let end = endOfName(from: i, within: indices)
    guard (2...3).contains(end - i), !tokens[i].traits.contains(.startsSentence) else { return nil }
    return isBeside(i, end, within: indices) ? i..<end : nil
  }

  private func endOfName(from start: Int, within indices: Range<Int>) -> Int {
    var i = start
    while i < indices.upperBound, i < start + 4 {
      let traits = tokens[i].traits
      // A name has small letters: "ANPR" has none.
      guard traits.contains([.capital, .smallLetters]), traits.isDisjoint(with: .digits),
        !noPeople.contains(tokens[i].hash), !matters.contains(tokens[i].hash),
        i == start || !traits.contains(.startsSentence)
      else { break }
      i += 1
    }
    return i
  }

  /// "arrest of Ann Other", "was Ann Other arrested".
  private func isBeside(_ start: Int, _ end: Int, within indices: Range<Int>) -> Bool {
    if end < indices.upperBound {
      var after = end
      while after < indices.upperBound, after < end + 2, links.contains(tokens[after].hash) {
        after += 1
      }
      if after < indices.upperBound, beforeName.contains(tokens[after].hash) { return true }
    }
    guard start - 2 >= indices.lowerBound else { return false }
    return links.contains(tokens[start - 1].hash) && beforeName.contains(tokens[start - 2].hash)
  }

  /// In the same sentence, within ten words.
  private func isNearMatter(_ start: Int, _ end: Int, within indices: Range<Int>) -> Bool {
    var i = start - 1
    while i >= indices.lowerBound, i > start - 10 {
      if matters.contains(tokens[i].hash) { return true }
      if tokens[i].traits.contains(.startsSentence) { break }
      i -= 1
    }
    i = end
    while i < indices.upperBound, i < end + 10, !tokens[i].traits.contains(.startsSentence) {
      if matters.contains(tokens[i].hash) { return true }
      i += 1
    }
    return false
  }
}
