import Answerable
import Testing

@testable import Batches

@Suite struct LedgerTests {
  private static func ledger(_ text: String) throws -> Ledger {
    try Ledger(Source(name: "ledger.csv", text: text))
  }

  private static func text(_ ledger: Ledger) -> String {
    String(decoding: ledger.bytes, as: UTF8.self)
  }

  @Test func aNewLedgerOpensInASpreadsheet() {
    var ledger = Ledger()
    ledger.add("kent", version: 1)
    #expect(
      Self.text(ledger)
        == "\u{FEFF}authority,name,law,version,wave,send on,letter,link,status,sent,their date,due,"
        + "answered,reference,reminded,comparable,note\r\nkent,,,1,,,,,,,,,,,,,\r\n")
  }

  /// Reading and writing a ledger leaves alone what a spreadsheet and its user made of it.
  @Test(arguments: [
    "authority,version,sent,note\nkent,1,2026-01-05,\"a, b\"\n",
    "\u{FEFF}authority;version;sent;mine\r\nkent;1;05/01/2026;=1+1\r\ngwent;1;;\"a \"\"b\"\"\nc\"\r\n",
    "note\tauthority\tversion\n@home\tkent\t1\n",
  ])
  func whatTheUserHasStays(_ text: String) throws {
    var ledger = try Self.ledger(text)
    let before = ledger.rows.map { row in
      [row[.authority], row[.sent], row[.note], row.cells.prefix(4).joined(separator: "|")]
    }
    ledger.refresh(
      today: try Day.read("1 February 2026"), calendar: try BuiltIn.calendar(),
      regime: { _ in .foia })
    let again = try Self.ledger(Self.text(ledger))
    #expect(
      again.rows.map { row in
        [row[.authority], row[.sent], row[.note], row.cells.prefix(4).joined(separator: "|")]
      } == before)
    #expect(Self.text(again) == Self.text(ledger))
    #expect(Self.text(ledger).hasPrefix(String(text.prefix { !$0.isNewline })))
  }

  @Test func aCellOfOursNeverRunsAsAFormula() throws {
    var ledger = Ledger()
    let row = ledger.add("=1+1", version: 1)
    ledger.set(.name, ofRow: row, to: "@SUM(A1)")
    #expect(Self.text(ledger).contains("\r\n'=1+1,'@SUM(A1),"))
    let again = try Self.ledger(Self.text(ledger))
    #expect(again.row("=1+1", version: 1) == 0)
  }

  @Test func dueDatesFollowTheLaw() throws {
    var ledger = try Self.ledger(
      """
      authority,version,sent,their date,answered,status
      kent,1,2026-03-06,,,
      police-scotland,1,06/03/2026,,,
      gwent,1,6 March 2026,2026-05-01,,
      essex,1,2026-03-06,,2026-04-01,
      surrey,1,2026-03-06,,,asked for clarification
      dorset,1,,,,
      """)
    ledger.refresh(
      today: try Day.read("9 April 2026"), calendar: try BuiltIn.calendar(), open: ["dorset"],
      regime: { $0 == "police-scotland" ? .foisa : .foia })
    #expect(
      ledger.rows.map { "\($0.authority) \($0[.due]) \($0[.status])" } == [
        "kent 2026-04-08 overdue", "police-scotland 2026-04-06 overdue", "gwent 2026-04-08 waiting",
        "essex 2026-04-08 answered", "surrey 2026-04-08 asked for clarification", "dorset  decide",
      ])
    #expect(ledger.rows.filter { $0.isOverdue(today: Day(number: 30_000)) }.count == 3)
  }

  @Test func aDateThatMayBeTwoIsAskedAbout() throws {
    let ledger = try Self.ledger("authority,version,sent\nkent,1,1/5/2026\ngwent,1,13/5/2026\n")
    #expect(
      ledger.notes.map { $0.text } == [
        """
        warning: "1/5/2026" can be 1 May 2026 or 5 January 2026
          --> ledger.csv:2:8
        2 | kent,1,1/5/2026
          |        ^^^^^^^^ write 2026-05-01 or 2026-01-05
        """
      ])
    #expect(ledger.rows[0].isSent)
    #expect(ledger.rows[1].day(.sent).day?.iso == "2026-05-13")
  }

  @Test func twoRowsForOneLetterAreRefused() {
    let error = #expect(throws: Diagnostics.self) {
      try Self.ledger("authority,version\nkent,1\ngwent,1\nkent,\nessex,x\n,2\n")
    }
    #expect(
      error?.all.map { $0.message } == [
        "kent has two rows for version 1", "\"x\" is no version", "this row names no authority",
      ])
  }
}
