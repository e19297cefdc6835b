import Requests
import SourceText

/// The offences that a question names, as the letter lists them: by section and title under their Act.
struct OffenceList {
  private(set) var lines: [UnderstoodQuestion.Line] = []
  /// Each with its Act, for the echo.
  private(set) var names: [String] = []
  /// By Act, in the order in which the Acts first come up.
  private var lists: [(act: String, names: [String])] = []

  /// - Parameter values: each as typed. One in which anything was not recognised stays as it is, so that nothing is
  ///   lost; one that ends in "together" asks for one figure for all that it names.
  init(_ values: [String], _ table: Offences) {
    var asTyped: [String] = []
    for value in values {
      var references = table.references(in: value)
      let isJoined = references.last.map { value.isJoined(by: $0) } ?? false
      if isJoined { references.removeLast() }
      let offences = references.map { Named($0) }
      if offences.isEmpty || offences.contains(where: { $0 == nil }) {
        asTyped.append(value)
      } else {
        add(offences.compactMap { $0 }, isJoined: isJoined)
      }
    }
    for list in lists {
      let label = list.act.isEmpty ? "Offences at common law" : "Offences under the \(list.act)"
      lines.append(.init(label, list: list.names))
    }
    for value in asTyped { lines.append(.init("Offences", value)) }
  }

  private struct Named {
    let act: String
    let name: String
    let classes: String

    /// Nil when the table does not know it.
    init?(_ reference: OffenceReference) {
      guard let offence = reference.offences.first else { return nil }
      // One section can hold several classes of the recording rules; its number takes them all in.
      let count = reference.offences.count
      let isOne = count == 1
      act = offence.act?.name ?? ""
      name = isOne || offence.provision.isEmpty ? offence.fullName : offence.provision
      classes = isOne ? "" : ", \(count == 2 ? "both" : "all \(count)") kinds of it"
    }

    var inFull: String { "\(name)\(classes)\(act.isEmpty ? "" : " (\(act))")" }
  }

  private mutating func add(_ offences: [Named], isJoined: Bool) {
    guard isJoined, let first = offences.first else {
      for offence in offences {
        names.append(offence.inFull)
        add(offence.name, under: offence.act)
      }
      return
    }
    var joined = first.name
    for other in offences.dropFirst() {
      joined += ", together with \(other.act == first.act ? other.name : other.inFull)"
    }
    names.append(offences.map { $0.inFull }.joined(separator: ", together with "))
    add(joined, under: first.act)
  }

  private mutating func add(_ name: String, under act: String) {
    if let i = lists.firstIndex(where: { $0.act == act }) {
      lists[i].names.append(name)
    } else {
      lists.append((act, [name]))
    }
  }
}

extension String {
  /// Whether what was not recognised at the end of a value says that the offences before it make one figure.
  fileprivate func isJoined(by last: OffenceReference) -> Bool {
    guard last.kind == .unknown else { return false }
    let words = comparableName(String(decoding: Array(utf8)[last.range], as: UTF8.self))
    return words == "together" || words == "counted together"
  }
}
