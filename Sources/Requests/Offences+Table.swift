import SourceText

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
