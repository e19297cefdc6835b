import Documents
import Foundation
import Linting
import Requests
import SourceText

/// Writes the project's guides, templates and data as one Swift file of module BuiltIn.
///
/// Usage: `EmbedFiles PACKAGE OUTPUT`. The build plugin runs it; an error ends the build.
@main
enum EmbedFiles {
  static func main() {
    let arguments = CommandLine.arguments
    do throws(Diagnostics) {
      guard arguments.count == 3 else {
        throw Diagnostics(
          "EmbedFiles takes two arguments", remedy: "EmbedFiles PACKAGE-FOLDER OUTPUT-FILE")
      }
      let generated = try swiftFile(package: URL(filePath: arguments[1]))
      try write(generated, to: URL(filePath: arguments[2]))
    } catch {
      FileHandle.standardError.write(Data((error.text + "\n").utf8))
      exit(1)
    }
  }

  /// The whole of the generated file.
  private static func swiftFile(package: URL) throws(Diagnostics) -> String {
    var text = """
      // Made by EmbedFiles from the files it names; edit those.

      extension BuiltIn {

      """
    for folder in Folder.all {
      text += "  public static let \(folder.name): [EmbeddedFile] = [\n"
      for file in try folder.files(of: package) {
        let path = swiftLiteral(file.path, form: .line)
        let contents = swiftLiteral(file.source[0..<file.source.bytes.count], form: .block)
        text += "EmbeddedFile(path: \(path), contents: \(contents)),\n"
      }
      text += "  ]\n"
    }
    text += "  // What is made ready, so that nothing is parsed when the program starts.\n"
    for (name, table) in try tables(of: package) {
      text += "  public static let \(name): StaticString = \(swiftLiteral(table, form: .block))\n"
    }
    return text + "}\n"
  }

  /// The tables that a start should not have to parse; what is wrong with one ends the build at its line.
  private static func tables(of package: URL) throws(Diagnostics) -> [(name: String, text: String)]
  {
    [
      ("ruleTable", try rules(of: package).packed),
      ("authorityTable", try Registry(table: Folder.table("authorities.csv", of: package)).packed),
      ("offenceTable", try Offences(table: Folder.table("offences.csv", of: package)).packed),
      ("publishedTable", try Published(table: Folder.table("published.csv", of: package)).packed),
      ("signalTable", try PhraseBook(table: Folder.table("signals.txt", of: package)).packed),
      ("kindTable", try WordWeights(table: Folder.table("kinds.csv", of: package)).packed),
      ("pointTable", try PhraseBook(table: Folder.table("points.txt", of: package)).packed),
    ]
  }

  /// The rules without their pages.
  private static func rules(of package: URL) throws(Diagnostics) -> RuleSet {
    var rules: [Rule] = []
    var problems: [Diagnostic] = []
    for file in try Folder.rules.files(of: package) {
      do throws(Diagnostics) {
        rules.append(try Guide(file.source).rule)
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return RuleSet(rules)
  }

  /// Writes a file whole or not at all, and not when it is the same already: what is built from it
  /// stays good.
  private static func write(_ text: String, to file: URL) throws(Diagnostics) {
    let data = Data(text.utf8)
    if let old = try? Data(contentsOf: file), old == data { return }
    do {
      try data.write(to: file, options: .atomic)
    } catch {
      throw Diagnostics("\(file.path) cannot be written: \(error)")
    }
  }
}
