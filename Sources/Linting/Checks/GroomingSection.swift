import Requests
import SourceText
import WorkingDays

extension Check {
  /// A list of offences of online grooming that leaves out section 15A, the one most often committed online.
  static let groomingSection = Check("grooming-section") { inspection in
    // The Act is that of England and Wales.
    let nations = inspection.addressee?.nations ?? []
    if !nations.isEmpty, !nations.contains(.england), !nations.contains(.wales) { return [] }
    let isOnline = Vocabulary(inspection).mentions("online internet grooming digital cyber chat")
    let named = inspection.namedOffences.filter { $0.isProvision }
    let ids = Set(named.flatMap { $0.reference.offences.map { $0.id } })
    guard isOnline, ids.contains("soa-2003-s15"), !ids.contains("soa-2003-s15a"),
      let section = inspection.offences?["soa-2003-s15a"],
      let last = named.last(where: { $0.reference.offences.contains { $0.id == "soa-2003-s15" } })
    else { return [] }
    if let window = Windows(inspection)[last.part.question], let start = section.inForceFrom,
      window.last < start
    {
      return []
    }
    return [Spot(range: last.range, question: last.part.question)]
  }
}

extension NamedOffence {
  fileprivate var isProvision: Bool {
    if case .provision = reference.kind { true } else { false }
  }
}
