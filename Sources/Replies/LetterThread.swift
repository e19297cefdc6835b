import SourceText
import WorkingDays

/// A whole page of letters, as it is copied from WhatDoTheyKnow: the request, what came back, what was written
/// then, and remarks of readers in between.
///
/// The page has no marks between its letters, so they are told apart by how letters begin and end: an authority's has
/// the sender's name on a line of its own ("Freedom of Information,"), the applicant's begins with "Dear" where the
/// letter before it has been signed. Remarks ("… left an annotation") are left out.
public struct LetterThread: Sendable {
  public struct Message: Sendable {
    public let isFromAuthority: Bool
    /// The letter alone, without the line that names its sender.
    public let source: Source
    /// The day that stands beside the sender's name; nil where the page shows none.
    public let day: Day?
  }

  public let messages: [Message]

  /// - Returns: nil when the text is a single letter.
  public init?(_ source: Source) {
    var splitter = ThreadSplitter(source)
    splitter.split()
    guard splitter.hasSenderLine, splitter.messages.count > 1 else { return nil }
    messages = splitter.messages
  }

  /// What the authority wrote, the latest last.
  public var replies: [Message] { messages.filter { $0.isFromAuthority } }

  /// The applicant's latest letter before another.
  ///
  /// - Parameter reply: the place of that other among all ``messages``.
  public func request(before reply: Int) -> Message? {
    messages.prefix(reply).last { !$0.isFromAuthority }
  }
}

private struct ThreadSplitter {
  let source: Source
  private(set) var messages: [LetterThread.Message] = []
  private(set) var hasSenderLine = false

  private enum Kind { case authority, applicant, annotation }

  private var kind: Kind?
  private var start = 0
  private var day: Day?
  private var isSigned = false
  /// A day on a line of its own, which belongs to the letter that follows.
  private var dayBefore: Day?

  init(_ source: Source) { self.source = source }

  mutating func split() {
    var offset = source.contentStart
    var isAfterBlank = true
    while offset < source.bytes.count {
      let lineStart = offset
      let line = source.bytes.trimmed(offset..<source.bytes.lineEnd(from: offset))
      offset = source.bytes.nextLine(after: offset)
      guard !line.isEmpty else {
        isAfterBlank = true
        continue
      }
      let isAlone =
        isAfterBlank
        && source.bytes.trimmed(
          offset..<source.bytes.lineEnd(from: min(offset, source.bytes.count))
        )
        .isEmpty
      if line.count <= 200 { take(line, at: lineStart, next: offset, isAlone) }
      isAfterBlank = false
    }
    close(at: source.bytes.count)
  }

  private mutating func take(_ line: ByteRange, at lineStart: Int, next: Int, _ isAlone: Bool) {
    let words = source[line].split(separator: " ").map { String($0) }
    if isAlone, words.count <= 12, isAnnotation(words) {
      close(at: lineStart)
      begin(.annotation, at: next)
    } else if isAlone, isOver, let sender = senderLine(words) {
      close(at: lineStart)
      begin(.authority, at: next)
      day = sender.day ?? dayBefore
      dayBefore = nil
      hasSenderLine = true
    } else if isSalutation(words), isOver, kind != .authority || isSigned {
      close(at: lineStart)
      begin(.applicant, at: lineStart)
      day = dayBefore
      dayBefore = nil
    } else if isAlone, isOver, words.count <= 8, let found = day(atEndOf: words) {
      dayBefore = found
    } else if words.count <= 4, let first = words.first, first == "Yours" || first == "Kind" {
      isSigned = true
    }
  }

  /// Whether a new letter may begin: nothing has yet, or what there is has been signed.
  private var isOver: Bool { kind == nil || kind == .annotation || isSigned }

  /// `Dear Kent Police,`: nothing stands behind the comma.
  private func isSalutation(_ words: [String]) -> Bool {
    words.first == "Dear" && words.count <= 10 && !words.dropLast().contains { $0.hasSuffix(",") }
  }

  /// `P Reader left an annotation (5 January 2021)`
  private func isAnnotation(_ words: [String]) -> Bool {
    guard let left = words.firstIndex(of: "left"), left + 2 < words.count else { return false }
    return words[left + 1] == "an" && words[left + 2].hasPrefix("annotation")
  }

  /// `Freedom of Information, 5 January 2021`: a few words in capitals up to a comma, and a day or nothing.
  private func senderLine(_ words: [String]) -> (day: Day?, Void)? {
    guard let comma = words.firstIndex(where: { $0.hasSuffix(",") }), comma < 8,
      let first = words.first, !["Dear", "Yours", "Kind", "Best", "Many"].contains(first),
      first.utf8.first.map({ (0x41...0x5A).contains($0) }) ?? false
    else { return nil }
    let rest = Array(words[(comma + 1)...])
    if rest.isEmpty { return (nil, ()) }
    return day(atEndOf: rest).map { ($0, ()) }
  }

  private func day(atEndOf words: [String]) -> Day? {
    guard words.count >= 3 else { return nil }
    return try? Day.read(words.suffix(3).joined(separator: " "))
  }

  private mutating func begin(_ next: Kind, at offset: Int) {
    kind = next
    start = offset
    day = nil
    isSigned = false
  }

  private mutating func close(at end: Int) {
    defer { kind = nil }
    guard let kind, kind != .annotation else { return }
    let range = source.bytes.trimmed(start..<max(start, end))
    guard !range.isEmpty else { return }
    messages.append(
      LetterThread.Message(
        isFromAuthority: kind == .authority,
        source: Source(
          name: "letter \(messages.count + 1) of \(source.name)", text: source[range] + "\n"),
        day: day))
  }
}
