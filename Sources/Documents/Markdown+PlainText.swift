import SourceText

extension Markdown {
  /// The page as text for a terminal.
  ///
  /// - Parameter width: how many characters a line may have; a longer word stands alone. Code is never
  ///   wrapped, and comments are left out.
  public func plainText(width: Int) -> String {
    var lines: [String] = []
    PlainText(width: max(width, 20)).write(blocks, first: "", rest: "", to: &lines)
    return lines.joined(separator: "\n") + (lines.isEmpty ? "" : "\n")
  }
}

/// Writes blocks as lines, each behind the marks of the lists and quotations it stands in.
private struct PlainText {
  let width: Int

  func write(
    _ blocks: [Markdown.Block], first: String, rest: String, apart: Bool = true,
    to lines: inout [String]
  ) {
    var prefix = first
    var isFirst = true
    for block in blocks {
      if case .comment = block.kind { continue }
      if !isFirst, apart { lines.append(rest.withoutBlanksAtEnd) }
      write(block, first: prefix, rest: rest, to: &lines)
      prefix = rest
      isFirst = false
    }
    if isFirst, !first.isEmpty { lines.append(first.withoutBlanksAtEnd) }
  }

  private func write(
    _ block: Markdown.Block, first: String, rest: String, to lines: inout [String]
  ) {
    switch block.kind {
    case .heading(let level, let text):
      let start = lines.count
      wrap(text.written, first: first, rest: rest, to: &lines)
      guard level <= 2 else { return }
      var longest = 1
      for line in lines[start...] {
        longest = max(longest, line.unicodeScalars.count - rest.unicodeScalars.count)
      }
      lines.append(rest + String(repeating: level == 1 ? "=" : "-", count: longest))
    case .paragraph(let text):
      wrap(text.written, first: first, rest: rest, to: &lines)
    case .quote(let quote):
      write(quote.blocks, first: first + "> ", rest: rest + "> ", to: &lines)
    case .list(let list):
      write(list, first: first, rest: rest, to: &lines)
    case .code(_, let text):
      var prefix = first
      let code = Array(text.utf8)
      var offset = 0
      while offset < code.count {
        let line = String(decoding: code[offset..<code.lineEnd(from: offset)], as: UTF8.self)
        lines.append((prefix + "    " + line).withoutBlanksAtEnd)
        prefix = rest
        offset = code.nextLine(after: offset)
      }
    case .thematicBreak:
      lines.append(first + "* * *")
    case .comment:
      break
    }
  }

  private func write(
    _ list: Markdown.List, first: String, rest: String, to lines: inout [String]
  ) {
    var prefix = first
    let isLoose = list.items.contains { item in
      var paragraphs = 0
      for block in item { if case .paragraph = block.kind { paragraphs += 1 } }
      return paragraphs > 1
    }
    for (i, item) in list.items.enumerated() {
      if i > 0, isLoose { lines.append(rest.withoutBlanksAtEnd) }
      let marker = list.start.map { "\($0 + i). " } ?? "- "
      let indent = rest + String(repeating: " ", count: marker.utf8.count)
      write(item, first: prefix + marker, rest: indent, apart: isLoose, to: &lines)
      prefix = rest
    }
  }

  /// Breaks lines at blanks so that none is wider than the width.
  private func wrap(_ text: String, first: String, rest: String, to lines: inout [String]) {
    var line = first
    var column = first.unicodeScalars.count
    var isEmpty = true
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      if bytes[offset].isWhitespace {
        if bytes[offset] == .newline {
          lines.append(line.withoutBlanksAtEnd)
          (line, column, isEmpty) = (rest, rest.unicodeScalars.count, true)
        }
        offset += 1
        continue
      }
      var end = offset
      while end < bytes.count, !bytes[end].isWhitespace { end += 1 }
      let word = String(decoding: bytes[offset..<end], as: UTF8.self)
      let length = word.unicodeScalars.count
      if !isEmpty, column + 1 + length > width {
        lines.append(line)
        (line, column, isEmpty) = (rest, rest.unicodeScalars.count, true)
      }
      if !isEmpty {
        line += " "
        column += 1
      }
      line += word
      column += length
      isEmpty = false
      offset = end
    }
    lines.append(line.withoutBlanksAtEnd)
  }
}

extension Array<Markdown.Inline> {
  /// The words as one types them into an e-mail.
  fileprivate var written: String {
    var text = ""
    for inline in self {
      switch inline.kind {
      case .text(let words): text += words
      case .code(let code): text += "`\(code)`"
      case .emphasis(let inner): text += inner.written
      case .strong(let inner): text += "*\(inner.written)*"
      case .link(let inner, let destination):
        let words = inner.written
        text += words == destination ? destination : "\(words) (\(destination))"
      case .lineBreak: text += "\n"
      }
    }
    return text
  }
}

extension String {
  fileprivate var withoutBlanksAtEnd: String {
    var bytes = Array(utf8)
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
