/// A nation of the United Kingdom.
///
/// England and Wales have one criminal law, Scotland and Northern Ireland each their own, so an offence
/// or a code of one of them means nothing to a force of another.
public enum Nation: String, Sendable, Hashable, CaseIterable {
  case england, wales, scotland
  case northernIreland = "northern-ireland"
}
