import Answerable

/// A case on disk: a folder with `case.md` and the letters it names.
struct CaseFolder {
  let path: String
  var file: CaseFile
  let authority: Authority
  let regime: Regime

  /// Opens a case.
  init(_ path: String) throws(Diagnostics) {
    guard Self.isCase(path) else {
      throw Diagnostics(
        "\(path) is no case: it has no file case.md",
        remedy: "foi case new \(path) REQUEST makes one")
    }
    try self.init(path, CaseFile(Files.source(Self.file(in: path))))
  }

  /// A case that is not on disk yet.
  init(_ path: String, _ file: CaseFile) throws(Diagnostics) {
    self.path = path
    self.file = file
    authority = try Authorities.registry().authority(named: file.authority)
    regime = authority.regime ?? .foia
  }

  static func file(in folder: String) -> String {
    folder.hasSuffix("/") ? "\(folder)case.md" : "\(folder)/case.md"
  }

  static func isCase(_ path: String) -> Bool { Files.exists(file(in: path)) }

  /// The folders of the cases among these, and one level down in those that hold several.
  static func all(_ paths: [String]) throws(Diagnostics) -> [CaseFolder] {
    var folders: [CaseFolder] = []
    for path in paths {
      if isCase(path) {
        folders.append(try CaseFolder(path))
        continue
      }
      let cases = try Files.folders(in: path).filter { isCase($0) }
      guard !cases.isEmpty else {
        throw Diagnostics(
          "there is no case in \(path)", remedy: "a case is a folder with a file case.md in it")
      }
      for folder in cases { folders.append(try CaseFolder(folder)) }
    }
    return folders
  }

  func timeline() throws(Diagnostics) -> Timeline {
    var letters: [Source] = []
    for entry in file.letters { letters.append(try LetterFiles.open(inside(entry.file)).source) }
    return try Timeline(file, letters: letters, under: regime, calendar: BuiltIn.calendar())
  }

  /// Puts a letter into the case: the file as it is, and its line in `case.md`.
  mutating func add(
    _ bytes: [UInt8], ending: String, as kind: LetterKind, on day: Day
  ) throws(Diagnostics) {
    let name = file.fileName(for: kind, ending: ending)
    try Files.write(bytes, to: inside(name), replacing: false)
    file.add(CaseFile.Entry(day, kind, name))
  }

  func save() throws(Diagnostics) {
    try Files.write(Array(file.text.utf8), to: Self.file(in: path), replacing: true)
  }

  private func inside(_ name: String) -> String {
    path.hasSuffix("/") ? path + name : "\(path)/\(name)"
  }
}
