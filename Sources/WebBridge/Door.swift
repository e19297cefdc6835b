import Answerable

/// The one way into Answerable from a web page: the name of an operation and a text go in, JSON comes
/// out.
///
/// The same function stands behind the WebAssembly module and behind its twin on the command line, so
/// that a test can compare the two byte by byte.
enum Door {
  static func answer(_ operation: String, _ input: [UInt8]) -> [UInt8] {
    switch operation {
    case "version": Array(#"{"name":"Answerable","version":"0.1.0"}"#.utf8)
    default: Array(#"{"error":"unknown operation"}"#.utf8)
    }
  }
}
