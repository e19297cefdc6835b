import SourceText
import Testing
import WorkingDays

@testable import Batches

@Suite struct DeskPageTests {
  private func page(_ change: (inout DeskPage.Item) -> Void = { _ in }) throws -> String {
    var ledger = Ledger()
    let row = ledger.add("kent", version: 1)
    ledger.set(.name, ofRow: row, to: "Kent Police")
    ledger.set(.status, ofRow: row, to: "waiting")
    ledger.set(.sent, ofRow: row, to: "2026-01-05")
    ledger.set(.due, ofRow: row, to: "2026-02-02")
    var item = DeskPage.Item(ledger.rows[row], nation: "England and Wales")
    change(&item)
    let today = try #require(Day(iso: "2026-01-28"))
    return DeskPage(
      title: "Robberies", today: today, items: [item], leftOut: [("NCA", "not covered")]
    )
    .html
  }

  @Test func itSaysWhatIsWaitingAndWhen() throws {
    let html = try page()
    #expect(html.contains("<b>1</b> due within a week"))
    #expect(html.contains("sent 5 January 2026, due Monday 2 February 2026"))
    #expect(html.contains("<strong>NCA</strong>: not covered"))
    #expect(html.contains("as of Wednesday 28 January 2026"))
    #expect(html.contains("Monday 2 February 2026: 1 due"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "\" onmouseover=\"x", "' onload='x", "</title><img src=x>",
    "</pre></details><script>",
  ])
  func whateverComesFromOutsideIsText(_ hostile: String) throws {
    let html = try page { item in
      item.name = hostile
      item.status = hostile
      item.nation = hostile
      item.reference = hostile
      item.text = hostile
      item.remarks = [hostile]
      item.files = [(hostile, hostile)]
      item.links = [(hostile, "https://example.org/\(hostile)")]
    }
    #expect(!html.contains(hostile))
    #expect(html.contains(hostile.escapedForHTML))
  }

  @Test func onlyAddressesThatOpenAPageOrAMailAreLinked() throws {
    let html = try page { item in
      item.links = [("bad", "javascript:alert(1)"), ("good", "mailto:a@example.org")]
    }
    #expect(!html.contains("javascript:"))
    #expect(html.contains("href=\"mailto:a@example.org\""))
  }

  @Test func aDayWithoutLettersHasNoPicture() throws {
    let html = try page { item in
      item.sent = nil
      item.due = nil
    }
    #expect(!html.contains("<svg"))
  }
}
