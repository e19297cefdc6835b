import SourceText
import Testing

@Suite struct SourceTests {
  /// Behind letters of one to four bytes and anywhere in the eight bytes that are looked at together.
  @Test(arguments: ["", "a", "plain text of some length", "é", "–", "naïve “café” 🙂", "\u{FEFF}a"])
  func whatIsNotUTF8IsFoundWhereItStands(before: String) throws {
    let wrong: [[UInt8]] = [
      [0xFF], [0x80], [0xC3], [0xC0, 0xAF], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x99],
      [0xF4, 0x90, 0x80, 0x80],
    ]
    for bytes in wrong {
      for after in ["", "a", " and more text", "é"] {
        let text = Array(before.utf8) + bytes + Array(after.utf8)
        let error = try #require(throws: Diagnostics.self) { try Source(name: "t", bytes: text) }
        let offset = before.utf8.count
        #expect(error.all[0].message.contains("the byte at offset \(offset) fits no character"))
      }
    }
  }

  @Test func everyScalarIsTaken() throws {
    var text = ""
    for value in stride(from: 0 as UInt32, through: 0x10FFFF, by: 61) {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
      if value % 5 == 0 { text += "plain " }
    }
    #expect(try Source(name: "t", bytes: Array(text.utf8)).bytes == Array(text.utf8))
  }
}
