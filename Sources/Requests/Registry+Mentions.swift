import SourceText

extension Registry {
  /// The authority that wrote a letter: the one that signs it, or else stands at its head; nil when none does.
  ///
  /// A name counts where it is a line of its own or stands among the words of an address or office. Who is only
  /// spoken of in a sentence did not write it.
  public func signing(_ source: Source) -> Authority? {
    let finder = NameFinder(authorities)
    let lines = Line.all(of: source.bytes, in: source.content).filter {
      $0.kind != .blank && $0.kind != .quoted && $0.kind != .comment
    }
    func first(_ lines: ArraySlice<Line>) -> Authority? {
      for line in lines {
        if let found = finder.addressing(line.range, in: source.bytes) { return found }
      }
      return nil
    }
    let closing = lines.firstIndex { $0.isClosing(in: source.bytes) } ?? lines.endIndex
    let signature = lines[closing...].dropFirst().prefix(Self.longestSignature)
    let greeting = lines.firstIndex { $0.addressee(in: source) != nil } ?? lines.startIndex
    let head = lines[..<min(greeting, Self.longestHead)]
    return first(signature) ?? first(head)
      ?? first(lines[greeting...].suffix(Self.longestSignature))
  }

  private static let longestSignature = 10
  private static let longestHead = 40

  /// The authority that a text names most often by its full name, the first of equals; nil when it names none.
  ///
  /// For a letter that says who wrote it nowhere but in its sentences.
  public func mentioned(in source: Source) -> Authority? {
    let finder = NameFinder(authorities)
    let bytes = source.bytes.map { $0.folded }
    var counts = [Int](repeating: 0, count: finder.authorities.count)
    var best: Int?
    for start in bytes.indices {
      guard let found = finder.name(in: bytes, at: start)?.authority else { continue }
      counts[found] += 1
      if best.map({ counts[found] > counts[$0] }) ?? true { best = found }
    }
    return best.map { finder.authorities[$0] }
  }
}

/// Finds full names of authorities in texts.
private struct NameFinder {
  let authorities: [Authority]
  private var names: [(bytes: [UInt8], authority: Int)] = []
  private var byFirst = [[Int]](repeating: [], count: 256)

  init(_ authorities: [Authority]) {
    self.authorities = authorities
    for (i, authority) in authorities.enumerated() {
      for name in [authority.name] + authority.otherNames where name.utf8.contains(.space) {
        let name = name.utf8.map { $0.folded }
        byFirst[Int(name[0])].append(names.count)
        names.append((name, i))
      }
    }
  }

  /// The longest name that begins at a place of a text in small letters: "South Yorkshire Police" is not "Yorkshire
  /// Police".
  func name(in bytes: [UInt8], at start: Int) -> (length: Int, authority: Int)? {
    guard start == 0 || !bytes[start - 1].isASCIILetter else { return nil }
    var longest: (length: Int, authority: Int)?
    for i in byFirst[Int(bytes[start])] {
      let (name, authority) = names[i]
      let end = start + name.count
      guard name.count > longest?.length ?? 0, end <= bytes.count,
        end == bytes.count || !bytes[end].isASCIILetter, bytes[start..<end].elementsEqual(name)
      else { continue }
      longest = (name.count, authority)
    }
    return longest
  }

  private static let longestLine = 120
  /// The words of offices and addresses that are written small.
  private static let small = WordSet(
    """
    team unit department office officer manager adviser advisor services section headquarters police freedom of
    information foi data protection disclosure and the for on behalf at in
    """)
  /// Before whom a letter goes to, and what it is about.
  private static let others = WordSet("to cc subject re fwd dear")

  /// The authority that a line names, where it says nothing else than an address or office.
  func addressing(_ line: ByteRange, in text: [UInt8]) -> Authority? {
    guard line.count <= Self.longestLine else { return nil }
    let bytes = text[line].map { $0.folded }
    var found: (range: Range<Int>, authority: Int)?
    for start in bytes.indices where found == nil {
      found = name(in: bytes, at: start).map { (start..<start + $0.length, $0.authority) }
    }
    guard let found else { return nil }
    let words = Words(text, in: line).tokens
    guard let first = words.first, !Self.others.contains(first.hash) else { return nil }
    for word in words where word.traits.contains(.letters) {
      let isName = found.range.contains(word.range.lowerBound - line.lowerBound)
      guard isName || word.traits.contains(.capital) || Self.small.contains(word.hash) else {
        return nil
      }
    }
    return authorities[found.authority]
  }
}
