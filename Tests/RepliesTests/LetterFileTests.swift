import Replies
import SourceText
import Testing
import WorkingDays

@Suite struct LetterFileTests {
  private func text(_ bytes: [UInt8]) throws -> String {
    let file = try LetterFile(name: "letter.txt", bytes: bytes)
    return file.source[file.source.content]
  }

  @Test func readsWhatWindowsSaves() throws {
    let words = "the £20 limit – “tools”"
    #expect(try text(Array(words.utf8)) == words)
    #expect(
      try text([0x93] + Array("tools".utf8) + [0x94, 0x20, 0xA3, 0x32, 0x30]) == "“tools” £20")
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in words.utf16 {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try text(little) == words)
    #expect(try text(big + [0x00]) == words)
  }

  @Test(arguments: [
    (Array("%PDF-1.7\n".utf8), "is a PDF"), ([0x50, 0x4B, 0x03, 0x04, 0x14], "is no plain text"),
    ([0x41, 0xFF, 0x00, 0x42], "is no text"),
  ])
  func saysHowToGetTextOutOfWhatIsNone(bytes: [UInt8], message: String) throws {
    let error = try #require(throws: Diagnostics.self) { try text(bytes) }
    #expect(error.all[0].message.contains(message))
    #expect(error.all[0].remedy != nil)
  }

  @Test func aMailHasItsDate() throws {
    let mail = "MIME-Version: 1.0\nDate: Tue, 5 Jan 2021 10:11:12 +0000\n\nHello."
    let file = try LetterFile(name: "x.eml", bytes: Array(mail.utf8))
    #expect(file.date?.iso == "2021-01-05")
  }
}
