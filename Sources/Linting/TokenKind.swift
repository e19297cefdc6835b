import SourceText

/// How a word is told by its looks.
extension Pattern.TokenKind {
  /// Of which traits a word of the kind has at least one; nil when it need not have any.
  var traits: Words.Traits? {
    switch self {
    case .numeral, .year, .day: .digitFirst
    case .code: .digits
    case .capitalised: .capital
    case .opensQuotation, .isQuotation: .opensQuotation
    case .closesQuotation: .closesQuotation
    case .insideQuotation: nil
    }
  }

  func fits(_ token: Words.Token, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let traits = token.traits
    switch self {
    case .numeral: return traits.contains(.digitFirst)
    case .code: return traits.contains(.digits)
    case .capitalised: return traits.contains(.capital)
    case .opensQuotation:
      return traits.contains(.opensQuotation) && !traits.contains(.closesQuotation)
    case .insideQuotation: return traits.isDisjoint(with: [.opensQuotation, .closesQuotation])
    case .closesQuotation: return traits.contains(.closesQuotation)
    case .isQuotation: return traits.contains([.opensQuotation, .closesQuotation])
    case .year:
      let first = token.range.lowerBound
      return traits.contains(.digitFirst) && !traits.contains(.letters) && token.range.count == 4
        && (bytes[first] == 0x31 && bytes[first + 1] == 0x39
          || bytes[first] == 0x32 && bytes[first + 1] == 0x30)
    case .day:
      guard traits.contains(.digitFirst) else { return false }
      return isDay(bytes, token.range)
    }
  }

  /// "1" to "31", with or without "st", "nd", "rd", "th".
  private func isDay(_ bytes: UnsafeBufferPointer<UInt8>, _ word: ByteRange) -> Bool {
    guard word.count <= 4 else { return false }
    var day = 0
    var i = word.lowerBound
    while i < word.upperBound, bytes[i].isDigit {
      day = day * 10 + Int(bytes[i] - 0x30)
      i += 1
    }
    let ending = i..<word.upperBound
    return (1...31).contains(day)
      && (ending.isEmpty || ending.count == 2 && ending.allSatisfy { bytes[$0].isASCIILetter })
  }
}
