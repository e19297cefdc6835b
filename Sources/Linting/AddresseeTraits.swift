import Requests
import SourceText

/// All that the rules look at in an addressee while they read one text: two addressees that agree in it get the same
/// findings.
///
/// For a request that goes to thousands, so that it is read once for each kind of them. A check that looks at more of
/// its addressee belongs in here.
package struct AddresseeTraits: Hashable {
  private let nations: [Nation]
  private let regime: Regime?
  private let isDepartment: Bool
  private let notes: [Authority.Note?]
  /// The words of its names that the text has in capitals: a check takes abbreviations of its own for known.
  private let names: [WordHash]
  /// Where the text greets somebody, that name is compared as well.
  private let allNames: [String]

  /// The addressees of one text.
  package struct Reader {
    private let capitals: Set<WordHash>
    private let greets: Bool

    package init(_ reading: RequestReading) {
      var capitals: Set<WordHash> = []
      for token in Words(reading.source.bytes).tokens
      where token.traits.contains(.letters) && !token.traits.contains(.smallLetters) {
        capitals.insert(token.hash)
      }
      self.capitals = capitals
      greets = reading.salutation != nil
    }

    package func traits(of addressee: Authority) -> AddresseeTraits {
      var names: [WordHash] = []
      if !capitals.isEmpty {
        names = addressee.wordsOfNames.filter { capitals.contains($0) }
      }
      return AddresseeTraits(
        nations: addressee.nations, regime: addressee.regime,
        isDepartment: addressee.kind == .department,
        notes: [addressee.searchNote, addressee.records], names: names,
        allNames: greets ? addressee.names : [])
    }
  }
}

extension Authority {
  /// The words of all its names.
  var wordsOfNames: [WordHash] {
    names.flatMap { name in Words(Array(name.utf8)).tokens.map { $0.hash } }
  }
}
