/// A result that a force in England and Wales gives a recorded crime, by its Home Office number.
///
/// The framework dates from April 2013; Northern Ireland uses the same one. Source: Home Office, Crime
/// outcomes in England and Wales, technical annex.
/// https://www.gov.uk/government/statistics/crime-outcomes-in-england-and-wales-2022-to-2023/crime-outcomes-in-england-and-wales-technical-annex
public struct Outcome: Sendable, Hashable {
  public let number: String
  public let name: String

  /// - Parameter number: as typed: `1`, `outcome 22`.
  public init?(number typed: String) {
    let digits = String(decoding: typed.utf8.filter { (0x30...0x39).contains($0) }, as: UTF8.self)
    guard let name = Self.name(of: digits), digits.utf8.count + 8 >= typed.utf8.count else {
      return nil
    }
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
