import CommandLineKit
import Testing

@Suite struct ManualTests {
  private let page = Sample.program.manual(version: "0.1.0")

  @Test func describesEveryVerbWithItsOptionsAndExamples() {
    #expect(
      page.hasPrefix(
        """
        .TH FOI 1 "" "foi 0.1.0"
        .SH NAME
        foi \\- writes requests that can be answered
        .SH SYNOPSIS
        .B foi
        VERB [options]
        .SH OPTIONS
        .TP
        .B \\-\\-color WHEN
        Colour the output. One of auto, always, never.
        .TP
        .B \\-\\-today DATE
        Count from this day instead of today.
        .SH VERBS
        .SS foi draft REQUEST [options]
        Turns a question list into a letter.
        .PP
        Says what it understood: the dates, the offences.
        .PP
        Nothing is sent.
        .TP
        .I REQUEST
        A question list; \\- reads a pipe.
        .TP
        .B \\-t, \\-\\-to AUTHORITY
        Write to this authority. May be given several times.
        """))
    #expect(page.contains(".SS foi rules copy ID [options]\n"))
    #expect(page.contains(".SS foi lint FILE\\[u2026] [options]\n"))
    #expect(!page.contains("complete"))
  }

  @Test func holdsNothingThatRoffWouldTakeForAnInstruction() {
    let text = ".NOT a 'macro' \\n(x \"quoted\" ~/a^b`c` – 😀."
    let page = Command("foi", summary: text, examples: [.init("foi \"a b\"", text)])
      .manual(version: "1")
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(page.contains(".B foi \\(dqa b\\(dq\n"))
    #expect(
      page.contains(
        "\n\\&.NOT a \\(aqmacro\\(aq \\en(x \\(dqquoted\\(dq \\(ti/a\\(hab\\(gac\\(ga \\[u2013] \\[u1F600].\n"
      ))
  }

  @Test(arguments: [
    ("Writes letters.", "writes letters"), ("FOI for all.", "FOI for all"),
    ("Reads v1.2 files", "reads v1.2 files"), ("", ""),
  ])
  func namesItselfInAPhrase(_ summary: String, _ phrase: String) {
    let page = Command("foi", summary: summary).manual(version: "1")
    #expect(page.contains("\nfoi \\- \(phrase)\n"))
  }

  @Test(.enabled(if: Tool.isInstalled("groff"), "groff is not installed"))
  func groffRendersItWithoutAWarning() throws {
    let groff = try #require(Tool("groff"))
    let (output, errors) = try groff.run(["-man", "-ww", "-Tutf8", "-P-cbou"], on: page)
    #expect(errors == "")
    #expect(output.contains("foi lint FILE… [options]"))
    #expect(output.contains("-o, --out FILE"))
    #expect(output.contains("Overwrite a file that's there."))
  }

  @Test(.enabled(if: Tool.isInstalled("man"), "man is not installed"))
  func manRendersItWithoutAWarning() throws {
    let man = try #require(Tool("man"))
    let (output, errors) = try man.run(["--warnings", "-P", "cat", "-l"], on: page)
    #expect(errors == "")
    #expect(output.contains("foi rules copy ID [options]"))
  }
}
