import Answerable

/// Keeps a folder to one run at a time.
///
/// The system lets go of it when the program ends, however it ends, so no lock is ever left behind.
final class FolderLock: Sendable {
  private let file: Int32

  /// - Throws: when another run works in the folder, or nothing can be written to it.
  init(_ folder: String) throws(Diagnostics) {
    let path = "\(folder)/.lock"
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else {
      throw Diagnostics(
        "nothing can be written to \(folder): \(String(cString: strerror(errno)))",
        remedy: "give a folder of your own")
    }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      close(file)
      throw Diagnostics(
        "another run of foi bulk is working in \(folder)",
        remedy: "wait until it has ended, then run this again")
    }
  }

  deinit { close(file) }
}
