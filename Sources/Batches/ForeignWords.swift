import Requests
import SourceText

/// Words of a request that mean nothing under another criminal law, and that no rule of translation took away.
struct ForeignWords {
  let range: ByteRange
  let question: String?
  let kind: RequestReading.Part.Kind
  let words: String

  /// Acts, sections and announced codes that do not hold for an authority, wherever they stand in a request.
  ///
  /// Terms such as "Crown Prosecution Service" are the linter's to find; see ``Translation``.
  static func all(
    in reading: RequestReading, for jurisdiction: Jurisdiction, offences: Offences
  ) -> [ForeignWords] {
    guard jurisdiction != .several else { return [] }
    var found: [ForeignWords] = []
    for part in reading.parts where part.kind.isOwnWords {
      let bytes = reading.source.bytes
      for reference in offences.references(in: bytes, range: part.range) {
        let isForeign: Bool
        switch reference.kind {
        case .act(let act): isForeign = !offences.holds(act, in: jurisdiction.nation)
        case .provision(let act?, _):
          isForeign =
            reference.offences.isEmpty
            ? !offences.holds(act, in: jurisdiction.nation)
            : !reference.offences.contains { $0.applies(in: jurisdiction.nation) }
        case .code:
          let isField = part.kind == .field(.offences)
          isForeign =
            jurisdiction != .englandAndWales
            && (isField || bytes.isAnnounced(reference.range.lowerBound, in: part.range))
        case .provision(nil, _), .name, .unknown: isForeign = false
        }
        guard isForeign else { continue }
        found.append(
          ForeignWords(
            range: reference.range, question: part.question, kind: part.kind,
            words: reading.source[reference.range]))
      }
    }
    return found
  }
}

extension RequestReading.Part.Kind {
  /// What the applicant wrote for the authority to read.
  var isOwnWords: Bool {
    switch self {
    case .context, .question, .field: true
    case .header(let name):
      switch name {
      case .title, .define, .dates, .countedBy, .splitBy, .format: true
      default: false
      }
    case .salutation, .quotation, .closing, .signature: false
    }
  }
}

extension Offences {
  /// Whether an Act has an offence in a nation; one without any offence in the table may hold anywhere.
  func holds(_ act: Offence.Act, in nation: Nation) -> Bool {
    let its = all.filter { $0.act == act }
    return its.isEmpty || its.contains { $0.applies(in: nation) }
  }
}

extension Array<UInt8> {
  /// Whether "code" or "class" stands not far before an offset: "24/7" is no Home Office code.
  fileprivate func isAnnounced(_ offset: Int, in range: ByteRange) -> Bool {
    let before = ProseWords(self, in: Swift.max(range.lowerBound, offset - 60)..<offset)
    return before.words.suffix(6).contains {
      ["code", "codes", "class", "classes", "home"].contains($0.text)
    }
  }
}
