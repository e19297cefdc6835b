import Requests
import SourceText

extension LabelMark {
  /// The mark of an answer: "A1.", "Answer 1:", "Our response to Q1 -".
  init?(ofAnswer bytes: [UInt8], _ line: ByteRange) {
    var i = line.lowerBound
    func skip(_ words: [StaticString]) -> Bool {
      for word in words where bytes.matches(word, at: i) {
        i += word.utf8CodeUnitCount
        return true
      }
      return false
    }
    let isAbbreviated: Bool
    if bytes[at: i]?.folded == UInt8(ascii: "a"), bytes[at: i + 1]?.isDigit == true {
      i += 1
      isAbbreviated = true
    } else {
      _ = skip(["our ", "the "])
      guard skip(["answer ", "response ", "reply ", "ans ", "ans. "]) else { return nil }
      if skip(["to ", "for "]) { _ = skip(["your ", "part "]) }
      isAbbreviated = false
    }
    let isNumbered =
      bytes[at: i]?.isDigit == true || bytes[at: i]?.folded == UInt8(ascii: "q")
    guard i < line.upperBound, isNumbered else { return nil }
    // "A1" alone may be a road or a size of paper.
    self.init(bytes, at: i, end: line.upperBound, isWorded: !isAbbreviated)
    guard case .number = steps[0] else { return nil }
  }
}
