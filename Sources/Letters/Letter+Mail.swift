import Requests
import SourceText
import WorkingDays

extension Letter {
  /// The letter as an unsent e-mail message, to be opened and sent in a mail program (RFC 5322, MIME).
  ///
  /// Header values are kept to one line, so that no name or title can add a header of its own.
  ///
  /// - Parameters:
  ///   - recipient: the authority's address; without one `To:` is left out and the sender fills it in.
  ///   - day: the day the message bears.
  public func message(to recipient: String?, on day: Day) -> [UInt8] {
    var headers = ["Date: \(day.mailDate)"]
    if let sender = applicant.replyTo, sender.isMailAddress {
      headers.append(MailHeader.mailbox("From", name: applicant.name, address: sender))
    }
    if let recipient, recipient.isMailAddress {
      headers.append(MailHeader.mailbox("To", name: authority.name, address: recipient))
    }
    headers.append(MailHeader.text("Subject", subject))
    headers += [
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: quoted-printable",
      "X-Unsent: 1",
    ]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count * 2)
    for header in headers { bytes += "\(header)\r\n".utf8 }
    bytes += "\r\n".utf8
    QuotedPrintable.append(text, to: &bytes)
    return bytes
  }
}

extension Day {
  /// `Tue, 24 Nov 2026 12:00:00 +0000`; noon falls on that day all over Britain.
  fileprivate var mailDate: String {
    let words = text.utf8.split(separator: .space).map { Substring($0) }
    return "\(weekday.name.prefix(3)), \(words[0]) \(words[1].prefix(3)) \(words[2]) 12:00:00 +0000"
  }
}

/// Header lines, folded and encoded where mail needs it (RFC 5322, RFC 2047).
enum MailHeader {
  private static let lineLength = 76

  static func text(_ name: String, _ value: String) -> String {
    "\(name): \(encoded(value.oneLine, after: name.utf8.count + 2))"
  }

  static func mailbox(_ header: String, name: String, address: String) -> String {
    let name = name.oneLine
    let isPlain = name.utf8.allSatisfy { $0.isASCIILetter || $0.isDigit || $0 == .space }
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    let written =
      !isASCII || !name.isFoldable
      ? encodedWords(name, after: 6) : isPlain ? name : "\"\(escaped(name))\""
    return "\(header): \(written)\r\n <\(address)>"
  }

  private static func escaped(_ name: String) -> String {
    var out = ""
    for scalar in name.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { out += "\\" }
      out.unicodeScalars.append(scalar)
    }
    return out
  }

  private static func encoded(_ value: String, after column: Int) -> String {
    // "=?" would be read as an encoded word.
    let isPlain = value.utf8.allSatisfy { (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "?") }
    return isPlain && value.isFoldable
      ? folded(value, after: column) : encodedWords(value, after: column)
  }

  /// Breaks a plain value at blanks, so that no line is longer than mail likes.
  private static func folded(_ value: String, after column: Int) -> String {
    var out: [UInt8] = []
    var width = column
    var isFirst = true
    for word in value.utf8.split(separator: .space, omittingEmptySubsequences: false) {
      if !isFirst, width + 1 + word.count > lineLength, !word.isEmpty {
        out += "\r\n ".utf8
        width = 1 + word.count
      } else {
        if !isFirst { out.append(.space) }
        width += word.count + 1
      }
      out += word
      isFirst = isFirst && word.isEmpty
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Encoded words of at most 75 bytes, cut between scalars.
  private static func encodedWords(_ value: String, after column: Int) -> String {
    var words: [String] = []
    var bytes: [UInt8] = []
    // "=?utf-8?B?" and "?=" take 12 bytes, and four letters stand for three bytes.
    var room = (lineLength - 1 - column - 12) / 4 * 3
    for scalar in value.unicodeScalars {
      let next = Array(UTF8.encode(scalar).map { Array($0) } ?? [])
      if bytes.count + next.count > room {
        words.append("=?utf-8?B?\(Base64.encoded(bytes))?=")
        bytes = []
        room = (lineLength - 2 - 12) / 4 * 3
      }
      bytes += next
    }
    if !bytes.isEmpty { words.append("=?utf-8?B?\(Base64.encoded(bytes))?=") }
    return words.joined(separator: "\r\n ")
  }
}

extension String {
  /// Whether no word of it is too long for a line of a header.
  fileprivate var isFoldable: Bool {
    var width = 0
    for byte in utf8 {
      width = byte == .space ? 0 : width + 1
      if width > 60 { return false }
    }
    return true
  }
}

enum Base64 {
  static func encoded(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for offset in 0..<3 { bits = bits << 8 | Int(bytes[at: start + offset] ?? 0) }
      for place in 0..<4 {
        out.append(
          place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}

/// RFC 2045, section 6.7.
enum QuotedPrintable {
  static func append(_ text: String, to out: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var width = 0
    for (i, byte) in bytes.enumerated() {
      if byte == .newline {
        out.append(.carriageReturn)
        out.append(.newline)
        width = 0
        continue
      }
      let endsLine = i + 1 == bytes.count || bytes[i + 1] == .newline
      let isPlain =
        (0x21..<0x7F).contains(byte) && byte != UInt8(ascii: "=")
        || byte.isBlank && !endsLine
      let length = isPlain ? 1 : 3
      if width + length > (endsLine ? 76 : 75) {
        out += "=\r\n".utf8
        width = 0
      }
      if isPlain {
        out.append(byte)
      } else {
        out.append(UInt8(ascii: "="))
        out.appendHexadecimal(byte)
      }
      width += length
    }
  }
}
