import SourceText

extension Published {
  /// Reads the table of published figures (`published.csv`).
  ///
  /// - Throws: the first row that cannot be read, with its place.
  public init(table source: Source) throws(Diagnostics) {
    let table = try DataTable(
      source, columns: ["id", "title", "publisher", "nations", "covers", "level", "asks", "gap"])
    var datasets: [PublishedDataset] = []
    var ids: Set<String> = []
    for row in table.rows {
      guard ids.insert(row["id"]).inserted else {
        throw row.error("\"\(row["id"])\" stands twice", at: "id")
      }
      datasets.append(try PublishedDataset(row))
    }
    self.init(datasets)
  }
}

extension PublishedDataset {
  fileprivate init(_ row: DataTable.Row) throws(Diagnostics) {
    id = row["id"]
    title = row["title"]
    publisher = row["publisher"]
    nations = try row.values("nations")
    covers = row["covers"]
    period = row["period"]
    level = try row.value("level")
    url = row["url"]
    asks = row.list("asks")
    gap = row["gap"]
    source = row["source"]
    isSeen = row["confidence"] == "seen"
    if gap.isEmpty {
      throw row.error(
        "\"\(id)\" has no gap", at: "gap", remedy: "say what the figures leave out")
    }
  }
}

// MARK: - As a table made by the build

extension PublishedDataset: Packable {
  package func pack(into out: inout PackedWriter) {
    for text in [id, title, publisher, covers, period, level.rawValue, url, gap, source] {
      out.write(text)
    }
    out.write(nations.map { $0.rawValue })
    out.write(asks)
    out.write(isSeen)
  }

  package init(unpacking reader: inout PackedReader) {
    id = reader.text()
    title = reader.text()
    publisher = reader.text()
    covers = reader.text()
    period = reader.text()
    level = Level(rawValue: reader.text()) ?? .force
    url = reader.text()
    gap = reader.text()
    source = reader.text()
    nations = reader.texts().compactMap { Nation(rawValue: $0) }
    asks = reader.texts()
    isSeen = reader.flag()
  }
}
