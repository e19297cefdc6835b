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
