import Foundation
import Testing

/// `SECURITY.md` names a test for each promise; a test that is gone is a promise that nobody holds.
@Suite struct SecurityPageTests {
  @Test func everyTestThatThePageNamesIsThere() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let page = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
    let names = Set(page.matches(of: /`([A-Z]\w+Tests)`/).map { String($0.1) })
    #expect(names.count > 10)
    let tests = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: "Tests").path)
    for name in names.sorted() {
      let file = tests.first { $0.hasSuffix("/\(name).swift") }
      #expect(file != nil, "there is no \(name)")
    }
  }
}
