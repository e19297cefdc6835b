import Requests
import SourceText

extension Check {
  /// Offences, bodies, codes and Acts of one nation in a letter to an authority of another.
  ///
  /// The wrong Act on information is answered all the same. Offences of another nation are worse than a
  /// refusal: the answer is nought, and looks like an answer.
  static let wrongNation = Check("wrong-nation") { inspection in
    guard let addressee = inspection.addressee, let nation = addressee.nations.first else {
      return []
    }
    var spots: [Spot] = []
    for named in inspection.namedOffences {
      let offences = named.reference.offences
      guard
        !offences.contains(where: { offence in
          addressee.nations.contains { offence.applies(in: $0) }
        })
      else { continue }
      var spot = Spot(range: named.range, question: named.part.question)
      let nearest = inspection.equivalents(of: offences, in: nation)
      spot.message =
        "\(offences[0].reference) is no law in \(nation.name)"
        + (nearest.isEmpty ? "" : "; nearest there: \(nearest)")
      spot.key = "offence"
      spots.append(spot)
    }
    let terms = ForeignTerm.all.filter { $0.isForeign(to: addressee) }
    for part in inspection.parts {
      if part.kind == .field(.outcome), addressee.nations == [.scotland] {
        var spot = Spot(range: part.range, question: part.question)
        spot.message = "outcome numbers mean nothing in Scotland"
        spot.key = "outcome"
        spots.append(spot)
        continue
      }
      let indices = part.tokens
      for i in indices {
        guard let (term, found) = inspection.foreignTerm(at: i, within: indices, among: terms)
        else { continue }
        var spot = Spot(range: inspection.words.bytes(of: found), question: part.question)
        if term.isLaw {
          spot.message = "the law here is the \(addressee.regime?.name ?? "law of another place")"
          spot.outlook = .tip
        } else {
          let words = inspection.reading.source.bytes.unwrapped(spot.range)
          let instead = nation == .scotland ? term.inScotland : term.inNorthernIreland
          spot.message =
            "\"\(words)\" means nothing in \(nation.name)"
            + (instead.map { "; there: \($0)" } ?? "")
        }
        spot.key = term.words
        spots.append(spot)
      }
    }
    return spots
  }
}

/// Words that belong to some nations only.
private struct ForeignTerm {
  /// In small letters, with what may follow after a bar.
  let words: String
  let nations: [Nation]
  var isLaw = false
  var inScotland: String?
  var inNorthernIreland: String?
  private let first: [WordHash]
  private let last: WordSet

  init(
    _ words: String, then last: StaticString, of nations: [Nation], isLaw: Bool = false,
    inScotland: String? = nil, inNorthernIreland: String? = nil
  ) {
    self.words = words
    self.nations = nations
    self.isLaw = isLaw
    self.inScotland = inScotland
    self.inNorthernIreland = inNorthernIreland
    var first: [WordHash] = []
    for token in Words(Array(words.utf8)).tokens { first.append(token.hash) }
    self.first = first
    self.last = WordSet(last)
  }

  func isForeign(to authority: Authority) -> Bool {
    !nations.contains { authority.nations.contains($0) }
  }

  /// Where it ends among tokens that begin at one.
  func end(at start: Int, in tokens: [Words.Token], until limit: Int) -> Int? {
    var i = start
    // One word is an abbreviation; in small letters it is a piece of an address.
    if first.count == 1, last.isEmpty, tokens[start].traits.contains(.smallLetters) { return nil }
    for hash in first {
      guard i < limit, tokens[i].hash == hash else { return nil }
      i += 1
    }
    if last.isEmpty { return i }
    for gap in 0..<3 where i + gap < limit && last.contains(tokens[i + gap].hash) {
      return i + gap + 1
    }
    return nil
  }

  static let all: [ForeignTerm] = [
    ForeignTerm(
      "crown prosecution service", then: "", of: [.england, .wales],
      inScotland: "the Crown Office and Procurator Fiscal Service, which answers for itself",
      inNorthernIreland: "the Public Prosecution Service, which answers for itself"),
    ForeignTerm(
      "cps", then: "", of: [.england, .wales],
      inScotland: "the Crown Office and Procurator Fiscal Service, which answers for itself",
      inNorthernIreland: "the Public Prosecution Service, which answers for itself"),
    ForeignTerm(
      "home office", then: "flag flags marker", of: [.england, .wales],
      inScotland: "your own marker, for example for cyber crime",
      inNorthernIreland: "your own marker, for example for cyber crime"),
    ForeignTerm(
      "home office", then: "code codes class classes counting",
      of: [.england, .wales, .northernIreland],
      inScotland: "the offence by its Act and section, or by its name at common law"),
    ForeignTerm(
      "outcome", then: "1 2 3 4 8 9 10 14 15 16 18 20 21 22",
      of: [.england, .wales, .northernIreland],
      inScotland: "crimes detected, or people reported to the procurator fiscal"),
    ForeignTerm("procurator fiscal", then: "", of: [.scotland]),
    ForeignTerm("copfs", then: "", of: [.scotland]),
    ForeignTerm(
      "freedom of information act", then: "2000", of: [.england, .wales, .northernIreland],
      isLaw: true),
    ForeignTerm("freedom of information (scotland) act", then: "", of: [.scotland], isLaw: true),
  ]
}

extension Inspection {
  fileprivate func foreignTerm(at i: Int, within indices: Range<Int>, among terms: [ForeignTerm])
    -> (ForeignTerm, Range<Int>)?
  {
    for term in terms {
      if let end = term.end(at: i, in: words.tokens, until: indices.upperBound) {
        return (term, i..<end)
      }
    }
    return nil
  }

  /// Up to three offences of a nation that are nearest to some of another.
  fileprivate func equivalents(of foreign: [Offence], in nation: Nation) -> String {
    var names: [String] = []
    for offence in foreign {
      for near in offences?.equivalents(of: offence, in: nation).offences ?? [] {
        // An offence at common law goes by its title alone.
        let name =
          near.act == nil ? near.reference : "\(near.reference) (\(near.titleInSentence))"
        if !names.contains(name), names.count < 3 { names.append(name) }
      }
    }
    return names.joined(separator: "; ")
  }
}

extension Nation {
  fileprivate var name: String {
    switch self {
    case .england: "England"
    case .wales: "Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    }
  }
}
