import Testing

@testable import SourceText

@Suite struct ByteSearchTests {
  private func first(_ search: ByteSearch, _ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    bytes.withUnsafeBufferPointer { search($0, from: start, to: end) }
  }

  /// At every place of texts of every length about a word of the machine, among bytes that differ by one bit.
  @Test func theFirstIsFoundWhereverItStands() {
    for length in 0..<20 {
      for filling: UInt8 in [0x00, 0x0B, 0x8A, 0x8D, 0x0C, 0xFF] {
        let empty = Array(repeating: filling, count: length)
        #expect(first(.init(.newline, or: .carriageReturn), empty, from: 0, to: length) == length)
        for place in 0..<length {
          var bytes = empty
          bytes[place] = .carriageReturn
          if place + 1 < length { bytes[length - 1] = .newline }
          let either = ByteSearch(.newline, or: .carriageReturn)
          #expect(first(either, bytes, from: 0, to: length) == place)
          #expect(first(either, bytes, from: place, to: length) == place)
          #expect(first(either, bytes, from: 0, to: place) == place)
          #expect(first(ByteSearch(.carriageReturn), bytes, from: 0, to: length) == place)
        }
      }
    }
  }

  @Test(arguments: [
    ("a<!-- b", 1), ("<<!<!-<!--", 6), ("no comment <!-", nil), ("<!--", 0), ("<!-", nil),
    ("", nil),
    ("seven letters, then <!--", 20),
  ])
  func aTextIsFoundWhole(text: String, place: Int?) {
    let bytes = Array(text.utf8)
    #expect(bytes.first("<!--", in: 0..<bytes.count) == place)
  }
}
