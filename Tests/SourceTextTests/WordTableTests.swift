import SourceText
import Testing

@Suite struct WordTableTests {
  @Test func everyWordLeadsToItsEntries() {
    var keys: [WordHash] = []
    for number in 0..<500 {
      var hash = WordHash()
      for byte in "word\(number)".utf8 { hash.add(byte) }
      keys += Array(repeating: hash, count: number % 3 + 1)
    }
    keys.sort { $0.place < $1.place }
    let table = WordTable(keys)
    for key in keys {
      let entries = table.entries(of: key)
      #expect(!entries.isEmpty && entries.allSatisfy { keys[$0] == key })
      #expect(entries.count == keys.filter { $0 == key }.count)
    }
    #expect(table.entries(of: WordHash("missing")).isEmpty)
    #expect(WordTable([]).entries(of: WordHash("missing")).isEmpty)
  }

  @Test func aSetHoldsTheWordsOfItsList() {
    let set = WordSet(
      """
      one two
      three  four
      """)
    for word in [WordHash("one"), WordHash("two"), WordHash("three"), WordHash("four")] {
      #expect(set.contains(word))
    }
    #expect(!set.contains(WordHash("five")) && !set.isEmpty)
    #expect(WordSet("").isEmpty && !WordSet("").contains(WordHash()))
    #expect(set.isDisjoint(with: [WordHash("five")]) && !set.isDisjoint(with: [WordHash("one")]))
  }
}

@Suite struct PackedTests {
  @Test func whatIsWrittenIsRead() {
    let numbers: [UInt64] = [0, 1, 31, 32, 1023, 1024, 0xFFFF_FFFF, .max]
    let texts = ["", "a", "café 😀\n\"quoted\"", String(repeating: "x", count: 5_000)]
    var writer = PackedWriter()
    for number in numbers { writer.write(number) }
    writer.write(texts) { out, text in out.write(text) }
    writer.write(true)
    writer.write(false)
    var reader = PackedReader(PackedTable(writer.bytes))
    for number in numbers {
      let read = reader.number()
      #expect(read == number)
    }
    let read = reader.list { $0.text() }
    #expect(read == texts)
    let flags = [reader.flag(), reader.flag()]
    #expect(flags == [true, false])
  }

  @Test func rowsAreReadWhereTheyStand() {
    let numbers = [0, 1, 63, 64, 4_095, 4_096, 1 << 24, 1 << 30 - 1]
    let words = ["", "a", "café", "recorded"].map { WordHash(of: $0).key }
    var writer = PackedWriter()
    PackedRows(numbers).pack(into: &writer)
    PackedRows(words).pack(into: &writer)
    var reader = PackedReader(PackedTable(writer.bytes))
    let readNumbers = PackedRows<Int>(unpacking: &reader)
    let readWords = PackedRows<WordKey>(unpacking: &reader)
    #expect((0..<readNumbers.count).map { readNumbers[$0] } == numbers)
    #expect((0..<readWords.count).map { readWords[$0] } == words)
    #expect(reader.place == writer.bytes.count)
  }

  @Test func aTableCanStandInAStringLiteral() {
    var writer = PackedWriter()
    for number in 0..<5_000 { writer.write(number) }
    PackedRows(Array(0..<5_000)).pack(into: &writer)
    PackedRows((0..<500).map { WordHash(of: "word\($0)").key }).pack(into: &writer)
    #expect(writer.bytes.allSatisfy { (0x30..<0x70).contains($0) })
  }
}
