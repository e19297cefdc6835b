import Requests
import SourceText

extension Check {
  /// Capitals that the letter does not spell out and that not everybody at a force knows.
  static let abbreviations = Check("abbreviations") { inspection in
    let isPolice = inspection.addressee.map { $0.kind != .department } ?? true
    let names = WordSet(inspection.addressee?.wordsOfNames ?? [])
    var told: Set<WordHash> = []
    var spelledOut: Set<WordHash>?
    var spots: [Spot] = []
    for part in inspection.parts {
      let indices = part.tokens
      for i in indices where inspection.isAbbreviation(at: i, within: indices) {
        let token = inspection.words.tokens[i]
        if Abbreviation.everyday.contains(token.hash) { continue }
        if isPolice, Abbreviation.police.contains(token.hash) { continue }
        if spelledOut == nil { spelledOut = inspection.spelledOut }
        if spelledOut?.contains(token.hash) ?? false { continue }
        guard !names.contains(token.hash), told.insert(token.hash).inserted else { continue }
        spots.append(Spot(range: token.range, question: part.question))
      }
    }
    return spots
  }
}

private enum Abbreviation {
  static let everyday = WordSet(
    """
    usa bbc nhs mps msp msps vat gps csv pdf xls xlsx ods foi foia foisa eir gdpr dpa ico and not \
    all only faq pin sim url usb dna hiv covid cctv ons dvla hmrc sms wdtk dob sen send pfi ehcp
    """)
  static let police = WordSet(
    """
    anpr bwv psd asb cps pnc pnd cse csa csae nfa rtc rtcs pcso pcsos dci dcs acc dcc iopc ipcc \
    hmic npcc acpo nca ceop nfib psni copfs pps pbna fgm hba hbv shpo shpos mappa mash marac vawg \
    rui bcu npt nte aep cid ctu soa pace ripa chis ncrs hocr gmp wmp mps btp ppe taser nslec tpu \
    hoc stop dvpn dvpo crn cjs moj hmcts oapa hate
    """)
}

extension Inspection {
  /// Those in brackets, before a bracket, or in a definition, anywhere in the text.
  fileprivate var spelledOut: Set<WordHash> {
    var hashes: Set<WordHash> = []
    let bytes = reading.source.bytes
    let meaning = WordSet("means stands refers is")
    for (i, token) in words.tokens.enumerated() where !token.traits.contains(.mark) {
      let before = token.range.lowerBound - 1
      let after = words.tokens.indices.contains(i + 1) ? words.tokens[i + 1] : nil
      let isBracketed = before >= 0 && bytes[before] == UInt8(ascii: "(")
      let opensBracket = after.map { bytes[$0.range.lowerBound] == UInt8(ascii: "(") } ?? false
      if isBracketed || opensBracket || after.map({ meaning.contains($0.hash) }) ?? false {
        hashes.insert(token.hash)
      }
    }
    for part in reading.parts where part.kind == .header(.define) || part.kind == .field(.define) {
      for token in words.tokens[words.indices(in: part.range)] { hashes.insert(token.hash) }
    }
    return hashes
  }

  /// Three to six capital letters, and no heading in capitals around them.
  fileprivate func isAbbreviation(at i: Int, within indices: Range<Int>) -> Bool {
    func isInCapitals(_ i: Int) -> Bool {
      guard indices.contains(i) else { return false }
      let traits = words.tokens[i].traits
      return traits.contains(.letters) && traits.isDisjoint(with: [.smallLetters, .digits])
    }
    // What stands in quotation marks is a word to search for.
    let quotes: Words.Traits = Words.Traits(
      rawValue: Words.Traits.opensQuotation.rawValue | Words.Traits.closesQuotation.rawValue)
    guard words.tokens[i].traits.isDisjoint(with: quotes) else { return false }
    let length = words.tokens[i].range.count
    return isInCapitals(i) && (3...6).contains(length) && !isInCapitals(i - 1)
      && !isInCapitals(i + 1)
  }
}
