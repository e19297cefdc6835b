import Foundation
import Requests
import SourceText

/// The tables as they stand in `Sources/BuiltIn/Data`, read once for all tests.
enum BuiltInTables {
  static let registry = Result { try Registry(table: source("authorities.csv")) }
  static let offences = Result { try Offences(table: source("offences.csv")) }
  static let limits = Result { try [CostLimit](table: source("limits.csv")) }

  static func source(_ name: String) throws -> Source {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/BuiltIn/Data/\(name)")
    return try Source(name: name, bytes: Array(Data(contentsOf: file)))
  }
}
