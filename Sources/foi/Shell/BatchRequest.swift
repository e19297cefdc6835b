import Answerable

/// The questions of a batch, kept in its folder a file for each version: `request-1.md`.
struct BatchRequest {
  let reading: RequestReading
  let version: Int
  private let bytes: [UInt8]

  /// - Parameter path: the request as given; nil takes the newest version in the folder.
  /// - Throws: when the folder has this version with other words.
  init(_ path: String?, in folder: BatchFolder) throws(Diagnostics) {
    if let path {
      reading = try Requests.reading(path)
      let text = reading.request[.version].first
      guard let number = text.map({ Int($0) }) ?? 1, (1...99_999).contains(number) else {
        throw Diagnostics(
          "\"\(text ?? "")\" is no version of \(path)", remedy: "write Version: 2 at its head")
      }
      version = number
      bytes = reading.source.bytes
      guard let old = try folder.source(Self.name(number)), old.bytes != bytes else { return }
      let sent = try folder.ledger().rows.contains { $0.version == number && $0.isSent }
      guard !sent else {
        throw Diagnostics(
          "version \(number) was sent already, in other words",
          remedy:
            "write Version: \(number + 1) at the head of \(path); who works on version \(number) keeps it"
        )
      }
      return
    }
    let newest = try folder.ledger().newestVersion
    guard newest > 0, let saved = try folder.source(Self.name(newest)) else {
      throw Diagnostics(
        "\(folder.path) has no request yet",
        remedy: "give the question list: foi bulk REQUEST --to …")
    }
    reading = try Requests.reading(saved)
    version = newest
    bytes = saved.bytes
  }

  func save(in folder: BatchFolder) throws(Diagnostics) {
    try folder.write(bytes, to: Self.name(version))
  }

  static func saved(_ version: Int, in folder: BatchFolder) throws(Diagnostics) -> RequestReading? {
    guard let source = try folder.source(name(version)) else { return nil }
    return try Requests.reading(source)
  }

  private static func name(_ version: Int) -> String { "request-\(version).md" }
}

/// To whom a batch goes, kept in its folder so that later runs need not be told: names in `to.txt`, the user's own
/// table in `recipients.csv`.
enum RosterFile {
  private static let (names, table) = ("to.txt", "recipients.csv")

  static func roster(
    _ given: [String], _ reading: RequestReading, in folder: BatchFolder, registry: Registry
  ) throws(Diagnostics) -> Roster {
    var roster = Roster()
    var wanted = given.isEmpty ? reading.request[.to] : given
    let isSaved = given.isEmpty
    if isSaved, let source = try folder.source(names) {
      wanted = source[source.content].split { $0.isNewline }.map { String($0) }
    }
    for name in wanted {
      if name.lowercased().hasSuffix(".csv") {
        let source = isSaved ? try folder.source(table) : try Files.source(name)
        guard let source else {
          throw Diagnostics(
            "\(table) is gone from \(folder.path)", remedy: "give it again with --to")
        }
        try roster.add(CSV(source), registry: registry)
      } else {
        roster.add(try registry.selection([name]))
      }
    }
    return roster
  }

  static func save(_ given: [String], _ roster: Roster, in folder: BatchFolder)
    throws(Diagnostics)
  {
    guard !given.isEmpty else { return }
    let lines = given.map { $0.lowercased().hasSuffix(".csv") ? table : $0 }
    try folder.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: names)
    for name in given where name.lowercased().hasSuffix(".csv") {
      try folder.write(try Files.source(name).bytes, to: table)
    }
  }
}
