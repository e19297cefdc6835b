import Requests
import SourceText

/// Who wrote a letter.
public enum Sender: Sendable, Hashable {
  case applicant, authority

  /// Judges by whom the letter greets and who signs it.
  ///
  /// - Parameters:
  ///   - applicant: the applicant's name, where it is known.
  ///   - registry: the authorities, to know a greeted one.
  public static func of(
    _ letter: RequestReading, applicant: String? = nil, registry: Registry
  ) -> Sender {
    guard let greeted = letter.salutation else {
      return isName(letter.request[.from].first, applicant) ? .applicant : .authority
    }
    if isName(greeted, applicant) { return .authority }
    if registry.authority(knownAs: greeted) != nil { return .applicant }
    let words = words(of: greeted)
    if let first = words.first, people.contains(first) {
      // "Dear Sir or Madam" is what either may write.
      return isName(letter.request[.from].first, applicant) ? .applicant : .authority
    }
    return words.contains { offices.contains($0) } ? .applicant : .authority
  }

  /// The applicant's name as an authority's letter greets it ("Dear R Hale", "Hi Rowan, thanks for your mail"); nil when
  /// it greets nobody by name.
  ///
  /// It may be a first name, which will do to greet somebody and not to sign with.
  public static func name(greetedIn letter: RequestReading) -> String? {
    guard let salutation = letter.salutation else { return nil }
    let greeted = withoutGreeting(salutation).prefix { $0 != "," && $0 != "!" }
    let name = greeted.split(separator: " ").joined(separator: " ")
    let words = words(of: name)
    let isNobody = words.isEmpty || words.contains { offices.contains($0) || nobody.contains($0) }
    return isNobody || words.count > longestName ? nil : name
  }

  /// What is left of "Hi Rowan" or "Good morning, Ms Hale".
  private static func withoutGreeting(_ salutation: String) -> Substring {
    let small = salutation.lowercased()
    for greeting in greetings where small.hasPrefix(greeting) {
      let rest = salutation.dropFirst(greeting.count)
      if rest.first?.isLetter == true { continue }
      return rest.drop { !$0.isLetter }
    }
    return salutation[...]
  }

  private static let greetings = ["good morning", "good afternoon", "hello", "hi"]
  private static let longestName = 5
  private static let nobody = [
    "sir", "madam", "applicant", "requester", "customer", "all", "whom", "there", "everyone",
    "again",
  ]
  private static let people = ["mr", "mrs", "ms", "miss", "mx", "dr", "sir", "madam"]
  private static let offices = [
    "police", "constabulary", "force", "foi", "freedom", "information", "disclosure", "officer",
    "team", "unit", "department", "authority", "commissioner", "council",
  ]

  /// Whether a text holds a name: its last word, which "Dear Ms Hale" has as well as "R. Hale".
  private static func isName(_ text: String?, _ name: String?) -> Bool {
    guard let text, let family = name.flatMap({ words(of: $0).last }) else { return false }
    return words(of: text).contains(family)
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "-" }.map { String($0) }
  }
}
