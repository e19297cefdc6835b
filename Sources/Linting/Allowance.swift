import Requests
import SourceText

/// A writer's word that a finding may stand: `<!-- allow vague-association: the force says so itself -->`.
///
/// A comment covers the paragraph or list line below it; a header line `allow:` covers the whole text. A
/// reason is required, because the next reader of the file was not there.
struct Allowance: Sendable {
  /// The id of the rule, as typed.
  let rule: String
  let reason: String
  /// Where it is written.
  let place: ByteRange
  let covers: ByteRange

  /// The allowances of a text, in its order.
  static func all(in reading: RequestReading) -> [Allowance] {
    let source = reading.source
    var all: [Allowance] = []
    var parts = reading.parts[...]
    for part in parts where part.kind == .header(.allow) {
      all.append(Allowance(source, part.range, place: part.range, covers: source.content))
    }
    for comment in source.comments {
      let text = source.bytes.trimmed(comment.lowerBound + 4..<comment.upperBound - 3)
      guard source.bytes.matches("allow ", at: text.lowerBound), text.count > 6 else { continue }
      while let part = parts.first, part.range.upperBound <= comment.upperBound {
        parts = parts.dropFirst()
      }
      let end = parts.first?.range.upperBound ?? comment.upperBound
      all.append(
        Allowance(
          source, text.lowerBound + 6..<text.upperBound, place: comment,
          covers: comment.upperBound..<max(end, comment.upperBound)))
    }
    return all.sorted { $0.place.lowerBound < $1.place.lowerBound }
  }

  private init(_ source: Source, _ text: ByteRange, place: ByteRange, covers: ByteRange) {
    var colon = text.lowerBound
    while colon < text.upperBound, source.bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    let reason = min(colon + 1, text.upperBound)..<text.upperBound
    rule = source[source.bytes.trimmed(text.lowerBound..<colon)]
    self.reason = source[source.bytes.trimmed(reason)]
    self.place = place
    self.covers = covers
  }

  func allows(_ finding: Finding) -> Bool {
    !reason.isEmpty && rule == finding.rule && covers.lowerBound <= finding.range.lowerBound
      && finding.range.lowerBound < covers.upperBound
  }
}

extension Rule {
  /// Finds allowances that allow nothing: they would hide the next finding unseen.
  public static let unusedAllow = Rule(
    id: "unused-allow", category: .form, confidence: .high, outlook: .tip,
    summary: "there is nothing here to allow", scope: .all,
    write: "take the line away, or correct the name in it")
}

extension Source {
  /// The `<!-- … -->` of a text, in its order. One that is not closed is none.
  fileprivate var comments: [ByteRange] {
    var comments: [ByteRange] = []
    var next = content.lowerBound
    while let start = bytes.first("<!--", in: next..<content.upperBound),
      let end = bytes.first("-->", in: start + 4..<content.upperBound)
    {
      comments.append(start..<end + 3)
      next = end + 3
    }
    return comments
  }
}
