import Answerable

/// Files, read and written whole or not at all.
enum Files {
  /// What a verb was given to read: a file, or `-` for standard input.
  static func source(_ path: String) throws(Diagnostics) -> Source {
    try Source(name: path == "-" ? "standard input" : path, bytes: contents(path))
  }

  /// The same as bytes, for what need not be UTF-8: a saved e-mail.
  static func contents(_ path: String) throws(Diagnostics) -> [UInt8] {
    if path == "-" { return standardInput() }
    guard exists(path) else {
      throw Diagnostics(
        "\(path) does not exist",
        remedy: didYouMean(path, among: siblings(of: path))
          ?? "give a file, or - to read from a pipe")
    }
    guard !isFolder(path) else {
      throw Diagnostics("\(path) is a folder", remedy: "give one of the files in it")
    }
    return try bytes(of: path)
  }

  /// The texts in a folder and the folders in it, in the order of their paths; hidden ones are left out.
  static func texts(in folder: String) throws(Diagnostics) -> [String] {
    let names: [String]
    do {
      names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    } catch {
      throw Diagnostics("\(folder) cannot be listed")
    }
    return names.filter { name in
      let isText = name.hasSuffix(".md") || name.hasSuffix(".txt")
      return isText && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted().map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
  }

  /// Writes a file whole or not at all.
  ///
  /// - Parameter replacing: whether a file that is there may be overwritten.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Diagnostics) {
    guard replacing || !exists(path) else {
      throw Diagnostics(
        "\(path) is there already and was left as it is",
        remedy: "choose another name, or say --force")
    }
    guard !isFolder(path) else {
      throw Diagnostics("\(path) is a folder", remedy: "add a file name")
    }
    do {
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Diagnostics(
        "\(path) cannot be written: \(reason(error))", remedy: "nothing was changed")
    }
  }

  static func makeFolder(_ path: String) throws(Diagnostics) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw Diagnostics("the folder \(path) cannot be made: \(reason(error))")
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private static func bytes(of path: String) throws(Diagnostics) -> [UInt8] {
    do {
      return try Array(Data(contentsOf: URL(filePath: path)))
    } catch {
      throw Diagnostics("\(path) cannot be read: \(reason(error))")
    }
  }

  private static func standardInput() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(0, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

  private static func siblings(of path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
    return (names ?? []).sorted().map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
  }

  /// The system's words for what went wrong ("No space left on device").
  private static func reason(_ error: any Error) -> String {
    if let error = error as? CocoaError, let cause = error.underlying as? POSIXError {
      return String(cString: strerror(cause.code.rawValue))
    }
    return "\(error)"
  }
}
