import Answerable
import CommandLineKit

/// A bar for work that takes a while, drawn over itself; nothing where standard error is no terminal.
struct Progress {
  private let total: Int
  private let width: Int?
  private var done = 0
  private var percent = -1

  init(of total: Int, _ shell: Shell) {
    self.total = total
    width = isatty(2) == 1 ? min(shell.width, 80) - 1 : nil
  }

  mutating func advance() {
    done += 1
    guard let width, total > 0, done * 100 / total != percent else { return }
    percent = done * 100 / total
    _ = writeAll(Array("\r\(progressBar(done: done, of: total, width: width))".utf8), to: 2)
  }

  /// Takes the bar away.
  func finish() {
    guard let width else { return }
    _ = writeAll(Array("\r\(String(repeating: " ", count: width))\r".utf8), to: 2)
  }
}
