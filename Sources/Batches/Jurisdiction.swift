import Requests

/// The criminal law that an authority works under: which offences, outcomes and markers mean something there.
public enum Jurisdiction: String, Sendable, Hashable, CaseIterable, Comparable {
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"
  /// Of more than one place, as British Transport Police.
  case several

  public init(_ nations: [Nation]) {
    let found = Set(nations.map { Self($0) })
    switch found.count {
    case 0: self = .englandAndWales
    case 1: self = found.first ?? .englandAndWales
    default: self = .several
    }
  }

  private init(_ nation: Nation) {
    switch nation {
    case .england, .wales: self = .englandAndWales
    case .scotland: self = .scotland
    case .northernIreland: self = .northernIreland
    }
  }

  /// To stand in a sentence: "Scotland".
  public var name: String {
    switch self {
    case .englandAndWales: "England and Wales"
    case .scotland: "Scotland"
    case .northernIreland: "Northern Ireland"
    case .several: "more than one nation"
    }
  }

  /// The nation whose offences stand for those of all; that of England for authorities of several.
  var nation: Nation {
    switch self {
    case .englandAndWales, .several: .england
    case .scotland: .scotland
    case .northernIreland: .northernIreland
    }
  }

  public static func < (a: Jurisdiction, b: Jurisdiction) -> Bool {
    a.order < b.order
  }

  private var order: Int {
    switch self {
    case .englandAndWales: 0
    case .northernIreland: 1
    case .scotland: 2
    case .several: 3
    }
  }
}

extension Authority {
  public var jurisdiction: Jurisdiction { Jurisdiction(nations) }
}
