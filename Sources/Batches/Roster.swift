import Documents
import Letters
import Requests
import SourceText

/// To whom a batch goes, and who was left out and why.
public struct Roster: Sendable {
  public struct Member: Sendable {
    public let authority: Authority
    /// The row of the user's table that names it; nil when it was named without one.
    let row: Int?
  }

  public struct LeftOut: Sendable, Hashable {
    public let name: String
    public let reason: String
  }

  /// In the order they were named.
  public private(set) var members: [Member] = []
  public private(set) var leftOut: [LeftOut] = []
  /// How many of the user's own authorities name no nation and were taken for England and Wales.
  public private(set) var withoutNation = 0
  public private(set) var table: CSV?
  private var ids: Set<String> = []

  public init() {}

  public mutating func add(_ selection: Registry.Selection) {
    for authority in selection.asked where ids.insert(authority.id).inserted {
      members.append(Member(authority: authority, row: nil))
    }
    for authority in selection.leftOut {
      leftOut.append(LeftOut(name: authority.name, reason: authority.reason))
    }
  }

  /// Adds the authorities of a table: one a row, by id or name, with whatever else the user wants in the letters.
  ///
  /// Authorities that are not in the registry need a column `law` or `nation`, or WhatDoTheyKnow's own `Tags`.
  ///
  /// - Throws: when the table has no column that names authorities.
  public mutating func add(_ table: CSV, registry: Registry) throws(Diagnostics) {
    let columns = Columns(table)
    guard !columns.names.isEmpty else { throw Self.noNames(table) }
    self.table = table
    for (i, cells) in table.rows.enumerated() {
      guard let name = columns.name(cells) else { continue }
      guard let authority = authority(cells, columns, registry) else {
        leftOut.append(LeftOut(name: name, reason: unknown(name, in: table, registry)))
        continue
      }
      if let reason = columns.reason(cells) ?? (authority.canBeAsked ? nil : authority.reason) {
        leftOut.append(LeftOut(name: name, reason: reason))
      } else if ids.insert(authority.id).inserted {
        members.append(Member(authority: authority, row: i))
      } else {
        leftOut.append(
          LeftOut(name: name, reason: "it stands twice in the list; it gets one letter"))
      }
    }
  }

  /// Why a row without a law is left out: its name is misspelt, or nobody that foi knows.
  private func unknown(_ name: String, in table: CSV, _ registry: Registry) -> String {
    // A list with more of them than this has no slips in it, but authorities of its own; looking takes time.
    let mostSlips = 50
    if leftOut.count < mostSlips, let meant = registry.nearestAuthority(to: name) {
      return
        "not in foi's list; did you mean \"\(meant.name)\"? If not, add a column law (foia or foisa)"
    }
    return
      "not in foi's list, and \(table.source.name) does not say its law: add a column law (foia or foisa)"
  }

  private mutating func authority(
    _ cells: [CSV.Cell], _ columns: Columns, _ registry: Registry
  ) -> Authority? {
    let email = columns.text(cells, columns.email)
    for column in columns.names {
      guard let known = registry.authority(exactly: cells[column].text) else { continue }
      return email.isMailAddress ? known.reached(at: email) : known
    }
    guard let name = columns.name(cells)?.onOneLine,
      let (regime, nations) = columns.law(cells)
    else { return nil }
    if nations.isEmpty, regime == .foia { withoutNation += 1 }
    let id = columns.text(cells, columns.id)
    return Authority(
      id: fileName(id.isEmpty ? name : id), name: name, nations: nations, kind: .body,
      regime: regime, slug: fileName(columns.text(cells, columns.slug), orEmpty: true),
      email: email.isMailAddress ? email : "")
  }

  private static func noNames(_ table: CSV) -> Diagnostics {
    do throws(Diagnostics) {
      _ = try table.column("authority")
    } catch {
      return error
    }
    return Diagnostics("\(table.source.name) names no authorities")
  }
}

// MARK: - The user's table

/// Which column of a user's table says what.
private struct Columns {
  let id: Int?
  let names: [Int]
  let slug: Int?
  let email: Int?
  private let law: Int?
  private let nation: Int?
  private let tags: Int?
  /// Those whose text can stand as the name of an authority, the best first.
  private let called: [Int]

  init(_ table: CSV) {
    func first(_ names: String...) -> Int? {
      for name in names {
        if let column = table.optionalColumn(name) { return column }
      }
      return nil
    }
    id = first("id")
    slug = first("slug", "url name")
    email = first("email", "e-mail")
    law = first("law")
    nation = first("nation", "nations")
    tags = first("tags")
    let name = first("name", "authority name", "public body")
    let authority = first("authority")
    names = [authority, id, name, slug].compactMap { $0 }
    called = [name, authority, id].compactMap { $0 }
  }

  func text(_ cells: [CSV.Cell], _ column: Int?) -> String {
    column.map { cells[$0].text.trimmed } ?? ""
  }

  func name(_ cells: [CSV.Cell]) -> String? {
    for column in called where !cells[column].text.trimmed.isEmpty {
      return cells[column].text.trimmed
    }
    return nil
  }

  /// Nil when the row says neither law nor nation.
  func law(_ cells: [CSV.Cell]) -> (Regime, [Nation])? {
    var nations: [Nation] = []
    // "England and Wales", "northern-ireland": every nation whose words stand there one after another.
    let words = comparableName(text(cells, nation)).split(separator: " ").map { String($0) }
    for found in Nation.allCases where !words.isEmpty {
      let name = found.rawValue.split(separator: "-").map { String($0) }
      guard words.count >= name.count else { continue }
      let isNamed = (0...(words.count - name.count)).contains { start in
        words[start..<start + name.count].elementsEqual(name)
      }
      if isNamed { nations.append(found) }
    }
    let tags = tagList(cells)
    if nations.isEmpty {
      if tags.contains("scotland") { nations = [.scotland] }
      if tags.contains("northern_ireland") { nations = [.northernIreland] }
    }
    if let regime = Regime(rawValue: text(cells, law).lowercased()) { return (regime, nations) }
    if !nations.isEmpty { return (nations == [.scotland] ? .foisa : .foia, nations) }
    return self.tags == nil ? nil : (.foia, [])
  }

  /// Why WhatDoTheyKnow's own list says that it cannot be asked.
  func reason(_ cells: [CSV.Cell]) -> String? {
    let tags = tagList(cells)
    if tags.contains("defunct") { return "WhatDoTheyKnow says that it no longer exists" }
    if tags.contains("foi_no") { return "WhatDoTheyKnow says that no information law covers it" }
    if tags.contains("not_apply") { return "WhatDoTheyKnow says that no information law applies" }
    if tags.contains("eir_only") {
      return "WhatDoTheyKnow says that it answers about the environment only"
    }
    return nil
  }

  private func tagList(_ cells: [CSV.Cell]) -> [Substring] {
    text(cells, tags).split { $0 == " " || $0 == "," }
  }
}

/// A name for files and links made of a text from outside: letters, digits and hyphens, nothing that leads out of a
/// folder.
///
/// Two texts that come out alike are told apart by a number worked out from what was cut off.
func fileName(_ text: String, orEmpty: Bool = false) -> String {
  var name: [UInt8] = []
  var isWhole = true
  var hash = WordHash()
  for byte in text.utf8 {
    hash.add(byte)
    if byte.isASCIILetter || byte.isDigit || byte == UInt8(ascii: "_") {
      name.append(byte.folded)
    } else if byte == .space || byte == UInt8(ascii: "-") {
      if !name.isEmpty, name.last != UInt8(ascii: "-") { name.append(UInt8(ascii: "-")) }
    } else if !"'.,&()".utf8.contains(byte) || byte == UInt8(ascii: ".") && name.isEmpty {
      isWhole = false
    }
    if name.count > 80 { isWhole = false }
  }
  while name.last == UInt8(ascii: "-") { name.removeLast() }
  if name.isEmpty, orEmpty { return "" }
  if isWhole, !name.isEmpty { return String(decoding: name, as: UTF8.self) }
  let mark = String(hash.value % 0x10_0000, radix: 36)
  let beginning = name.isEmpty ? "authority" : String(decoding: name.prefix(60), as: UTF8.self)
  return "\(beginning)-\(mark)"
}
