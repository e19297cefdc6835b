/// What a template is filled from: a tree of text, numbers, lists and objects.
///
/// One closed type rather than protocols or reflection, so that a look-up is a comparison and the same
/// code runs where there is no reflection. Literals make it short to write:
///
/// ```swift
/// let data: Value = ["applicant": ["name": "Rowan Hale"], "officer": nil, "questions": ["How many?"]]
/// ```
///
/// `null`, `false`, the empty list and the empty text are *absent on purpose*: a section skips them, an
/// inverted section shows for them, and strict mode does not complain about them.
public enum Value: Sendable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  /// Text, put into the letter as it is: a value is never read as a template.
  case string(String)
  case list([Value])
  /// Names and what they stand for, in the order given. Of two equal names the first counts.
  case object([(name: String, value: Value)])
  /// Makes template text, which is then rendered where the tag stands.
  ///
  /// Called with the text between the tags of a section as written, or with `""` for a slot; called again
  /// each time the tag is rendered.
  case lambda(@Sendable (_ section: String) -> String)
}

extension Value {
  /// The member of an object with this name, or nil.
  public subscript(name: String) -> Value? {
    guard case .object(let members) = self else { return nil }
    for member in members where member.name == name { return member.value }
    return nil
  }
}

extension Value: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral
{
  public init(nilLiteral: ()) { self = .null }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(integerLiteral value: Int) { self = .int(value) }
  public init(floatLiteral value: Double) { self = .double(value) }
  public init(stringLiteral value: String) { self = .string(value) }
}

extension Value: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(arrayLiteral elements: Value...) { self = .list(elements) }

  public init(dictionaryLiteral elements: (String, Value)...) {
    var members: [(name: String, value: Value)] = []
    for (name, value) in elements { members.append((name, value)) }
    self = .object(members)
  }
}
