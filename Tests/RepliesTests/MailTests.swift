import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct MailTests {
  @Test func readsAQuotedPrintablePart() throws {
    let mail = try #require(
      Mail(
        bytes(
          """
          MIME-Version: 1.0
          Date: Tue, 5 Jan 2021 10:11:12 +0000
          From: =?utf-8?Q?FOI_Unit_=E2=80=93_Kent?= <foi@kent.example>
          Subject: =?iso-8859-1?B?UmVwbHk=?=
           to you
          Content-Type: text/plain; charset="windows-1252"
          Content-Transfer-Encoding: quoted-printable

          Please clarify =93tools=94 and the =A320 limit, which is a very long =
          line.
          """)))
    #expect(mail.date?.iso == "2021-01-05")
    #expect(mail.from == "FOI Unit – Kent <foi@kent.example>")
    #expect(mail.subject == "Reply to you")
    #expect(
      mail.text.hasPrefix("Please clarify “tools” and the £20 limit, which is a very long line."))
  }

  @Test func takesThePlainOneOfAlternativesAndLeavesAttachmentsOut() throws {
    let mail = try #require(
      Mail(
        bytes(
          """
          Message-ID: <1@example>
          Content-Type: multipart/mixed; boundary="outer"

          --outer
          Content-Type: multipart/alternative; boundary=inner

          --inner
          Content-Type: text/plain; charset=utf-8
          Content-Transfer-Encoding: base64

          UGxlYXNlIGNsYXJpZnkgdGhp
          cy4=
          --inner
          Content-Type: text/html

          <p>Not this</p>
          --inner--
          --outer
          Content-Type: text/plain
          Content-Disposition: attachment; filename=a.txt

          Nor this
          --outer--
          """)))
    #expect(mail.text.trimmed == "Please clarify this.")
  }

  @Test func aBoundaryThatBeginsAnotherIsTheShorterOne() throws {
    let mail = try #require(
      Mail(
        bytes(
          """
          Message-ID: <1@example>
          Content-Type: multipart/mixed; boundary=b

          --b
          Content-Type: multipart/alternative; boundary=b2

          --b2
          Content-Type: text/plain

          Please clarify.
          --b2--
          --b--\u{20}
          """)))
    #expect(mail.text.trimmed == "Please clarify.")
  }

  @Test func reducesAPageToItsText() throws {
    let mail = try #require(
      Mail(
        bytes(
          """
          MIME-Version: 1.0
          Content-Type: text/html; charset=iso-8859-15

          <html><head><title>x</title><style>p{}</style></head><body><p>Dear&nbsp;R Hale</p>
          <p>Please clarify:</p><ul><li>which year<li>which area</ul>a < b &amp; &#163;5<br>Bye<!-- no --></body>
          """)))
    #expect(
      mail.text.trimmed
        == "Dear R Hale\n\nPlease clarify:\n\n- which year\n- which area\n\na < b & £5\nBye")
  }

  @Test(arguments: [
    "Dear R Hale\n\nPlease clarify.", "From: A\nSent: B\n\nPlease clarify.", "",
    "Reference: FOI 1234/21\nReceived: 5 January 2021\n\nDear R Hale\n\nPlease clarify.",
  ])
  func aPastedLetterIsNoMail(text: String) {
    #expect(Mail(bytes(text)) == nil)
  }

  @Test func damagedMailsAreReadAsFarAsTheyGo() {
    let mail = bytes(
      "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n\n<p>A&#xZZ;<b"
    )
    #expect(Mail(mail)?.text.trimmed == "A&#xZZ;")
    for end in 0...mail.count {
      let text = Mail(Array(mail[..<end]))?.text ?? ""
      #expect(text.utf8.count <= end, "\(end)")
    }
    let unclosed = String(repeating: "<a &", count: 50_000)
    let long = Mail(bytes("MIME-Version: 1.0\nContent-Type: text/html\n\n" + unclosed))
    #expect((long?.text.utf8.count ?? 0) <= unclosed.utf8.count)
    #expect(Mail([0xFF, 0x3A] + mail) == nil)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
}

extension String {
  fileprivate var trimmed: String {
    let bytes = Array(utf8)
    return String(decoding: bytes[bytes.trimmed(0..<bytes.count)], as: UTF8.self)
  }
}
