import SourceText

extension String {
  /// Whether the text has the shape of an address that may stand in a header as it is.
  package var isMailAddress: Bool {
    let parts = split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].utf8.contains(UInt8(ascii: ".")) else {
      return false
    }
    let allowed = "!#$%&'*+-/=?^_`{|}~.".utf8
    for byte in parts[0].utf8 where !(byte.isASCIILetter || byte.isDigit || allowed.contains(byte))
    {
      return false
    }
    for byte in parts[1].utf8
    where !(byte.isASCIILetter || byte.isDigit || "-.".utf8.contains(byte)) {
      return false
    }
    return true
  }
}
