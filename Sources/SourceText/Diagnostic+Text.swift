extension Diagnostic {
  /// The diagnostic as text, several lines, with the line in question and a caret under the place.
  public var text: String {
    var tables = LineTables()
    return text(&tables)
  }

  fileprivate func text(_ tables: inout LineTables) -> String {
    var lines = ["\(severity.rawValue): \(message.visible)"]
    if let place {
      lines += place.excerpt(tables.table(of: place.source), remedy: remedy)
    } else if let remedy {
      lines.append("  = \(remedy.visible)")
    }
    for note in notes {
      lines.append("note: \(note.message.visible)")
      if let place = note.place {
        lines += place.excerpt(tables.table(of: place.source), remedy: nil)
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostics {
  /// More at once nobody mends.
  private static let mostShown = 50

  /// Each as text, in their order; of very many the first, and how many there are besides.
  public var texts: [String] {
    var tables = LineTables()
    var texts: [String] = []
    for diagnostic in all.prefix(Self.mostShown) { texts.append(diagnostic.text(&tables)) }
    if all.count > texts.count {
      let severity = all[texts.count].severity.rawValue
      texts.append("\(severity): and \(all.count - texts.count) more; see to these first")
    }
    return texts
  }

  /// The ``texts`` in one, a blank line between.
  public var text: String { texts.joined(separator: "\n\n") }
}

/// The lines of the text that errors were last about; most are about one.
private struct LineTables {
  private var last: (source: Source, table: LineTable)?

  mutating func table(of source: Source) -> LineTable {
    if let last, last.source == source { return last.table }
    let table = LineTable(source.bytes)
    last = (source, table)
    return table
  }
}

extension Diagnostic.Place {
  /// `file:line:column`
  public var label: String {
    let start = LineTable(source.bytes).position(of: range.lowerBound)
    return "\(source.name):\(start.line):\(start.column)"
  }

  /// The widest excerpt of a line that is shown; a longer line is cut around the place.
  private static let widest = 160

  fileprivate func excerpt(_ table: LineTable, remedy: String?) -> [String] {
    let start = table.position(of: range.lowerBound)
    var line = table.range(ofLine: start.line)
    line = max(line.lowerBound, source.contentStart)..<max(line.upperBound, source.contentStart)
    line = window(of: line)
    let number = "\(start.line)"
    let margin = String(repeating: " ", count: number.utf8.count)
    let marked = range.clamped(to: line)
    let under = String(repeating: "^", count: max(1, width(of: marked)))
    let indent = padding(line.lowerBound..<max(line.lowerBound, marked.lowerBound))
    var caret = "\(margin) | \(indent)\(under)"
    if let remedy { caret += " \(remedy.visible)" }
    return [
      "\(margin) --> \(source.name.visible):\(start.line):\(start.column)",
      "\(number) | \(source[line].visible)",
      caret,
    ]
  }

  /// The part of a long line around the place, cut between scalars.
  private func window(of line: ByteRange) -> ByteRange {
    guard line.count > Self.widest else { return line }
    var low = max(line.lowerBound, range.lowerBound - Self.widest / 2)
    var high = min(line.upperBound, low + Self.widest)
    while low > line.lowerBound, source.bytes[low].continuesScalar { low -= 1 }
    while high < line.upperBound, source.bytes[high].continuesScalar { high += 1 }
    return low..<high
  }

  /// Blanks as wide as the text, tabs kept, so that the caret stands under its place.
  private func padding(_ before: ByteRange) -> String {
    var out = ""
    for scalar in source[before].unicodeScalars { out += scalar == "\t" ? "\t" : " " }
    return out
  }

  private func width(of marked: ByteRange) -> Int { source[marked].unicodeScalars.count }
}

extension String {
  /// As it may be printed: control characters could move the cursor or change the terminal's state.
  fileprivate var visible: String {
    var out = ""
    for scalar in unicodeScalars {
      let isHarmless = !scalar.isControl || scalar == "\t" || scalar == "\n"
      out.unicodeScalars.append(isHarmless ? scalar : "\u{FFFD}")
    }
    return out
  }
}

extension Unicode.Scalar {
  /// Control characters, and those that turn the direction of the text round.
  package var isControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
