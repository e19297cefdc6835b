import Answerable
import Foundation

/// One letter, from the start of the process to its end: `benchmarks --foi PATH`, as the program is built for that apart.
enum Starting {
  private static let pairs = 200

  static func measure(_ foi: String) throws -> [Measurement] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "foi-starting")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let letter = folder.appending(path: "letter.txt").path
    try Data(SampleLetters.text(bytes: 2_000).utf8).write(to: URL(filePath: letter))

    // 1 says that there are findings.
    try check(status(of: [foi, "lint", letter]) == 1, "foi lint finds nothing in the letter")
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
        "foi lint on one letter, start to exit / cat", middleHalf(of: ratios), unit: "times",
        target: 3),
      Measurement("foi lint on one letter, start to exit", middleHalf(of: times), unit: "ms"),
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
