import SourceText

/// A mail or one part of it: headers, an empty line, a body.
struct MailPart {
  /// Lower-case names, unfolded values.
  private(set) var headers: [(name: [UInt8], value: String)] = []
  private let bytes: [UInt8]
  private var body: ByteRange

  /// Parts inside parts beyond this are no letter.
  private static let deepest = 8
  private static let mostHeaders = 500

  init(_ bytes: [UInt8], _ range: ByteRange) {
    self.bytes = bytes
    body = range
    var start = range.lowerBound
    while start < range.upperBound, headers.count < Self.mostHeaders {
      let line = start..<min(bytes.lineEnd(from: start), range.upperBound)
      let next = min(bytes.nextLine(after: start), range.upperBound)
      if line.isEmpty {
        body = next..<range.upperBound
        return
      }
      if bytes[line.lowerBound].isBlank, !headers.isEmpty {
        headers[headers.count - 1].value += " " + text(bytes.trimmed(line))
      } else if let colon = Self.nameEnd(bytes, line) {
        headers.append(
          (
            bytes[line.lowerBound..<colon].map { $0.folded },
            text(bytes.trimmed(colon + 1..<line.upperBound))
          ))
      } else {
        // No header: what stands here is the body already.
        body = start..<range.upperBound
        return
      }
      start = next
    }
    body = start..<range.upperBound
  }

  /// The value of a header, by its name in small letters.
  subscript(name: StaticString) -> String? {
    headers.first { $0.name.count == name.utf8CodeUnitCount && $0.name.matches(name, at: 0) }?.value
  }

  private func text(_ range: ByteRange) -> String { Charset.utf8.decode(Array(bytes[range])) }

  private static func nameEnd(_ bytes: [UInt8], _ line: ByteRange) -> Int? {
    var i = line.lowerBound
    while i < line.upperBound,
      bytes[i].isASCIILetter || bytes[i].isDigit || bytes[i] == UInt8(ascii: "-")
    {
      i += 1
    }
    return i > line.lowerBound && i < line.upperBound && bytes[i] == UInt8(ascii: ":") ? i : nil
  }
}

// MARK: - The text

extension MailPart {
  /// The text of a part, plain before HTML; nil when it holds none.
  func text(depth: Int) -> (text: String, isPlain: Bool)? {
    let type = ContentType(self["content-type"] ?? "text/plain")
    if self["content-disposition"].map({ Array($0.utf8).matches("attachment", at: 0) }) == true {
      return nil
    }
    if type.isMultipart {
      guard depth < Self.deepest, let boundary = type.boundary else { return nil }
      return text(ofPartsBetween: boundary, depth: depth)
    }
    guard type.isText else { return nil }
    let decoded = TransferDecoding(self["content-transfer-encoding"] ?? "").decode(bytes[body])
    let text = (type.charset ?? .utf8).decode(decoded)
    return type.isHTML ? (HTMLText.plain(text), false) : (text, true)
  }

  /// Of alternatives the plain one; of parts side by side all that are text.
  private func text(ofPartsBetween boundary: [UInt8], depth: Int) -> (text: String, isPlain: Bool)?
  {
    var plain: [String] = []
    var html: [String] = []
    for range in parts(between: boundary) {
      guard let (text, isPlain) = MailPart(bytes, range).text(depth: depth + 1) else { continue }
      if isPlain { plain.append(text) } else { html.append(text) }
    }
    if !plain.isEmpty { return (plain.joined(separator: "\n"), true) }
    return html.isEmpty ? nil : (html.joined(separator: "\n"), false)
  }

  private func parts(between boundary: [UInt8]) -> [ByteRange] {
    var parts: [ByteRange] = []
    var open: Int?
    var start = body.lowerBound
    while start < body.upperBound {
      let next = min(bytes.nextLine(after: start), body.upperBound)
      if isBoundary(boundary, at: start) {
        if let open { parts.append(open..<start) }
        open = next
        let end = start + 2 + boundary.count
        if bytes[at: end] == UInt8(ascii: "-"), bytes[at: end + 1] == UInt8(ascii: "-") {
          return parts
        }
      }
      start = next
    }
    if let open { parts.append(open..<body.upperBound) }
    return parts
  }

  private func isBoundary(_ boundary: [UInt8], at i: Int) -> Bool {
    var end = i + 2 + boundary.count
    guard end <= bytes.count, bytes[i] == UInt8(ascii: "-"), bytes[i + 1] == UInt8(ascii: "-"),
      bytes[i + 2..<end].elementsEqual(boundary)
    else { return false }
    // One boundary may be the beginning of another.
    if bytes[at: end] == UInt8(ascii: "-"), bytes[at: end + 1] == UInt8(ascii: "-") { end += 2 }
    return bytes[end...].first { !$0.isBlank }?.isLineBreak ?? true
  }
}

/// The value of a `Content-Type` header.
private struct ContentType {
  let isMultipart: Bool
  let isText: Bool
  let isHTML: Bool
  private(set) var boundary: [UInt8]?
  private(set) var charset: Charset?

  init(_ value: String) {
    let bytes = Array(value.utf8)
    isMultipart = bytes.matches("multipart/", at: 0)
    isText = bytes.matches("text/", at: 0)
    isHTML = bytes.matches("text/html", at: 0)
    for parameter in bytes.split(separator: UInt8(ascii: ";")).dropFirst() {
      guard let equals = parameter.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = Array(parameter[..<equals].filter { !$0.isWhitespace })
      var value = Array(parameter[(equals + 1)...])
      value = Array(value[value.trimmed(0..<value.count)])
      if value.count >= 2, value.first == UInt8(ascii: "\""), value.last == UInt8(ascii: "\"") {
        value = Array(value[1..<value.count - 1])
      }
      if name.matches("boundary", at: 0) { boundary = value }
      if name.matches("charset", at: 0) { charset = Charset(value) }
    }
    if boundary?.isEmpty == true { boundary = nil }
  }
}
