import SourceText
import WorkingDays

extension Offences {
  /// Reads the table of offences (`offences.csv`).
  ///
  /// - Throws: the first row that cannot be read, with its place.
  public init(table source: Source) throws(Diagnostics) {
    let table = try DataTable(
      source, columns: ["id", "kind", "act", "provision", "title", "nations"])
    var offences: [Offence] = []
    var ids: Set<String> = []
    for row in table.rows {
      guard ids.insert(row["id"]).inserted else {
        throw row.error("\"\(row["id"])\" stands twice", at: "id")
      }
      offences.append(try Offence(row))
    }
    for row in table.rows {
      for id in row.list("equivalents") where !ids.contains(id) {
        throw row.error("no offence has the id \"\(id)\"", at: "equivalents")
      }
    }
    self.init(offences)
  }
}

extension Offence {
  fileprivate init(_ row: DataTable.Row) throws(Diagnostics) {
    id = row["id"]
    kind = try row.value("kind")
    act = row["act"].isEmpty ? nil : Act(name: row["act"], shortName: row["act_short"])
    provision = row["provision"]
    title = row["title"]
    nations = try row.values("nations")
    inForceFrom = try row.day("in_force_from")
    inForceTo = try row.day("in_force_to")
    areDaysSeen = row["dates"] == "seen"
    classes = row.list("ho_class")
    codes = row.list("ho_code")
    isNotifiable = row["notifiable"].isEmpty ? nil : row["notifiable"] == "yes"
    equivalentIDs = row.list("equivalents")
    aliases = row.list("aliases")
    note = row["note"]
    source = row["source"]
    isSeen = row["confidence"] == "seen"
    if act != nil, Provision(provision) == nil {
      throw row.error("\"\(provision)\" is no section or article", at: "provision")
    }
  }
}

// MARK: - As a table made by the build

extension Offences: Packable {
  package func pack(into out: inout PackedWriter) { index.pack(into: &out) }

  package init(unpacking reader: inout PackedReader) {
    index = OffenceIndex(unpacking: &reader)
  }
}

extension Offence: Packable {
  package func pack(into out: inout PackedWriter) {
    for text in [id, kind.rawValue, provision, title, note, source] { out.write(text) }
    out.write(act.map { [$0] } ?? []) { out, act in act.pack(into: &out) }
    out.write(nations.map { $0.rawValue })
    for day in [inForceFrom, inForceTo] { out.write(day?.iso ?? "") }
    for texts in [classes, codes, equivalentIDs, aliases] { out.write(texts) }
    out.write(isNotifiable.map { [$0] } ?? []) { out, isNotifiable in out.write(isNotifiable) }
    out.write(areDaysSeen)
    out.write(isSeen)
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.text()
    kind = Kind(rawValue: reader.text()) ?? .offence
    provision = reader.text()
    title = reader.text()
    note = reader.text()
    source = reader.text()
    act = reader.list { Act(unpacking: &$0) }.first
    nations = reader.texts().compactMap { Nation(rawValue: $0) }
    inForceFrom = Day(iso: reader.text())
    inForceTo = Day(iso: reader.text())
    classes = reader.texts()
    codes = reader.texts()
    equivalentIDs = reader.texts()
    aliases = reader.texts()
    isNotifiable = reader.list { $0.flag() }.first
    areDaysSeen = reader.flag()
    isSeen = reader.flag()
  }
}

extension Offence.Act: Packable {
  package func pack(into out: inout PackedWriter) {
    out.write(name)
    out.write(shortName)
  }

  package init(unpacking reader: inout PackedReader) {
    name = reader.text()
    shortName = reader.text()
  }
}
