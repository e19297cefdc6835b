import Requests
import SourceText
import Templating

/// What every letter's template sees of the people and the law in it.
extension Applicant {
  var value: Value {
    [
      "name": .string(name), "organisation": .optional(organisation),
      "replyTo": .optional(replyTo),
    ]
  }
}

extension Authority {
  var value: Value {
    [
      "name": .string(name), "salutation": .string(salutation),
      "nation": .string(nations.first?.rawValue ?? ""),
    ]
  }
}

extension Regime {
  var value: Value {
    [
      "name": .string(name), "short": .string(shortName), "regulator": .string(regulator),
      "days": .int(replyDays), "reviewDays": .int(reviewReplyDays),
    ]
  }
}

extension Value {
  /// Null for nothing: absent on purpose.
  static func optional(_ text: String?) -> Value {
    guard let text, !text.isEmpty else { return .null }
    return .string(text)
  }
}

extension String {
  /// Without white space at either end.
  var trimmedAtEnd: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
  }
}
