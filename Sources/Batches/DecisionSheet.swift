import Requests
import SourceText

/// The decisions of a batch as people make them: `decisions.md`, boxes to tick under headings.
///
/// The program only ever adds headings at its end, so whatever a person wrote into it stays.
public struct DecisionSheet: Sendable {
  /// What was ticked under a heading.
  struct Entry: Sendable {
    let scope: Decision.Scope
    let subject: String
    let place: Diagnostic.Place
    /// The line as it stands behind its box; nil while none is ticked.
    let ticked: String?
  }

  private(set) var entries: [Entry] = []
  private var byKey: [String: Int] = [:]

  public init() {}

  /// Reads a sheet.
  ///
  /// - Parameter id: the id of the authority that a heading names; nil when there is none.
  /// - Throws: every heading with two ticks, or with a tick at words that were not filled in.
  public init(_ source: Source, id: (String) -> String?) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    var heading: (scope: Decision.Scope, subject: String, place: Diagnostic.Place)?
    var ticks: [(text: String, place: Diagnostic.Place)] = []
    func finish(_ sheet: inout DecisionSheet) {
      guard let heading else { return }
      if ticks.count > 1 {
        problems.append(
          Diagnostic(
            "two boxes are ticked under \"\(heading.subject)\"", at: ticks[1].place,
            remedy: "leave one of them"))
      }
      if let tick = ticks.first, tick.text.hasBlank {
        problems.append(
          Diagnostic(
            "the box is ticked, but the blank beside it is not filled in", at: tick.place,
            remedy: "write your words in place of ____"))
      }
      sheet.add(
        Entry(
          scope: heading.scope, subject: heading.subject, place: heading.place,
          ticked: ticks.first?.text))
    }
    var start = source.contentStart
    while start < source.bytes.count {
      let line = source.bytes.trimmed(start..<source.bytes.lineEnd(from: start))
      let text = source[line]
      if text.hasPrefix("#") {
        finish(&self)
        heading = nil
        ticks = []
        let title = String(text.drop { $0 == "#" || $0 == " " })
        if let (scope, subject) = Self.parts(of: title, id) {
          heading = (scope, subject, .init(source, line))
        }
      } else if let tick = Self.tick(text) {
        ticks.append((tick, .init(source, line)))
      }
      start = source.bytes.nextLine(after: start)
    }
    finish(&self)
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }

  private mutating func add(_ entry: Entry) {
    let key = Decision.key(entry.scope, entry.subject)
    // A heading that stands twice counts where something is ticked.
    if let known = byKey[key] {
      if entries[known].ticked == nil { entries[known] = entry }
    } else {
      byKey[key] = entries.count
      entries.append(entry)
    }
  }

  /// "Scotland: question 3, outcome" taken apart; nil for a heading of another kind.
  private static func parts(of heading: String, _ id: (String) -> String?) -> (
    Decision.Scope, String
  )? {
    guard let colon = heading.firstIndex(of: ":") else { return nil }
    let name = String(heading[..<colon]).trimmed
    let subject = String(heading[heading.index(after: colon)...]).trimmed
    guard !subject.isEmpty else { return nil }
    let comparable = comparableName(name)
    if comparable == "all" { return (.all, subject) }
    for jurisdiction in Jurisdiction.allCases
    where comparable == comparableName(jurisdiction.name) {
      return (.jurisdiction(jurisdiction), subject)
    }
    return (.authority(id(name) ?? name), subject)
  }

  /// What stands behind a ticked box.
  private static func tick(_ line: String) -> String? {
    for start in ["- [x]", "- [X]", "* [x]", "* [X]", "[x]", "[X]"] where line.hasPrefix(start) {
      var text = String(line.dropFirst(start.utf8.count)).trimmed
      if text.hasPrefix("* ") { text = String(text.dropFirst(2)).trimmed }
      return text
    }
    return nil
  }
}

extension DecisionSheet {
  /// What was decided about a subject, the narrowest scope first: for this authority, for its jurisdiction, for all.
  func entry(_ subject: String, _ jurisdiction: Jurisdiction, _ authority: String?) -> Entry? {
    var scopes: [Decision.Scope] = [.jurisdiction(jurisdiction), .all]
    if let authority { scopes.insert(.authority(authority), at: 0) }
    for scope in scopes {
      if let i = byKey[Decision.key(scope, subject)], entries[i].ticked != nil {
        return entries[i]
      }
    }
    return nil
  }

  /// The ids of the authorities that something was decided for singly.
  public var authorities: Set<String> {
    var ids: Set<String> = []
    for entry in entries {
      if case .authority(let id) = entry.scope, entry.ticked != nil { ids.insert(id) }
    }
    return ids
  }

  /// Whether a decision has its heading.
  func lists(_ decision: Decision) -> Bool { byKey[decision.key] != nil }
}

extension DecisionSheet.Entry {
  /// What was chosen, in terms of what was offered, of "other: …", or of the words that always hold.
  ///
  /// - Throws: when the ticked line is none of these.
  func choice(among choices: [Decision.Choice]) throws(Diagnostics) -> Decision.Choice? {
    guard let ticked else { return nil }
    let wanted = comparableName(ticked)
    if let offered = choices.first(where: { comparableName($0.text) == wanted }) { return offered }
    if let colon = ticked.firstIndex(of: ":"), comparableName(String(ticked[..<colon])) == "other" {
      let words = String(ticked[ticked.index(after: colon)...]).trimmed
      return .init(ticked, .write(words), isComparable: false)
    }
    if wanted.hasPrefix("withdraw") { return .init(ticked, .withdraw, isComparable: false) }
    if wanted.hasPrefix("leave") && wanted.hasSuffix("out") {
      return .init(ticked, .leaveOut, isComparable: false)
    }
    if wanted.hasPrefix("leave") || wanted.hasPrefix("keep") { return .init(ticked, .keep) }
    throw Diagnostics([
      Diagnostic(
        "\"\(ticked)\" is none of the choices here", at: place,
        remedy: "write your own words as \"other: …\"")
    ])
  }
}

// MARK: - Writing

extension DecisionSheet {
  /// The sheet with headings for decisions that have none yet; nil when there is nothing to add.
  ///
  /// - Parameter old: the sheet as it is; nil for the first.
  public func text(adding decisions: [Decision], to old: String?) -> String? {
    var seen: Set<String> = []
    let new = decisions.filter { !lists($0) && seen.insert($0.key).inserted }
    guard !new.isEmpty else { return nil }
    var text = old ?? Self.opening
    if text.utf8.last != .newline { text += "\n" }
    for decision in new { text += decision.section }
    return text
  }

  private static let opening = """
    # Decisions

    Tick one box under each heading ([x]) and run foi bulk again. An authority gets no letter while one of its decisions \
    is open; the others do. A star marks what foi would take.

    You can add headings of your own: whom it is for, a colon, and what it is about. "## kent: question 2, marker" with \
    "- [x] other: the CY marker" below it writes that marker into Kent's letter alone; "## all: dates" changes the dates \
    for everybody; "## kent: question 3" with "- [x] withdraw" asks Kent one question less.

    """
}

extension Decision {
  fileprivate var section: String {
    var text =
      "\n## \(scope.text.onOneLine): \(subject.onOneLine)\n\n\(reason.onOneLine)\n\n"
    for choice in choices {
      text += "- [ ] \(choice.isSuggested ? "* " : "")\(choice.text.onOneLine)\n"
    }
    return text + "- [ ] other: ____\n"
  }
}
