import Foundation
import Letters
import Requests
import SourceText
import Testing
import WorkingDays

@Suite struct LetterTests {
  @Test func theBodyIsWhatStandsBetweenSalutationAndSignOff() throws {
    let body = try Fixtures.letter().body
    #expect(body.hasPrefix("Please send me"))
    #expect(body.hasSuffix("Thank you for your help."))
  }

  @Test func aLinkArrivesAsItWasWritten() throws {
    let text =
      "From: R Hale\nTitle: Victims aged 16+ & \"others\"\n\n1. Victims aged 16+, 50% of them?"
    let link = try #require(try Fixtures.letter(text).whatDoTheyKnowLink)
    #expect(link.address.hasPrefix("https://www.whatdotheyknow.com/new/kent_police?title="))
    #expect(!link.address.contains("+"))
    let items = try #require(URLComponents(string: link.address)?.queryItems)
    #expect(items[0].value == "Victims aged 16+ & \"others\"")
    #expect(items[1].value?.contains("1. Victims aged 16+, 50% of them?") == true)
    #expect(items[1].value?.contains("Dear") == false)
  }

  @Test func aLinkThatServersWouldRefuseIsNotMade() throws {
    let long = String(repeating: "crime ", count: 1500)
    let letter = try Fixtures.letter("From: R Hale\nTitle: x\n\n1. \(long)?")
    #expect(letter.whatDoTheyKnowLink == nil)
    #expect(letter.mailtoLink(to: nil) == nil)
  }

  @Test func aMailLinkHasItsLineBreaksAsMailWantsThem() throws {
    let link = try #require(try Fixtures.letter().mailtoLink(to: "foi@kent.example"))
    #expect(link.address.hasPrefix("mailto:foi@kent.example?subject="))
    #expect(link.address.contains("%0D%0A"))
  }

  @Test func noNameOrTitleCanAddAHeader() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 24))
    let letter = Letter(
      title: "x", subject: "a\r\nBcc: all@example.org\nb", text: "Dear,\n",
      applicant: Applicant(name: "R\nTo: x@y.example", replyTo: "r@h.example\r\nCc: z@y.example"),
      authority: Fixtures.kent)
    let text = String(
      decoding: letter.message(to: "a@b.example\nBcc: c@d.example", on: day), as: UTF8.self)
    let head = text.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n")
    #expect(!head.contains { $0.hasPrefix("Bcc") || $0.hasPrefix("Cc") || $0.hasPrefix("To:") })
  }

  @Test func mailLinesAreShortAndInASCII() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 24))
    let text =
      "From: Siân Ó Briain\nReply-to: s@b.example\nTitle: Café thefts — “Llŷn” and Caernarfon, January to December 2025 😀\n\n1. How many?"
    let message = try Fixtures.letter(text, to: Fixtures.scotland).message(
      to: "foi@scotland.police.uk", on: day)
    #expect(message.allSatisfy { $0 < 0x80 })
    for line in String(decoding: message, as: UTF8.self).components(separatedBy: "\r\n") {
      #expect(line.utf8.count <= 78)
    }
  }

  /// Python's own e-mail package reads back what was written, where there is a Python.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/env")))
  func anotherProgramReadsTheMail() throws {
    let day = try #require(Day(year: 2026, month: 11, day: 24))
    let text =
      "From: Siân \"Si\" Ó Briain\nReply-to: s@b.example\nTitle: Café thefts — “Llŷn” and Caernarfon in the year 2025 😀\n\n1. How many = in a café?  \n- answer: one number"
    let letter = try Fixtures.letter(text, to: Fixtures.scotland)
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c",
      """
      import sys, email, email.policy
      m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
      assert not m.defects, m.defects
      sys.stdout.write("\\n".join([m["subject"], m["from"].addresses[0].display_name, m["from"].addresses[0].addr_spec, m["to"].addresses[0].addr_spec, m["date"].datetime.isoformat(), m.get_content().replace("\\r\\n", "\\n")]))
      """,
    ]
    let (input, output) = (Pipe(), Pipe())
    python.standardInput = input
    python.standardOutput = output
    try python.run()
    input.fileHandleForWriting.write(Data(letter.message(to: "foi@scotland.police.uk", on: day)))
    try input.fileHandleForWriting.close()
    let read = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    python.waitUntilExit()
    guard python.terminationStatus != 127 else { return }
    #expect(
      read
        == [
          letter.subject, "Siân \"Si\" Ó Briain", "s@b.example", "foi@scotland.police.uk",
          "2026-11-24T12:00:00+00:00", letter.text,
        ].joined(separator: "\n"))
  }

  @Test func aPageShowsMarkupInALetterAsText() throws {
    let text = "From: R Hale\nTitle: <script>alert(1)</script>\n\n1. How many <b>crimes</b>?"
    let page = try Fixtures.letter(text).html
    #expect(!page.contains("<script>"))
    #expect(page.contains("&lt;b&gt;crimes&lt;/b&gt;"))
    #expect(page.contains("default-src 'none'"))
  }
}
