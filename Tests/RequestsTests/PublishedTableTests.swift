import Documents
import Requests
import SourceText
import Testing

@Suite struct PublishedTableTests {
  @Test func everyRowIsSound() throws {
    let table = try CSV(BuiltInTables.source("published.csv"))
    let id = try table.column("id")
    let url = try table.column("url")
    let source = try table.column("source")
    let nations = try table.column("nations")
    #expect(Set(table.rows.map { $0[id].text }).count == table.rows.count)
    for row in table.rows {
      #expect(row[source].text.hasPrefix("http"), "\(row[id].text)")
      #expect(row[url].text.isEmpty || row[url].text.hasPrefix("https://"), "\(row[id].text)")
      for nation in row[nations].text.split(separator: "|") {
        #expect(Nation(rawValue: String(nation)) != nil, "\(row[id].text)")
      }
      for name in ["title", "covers", "period", "asks", "gap"] {
        #expect(!row[try table.column(name)].text.isEmpty, "\(row[id].text)")
      }
    }
  }

  @Test func noPhraseAsksForTwoThings() throws {
    let table = try CSV(BuiltInTables.source("published.csv"))
    let asks = try table.column("asks")
    let phrases = table.rows.flatMap { $0[asks].text.split(separator: "|") }
    #expect(Set(phrases).count == phrases.count)
  }
}
