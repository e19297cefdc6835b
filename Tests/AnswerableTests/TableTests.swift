import Answerable
import Foundation
import Testing

/// What the build makes ready of the tables is what reading them gives.
@Suite struct TableTests {
  @Test func theAuthoritiesAreThoseOfTheirTable() throws {
    let read = try Registry(table: source("authorities.csv"))
    let made = BuiltIn.registry()
    #expect(made.authorities == read.authorities)
    #expect(made.packed == read.packed)
    for authority in read.authorities {
      #expect(made[authority.id] == authority)
      for name in authority.names {
        #expect(made.match(name) == read.match(name) && read.match(name) != .none)
      }
    }
  }

  @Test func theOffencesAreThoseOfTheirTable() throws {
    let read = try Offences(table: source("offences.csv"))
    let made = BuiltIn.offences()
    #expect(made.all == read.all)
    #expect(made.acts == read.acts)
    #expect(made.packed == read.packed)
    for offence in read.all {
      #expect(made[offence.id] == offence)
      #expect(made.references(in: offence.fullName) == read.references(in: offence.fullName))
    }
  }

  @Test func thePublishedFiguresAreThoseOfTheirTable() throws {
    let read = try Published(table: source("published.csv"))
    let made = BuiltIn.published()
    #expect(made.datasets == read.datasets)
    #expect(made.packed == read.packed)
    for phrase in read.datasets.flatMap({ $0.asks }) {
      let asked = Array("The number of \(phrase).".utf8)
      #expect(made.mentions(in: asked) == read.mentions(in: asked))
    }
  }

  private func source(_ name: String) throws -> Source {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    let file = root.appending(path: "Sources/BuiltIn/Data/\(name)")
    return try Source(name: name, bytes: Array(Data(contentsOf: file)))
  }
}
