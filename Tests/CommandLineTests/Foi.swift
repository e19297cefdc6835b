import Foundation

/// The built program, run as a person runs it: in a folder of its own, with what it is given to read.
struct Foi {
  /// What a run left: its two streams and its exit status.
  struct Run {
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: URL

  /// Makes an empty folder that goes by a name nobody else has.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(
      path: "foi-\(UUID().uuidString)", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs `body` in a fresh folder with files in it, and takes the folder away again.
  static func with(
    _ files: [String: String] = [:], _ body: (Foi) throws -> Void
  ) throws {
    let foi = try Foi()
    defer { try? FileManager.default.removeItem(at: foi.folder) }
    for (path, text) in files { try foi.write(Data(text.utf8), to: path) }
    try body(foi)
  }

  func write(_ data: Data, to path: String) throws {
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appending(path: path).path)
  }

  func callAsFunction(
    _ words: String..., input: String = "", environment: [String: String] = [:]
  ) throws -> Run {
    try run(Self.program, words + ["--today=2026-01-05"], input, environment)
  }

  /// Runs a line of shell, in which `foi` is the program.
  func shell(_ line: String, environment: [String: String] = [:]) throws -> Run {
    let program = Self.program.path
    return try run(
      URL(filePath: "/bin/sh"), ["-c", "foi() { '\(program)' \"$@\"; }; \(line)"], "", environment)
  }

  private func run(
    _ program: URL, _ words: [String], _ input: String, _ environment: [String: String]
  ) throws -> Run {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = ["PATH": path, "TZ": "UTC"].merging(environment) { $1 }
    // Files, not pipes: however much is written, nobody waits for anybody.
    let name = UUID().uuidString
    let streams = ["in", "out", "err"].map {
      FileManager.default.temporaryDirectory.appending(path: "foi-\(name).\($0)")
    }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    for (i, stream) in streams.enumerated() {
      try Data((i == 0 ? input : "").utf8).write(to: stream)
    }
    process.standardInput = try FileHandle(forReadingFrom: streams[0])
    process.standardOutput = try FileHandle(forWritingTo: streams[1])
    process.standardError = try FileHandle(forWritingTo: streams[2])
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: try Data(contentsOf: streams[1]), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: streams[2]), as: UTF8.self))
  }

  /// The program beside the test bundle, where SwiftPM puts both.
  static var program: URL {
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "foi")
  }
}

/// The letters of the tests: one that says nothing known to come back, and one that does.
enum Letters {
  static let sound = """
    Title: Burglaries recorded, April 2024 to March 2025
    From: Rowan Hale
    To: kent
    Dates: 1 April 2024 to 31 March 2025
    Counted by: date recorded

    1. The number of burglaries recorded.
    """
  static let loose = """
    Title: Burglaries recorded
    From: Rowan Hale
    To: kent
    Dates: 1 April 2024 to 31 March 2025

    1. The number of arrests associated with burglary offences in 2023/24.
    """
}
