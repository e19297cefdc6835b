import SourceText

/// The text of a page, for mails that have no plain part.
///
/// Blocks and line breaks become lines, list items get a bullet, and everything else that is not text is left
/// out. It never fails: an unclosed tag ends with the page.
enum HTMLText {
  static func plain(_ html: String) -> String {
    var reader = Reader(bytes: Array(html.utf8))
    return reader.read()
  }

  private struct Reader {
    let bytes: [UInt8]
    var i = 0
    var out: [UInt8] = []

    mutating func read() -> String {
      while i < bytes.count {
        switch bytes[i] {
        case UInt8(ascii: "<"): tag()
        case UInt8(ascii: "&"): reference()
        case let byte where byte.isWhitespace:
          space()
          i += 1
        default:
          out.append(bytes[i])
          i += 1
        }
      }
      return String(decoding: out, as: UTF8.self)
    }

    private mutating func space() {
      if let last = out.last, !last.isWhitespace { out.append(.space) }
    }

    private mutating func line(_ count: Int) {
      while out.last == .space { out.removeLast() }
      var have = 0
      while have < count, have < out.count, out[out.count - 1 - have] == .newline { have += 1 }
      guard !out.isEmpty, have < count else { return }
      for _ in have..<count { out.append(.newline) }
    }

    private mutating func tag() {
      if bytes.matches("<!--", at: i) { return skip(to: "-->") }
      for hidden: StaticString in ["style", "script", "head", "title"]
      where bytes.matches(hidden, at: i + 1) {
        let after = bytes[at: i + 1 + hidden.utf8CodeUnitCount]
        guard after == UInt8(ascii: ">") || after?.isWhitespace == true else { continue }
        return skipElement(hidden)
      }
      let nameStart = bytes[at: i + 1] == UInt8(ascii: "/") ? i + 2 : i + 1
      guard let first = bytes[at: nameStart], first.isASCIILetter || first == UInt8(ascii: "!")
      else {
        out.append(bytes[i])
        i += 1
        return
      }
      var nameEnd = nameStart
      while nameEnd < bytes.count, bytes[nameEnd].isASCIILetter || bytes[nameEnd].isDigit {
        nameEnd += 1
      }
      let name = String(decoding: bytes[nameStart..<nameEnd].map { $0.folded }, as: UTF8.self)
      switch name {
      case "br": lineBreak()
      case "p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "blockquote": line(2)
      case "tr": line(1)
      case "td", "th": space()
      case "li" where nameStart == i + 1:
        line(1)
        out += Array("- ".utf8)
      default: break
      }
      while i < bytes.count, bytes[i] != UInt8(ascii: ">") { i += 1 }
      i += 1
    }

    private mutating func lineBreak() {
      while out.last == .space { out.removeLast() }
      out.append(.newline)
    }

    private mutating func skip(to end: StaticString) {
      while i < bytes.count, !bytes.matches(end, at: i) { i += 1 }
      i = min(bytes.count, i + end.utf8CodeUnitCount)
    }

    private mutating func skipElement(_ name: StaticString) {
      i += 1
      while i < bytes.count {
        if bytes[i] == UInt8(ascii: "<"), bytes[at: i + 1] == UInt8(ascii: "/"),
          bytes.matches(name, at: i + 2)
        {
          return skip(to: ">")
        }
        i += 1
      }
    }

    private mutating func reference() {
      var end = i + 1
      while end < bytes.count, end - i <= 10, bytes[end] != UInt8(ascii: ";") { end += 1 }
      guard bytes[at: end] == UInt8(ascii: ";"), let scalar = scalar(bytes[i + 1..<end]) else {
        out.append(bytes[i])
        i += 1
        return
      }
      if scalar == "\u{A0}" { out.append(.space) } else { out += String(scalar).utf8 }
      i = end + 1
    }

    private func scalar(_ name: ArraySlice<UInt8>) -> Unicode.Scalar? {
      let text = String(decoding: name, as: UTF8.self)
      if name.first == UInt8(ascii: "#") {
        let isHex = name.dropFirst().first?.folded == UInt8(ascii: "x")
        let digits = String(decoding: name.dropFirst(isHex ? 2 : 1), as: UTF8.self)
        return UInt32(digits, radix: isHex ? 16 : 10).flatMap { Unicode.Scalar($0) }
      }
      return Self.named.first { $0.name == text }?.scalar
    }

    private static let named: [(name: String, scalar: Unicode.Scalar)] = [
      ("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'"), ("nbsp", "\u{A0}"),
      ("pound", "£"), ("euro", "€"), ("ndash", "–"), ("mdash", "—"), ("lsquo", "‘"), ("rsquo", "’"),
      ("ldquo", "“"), ("rdquo", "”"), ("hellip", "…"), ("bull", "•"), ("middot", "·"),
    ]
  }
}
