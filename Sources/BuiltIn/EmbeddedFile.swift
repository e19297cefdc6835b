/// A file of the project as it was when the program was built.
public struct EmbeddedFile: Sendable {
  /// Where the file stands in its folder, with `/` between the names: `letters/new-request.md`.
  public let path: String
  /// The whole file, byte for byte; nothing is copied until it is asked for.
  public let contents: StaticString

  package init(path: String, contents: StaticString) {
    self.path = path
    self.contents = contents
  }

  /// The file's UTF-8 bytes.
  public var bytes: [UInt8] { contents.withUTF8Buffer { Array($0) } }

  /// The file's text.
  public var text: String { contents.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}

extension Array<EmbeddedFile> {
  /// The file at a path, or nil when the folder has none there.
  public subscript(path: String) -> EmbeddedFile? { first { $0.path == path } }
}
