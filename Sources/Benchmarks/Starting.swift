import Answerable
import Foundation

/// One letter, from the start of the process to its end: `benchmarks --foi PATH`, as the program is built for that apart.
enum Starting {
  private static let pairs = 200

  static func measure(_ foi: String) throws -> [Measurement] {
    let foi = URL(filePath: foi).path
    // In a folder of its own: rules that stand beside a letter are read too.
    let folder = FileManager.default.temporaryDirectory.appending(path: "foi-starting-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let home = FileManager.default.currentDirectoryPath
    defer {
      _ = FileManager.default.changeCurrentDirectoryPath(home)
      try? FileManager.default.removeItem(at: folder)
    }
    check(FileManager.default.changeCurrentDirectoryPath(folder.path), "no folder to start in")
    guard let example = BuiltIn.guides["examples/robberies.md"] else {
      throw Diagnostics("the example of a request is not built in")
    }
    return try measure(foi, "a request with few findings", example.text)
      + measure(foi, "a letter with many findings", SampleLetters.text(bytes: 2_000))
  }

  private static func measure(_ foi: String, _ name: String, _ text: String) throws -> [Measurement]
  {
    let letter = "letter.txt"
    try Data(text.utf8).write(to: URL(filePath: letter))
    // 1 says that there are findings.
    let found = try status(of: [foi, "lint", letter])
    check(found == 0 || found == 1, "foi lint cannot read the letter")
    try check(status(of: ["/bin/cat", letter]) == 0, "cat cannot read the letter")
    var ratios: [Double] = []
    var times: [Double] = []
    for _ in 0..<pairs {
      let ours = try milliseconds { _ = try status(of: [foi, "lint", letter]) }
      let theirs = try milliseconds { _ = try status(of: ["/bin/cat", letter]) }
      ratios.append(ours / theirs)
      times.append(ours)
    }
    // Of two hundred starts some wait for the machine; the middle half tells what one costs.
    return [
      Measurement(
        "foi lint on \(name), start to exit / cat", middleHalf(of: ratios), unit: "times", target: 3
      ),
      Measurement("foi lint on \(name), start to exit", middleHalf(of: times), unit: "ms"),
    ]
  }

  private static func middleHalf(of values: [Double]) -> [Double] {
    let sorted = values.sorted()
    return Array(sorted[sorted.count / 4..<3 * sorted.count / 4])
  }

  /// Runs a program without output and waits for it.
  private static func status(of words: [String]) throws -> Int32 {
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    let failure = posix_spawn(&process, words[0], &actions, nil, &arguments, environ)
    guard failure == 0 else { throw Diagnostics("\(words[0]) cannot be run") }
    var status: Int32 = 0
    guard waitpid(process, &status, 0) == process else {
      throw Diagnostics("\(words[0]) was lost")
    }
    // The status of a process that ended by itself is in the second byte.
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -1
  }
}
