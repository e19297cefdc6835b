import Documents
import SourceText
import Testing

@Suite struct CSVTests {
  private func read(_ text: String) throws(Diagnostics) -> CSV {
    try CSV(Source(name: "a.csv", text: text))
  }

  private func cells(_ text: String) throws -> [[String]] {
    let table = try read(text)
    return ([table.header] + table.rows).map { row in row.map(\.text) }
  }

  private func error(_ text: String) -> String? {
    do throws(Diagnostics) {
      _ = try read(text)
      return nil
    } catch {
      return error.text
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a\n1", [["a"], ["1"]]),
    ("a,b\n\"1, 2\",\"x\r\ny\"\n", [["a", "b"], ["1, 2", "x\r\ny"]]),
    ("a\n\"say \"\"x\"\"\"\n", [["a"], ["say \"x\""]]), ("a,b\n,\n", [["a", "b"], ["", ""]]),
    ("a,b\n\"\",\" 1 \"\n", [["a", "b"], ["", " 1 "]]), ("a\n\n\n1\n\n", [["a"], ["1"]]),
    ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    ("a\tb\n1\t\"2\t3\"\n", [["a", "b"], ["1", "2\t3"]]),
    ("\"a,b,c\";d\n1;2\n", [["a,b,c", "d"], ["1", "2"]]),
    ("a, b \n1, 2 \n", [["a", "b"], ["1", " 2 "]]),
    ("a,b\n5\" pipe,x\n", [["a", "b"], ["5\" pipe", "x"]]), ("a\n\"\"\n", [["a"], [""]]),
  ])
  func readsTables(text: String, table: [[String]]) throws { #expect(try cells(text) == table) }

  @Test func columnsAreFoundByName() throws {
    let table = try read("Id,Name\nkent,Kent Police\n")
    let name = try table.column("name")
    #expect(table.rows.first?[name].text == "Kent Police")
    #expect(table.rows.first.map { table.source[$0[name].range] } == "Kent Police")
    #expect(table.optionalColumn("address") == nil)
    let missing = #expect(throws: Diagnostics.self) { try table.column("nam") }
    #expect(
      missing?.text == """
        error: there is no column "nam"
          --> a.csv:1:1
        1 | Id,Name
          | ^^^^^^^ rename the column "Name", if that is what it holds
        """)
    let far = #expect(throws: Diagnostics.self) { try table.column("address") }
    #expect(far?.text.contains("the columns are: Id, Name") == true)
  }

  @Test func raggedRowsAreShownTogether() {
    #expect(
      error("a,b\n1\n1,2\n1,2,3\n") == """
        error: this row has 1 cell, but the header has 2
          --> a.csv:2:1
        2 | 1
          | ^ write the missing cells, empty if need be

        error: this row has 3 cells, but the header has 2
          --> a.csv:4:5
        4 | 1,2,3
          |     ^ put a cell that holds a delimiter in double quotes
        """)
  }

  @Test func quotesMustClose() {
    #expect(
      error("a,b\n1,\"x\n2,3\n") == """
        error: this quotation mark is never closed
          --> a.csv:2:3
        2 | 1,"x
          |   ^ end the cell with "
        """)
    #expect(
      error("a\n\"x\"y\n")?.contains("there is text behind the closing quotation mark") == true)
  }

  @Test func twoColumnsOfOneNameAreAnError() {
    #expect(error("a,b,A\n1,2,3\n")?.contains("two columns are called \"A\"") == true)
    #expect(error(",,a\n1,2,3\n") == nil)
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}"]) func anEmptyFileIsNoTable(text: String) {
    #expect(error(text)?.contains("a.csv is empty") == true)
  }

  @Test func longTablesTakeLinearTime() throws {
    let rows = String(repeating: "1,\"a\"\"b\nc\"\n", count: 50_000)
    #expect(try read("a,b\n\(rows)").rows.count == 50_000)
  }

  // MARK: Writing

  @Test func quotesOnlyWhatMustBe() {
    #expect(
      CSV.text([["a", "b,c", "say \"x\""], ["", " d", "e\nf"]])
        == "a,\"b,c\",\"say \"\"x\"\"\"\n,\" d\",\"e\nf\"\n")
    #expect(CSV.text([["a"], [""]]) == "a\n\"\"\n")
    #expect(
      CSV.text([["a", "b,c;"]], style: .init(delimiter: .semicolon, endsLinesWithCRLF: true))
        == "a;\"b,c;\"\r\n")
  }

  @Test(arguments: ["=1+1", "+44", "-5", "@sum", "\t=1", "\r=1", "\n=1"])
  func guardsAgainstFormulas(cell: String) throws {
    let text = CSV.text([["a", cell]], style: .init(guardsFormulas: true))
    #expect(try cells(text) == [["a", "'" + cell]] || cell.utf8.first.map { $0 < 32 } == true)
    #expect(text.contains("'"))
    #expect(!CSV.text([["a", cell]]).contains("'"))
  }

  @Test func whatIsWrittenIsReadBack() throws {
    let hostile = [
      "", " ", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "a\"b", "é😀", "'", "=1", " x ",
    ]
    for delimiter in CSV.Delimiter.allCases {
      for crlf in [false, true] {
        let rows = [["k", "v"]] + hostile.map { [$0, $0 + "x"] }
        let text = CSV.text(rows, style: .init(delimiter: delimiter, endsLinesWithCRLF: crlf))
        #expect(try cells(text) == rows)
      }
    }
  }

  /// Found by fuzzing: written without quotes it would be read as the mark of the file.
  /// The header shows the delimiter, whatever else stands in its cells.
  @Test func aHeaderIsReadBackWithoutBeingToldTheDelimiter() throws {
    let header = ["a", "b, c, d, e", "6\" pipes, 8\" pipes", "x\ty\tz\tw", "e;f", "g\"\";\";\";"]
    for delimiter in CSV.Delimiter.allCases {
      let text = CSV.text([header, header], style: .init(delimiter: delimiter))
      let table = try CSV(Source(name: "x.csv", text: text))
      #expect(table.delimiter == delimiter)
      #expect(table.header.map(\.text) == header)
    }
    let typed = try CSV(Source(name: "x.csv", text: "a;6\" pipes;b, c\n1;2;3\n"))
    #expect(typed.header.map(\.text) == ["a", "6\" pipes", "b, c"])
  }

  @Test func aCellThatBeginsWithAByteOrderMarkKeepsIt() throws {
    let text = CSV.text([["\u{FEFF}a", "b"], ["1", "2"]])
    let table = try CSV(Source(name: "t", text: text))
    #expect(table.header.map(\.text) == ["\u{FEFF}a", "b"])
  }
}
