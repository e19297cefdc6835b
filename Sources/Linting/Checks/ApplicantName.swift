import Requests
import SourceText

extension Check {
  /// A signature, or a `From:`, that cannot stand for a person or an organisation; or a question list that
  /// has none.
  ///
  /// It never speaks of a pasted text that simply stops: WhatDoTheyKnow adds the name of the account.
  static let applicantName = Check("applicant-name") { inspection in
    var signature: ByteRange?
    var from: ByteRange?
    for part in inspection.reading.parts {
      switch part.kind {
      case .signature: signature = signature ?? part.range
      case .header(.from): from = part.range
      default: break
      }
    }
    if let place = from ?? signature {
      let name = inspection.reading.source[place]
      // A blank to fill is found as a blank.
      if name.utf8.allSatisfy({ $0 == UInt8(ascii: "_") }) { return [] }
      return ApplicantName(name).isUsable ? [] : [Spot(range: place)]
    }
    guard inspection.reading.form == .document, let first = inspection.reading.parts.first else {
      return []
    }
    var spot = Spot(range: first.range)
    spot.message = "the request has no name to sign with"
    return [spot]
  }
}

/// Whether a name will do: "D Moore", "R. Jones" and "Mr Jones" will, "Bob", "R.J." and a handle will not.
///
/// Section 8 of both Acts; the examples are the Commissioner's, as https://www.whatdotheyknow.com/help/privacy
/// passes them on.
package struct ApplicantName {
  package let isUsable: Bool

  package init(_ name: String) {
    var words: [Substring] = []
    for word in name.split(whereSeparator: { $0 == " " || $0 == "." || $0 == "," }) {
      words.append(word)
    }
    let isHandle = name.utf8.contains(UInt8(ascii: "@")) || name.utf8.contains(UInt8(ascii: "_"))
    let hasDigits = name.utf8.contains { (0x30...0x39).contains($0) }
    let hasLongWord = words.contains { $0.unicodeScalars.count > 1 }
    isUsable = words.count > 1 && hasLongWord && !isHandle && !(hasDigits && words.count < 3)
  }
}
