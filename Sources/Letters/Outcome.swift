import SourceText

/// A result that a force in England and Wales gives a recorded crime, by its Home Office number.
///
/// The framework dates from April 2013; Northern Ireland uses the same one. Source: Home Office, Crime
/// outcomes in England and Wales, technical annex.
/// https://www.gov.uk/government/statistics/crime-outcomes-in-england-and-wales-2022-to-2023/crime-outcomes-in-england-and-wales-technical-annex
public struct Outcome: Sendable, Hashable {
  public let number: String
  public let name: String

  /// - Parameter number: as typed: `1`, `outcome 22`; nil for anything else, as "not 22" is no outcome.
  public init?(number typed: String) {
    let words = typed.split(separator: " ")
    guard let last = words.last, words.count == 1 || words.count == 2 && words[0].isOutcome else {
      return nil
    }
    let digits = String(last)
    guard let name = Self.name(of: digits) else { return nil }
    self.number = digits
    self.name = name
  }

  private static func name(of number: String) -> String? {
    switch number {
    case "1": "charge or summons"
    case "2": "caution of a young person"
    case "3": "caution of an adult"
    case "4": "offence taken into consideration"
    case "8": "community resolution"
    case "14": "no suspect identified, and the victim does not support action"
    case "15": "suspect identified and the victim supports action, but evidential difficulties"
    case "16": "suspect identified, but the victim does not support action"
    case "18": "investigation complete, no suspect identified"
    case "21": "further investigation not in the public interest"
    case "22": "diversionary, educational or intervention activity"
    default: nil
    }
  }
}

extension Substring {
  fileprivate var isOutcome: Bool {
    let bytes = Array(utf8)
    return bytes.matches("outcome", at: 0)
      && (bytes.count == 7 || bytes.count == 8 && bytes.matches("s", at: 7))
  }
}
