import Requests
import SourceText

extension Check {
  /// A greeting that names another police force than the one the letter goes to.
  static let leftoverAddressee = Check("leftover-addressee") { inspection in
    guard let addressee = inspection.addressee else { return [] }
    let known = WordSet(addressee.wordsOfNames)
    let forces = WordSet("police constabulary")
    let common = WordSet(
      """
      dear police constabulary service force foi freedom of information team officer officers office \
      unit department manager data protection chief constable commissioner disclosure the and at to sir \
      madam or colleague colleagues all mr mrs ms miss public access records management
      """)
    for part in inspection.parts where part.kind == .salutation {
      let indices = part.tokens
      let tokens = inspection.words.tokens[indices]
      guard tokens.contains(where: { forces.contains($0.hash) }) else { continue }
      var names = tokens.filter { !$0.traits.contains(.mark) && !common.contains($0.hash) }
      names.removeAll { !$0.traits.contains(.capital) }
      if names.isEmpty || names.contains(where: { known.contains($0.hash) }) { continue }
      var spot = Spot(range: part.range)
      spot.insertions = [("authority", addressee.name)]
      return [spot]
    }
    return []
  }
}
