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
    for name in reading.request[.to] + [reading.salutation ?? ""] where !name.isEmpty {
      if case .one(let authority) = match(name) { return authority }
    }
    return nil
  }
}
