import SourceText
import Testing
import WorkingDays

@testable import Replies

@Suite struct LetterThreadTests {
  private func reading(_ text: String) -> LetterThread? {
    LetterThread(Source(name: "page", text: text))
  }

  private let page = """
    Dear Kent Police,

    1. The number of burglaries recorded in 2023/24.

    Yours faithfully,

    R Hale

    Freedom of Information, 12 November 2024

    Dear R Hale

    Do you mean the financial year or the calendar years?

    Yours sincerely,

    Information Unit

    P Reader left an annotation (13 November 2024)

    Dear me, they ask this of everybody,

    as they did of me.

    Dear Freedom of Information,

    I mean the financial year.

    Yours sincerely,

    R Hale

    Freedom of Information,

    We have your clarification.

    Kind regards
    """

  @Test func lettersAreToldApartAndRemarksLeftOut() throws {
    let thread = try #require(reading(page))
    #expect(thread.messages.map(\.isFromAuthority) == [false, true, false, true])
    #expect(thread.messages.map { $0.day?.iso } == [nil, "2024-11-12", nil, nil])
    let openings = thread.messages.map { message in
      message.source[message.source.content].split(separator: "\n").first.map { String($0) } ?? ""
    }
    #expect(
      openings == [
        "Dear Kent Police,", "Dear R Hale", "Dear Freedom of Information,",
        "We have your clarification.",
      ])
    #expect(!thread.messages.contains { $0.source[$0.source.content].contains("of everybody") })
    let request = try #require(thread.request(before: 3))
    #expect(request.source[request.source.content].contains("I mean the financial year"))
  }

  @Test(arguments: [
    "", "Dear Kent Police,\n\nHow many?\n\nYours faithfully,\n\nR Hale",
    "Freedom of Information,\n\nDear R Hale\n\nWe have it.\n\nYours sincerely,",
    "Dear R Hale\n\nHowever,\n\nwe ask you.\n\nYours sincerely,\n\nKent Police",
  ])
  func aSingleLetterIsNoThread(text: String) {
    #expect(reading(text) == nil)
  }

  @Test func everyPrefixOfAPageIsReadInFull() {
    let bytes = Array(page.utf8)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      let text = String(decoding: bytes[..<end], as: UTF8.self)
      for message in reading(text)?.messages ?? [] { #expect(!message.source.bytes.isEmpty) }
    }
  }
}
