import SourceText

extension PointReader {
  func extents() -> [Extent] {
    var extents: [Extent] = []
    var restated: ByteRange?
    /// The question that stands above, until the letter turns to what every letter says.
    var above: String?
    /// How far the list goes of which each line is a point.
    var (listStart, listEnd) = (0, 0)
    var i = 0
    while i < text.paragraphs.count {
      let next: Int
      let count = extents.count
      if let label = repeated[i] {
        // A list of questions is a quotation; one alone stands above what is said of it.
        above = i > 0 && repeated[i - 1] != nil ? nil : label
      } else if isSkipped(i), text.paragraphs[i].sentences.contains(where: { roles[$0] == .out }) {
        above = nil
      }
      if asksForEachLine(below: i), let list = list(after: i) {
        (listStart, listEnd) = (i + 1, max(listEnd, list.last + 1))
      }
      let isListed = i >= listStart && i < listEnd
      if let number = numbers[i] {
        next = addNumbered(number, at: i, to: &extents)
      } else if isSkipped(i) {
        next = i + 1
      } else if asks(inParagraph: i) {
        next =
          i + 1 < listEnd && leadsToList(i) ? i + 1 : addAsking(i, restated, to: &extents)
      } else if isListed || outline.shows(.reads, in: i) || complains(i) {
        extents.append(
          Extent(
            range: text.paragraphs[i].range, lastParagraph: i,
            number: isListed ? text.paragraphs[i].label?.label : nil))
        next = i + 1
      } else {
        if holdsQuotation(i) { restated = text.paragraphs[i].range }
        next = i + 1
      }
      for added in extents.indices.dropFirst(count) { extents[added].above = above }
      i = next
    }
    return extents
  }

  private static let choosing = WordSet(
    "which whether either or mean means meant between e.g example")

  private static let following = WordHash("following")

  /// Whether a paragraph ends with a colon, or with "the following".
  private func leadsToList(_ i: Int) -> Bool {
    if outline.endsWithColon(i) { return true }
    let words = text.words.indices(in: text.paragraphs[i].range).suffix(2)
    return words.contains { text.words.tokens[$0].hash == Self.following }
  }

  /// "Please tell us the following:" is answered line by line, "which of these do you mean:" by one of the lines.
  private func asksForEachLine(below i: Int) -> Bool {
    guard outline.parts[i] == .letter, leadsToList(i), numbers[i] == nil,
      let last = text.paragraphs[i].sentences.last
    else { return false }
    let asks =
      roles[last] == .asks || outline.shows(.announces, inSentence: last)
      || outline.shows(.clarifies, inSentence: last)
    return asks
      && !text.sentences[last].tokens.contains {
        Self.choosing.contains(text.words.tokens[$0].hash)
      }
  }

  /// Whether a paragraph says what is wrong with a question that it names, and no other asks about it at once.
  private func complains(_ i: Int) -> Bool {
    guard outline.shows(.problem, in: i), names(i) else { return false }
    let next = i + 1
    return
      !(next < text.paragraphs.count && numbers[next] == nil && !isSkipped(next)
      && asks(inParagraph: next) && !names(next))
  }

  private func holdsQuotation(_ i: Int) -> Bool {
    text.words.indices(in: text.paragraphs[i].range).contains { isQuoted[$0] }
  }

  /// A numbered point runs to the next number; behind the last, only what still asks or proposes belongs to it.
  private func addNumbered(_ number: Number, at first: Int, to extents: inout [Extent]) -> Int {
    // "3. No clarification needed."
    if !asks(inParagraph: first), outline.shows(.settled, in: first) { return first + 1 }
    let named = labels.named(in: text.paragraphs[first].range)
    var last = first
    var isBroken = false
    var i = first + 1
    while i < text.paragraphs.count, numbers[i] == nil, repeated[i] == nil,
      outline.parts[i] == .letter
    {
      if isSkipped(i) {
        isBroken = true
        if number.isLast { break }
      } else if asks(inParagraph: i) || outline.shows(.suggests, in: i) {
        if number.isLast, joins(i) || turns(i, from: named) { break }
        last = i
      } else if !isBroken, !number.isLast {
        last = i
      }
      i += 1
    }
    extents.append(
      Extent(
        range: text.paragraphs[first].range.lowerBound..<text.paragraphs[last].range.upperBound,
        lastParagraph: last, number: number.label, isNumberOfQuestion: number.isQuestion))
    return max(last, first) + 1
  }

  /// Whether a paragraph begins by naming another question than those named before it.
  private func turns(_ i: Int, from before: [String]) -> Bool {
    guard let first = text.paragraphs[i].sentences.first else { return false }
    return turns(at: first, from: Set(before))
  }

  private func joins(_ i: Int) -> Bool {
    guard let first = text.paragraphs[i].sentences.first else { return false }
    return outline.shows(.joins, inSentence: first)
  }

  private func addAsking(_ i: Int, _ restated: ByteRange?, to extents: inout [Extent]) -> Int {
    let list = self.list(after: i)
    if let list, list.asks { return i + 1 }
    var groups = groups(in: i)
    guard !groups.isEmpty else { return i + 1 }
    if let start = start(before: i, extents) {
      groups[0] = start..<groups[0].upperBound
      if let last = extents.last, last.lastParagraph == i - 1 { extents.removeLast() }
    }
    for group in groups {
      extents.append(Extent(range: group, lastParagraph: i, restated: restated))
    }
    var end = i
    if let list {
      extents[extents.count - 1].list = list.lines
      end = list.last
    }
    while trails(end + 1) { end += 1 }
    let lower = extents[extents.count - 1].range.lowerBound
    if end > i {
      extents[extents.count - 1].range = lower..<text.paragraphs[end].range.upperBound
      extents[extents.count - 1].lastParagraph = end
    }
    return end + 1
  }

  /// The stretches of a paragraph that each ask for one thing.
  private func groups(in i: Int) -> [ByteRange] {
    var groups: [(range: ByteRange, asks: Bool, questions: Set<String>)] = []
    var isOpen = false
    let sentences = text.paragraphs[i].sentences
    for sentence in sentences {
      guard roles[sentence] != .out else {
        isOpen = false
        continue
      }
      let range = text.sentences[sentence].range
      let asks = roles[sentence] == .asks
      let questions = Set(labels.named(in: range))
      let last = groups.count - 1
      let isNew =
        !isOpen
        || groups[last].asks
          && (outline.shows(.joins, inSentence: sentence)
            || turns(at: sentence, from: groups[last].questions)
              && asksBeforeTurning(sentence..<sentences.upperBound, from: questions))
      if isNew {
        groups.append((range, asks, questions))
      } else {
        groups[last].range = groups[last].range.lowerBound..<range.upperBound
        groups[last].asks = groups[last].asks || asks
        groups[last].questions.formUnion(questions)
      }
      isOpen = true
    }
    return groups.filter { $0.asks }.map { $0.range }
  }

  private static let leads = WordSet(
    """
    regarding concerning for on in at under with relation regard regards respect reference to of as and also similarly \
    turning moving finally lastly next then secondly thirdly likewise , your the our
    """)

  /// Whether a sentence begins by naming a question ("As for question 3, …") other than those named before it.
  private func turns(at sentence: Int, from before: Set<String>) -> Bool {
    let tokens = text.sentences[sentence].tokens
    guard let first = tokens.first(where: { !Self.leads.contains(text.words.tokens[$0].hash) })
    else { return false }
    // "third question", "question 3", "Q3"
    let name = first..<min(first + 3, tokens.upperBound)
    let named = labels.named(in: text.words.bytes(of: name))
    return !named.isEmpty && !before.isEmpty && before.isDisjoint(with: named)
  }

  /// Whether one of some sentences asks before they turn to another question.
  private func asksBeforeTurning(_ sentences: Range<Int>, from questions: Set<String>) -> Bool {
    for sentence in sentences {
      if turns(at: sentence, from: questions) { return false }
      if roles[sentence] == .asks { return true }
    }
    return false
  }

  /// Where a point begins that leans on the paragraph before it: a question repeated, or what is wrong.
  private func start(before i: Int, _ extents: [Extent]) -> Int? {
    let before = i - 1
    guard before >= 0, numbers[before] == nil, !isSkipped(before) else { return nil }
    let range = text.paragraphs[before].range
    if turns(i, from: labels.named(in: range)) { return nil }
    if let last = extents.last, last.lastParagraph == before {
      let isSingle = text.paragraphs[before].sentences.count == 1 && last.number == nil
      let leans = text.paragraphs[i].sentences.first { roles[$0] == .asks }
        .map { outline.shows(.leans, inSentence: $0) }
      return isSingle && leans == true ? range.lowerBound : nil
    }
    return outline.shows(.problem, in: before) && !asks(inParagraph: before)
      ? range.lowerBound : nil
  }

  /// Whether a paragraph goes on with the point above: it asks nothing anew, but proposes or names a question.
  private func trails(_ i: Int) -> Bool {
    guard i < text.paragraphs.count, numbers[i] == nil, !isSkipped(i), !asks(inParagraph: i),
      !outline.endsWithColon(i), !outline.shows(.reads, in: i), !joins(i),
      !text.paragraphs[i].isBullet || !text.paragraphs[i - 1].isBullet
    else { return false }
    return outline.shows(.suggests, in: i) || outline.shows(.hints, in: i) || names(i)
  }

  private static let longestList = 60

  /// The list that a paragraph with a colon at its end announces.
  private func list(after i: Int) -> (lines: [ByteRange], last: Int, asks: Bool)? {
    guard leadsToList(i) else { return nil }
    var lines: [ByteRange] = []
    var last = i
    var asks = false
    var next = i + 1
    while next < text.paragraphs.count, outline.parts[next] == .letter,
      lines.count < Self.longestList
    {
      let paragraph = text.paragraphs[next]
      let isItem =
        text.paragraphs[i + 1].isBullet
        ? paragraph.isBullet : paragraph.label != nil || paragraph.range.count <= 80
      guard isItem, !isSkipped(next) else { break }
      asks = asks || self.asks(inParagraph: next) || numbers[next] != nil
      lines.append(paragraph.range)
      last = next
      next += 1
    }
    if next == i + 1, next < text.paragraphs.count, !isSkipped(next) {
      asks = self.asks(inParagraph: next)
    }
    return lines.isEmpty && !asks ? nil : (lines, last, asks)
  }
}
