import Linting
import Requests
import SourceText

/// How much work a letter says that a request would be: "1,144 records at 3 minutes each".
public struct CostClaim: Sendable, Hashable {
  /// Nil where the letter names no number of records.
  public let records: Int?
  /// Nil where the letter names no time for one.
  public let secondsEach: Int?

  public init(_ source: Source) {
    let words = Words(source.bytes)
    var records: Int?
    var seconds: Int?
    var i = 0
    while i < words.tokens.count {
      guard let (number, next) = Self.number(at: i, words, source.bytes) else {
        i += 1
        continue
      }
      // "1,144 crime records", "3 to 5 minutes"
      for k in next..<min(next + 4, words.tokens.count) {
        let token = words.tokens[k]
        if token.traits.contains(.startsSentence) || token.traits.contains(.digitFirst) { break }
        if Self.units.contains(token.hash) {
          records = max(records ?? 0, number)
          break
        }
        if Self.minutes.contains(token.hash) {
          seconds = seconds ?? number * 60
          break
        }
      }
      i = next
    }
    self.records = records.flatMap { $0 > 1 ? $0 : nil }
    self.secondsEach = seconds.flatMap { (1...8 * 3600).contains($0) ? $0 : nil }
  }

  public var estimate: CostEstimate? {
    guard let records, let secondsEach else { return nil }
    return CostEstimate(records: records, secondsEach: secondsEach)
  }

  /// A whole number with or without commas, and the token behind it.
  private static func number(at i: Int, _ words: Words, _ bytes: [UInt8]) -> (Int, Int)? {
    guard words.tokens[i].traits.contains(.digitFirst) else { return nil }
    var value = 0
    var next = i
    while next < words.tokens.count {
      for byte in bytes[words.tokens[next].range] {
        guard byte.isDigit, value < 100_000_000 else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      let comma = words.tokens[next].range.upperBound
      next += 1
      let goesOn =
        next + 1 < words.tokens.count && bytes[at: comma] == UInt8(ascii: ",")
        && words.tokens[next + 1].range.lowerBound == comma + 1
        && words.tokens[next + 1].range.count == 3
        && words.tokens[next + 1].traits.contains(.digitFirst)
      guard goesOn else { break }
      next += 1
    }
    return (value, next)
  }

  private static let units = WordSet(
    """
    record records crime crimes incident incidents file files case cases report reports offence offences \
    investigation investigations complaint complaints log logs e-mail e-mails email emails entry entries \
    occurrence occurrences search searches document documents
    """)
  private static let minutes = WordSet("minute minutes min mins")
}
