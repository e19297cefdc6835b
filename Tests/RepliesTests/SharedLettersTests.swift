import Documents
import Foundation
import Requests
import SourceText
import Testing
import WorkingDays

@testable import Replies

/// Real letters, which lie beside the project and never in it; without them these tests have nothing to do.
private enum Shared {
  static let folder: URL? = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = ProcessInfo.processInfo.environment["SHARED"]
    let folder = path.map { URL(filePath: $0) } ?? root.appending(path: "../shared")
    let isThere = FileManager.default.fileExists(atPath: folder.appending(path: "founding").path)
    return isThere ? folder : nil
  }()

  static func reply(_ name: String) throws -> Reply {
    let file = try #require(folder).appending(path: "founding/\(name)")
    return Reply(try Source(name: name, bytes: Array(Data(contentsOf: file))))
  }
}

@Suite(.enabled(if: Shared.folder != nil, "there is no folder of shared letters"))
struct SharedLettersTests {
  @Test func theFoundingClarificationHasItsFivePoints() throws {
    let reply = try Shared.reply("3-clarification.txt")
    #expect(reply.kind == .clarification)
    #expect(reply.reference == "8A/21")
    #expect(reply.dates.dated == nil)
    #expect(reply.dates.received?.iso == "2021-01-02")
    #expect(
      reply.points.map(\.questions) == [["1a", "2", "3", "4"], ["1a"], ["1b"], ["2", "3"], ["4"]])
    #expect(reply.points.map(\.suggestions.count) == [0, 1, 1, 0, 1])
    #expect(reply.points.flatMap(\.suggestions).map(\.missing) == ["the age", nil, nil])
    #expect(reply.untouched == ["1c"])
  }

  @Test func theOtherFoundingLettersAreWhatTheyAre() throws {
    #expect(try Shared.reply("2-acknowledgement.txt").kind == .acknowledgement)
    let `extension` = try Shared.reply("5-extension.txt")
    #expect(`extension`.kind == .extension)
    #expect(`extension`.dates.named?.iso == "2021-03-19")
    #expect(`extension`.dates.clarified?.iso == "2021-01-24")
    #expect(`extension`.request?.request.questions.map(\.label).first == "1")
    let answer = try Shared.reply("6-response.txt")
    #expect(answer.kind == .refusal)
    #expect(answer.figures.map(\.text) == ["3", "3", "2"])
    #expect(answer.figures.map(\.question) == ["1", "2", "5"])
    #expect(answer.exemptions.map(\.section) == ["23(5)", "31(3)", "40(5)", "31(1)(a)(b)"])
    #expect(answer.exemptions.map(\.questions) == [["3", "4"], ["3", "4"], ["3", "4"], ["6"]])
  }

  @Test func kindsArePlainInAllButFewLetters() throws {
    let file = try #require(Shared.folder).appending(path: "corpus/items.jsonl")
    let lines = try String(decoding: Data(contentsOf: file), as: UTF8.self).split(separator: "\n")
    var letters = 0
    var right = 0
    for line in lines {
      let item = try JSON.read(Source(name: "item", text: String(line)))
      guard let kind = item["kind"]?.string, let text = item["text"]?.string, kind != "request"
      else {
        continue
      }
      let read = Fixtures.read(text).kind
      letters += 1
      // An extension has no kind of its own there.
      if read.rawValue == kind || kind == "acknowledgement" && read == .extension { right += 1 }
    }
    #expect(right == letters)
  }
}
