import Documents
import Requests
import SourceText
import Templating

/// A letter with slots, and what it is for.
public struct LetterTemplate: Sendable {
  public let id: String
  /// What kind of letter it is: `new-request`, `follow-up`.
  public let purpose: String
  /// The one law it is written under; nil when it does for any.
  public let regime: Regime?
  public let title: String
  public let subject: LinkedTemplate
  public let body: LinkedTemplate

  /// Reads a template file and joins it to its partials.
  public init(_ source: Source, partials: Partials) throws(Diagnostics) {
    guard let header = try Header.read(source, schema: .letterTemplate) else {
      throw source.error(
        "a template begins with a header", at: source.contentStart..<source.contentStart,
        remedy: "begin with ---, template: NAME, for: new-request, title: …, subject: …, ---")
    }
    func required(_ name: String) throws(Diagnostics) -> Header.Field {
      for field in header.fields where field.name == name { return field }
      throw source.error("the header has no \"\(name)\"", at: header.range.prefix(3))
    }
    id = try required("template").value
    purpose = try required("for").value
    title = try required("title").value
    let subject = try required("subject")
    self.subject = try Template(source, in: subject.valueRange).linked(to: partials)
    body = try Template(source, in: header.bodyStart..<source.bytes.count).linked(to: partials)
    var regime: Regime?
    for field in header.fields where field.name == "law" {
      guard let found = Regime(rawValue: field.value) else {
        throw source.error(
          "no law is called \"\(field.value)\"", at: field.valueRange,
          remedy: "write foia or foisa")
      }
      regime = found
    }
    self.regime = regime
  }
}

extension LetterTemplate {
  /// Where the letter stands in a template file: behind its header, if it has one.
  public static func body(of source: Source) throws(Diagnostics) -> ByteRange {
    let header = try Header.read(source, schema: .letterTemplate)
    return (header?.bodyStart ?? source.contentStart)..<source.bytes.count
  }
}

extension HeaderSchema {
  /// What may stand in the header of a letter template.
  package static let letterTemplate = HeaderSchema([
    Key("template"), Key("for"), Key("law"), Key("title"), Key("subject"),
  ])
}

extension ByteRange {
  fileprivate func prefix(_ length: Int) -> ByteRange {
    lowerBound..<Swift.min(upperBound, lowerBound + length)
  }
}
