import Answerable
import Dispatch
import Synchronization

/// Writes the files of a batch on a thread of its own while the next letters are made.
///
/// Files are written in the order in which they are handed over. It lags only a few letters behind, so that memory does
/// not grow with their number.
final class WritingThread: Sendable {
  private let folder: BatchFolder
  private let queue = DispatchQueue(label: "writing")
  private let room = DispatchSemaphore(value: 64)
  private let failure = Mutex<Diagnostics?>(nil)

  init(_ folder: BatchFolder) { self.folder = folder }

  /// Hands files over.
  ///
  /// - Throws: what went wrong with earlier ones; nothing more is written then.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws(Diagnostics) {
    try rethrow()
    room.wait()
    queue.async { [self] in
      defer { room.signal() }
      do throws(Diagnostics) {
        try rethrow()
        for file in files { try folder.write(file.bytes, to: file.name) }
      } catch {
        failure.withLock { $0 = error }
      }
    }
  }

  /// Waits until all is written.
  func finish() throws(Diagnostics) {
    queue.sync {}
    try rethrow()
  }

  private func rethrow() throws(Diagnostics) {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
