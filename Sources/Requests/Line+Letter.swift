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
      "Yours faithfully", "Yours sincerely", "Yours truly", "Yours,", "Kind regards",
      "Best regards", "Warm regards", "Regards", "Best wishes", "Best,", "Cheers", "Sincerely",
      "Respectfully",
    ] where bytes.matches(closing, at: range.lowerBound) { return true }
    // Thanks by themselves close a letter; thanks for something are a sentence of it.
    for thanks: StaticString in ["Many thanks", "Thanks", "Thank you"]
    where bytes.matches(thanks, at: range.lowerBound) {
      let rest = range.lowerBound + thanks.utf8CodeUnitCount..<range.upperBound
      return rest.isEmpty || bytes[rest.lowerBound] == UInt8(ascii: ",")
    }
    return false
  }
}
