import Requests
import SourceText

/// The offences that one value names, as the letter lists them: by section and title under their Act.
struct OffenceList {
  private(set) var lines: [UnderstoodQuestion.Line] = []
  /// Each with its Act, for the echo.
  private(set) var names: [String] = []

  /// A value in which anything was not recognised stays as it was typed, so that nothing is lost.
  init(_ typed: String, _ table: Offences) {
    var lists: [(act: String, names: [String])] = []
    for reference in table.references(in: typed) {
      guard let offence = reference.offences.first else {
        lines = [.init("Offences", typed)]
        names = []
        return
      }
      // One section can hold several classes of the recording rules; its number takes them all in.
      let isOne = reference.offences.count == 1
      let act = offence.act?.name ?? ""
      let name = isOne || offence.provision.isEmpty ? offence.fullName : offence.provision
      let classes = isOne ? "" : ", all \(reference.offences.count) kinds of it"
      names.append("\(name)\(classes)\(act.isEmpty ? "" : " (\(act))")")
      if let i = lists.firstIndex(where: { $0.act == act }) {
        lists[i].names.append(name)
      } else {
        lists.append((act, [name]))
      }
    }
    for list in lists {
      let label = list.act.isEmpty ? "Offences at common law" : "Offences under the \(list.act)"
      lines.append(.init(label, list: list.names))
    }
    if lists.isEmpty { lines = [.init("Offences", typed)] }
  }
}
