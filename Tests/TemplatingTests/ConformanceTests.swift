import Foundation
import SourceText
import Synchronization
import Templating
import Testing

/// The suite of [mustache/spec](https://github.com/mustache/spec), where a copy of it is at hand.
@Suite struct ConformanceTests {
  @Test("Mustache's own suite is there", .disabled(if: SpecCase.all.isEmpty, "no copy at hand"))
  func suiteIsWhole() {
    #expect(SpecCase.all.count == 194)
  }

  @Test("as the specification has it", arguments: SpecCase.all)
  func conforms(_ test: SpecCase) throws {
    #expect(try test.rendered(escaping: .html) == test.expected)
  }

  @Test("just so in plain text", arguments: SpecCase.all.filter { !$0.isAboutEscaping })
  func conformsInPlainText(_ test: SpecCase) throws {
    #expect(try test.rendered(escaping: .none) == test.expected)
  }
}

struct SpecCase: Sendable, CustomTestStringConvertible {
  let file: String
  let name: String
  let data: Value
  let template: String
  let partials: [(String, String)]
  let expected: String

  var testDescription: String { "\(file): \(name)" }
  var isAboutEscaping: Bool { name.hasSuffix("Escaping") }

  func rendered(escaping: RenderOptions.Escaping) throws -> String {
    try render(
      template, withLambda, partials: partials, .lenient, RenderOptions(escaping: escaping))
  }

  /// The suite gives lambdas in other languages; these say the same in Swift.
  private var withLambda: Value {
    guard file == "~lambdas.json", case .object(var members) = data else { return data }
    let calls = Mutex(0)
    let lambda: @Sendable (String) -> String =
      switch name {
      case "Interpolation": { _ in "world" }
      case "Interpolation - Expansion": { _ in "{{planet}}" }
      case "Interpolation - Alternate Delimiters": { _ in "|planet| => {{planet}}" }
      case "Interpolation - Multiple Calls":
        { _ in
          calls.withLock {
            $0 += 1
            return "\($0)"
          }
        }
      case "Escaping": { _ in ">" }
      case "Section": { $0 == "{{x}}" ? "yes" : "no" }
      case "Section - Expansion": { $0 + "{{planet}}" + $0 }
      case "Section - Alternate Delimiters": { $0 + "{{planet}} => |planet|" + $0 }
      case "Section - Multiple Calls": { "__" + $0 + "__" }
      default: { _ in "" }
      }
    members.removeAll { $0.name == "lambda" }
    members.append(("lambda", .lambda(lambda)))
    return .object(members)
  }
}

extension SpecCase {
  /// All cases, or none when the suite is not at hand.
  static let all: [SpecCase] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let shared =
      ProcessInfo.processInfo.environment["SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let folder = shared.appending(path: "mustache-spec")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var cases: [SpecCase] = []
    for name in names.sorted() where name.hasSuffix(".json") {
      guard let data = try? Data(contentsOf: folder.appending(path: name)),
        let file = try? JSONSerialization.jsonObject(with: data) as? [String: Any],
        let tests = file["tests"] as? [[String: Any]]
      else { continue }
      for test in tests {
        cases.append(SpecCase(file: name, test))
      }
    }
    return cases
  }()

  private init(file: String, _ test: [String: Any]) {
    self.file = file
    name = test["name"] as? String ?? ""
    data = Value(json: test["data"] ?? NSNull())
    template = test["template"] as? String ?? ""
    partials = (test["partials"] as? [String: String] ?? [:]).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
    expected = test["expected"] as? String ?? ""
  }
}

extension Value {
  /// A value as Foundation's reader gives it, in which `true` and `1` are both numbers.
  fileprivate init(json: Any) {
    switch json {
    case let text as String: self = .string(text)
    case let items as [Any]: self = .list(items.map { Value(json: $0) })
    case let members as [String: Any]:
      self = .object(
        members.sorted { $0.key < $1.key }.map { (name: $0.key, value: Value(json: $0.value)) })
    case let number as NSNumber where String(cString: number.objCType) == "c":
      self = .bool(number.boolValue)
    case let number as NSNumber:
      self = Int(exactly: number.doubleValue).map { .int($0) } ?? .double(number.doubleValue)
    default: self = .null
    }
  }
}
