import SourceText
import WorkingDays

/// What stands around the questions of a letter: headings and an address above the greeting, the sign-off below.
extension RequestReader {
  /// The greeting of a letter: its first line, or one below headings and an address.
  func greeting(from opening: Int, of lines: [Line]) -> Int? {
    if lines[opening].addressee(in: source) != nil { return opening }
    for (i, line) in lines[opening...].prefix(24).enumerated() where line.kind != .blank {
      let isFresh = lines[opening + max(i - 1, 0)].kind == .blank
      if isFresh, line.range.count <= 80,
        bytes.matches("Dear ", at: line.range.lowerBound)
          || bytes[at: line.range.upperBound - 1] == UInt8(ascii: ","),
        line.addressee(in: source) != nil
      {
        return opening + i
      }
      guard line.isHeading(in: bytes) else { return nil }
    }
    return nil
  }

  /// What stands above the greeting: the title, where one line says what the letter is about, and an address or date.
  mutating func takeHead(_ lines: ArraySlice<Line>) {
    let written = lines.filter { $0.kind != .blank }
    let isTitled = !request[.title].isEmpty
    var title = isTitled ? nil : written.firstIndex { $0.isSubject(in: bytes) }
    if !isTitled, title == nil, written.count == 1, !isDate(written[0]) { title = 0 }
    for (i, line) in written.enumerated() {
      if i == title {
        var range = line.subjectStart(in: bytes)..<line.range.upperBound
        while range.count > 1, ",:".utf8.contains(bytes[range.upperBound - 1]) {
          range = range.lowerBound..<range.upperBound - 1
        }
        request.fields.append(Field(.title, source[range]))
        parts.append(.init(.header(.title), range))
      } else {
        parts.append(.init(.signature, line.range))
      }
    }
  }

  private func isDate(_ line: Line) -> Bool {
    do throws(Diagnostics) {
      _ = try Day.read(source[line.range])
      return true
    } catch {
      return false
    }
  }

  /// The name at the very end of a letter that closes without a "Yours faithfully".
  func bareName(in lines: ArraySlice<Line>) -> Int? {
    guard salutation != nil, let last = lines.lastIndex(where: { $0.kind != .blank }),
      last > lines.startIndex, lines[last - 1].kind == .blank, lines[last].isName(in: bytes)
    else { return nil }
    let isListed = lines[last].isInitial && lines[..<last].contains { $0.isInitial }
    return isListed ? nil : last
  }

  mutating func sign(_ lines: ArraySlice<Line>) {
    parts.reserveCapacity(parts.count + lines.count)
    var isSigned = !request[.from].isEmpty
    for line in lines where line.kind != .blank && line.kind != .comment {
      if line.kind == .quoted {
        parts.append(.init(.quotation, line.range))
      } else if !isSigned, line.isClosing(in: bytes) {
        // "Many thanks," above "Yours sincerely,".
        parts.append(.init(.closing, line.range))
      } else {
        parts.append(.init(.signature, line.range))
        if !isSigned { request.fields.append(Field(.from, source[line.range])) }
        isSigned = true
      }
    }
  }
}
