import Requests
import SourceText

/// The request that a letter quotes.
extension Outline {
  /// The request as the letter quotes it; of several versions the last.
  func quotedRequest() -> RequestReading? {
    var found: RequestReading?
    var i = 0
    while i < parts.count {
      guard parts[i] == .request else {
        i += 1
        continue
      }
      let first = i
      while i < parts.count, parts[i] == .request { i += 1 }
      let lower = text.paragraphs[first].range.lowerBound
      let upper = text.paragraphs[i - 1].range.upperBound
      found = reading(Array(text.bytes[lower..<upper])) ?? found
    }
    return found ?? repeatedRequest() ?? requestBelow()
  }

  /// The questions that the letter repeats one by one, each above what it says of it.
  private func repeatedRequest() -> RequestReading? {
    var bytes: [UInt8] = []
    for i in repeatedQuestions {
      bytes += text.bytes.unwrapped(text.paragraphs[i].range).utf8
      bytes += [.newline, .newline]
    }
    return bytes.isEmpty ? nil : reading(bytes)
  }

  /// The applicant's mail below the letter, as mail programs quote it.
  private func requestBelow() -> RequestReading? {
    var bytes: [UInt8] = []
    for (i, paragraph) in text.paragraphs.enumerated()
    where paragraph.isQuoted && parts[i] != .letter {
      var start = paragraph.range.lowerBound
      while start < paragraph.range.upperBound {
        let end = min(text.bytes.lineEnd(from: start), paragraph.range.upperBound)
        let line = text.bytes.trimmed(start..<end)
        let isMarked = text.bytes[at: line.lowerBound] == UInt8(ascii: ">")
        bytes += text.bytes[(isMarked ? line.lowerBound + 1 : line.lowerBound)..<line.upperBound]
        bytes.append(.newline)
        start = text.bytes.nextLine(after: start)
      }
      bytes.append(.newline)
    }
    return bytes.isEmpty ? messageBelow() : reading(bytes)
  }

  private static let heads: [StaticString] = ["from:", "sent:", "to:", "date:", "subject:", "cc:"]

  /// The applicant's mail below the letter, where it bears only its head: "From: … Subject: …".
  private func messageBelow() -> RequestReading? {
    guard
      let head = text.paragraphs.indices.first(where: { i in
        (parts[i] == .footer || parts[i] == .closing)
          && text.bytes.matches("from:", at: text.paragraphs[i].range.lowerBound)
      })
    else { return nil }
    let first = text.paragraphs.indices[head...].first { i in
      !Self.heads.contains { text.bytes.matches($0, at: text.paragraphs[i].range.lowerBound) }
    }
    return first.flatMap {
      reading(Array(text.bytes[text.paragraphs[$0].range.lowerBound...]))
    }
  }

  private func reading(_ typed: [UInt8]) -> RequestReading? {
    // Quotation marks around the whole are not the request's.
    var bytes = typed
    for mark in [[UInt8(ascii: "\"")], [0xE2, 0x80, 0x9C]] where bytes.starts(with: mark) {
      for i in mark.indices { bytes[i] = .space }
      let closing: [UInt8] = mark.count == 1 ? mark : [0xE2, 0x80, 0x9D]
      if bytes.suffix(closing.count) == closing[...] { bytes.removeLast(closing.count) }
    }
    let quoted = Source(
      name: "the request in \(text.source.name)", text: String(decoding: bytes, as: UTF8.self))
    guard let reading = try? RequestReading(quoted), !reading.request.questions.isEmpty else {
      return nil
    }
    return reading
  }
}
