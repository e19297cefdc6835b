import SourceText

extension Registry {
  /// To whom a request goes: who was named, the first of its own `To:` that is known, or whom it greets.
  ///
  /// - Returns: nil when nobody known is named; a salutation may be "Dear Sir".
  /// - Throws: when the name given apart from the request is unknown.
  public func addressee(
    of reading: RequestReading, named name: String? = nil
  ) throws(Diagnostics) -> Authority? {
    if let name { return try authority(named: name) }
    for line in reading.request[.to] {
      if case .one(let authority) = match(line) { return authority }
      for part in line.utf8.split(separator: UInt8(ascii: ",")) {
        if case .one(let authority) = match(String(decoding: Array(part), as: UTF8.self)) {
          return authority
        }
      }
    }
    if let greeted = reading.salutation, case .one(let authority) = match(greeted) {
      return authority
    }
    return nil
  }
}
