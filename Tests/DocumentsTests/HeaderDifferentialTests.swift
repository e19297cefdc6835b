import Documents
import Foundation
import SourceText
import Testing

/// Compares our reading of generated headers with that of PyYAML, where it is installed.
@Suite struct HeaderDifferentialTests {
  @Test(.enabled(if: PyYAML.isInstalled, "needs python3 with PyYAML"))
  func readsWhatYAMLReadsAsStrings() throws {
    var generator = HeaderGenerator(state: 20_240_701)
    var headers: [String] = []
    for _ in 0..<3000 { headers.append(generator.header()) }
    let answers = try PyYAML.readings(of: headers)
    try #require(answers.count == headers.count)
    var compared = 0
    for (text, answer) in zip(headers, answers) {
      guard let answer = answer as? NSDictionary else { continue }
      compared += 1
      let source = Source(name: "generated", text: "---\n\(text)---\n")
      do {
        let header = try Header.read(source, schema: HeaderGenerator.schema)
        let ours = try #require(header).plain
        #expect(ours == answer, "\(text)\nours: \(ours)\nYAML: \(answer)")
      } catch let error as Diagnostics {
        Issue.record("\(error.text)")
      }
    }
    #expect(compared > 1000, "only \(compared) of the headers were YAML")
  }
}

/// Makes headers out of small pieces; the same ones each time.
private struct HeaderGenerator {
  static let schema = HeaderSchema([
    .init("title"), .init("from"), .init("split by"), .init("find", .list),
    .init("rewrite", .records(["from", "to", "safety"])),
  ])

  var state: UInt64

  /// What values are made of; ` #` is left out, where YAML cuts a value and we keep it.
  private let pieces = [
    "burglaries", "on beat", "KT04", "recorded in", "Kent", "from", "1 July", "12:30", "0712", "No",
    "null", "2021-01-05", "Siân", "😀", "(a|b)", "it's",
    "\"decoys\"", "a#b", "C:\\x", "[draft]", "{x}", "-", "--", "*", "&", "!", "%", "50%", "|", ">",
    "?",
    "use:", ":x", ",", "@", "`", "=", "~", "s.127", "<number>", "arrest*",
    "https://x.uk/",
  ]

  mutating func header() -> String {
    var text = ""
    for key in ["title", "from", "split by", "find", "rewrite"] where chance(2, in: 5) {
      if chance(1, in: 8) { text += chance(1, in: 2) ? "\n" : "# a remark\n" }
      switch key {
      case "find": text += "find:\n" + list { $0.value(indent: "    ") }
      case "rewrite": text += "rewrite:\n" + list { $0.record() }
      default: text += "\(key):\(blanks())\(value(indent: "  "))\n"
      }
    }
    return text.isEmpty ? "title: x\n" : text
  }

  private mutating func list(_ item: (inout Self) -> String) -> String {
    let indent = chance(1, in: 2) ? "" : "  "
    var text = ""
    for _ in 0...Int(next() % 3) {
      text += "\(indent)- " + item(&self).replacing("\n    ", with: "\n\(indent)    ") + "\n"
    }
    return text
  }

  private mutating func record() -> String {
    var lines: [String] = []
    for key in ["from", "to", "safety"] where chance(2, in: 3) {
      lines.append("\(key): \(value(indent: "      "))")
    }
    return lines.isEmpty
      ? "to: x" : lines.joined(separator: "\n    ").replacing("\n    ", with: "\n  ")
  }

  private mutating func value(indent: String) -> String {
    var text = ""
    for i in 0...Int(next() % 3) {
      if i > 0 {
        text += chance(1, in: 8) ? (chance(1, in: 4) ? "\n\n" : "\n") + indent : blanks()
      }
      var piece = pieces[Int(next() % UInt64(pieces.count))]
      let begins = text.isEmpty || text.hasSuffix("\n" + indent)
      if begins, Self.avoided.contains(piece) { piece = "taser" }
      text += piece
    }
    if chance(1, in: 6), !text.contains("\\") {
      let quote = chance(1, in: 2) ? "\"" : "'"
      if !text.contains(quote) { text = quote + text + quote }
    }
    return text
  }

  /// What YAML takes for its own at the head of a value, and we keep; and what it folds into the line
  /// above, and we refuse, because whoever begins a line with a hyphen means a list.
  private static let avoided = ["|", ">", "!", "&", "-"]

  private mutating func blanks() -> String { chance(1, in: 6) ? "  " : " " }

  private mutating func chance(_ times: UInt64, in all: UInt64) -> Bool { next() % all < times }

  private mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}

private enum PyYAML {
  static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "headers.py").path

  static var isInstalled: Bool { (try? run(on: "x: y"))?.isEmpty == false }

  /// One answer for each header: a dictionary, or null when YAML reads no strings there.
  static func readings(of headers: [String]) throws -> [Any] {
    var answers: [Any] = []
    for line in try run(on: headers.joined(separator: "\0")).split(separator: "\n") {
      answers.append(
        try JSONSerialization.jsonObject(with: Data(line.utf8), options: .fragmentsAllowed))
    }
    return answers
  }

  private static func run(on text: String) throws -> String {
    let input = FileManager.default.temporaryDirectory
      .appending(path: "headers-\(ProcessInfo.processInfo.processIdentifier)-\(text.utf8.count)")
    try text.write(to: input, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: input) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script]
    process.standardInput = try FileHandle(forReadingFrom: input)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : ""
  }
}

extension Header {
  fileprivate var plain: NSDictionary {
    let result = NSMutableDictionary()
    for field in fields { result[field.name] = field.plain }
    return result
  }
}

extension Header.Field {
  fileprivate var plain: Any {
    if items.isEmpty { return value }
    return items.map { item -> Any in
      if item.fields.isEmpty { return item.text }
      let record = NSMutableDictionary()
      for field in item.fields { record[field.name] = field.value }
      return record
    }
  }
}
