import SourceText

extension Registry {
  /// The authority that a text names most often by its full name, the first of equals; nil when it names none.
  ///
  /// For a letter that says who wrote it in its signature only.
  public func mentioned(in source: Source) -> Authority? {
    let authorities = self.authorities
    let bytes = source.bytes.map { $0.folded }
    var names: [(bytes: [UInt8], authority: Int)] = []
    var byFirst = [[Int]](repeating: [], count: 256)
    for (i, authority) in authorities.enumerated() {
      for name in [authority.name] + authority.otherNames where name.utf8.contains(.space) {
        let name = name.utf8.map { $0.folded }
        byFirst[Int(name[0])].append(names.count)
        names.append((name, i))
      }
    }
    var counts = [Int](repeating: 0, count: authorities.count)
    var best: Int?
    for start in bytes.indices where start == 0 || !bytes[start - 1].isASCIILetter {
      // "South Yorkshire Police" is not "Yorkshire Police": the longest name at a place is meant.
      var longest: (length: Int, authority: Int)?
      for i in byFirst[Int(bytes[start])] {
        let (name, authority) = names[i]
        let end = start + name.count
        guard name.count > longest?.length ?? 0, end <= bytes.count,
          end == bytes.count || !bytes[end].isASCIILetter, bytes[start..<end].elementsEqual(name)
        else { continue }
        longest = (name.count, authority)
      }
      guard let found = longest?.authority else { continue }
      counts[found] += 1
      if best.map({ counts[found] > counts[$0] }) ?? true { best = found }
    }
    return best.map { authorities[$0] }
  }
}
