import Requests
import SourceText

/// A web or mail address that opens a filled-in form or message.
public struct Link: Sendable, Hashable {
  public let address: String

  /// Links up to this length, in bytes, have been seen to work everywhere.
  ///
  /// WhatDoTheyKnow once failed at about 2,558 (alaveteli issue 4016); some mail programs stop at 2,000.
  public static let comfortable = 2_500
  /// Beyond this length web servers refuse; the text has to be copied and pasted.
  public static let longest = 7_500

  /// Whether the link may fail on the way, so that the text had better be at hand too.
  public var isLong: Bool { address.utf8.count > Self.comfortable }
}

extension Letter {
  /// The form for a new request to this authority on WhatDoTheyKnow, filled in.
  ///
  /// The site puts its own subject prefix, salutation and sign-off around the text, so these are left out
  /// here. A signed-in Pro account drops the text (alaveteli issue 8461).
  ///
  /// - Returns: nil when the authority has no page there, or the link would be longer than servers take.
  public var whatDoTheyKnowLink: Link? {
    guard !authority.slug.isEmpty else { return nil }
    return link(
      "https://www.whatdotheyknow.com/new/\(authority.slug.percentEncoded)"
        + "?title=\(title.oneLine.percentEncoded)&default_letter=\(body.percentEncoded)")
  }

  /// A message to the authority, opened in the applicant's own mail program.
  ///
  /// - Parameter recipient: the authority's address; without one the message has none either.
  /// - Returns: nil when the link would be longer than mail programs take.
  public func mailtoLink(to recipient: String?) -> Link? {
    // RFC 6068: line breaks are CRLF, and "@" may stand as it is.
    let address = (recipient ?? "").split(separator: "@").map { String($0).percentEncoded }
    return link(
      "mailto:\(address.joined(separator: "@"))?subject=\(subject.oneLine.percentEncoded)"
        + "&body=\(text.withMailLines.percentEncoded)")
  }

  private func link(_ address: String) -> Link? {
    address.utf8.count <= Link.longest ? Link(address: address) : nil
  }

  /// The letter between salutation and sign-off.
  public var body: String {
    guard let reading = try? RequestReading(Source(name: "letter", text: text)) else { return text }
    var range = reading.source.content
    for part in reading.parts {
      switch part.kind {
      case .salutation: range = part.range.upperBound..<range.upperBound
      case .closing: range = range.lowerBound..<min(range.upperBound, part.range.lowerBound)
      default: break
      }
    }
    return reading.source[reading.source.bytes.trimmed(range)]
  }
}

extension String {
  /// The text on one line: a line break in a title or a name must not begin a header or a field of its own.
  package var oneLine: String {
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var out = ""
    for scalar in unicodeScalars {
      let isBreak = scalar.isControl || scalar.value == 0x2028 || scalar.value == 0x2029
      if !isBreak {
        out.unicodeScalars.append(scalar)
      } else if !out.isEmpty, out.utf8.last != .space {
        out += " "
      }
    }
    return out
  }
}
