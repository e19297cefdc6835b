/// Authorities that are often written to together.
///
/// Who belongs is worked out from what is known about each authority, so that a new row joins its groups
/// by itself. The groups named for nations hold their territorial forces only.
public enum AuthorityGroup: String, Sendable, Hashable, CaseIterable {
  case england, wales
  /// The 43 forces that the Home Office counts.
  case englandAndWales = "england-and-wales"
  case scotland
  case northernIreland = "northern-ireland"
  /// All 45 forces with an area: England and Wales, Police Scotland, and PSNI.
  ///
  /// Police Scotland answers under another law, and both it and PSNI apply other offences.
  case territorial
  /// The territorial and the national forces. The National Crime Agency is named but left out: it is not
  /// subject to the Act.
  case ukPolice = "uk-police"
  case ports, oversight

  /// The group that a typed name means; capitals, blanks and hyphens make no difference.
  public init?(typed: String) {
    let wanted = comparableName(typed)
    for group in Self.allCases where comparableName(group.rawValue) == wanted {
      self = group
      return
    }
    return nil
  }

  func holds(_ authority: Authority) -> Bool {
    let territorial = authority.kind == .territorial
    func isOf(_ nation: Nation) -> Bool { territorial && authority.nations.contains(nation) }
    return switch self {
    case .england: isOf(.england)
    case .wales: isOf(.wales)
    case .englandAndWales: isOf(.england) || isOf(.wales)
    case .scotland: isOf(.scotland)
    case .northernIreland: isOf(.northernIreland)
    case .territorial: territorial
    case .ukPolice: territorial || authority.kind == .national
    case .ports: authority.kind == .port
    case .oversight: authority.kind == .oversight
    }
  }
}
