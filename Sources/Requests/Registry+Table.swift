import SourceText

extension Registry {
  /// Reads the table of authorities (`authorities.csv`).
  ///
  /// - Throws: the first row that cannot be read, with its place.
  public init(table source: Source) throws(Diagnostics) {
    let table = try DataTable(source, columns: ["id", "name", "kind", "law", "covered"])
    var authorities: [Authority] = []
    var ids: Set<String> = []
    for row in table.rows {
      guard ids.insert(row["id"]).inserted else {
        throw row.error("\"\(row["id"])\" stands twice", at: "id")
      }
      authorities.append(try Authority(row))
    }
    self.init(authorities: authorities)
  }

  /// Takes e-mail addresses from the user's own table (`addresses.csv`: `id,email`), in place of ours.
  ///
  /// - Throws: every row that names no authority, or whose address is none, or takes no letters.
  public mutating func useAddresses(_ source: Source) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    for row in try DataTable(source, columns: ["id", "email"]).rows {
      do throws(Diagnostics) {
        try useAddress(row)
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
  }

  private mutating func useAddress(_ row: DataTable.Row) throws(Diagnostics) {
    let email = row["email"]
    guard email.isMailAddress else {
      throw row.error("\"\(email)\" is not an e-mail address", at: "email")
    }
    // Addresses that forces write from but do not read, such as "MPSdataoffice-IRU-DONOTREPLY@…".
    let mailbox = comparableWords(Array(email.utf8.prefix { $0 != UInt8(ascii: "@") })[...])
      .joined()
    guard !mailbox.hasSuffix("noreply"), !mailbox.hasSuffix("donotreply") else {
      throw row.error(
        "nobody reads \"\(email)\"", at: "email",
        remedy: "use the address that the authority takes requests at")
    }
    guard setEmail(email, ofAuthority: row["id"]) else {
      throw row.error(
        "no authority has the id \"\(row["id"])\"", at: "id",
        remedy: didYouMean(row["id"], among: authorities.map { $0.id }))
    }
  }
}

extension Authority {
  fileprivate init(_ row: DataTable.Row) throws(Diagnostics) {
    self.init(
      id: row["id"], name: row["name"], shortName: row["short_name"],
      otherNames: row.list("aliases"), nations: try row.values("nations"),
      kind: try row.value("kind"), regime: row["law"].isEmpty ? nil : try row.value("law"),
      coverage: try row.value("covered"), reason: row["reason"], slug: row["slug"],
      website: row["website"], disclosureLog: row["disclosure_log"], email: row["email"],
      sharesDeskWith: row.list("desk"), records: row.note("records"),
      searchNote: row.note("search_note"), caution: row["caution"], source: row["source"],
      seen: row["seen"])
    if coverage != .yes, reason.isEmpty {
      throw row.error("\(id) has no reason for \"\(coverage.rawValue)\"", at: "reason")
    }
  }
}

extension DataTable.Row {
  /// A sentence in one column, with its page in the column named after it.
  fileprivate func note(_ column: String) -> Authority.Note? {
    self[column].isEmpty ? nil : .init(self[column], source: self["\(column)_source"])
  }
}

// MARK: - As a table made by the build

extension Authority: Packable {
  package func pack(into out: inout PackedWriter) {
    for text in [
      id, name, shortName, kind.rawValue, regime?.rawValue ?? "", coverage.rawValue, reason, slug,
      website, disclosureLog, email, caution, source, seen,
    ] {
      out.write(text)
    }
    out.write(otherNames)
    out.write(nations.map { $0.rawValue })
    out.write(sharesDeskWith)
    for note in [records, searchNote] { out.write(note.map { [$0.text, $0.source] } ?? []) }
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.text()
    name = reader.text()
    shortName = reader.text()
    kind = Kind(rawValue: reader.text()) ?? .body
    regime = Regime(rawValue: reader.text())
    coverage = Coverage(rawValue: reader.text()) ?? .no
    reason = reader.text()
    slug = reader.text()
    website = reader.text()
    disclosureLog = reader.text()
    email = reader.text()
    caution = reader.text()
    source = reader.text()
    seen = reader.text()
    otherNames = reader.texts()
    nations = reader.texts().compactMap { Nation(rawValue: $0) }
    sharesDeskWith = reader.texts()
    records = Note(reader.texts())
    searchNote = Note(reader.texts())
  }
}

extension Authority.Note {
  fileprivate init?(_ texts: [String]) {
    guard texts.count == 2 else { return nil }
    self.init(texts[0], source: texts[1])
  }
}
