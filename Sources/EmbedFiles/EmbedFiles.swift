import Foundation
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
  ///
  /// A table that the core's own readers make of a folder, such as the rules ready to match, joins
  /// the lists here as one more literal; what a reader throws ends the build at the guide's line.
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
    return text + "}\n"
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
