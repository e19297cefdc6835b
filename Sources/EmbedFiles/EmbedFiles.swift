import Documents
import Foundation
import Linting
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
    text += """
        /// The rules made ready, so that nothing is parsed when the program starts.
        public static let ruleTable: StaticString = \(swiftLiteral(try ruleTable(package), form: .block))

      """
    return text + "}\n"
  }

  /// The rules without their pages; what is wrong with a guide ends the build at its line.
  private static func ruleTable(_ package: URL) throws(Diagnostics) -> String {
    var rules: [Rule] = []
    var problems: [Diagnostic] = []
    for folder in Folder.all where folder.name == "rules" {
      for file in try folder.files(of: package) {
        do throws(Diagnostics) {
          rules.append(try Guide(file.source).rule)
        } catch {
          problems += error.all
        }
      }
    }
    guard problems.isEmpty else { throw Diagnostics(problems) }
    return RuleSet(rules).packed
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
