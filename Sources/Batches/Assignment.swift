import Requests

/// Whether an authority gets a version of the questions, and why not.
///
/// A batch once sent twice brought hundreds of duplicates: who is working on one version gets no other by itself.
public enum Assignment: Sendable, Hashable {
  /// It was never written to.
  case new
  /// An older version stands ready and was not sent: this one takes its place.
  case inPlaceOf(version: Int)
  /// It has this version.
  case has
  /// It is working on an older version; a new one would start its clock again.
  case working(version: Int)
  /// It asked what is meant, and gets a reply of its own.
  case asked(version: Int)
  case answered(version: Int)
  /// The user withdrew it or passed it over.
  case over
  /// Chosen singly, though it works on an older version or has answered it.
  case again(version: Int)

  public init(_ authority: String, version: Int, in ledger: Ledger, again: Set<String>) {
    let rows = ledger.rows(of: authority)
    guard let last = rows.last else {
      self = .new
      return
    }
    if rows.contains(where: { $0.version == version }) {
      self = .has
    } else if last.status.isOver {
      self = .over
    } else if !last.isSent, !last.isAnswered {
      self = .inPlaceOf(version: last.version)
    } else if again.contains(authority) {
      self = .again(version: last.version)
    } else if last.status.asksForClarification {
      self = .asked(version: last.version)
    } else {
      self = last.isAnswered ? .answered(version: last.version) : .working(version: last.version)
    }
  }
}

extension Ledger {
  /// Puts an authority down for a version of the questions.
  ///
  /// - Returns: the number of its row; nil when it gets no letter.
  public mutating func enter(_ authority: String, version: Int, as assignment: Assignment) -> Int? {
    switch assignment {
    case .new, .again: return add(authority, version: version)
    case .inPlaceOf(let old):
      guard let row = row(authority, version: old) else { return nil }
      set(.version, ofRow: row, to: "\(version)")
      return row
    case .has: return row(authority, version: version)
    case .working, .asked, .answered, .over: return nil
    }
  }
}
