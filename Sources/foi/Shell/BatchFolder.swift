import Answerable

/// A batch on disk: the ledger, the decisions, the calendar, and a folder of letters for each version.
///
/// Every file is written beside its place and then moved there, so that a run can be stopped at any moment; the next one
/// goes on where it was.
struct BatchFolder: Sendable {
  let path: String
  private let lock: FolderLock

  /// Opens a batch, or makes its folder.
  init(_ path: String) throws(Diagnostics) {
    if Files.exists(path), !Files.isFolder(path) {
      throw Diagnostics("\(path) is a file", remedy: "name a folder for the batch with --out")
    }
    try Files.makeFolder(path)
    self.path = path.hasSuffix("/") && path.utf8.count > 1 ? String(path.dropLast()) : path
    lock = try FolderLock(path)
  }

  /// The name that calendars and warnings know the batch by.
  var name: String { path.split(separator: "/").last.map { String($0) } ?? path }

  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// A file of the folder as it is; nil when there is none.
  func source(_ name: String) throws(Diagnostics) -> Source? {
    Files.exists(file(name)) ? try Files.source(file(name)) : nil
  }

  func ledger() throws(Diagnostics) -> Ledger {
    try source("ledger.csv").map { source throws(Diagnostics) in try Ledger(source) } ?? Ledger()
  }

  func makeFolders(_ names: [String]) throws(Diagnostics) {
    for name in names { try Files.makeFolder(file(name)) }
  }

  /// Writes a file whole or not at all; one that has these bytes already is left alone.
  func write(_ bytes: [UInt8], to name: String) throws(Diagnostics) {
    if contents(name) == bytes { return }
    let folder = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name[...$0] } ?? ""
    let beside = file("\(folder).writing")
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var target = open(beside, flags, 0o644)
    if target < 0, errno == EEXIST, unlink(beside) == 0 {
      // The name is ours: what lay there is what a run left that was stopped.
      target = open(beside, flags, 0o644)
    }
    guard target >= 0 else { throw cannot(name) }
    var isDone = writeAll(bytes, to: target)
    isDone = close(target) == 0 && isDone
    guard isDone, rename(beside, file(name)) == 0 else {
      let error = cannot(name)
      unlink(beside)
      throw error
    }
  }

  /// The bytes of a file; nil when there is none that can be read.
  func contents(_ name: String) -> [UInt8]? {
    let source = open(file(name), O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { return nil }
    defer { close(source) }
    var status = stat()
    guard fstat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let size = Int(status.st_size)
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(source, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 else { break }
        count += got
      }
      isRead = count == size
    }
    return isRead ? bytes : nil
  }

  private func cannot(_ name: String) -> Diagnostics {
    Diagnostics(
      "\(file(name)) cannot be written: \(String(cString: strerror(errno)))",
      remedy: "nothing that was there is lost; run foi bulk again to go on")
  }
}
