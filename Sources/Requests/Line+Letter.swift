import SourceText

/// The lines that a letter begins and ends with.
extension Line {
  /// Whom it greets; nil when it greets nobody.
  func addressee(in source: Source) -> String? {
    let bytes = source.bytes
    for greeting: StaticString in [
      "Dear ", "To whom ", "To the ", "Hello", "Hi", "Good morning", "Good afternoon",
    ]
    where bytes.matches(greeting, at: range.lowerBound) {
      let next = range.lowerBound + greeting.utf8CodeUnitCount
      if bytes[next - 1] != .space {
        // "His", "Hi-vis" and the like greet nobody.
        if let byte = bytes[at: next], byte.isASCIILetter || byte == UInt8(ascii: "-") { continue }
        // A letter of one line: "Hello, how many thefts were there?"
        if let end = bytes[at: range.upperBound - 1], ".?".utf8.contains(end) { return nil }
      }
      // "Dear" and a blank, with nobody behind it, greets no one.
      guard range.count <= 120, range.count >= greeting.utf8CodeUnitCount else { return nil }
      let isDear = bytes.matches("Dear ", at: range.lowerBound)
      var name = isDear ? range.lowerBound + 5..<range.upperBound : range
      while let last = bytes[at: name.upperBound - 1], ",:;".utf8.contains(last), !name.isEmpty {
        name = name.lowerBound..<name.upperBound - 1
      }
      return source[bytes.trimmed(name)]
    }
    return nil
  }

  /// Whether it is a name and nothing else: up to four words with a capital each.
  func isName(in bytes: [UInt8]) -> Bool {
    guard kind == .plain || isInitial, range.count <= 40 else { return false }
    let words = bytes[range].split(separator: .space)
    return words.count <= 4
      && words.allSatisfy { word in
        let last = word.last ?? 0
        return word.first.map { $0.isASCIILetter && $0 != $0.folded || $0 >= 0x80 } ?? false
          && word.allSatisfy { $0.isASCIILetter || $0 >= 0x80 || "'-.".utf8.contains($0) }
          && (last != UInt8(ascii: ".") || word.count == 2)
      }
  }

  /// Whether it begins with a letter that would be a label in a list: the "R." of "R. Hale".
  var isInitial: Bool {
    if case .label(let mark) = kind, case .letters = mark.steps[0] { true } else { false }
  }

  /// Whether it is the "Yours faithfully" above a name.
  func isClosing(in bytes: [UInt8]) -> Bool {
    guard kind == .plain, range.count <= 40 else { return false }
    for closing: StaticString in [
      "Yours faithfully", "Yours sincerely", "Yours truly", "Kind regards",
      "Best regards", "Warm regards", "Regards", "Best wishes", "Best,", "Cheers", "Sincerely",
      "Respectfully",
    ] where bytes.matches(closing, at: range.lowerBound) { return true }
    // Thanks by themselves close a letter; thanks for something are a sentence of it.
    for whole: StaticString in ["Yours", "Many thanks", "Thanks", "Thank you"]
    where bytes.matches(whole, at: range.lowerBound) {
      let rest = range.lowerBound + whole.utf8CodeUnitCount..<range.upperBound
      return rest.isEmpty || ",.".utf8.contains(bytes[rest.lowerBound])
    }
    return false
  }

  /// Whether it may stand alone above a greeting, as "FOI request" does: short, and no sentence.
  func isHeading(in bytes: [UInt8]) -> Bool {
    guard kind == .plain, range.count <= 100, let last = bytes[at: range.upperBound - 1] else {
      return false
    }
    return !".?!;".utf8.contains(last)
  }

  /// Whether it names what a letter is about: "Re: Tasers", "Freedom of Information request".
  func isSubject(in bytes: [UInt8]) -> Bool {
    if subjectStart(in: bytes) > range.lowerBound { return true }
    // An office in an address: "Freedom of Information Team".
    let offices: [StaticString] = ["team", "unit", "office", "department", "manager", "section"]
    if mentions(offices, in: bytes) { return false }
    let words: [StaticString] = ["foi", "freedom of information", "information request", "request"]
    return mentions(words, in: bytes)
  }

  private func mentions(_ words: [StaticString], in bytes: [UInt8]) -> Bool {
    for i in range where i == range.lowerBound || !bytes[i - 1].isASCIILetter {
      for word in words where bytes.matches(word, at: i) { return true }
    }
    return false
  }

  /// Where the words behind "Re:" or "Subject:" begin.
  func subjectStart(in bytes: [UInt8]) -> Int {
    for word: StaticString in ["re:", "ref:", "subject:", "re "]
    where bytes.matches(word, at: range.lowerBound) {
      let rest = bytes.trimmed(range.lowerBound + word.utf8CodeUnitCount..<range.upperBound)
      if !rest.isEmpty { return rest.lowerBound }
    }
    return range.lowerBound
  }
}

extension Array<UInt8> {
  /// Whether what begins here is said to the office about its answer: "I look forward to hearing from you."
  func beginsCourtesy(at start: Int) -> Bool {
    let openings: [StaticString] = [
      "i look forward", "looking forward", "i hope ", "thank", "many thanks", "with thanks", "if ",
      "should you ", "please let me know if", "please do not hesitate", "please don't hesitate",
      "please contact me", "please acknowledge", "please confirm receipt", "please note",
      "please reply", "please respond", "please answer", "please send your reply",
      "please send your response", "please e-mail", "please email", "kindly acknowledge",
      "i would prefer", "i would be happy", "i am happy to", "i would be grateful if you could let",
      "i would be grateful for a reply", "i would be grateful for an early", "do let me know",
      "feel free",
    ]
    return openings.contains { matches($0, at: start) }
  }
}
