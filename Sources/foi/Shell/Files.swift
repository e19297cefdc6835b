import Answerable

/// Files, read and written whole or not at all.
enum Files {
  /// What a verb was given to read: a file, or `-` for standard input.
  static func source(_ path: String) throws(Diagnostics) -> Source {
    let name = path == "-" ? "standard input" : path
    let bytes = try contents(path)
    // What a word processor or a PDF keeps is refused as a letter would be: with the way to get the text out.
    if isDocument(bytes) { _ = try LetterFile(name: name, bytes: bytes) }
    return try Source(name: name, bytes: bytes)
  }

  /// Whether bytes begin as PDF, DOCX (a zip) and DOC do.
  private static func isDocument(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: "%PDF".utf8) || bytes.starts(with: "PK\u{3}\u{4}".utf8)
      || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// The same as bytes, for what need not be UTF-8: a saved e-mail.
  static func contents(_ path: String) throws(Diagnostics) -> [UInt8] {
    if path == "-" { return try bytes(of: 0, "standard input") }
    try checkIsThere(path)
    return try bytes(of: path)
  }

  /// Sees that there is a file at a path, for a verb that has more to ask before it reads it.
  static func checkIsThere(_ path: String) throws(Diagnostics) {
    guard exists(path) else {
      throw Diagnostics(
        "\(path) does not exist",
        remedy: didYouMean(path, among: siblings(of: path))
          ?? "give a file, or - to read from a pipe")
    }
    guard !isFolder(path) else {
      throw Diagnostics("\(path) is a folder", remedy: "give one of the files in it")
    }
  }

  /// The texts in a folder and the folders in it, in the order of their paths; hidden ones are left out.
  ///
  /// A folder may have a text's name (`letters.md/`); it is still a folder.
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
      .filter { !isFolder($0) }
  }

  /// The folders directly in a folder, in the order of their names; hidden ones are left out.
  static func folders(in folder: String) throws(Diagnostics) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      throw Diagnostics("\(folder) cannot be listed", remedy: "give the folder of a case")
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
      .map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }.filter { isFolder($0) }
  }

  /// The letters in a folder by name, texts and e-mails alike; hidden ones are left out.
  static func letters(in folder: String) throws(Diagnostics) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).filter { name in
        !name.hasPrefix(".") && [".txt", ".md", ".eml"].contains { name.hasSuffix($0) }
      }.sorted()
    } catch {
      throw Diagnostics("\(folder) cannot be listed")
    }
  }

  /// Writes a file whole or not at all.
  ///
  /// - Parameter replacing: whether a file that is there may be overwritten.
  static func write(_ bytes: [UInt8], to path: String, replacing: Bool) throws(Diagnostics) {
    try checkRoom(for: path, replacing: replacing)
    do {
      let isDevice = exists(path) && !isRegular(path)
      // A private letter stays private: what takes the place of a file keeps who may read it.
      let kept = permissions(of: path)
      try Data(bytes).write(
        to: URL(filePath: linkedPath(path)), options: isDevice ? [] : .atomic)
      if let kept, !isDevice { chmod(linkedPath(path), kept) }
    } catch {
      throw Diagnostics(
        "\(path) cannot be written: \(reason(error))", remedy: "no part of it was written")
    }
  }

  /// Sees that a path may be written to, for a verb with work to lose to a late refusal.
  static func checkRoom(for path: String, replacing: Bool) throws(Diagnostics) {
    guard !isFolder(path) else {
      throw Diagnostics("\(path) is a folder", remedy: "add a file name")
    }
    if let slash = path.lastIndex(of: "/"), !isFolder(String(path[...slash])) {
      throw Diagnostics(
        "\(path) cannot be written: there is no folder \(path[..<slash])",
        remedy: "make the folder first, or choose another name")
    }
    guard replacing || !exists(path) else {
      throw Diagnostics(
        "\(path) is there already and was left as it is",
        remedy: "choose another name, or say --force")
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
    let file = open(path, O_RDONLY)
    guard file >= 0 else {
      throw Diagnostics("\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    return try bytes(of: file, path)
  }

  /// Reads an open file to its end, which may also be a pipe: `foi lint <(pdftotext letter.pdf -)`.
  private static func bytes(of file: Int32, _ name: String) throws(Diagnostics) -> [UInt8] {
    var status = stat()
    let size = fstat(file, &status) == 0 ? max(0, Int(status.st_size)) : 0
    // A file comes whole at the first, and where something is wrong with it that comes up again below.
    var bytes = [UInt8](unsafeUninitializedCapacity: size) { room, count in
      count = max(0, read(file, room.baseAddress, size))
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 {
        return bytes
      } else if errno != EINTR {
        throw Diagnostics("\(name) cannot be read: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Where the file is that a path leads to, so that a link stays a link.
  private static func linkedPath(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func permissions(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
  }

  /// Whether a file can be put in the place of this one, as it cannot for `/dev/null` or a pipe.
  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
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
