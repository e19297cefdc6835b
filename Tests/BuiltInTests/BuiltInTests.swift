import BuiltIn
import Foundation
import Testing

@Suite struct BuiltInTests {
  @Test(arguments: [
    ("Sources/BuiltIn/Data", BuiltIn.data), ("Guides", BuiltIn.guides + rules),
    ("Templates", BuiltIn.templates),
  ])
  func holdsEveryFileOfTheFolder(_ folder: String, _ embedded: [EmbeddedFile]) throws {
    let root = URL(filePath: #filePath).appending(path: "../../..").standardized
    let paths =
      FileManager.default.enumerator(atPath: root.appending(path: folder).path)?
      .compactMap { $0 as? String }.filter {
        ($0.hasSuffix(".md") || $0.hasSuffix(".csv")) && $0 != "README.md"
          && !madeReady.contains($0)
      } ?? []
    #expect(Set(embedded.map(\.path)) == Set(paths))
    for file in embedded {
      let onDisk = try Data(contentsOf: root.appending(path: "\(folder)/\(file.path)"))
      #expect(file.bytes == Array(onDisk), "\(folder)/\(file.path)")
    }
  }

  @Test func findsAFileByItsPath() {
    let files = [
      EmbeddedFile(path: "letters/reply.md", contents: "Dear {{authority}}"),
      EmbeddedFile(path: "reply.md", contents: "😀\r\n"),
    ]
    #expect(files["reply.md"]?.text == "😀\r\n")
    #expect(files["letters/reply.md"]?.bytes.count == 18)
    #expect(files["letters"] == nil)
  }

  @Test(arguments: [BuiltIn.data, BuiltIn.guides, BuiltIn.rules, BuiltIn.templates])
  func isSortedByPath(_ files: [EmbeddedFile]) {
    #expect(files.map(\.path) == files.map(\.path).sorted())
  }
}

/// The tables that are part of the program only as the build makes them ready.
private let madeReady = ["authorities.csv", "offences.csv", "published.csv", "kinds.csv"]

/// The rules as the files of `Guides` that they are.
private let rules = BuiltIn.rules.map {
  EmbeddedFile(path: "rules/\($0.path)", contents: $0.contents)
}
