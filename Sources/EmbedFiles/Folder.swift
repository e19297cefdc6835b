import Foundation
import SourceText

/// A folder of the project whose files become part of the program.
struct Folder {
  /// The name of its list in `BuiltIn`.
  let name: String
  /// Where it stands in the package.
  let path: String
  /// How the name of each of its files ends.
  let ending: String
  /// What is in it and becomes part of the program in another way.
  var apart: [String] = []

  private static let data = "Sources/BuiltIn/Data"
  /// The tables that are made ready by the build.
  private static let tables = [
    "authorities.csv", "offences.csv", "published.csv", "signals.txt", "points.txt", "kinds.csv",
  ]
  static let rules = Folder(name: "rules", path: "Guides/rules", ending: ".md")
  static let all = [
    Folder(name: "data", path: data, ending: ".csv", apart: tables),
    Folder(name: "guides", path: "Guides", ending: ".md", apart: ["rules"]),
    rules,
    Folder(name: "templates", path: "Templates", ending: ".md"),
  ]

  static func table(_ name: String, of package: URL) throws(Diagnostics) -> Source {
    let path = "\(data)/\(name)"
    return try Source(name: path, bytes: read(package.appending(path: path)))
  }

  /// The folder's files and those of the folders in it, sorted by path; hidden ones are left out.
  ///
  /// - Throws: for a file that cannot be read, is not UTF-8, or has another ending: it would be
  ///   missing from the program and nobody would know why.
  func files(of package: URL) throws(Diagnostics) -> [(path: String, source: Source)] {
    var files: [(path: String, source: Source)] = []
    // A README is for people who look after the folder.
    for path in try paths(of: package) where path != "README.md" {
      let name = "\(self.path)/\(path)"
      guard path.hasSuffix(ending) else {
        throw Diagnostics(
          "\(name) would not become part of the program",
          remedy: "end its name in \"\(ending)\", or keep it outside \(self.path)")
      }
      files.append((path, try Source(name: name, bytes: Self.read(package.appending(path: name)))))
    }
    return files
  }

  private func paths(of package: URL) throws(Diagnostics) -> [String] {
    // git keeps no empty folder: one that is missing has no files.
    let folder = package.appending(path: path).path
    guard FileManager.default.fileExists(atPath: folder) else { return [] }
    do {
      return try FileManager.default.subpathsOfDirectory(atPath: folder)
        .filter { path in
          let names = path.split(separator: "/")
          var isFolder = false
          _ = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
          return !isFolder && !names.contains { $0.hasPrefix(".") }
            && !apart.contains(String(names[0]))
        }
        .sorted()
    } catch {
      throw Diagnostics("\(folder) cannot be listed: \(error)")
    }
  }

  private static func read(_ file: URL) throws(Diagnostics) -> [UInt8] {
    do {
      return try Array(Data(contentsOf: file))
    } catch {
      throw Diagnostics("\(file.path) cannot be read: \(error)")
    }
  }
}
