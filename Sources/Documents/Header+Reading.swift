import SourceText

extension Header {
  /// Reads the header of a document.
  ///
  /// A document has one when it begins with a `---` line (the header ends at the next) or when the key
  /// of its first line is known to the schema (it ends at the first blank line, or before "Dear …"). Anything else is text:
  /// "Please provide me with a copy of:" begins no header. Blank lines before it do not count.
  ///
  /// - Returns: nil when the document has no header.
  /// - Throws: everything that is wrong with the header, in the order of the text.
  public static func read(_ source: Source, schema: HeaderSchema) throws(Diagnostics) -> Header? {
    guard let extent = try HeaderExtent(source, schema) else { return nil }
    var reader = HeaderReader(source: source, extent: extent)
    let fields = reader.readFields(schema)
    guard reader.errors.isEmpty else {
      // A key given twice is known only once its value has been read.
      throw Diagnostics(
        reader.errors.sorted {
          ($0.place?.range.lowerBound ?? 0) < ($1.place?.range.lowerBound ?? 0)
        })
    }
    return Header(fields: fields, range: extent.range, bodyStart: extent.bodyStart)
  }
}

/// One line of a header.
private struct HeaderLine {
  /// Without the blanks around it.
  let text: ByteRange
  let indent: Int

  init(_ source: Source, at start: Int) {
    text = source.bytes.trimmed(start..<source.bytes.lineEnd(from: start))
    indent = text.lowerBound - start
  }
}

/// The lines that are the header, and whether `---` lines stand around them.
private struct HeaderExtent {
  var lines: [HeaderLine] = []
  let isFenced: Bool
  let range: ByteRange
  let bodyStart: Int

  init?(_ source: Source, _ schema: HeaderSchema) throws(Diagnostics) {
    let bytes = source.bytes
    var offset = bytes.trimmed(source.content).lowerBound
    while offset > source.contentStart, bytes[offset - 1].isBlank { offset -= 1 }
    let first = HeaderLine(source, at: offset)
    guard !first.text.isEmpty else { return nil }
    isFenced = bytes.isFence(first)
    if isFenced {
      offset = bytes.nextLine(after: offset)
    } else {
      guard let key = bytes.keyRange(in: first.text), schema.key(bytes[key]) != nil else {
        return nil
      }
    }
    var end = first.text.upperBound
    while offset < bytes.count {
      let line = HeaderLine(source, at: offset)
      // A greeting typed close below the last line is the body's.
      if !isFenced, bytes.matches("Dear ", at: line.text.lowerBound) { break }
      offset = bytes.nextLine(after: offset)
      let closes = isFenced ? bytes.isFence(line) : line.text.isEmpty
      if isFenced || !closes { end = line.text.upperBound }
      if closes {
        range = first.text.lowerBound..<end
        bodyStart = offset
        return
      }
      lines.append(line)
    }
    guard !isFenced else {
      throw source.error(
        "this header is never closed", at: first.text,
        remedy: "end it with a line of three hyphens")
    }
    range = first.text.lowerBound..<end
    bodyStart = offset
  }
}

private struct HeaderReader {
  let source: Source
  let extent: HeaderExtent
  var next = 0
  var errors: [Diagnostic] = []

  /// A value as it was read: its text and where it stands.
  struct Text {
    let text: String
    let range: ByteRange
  }

  mutating func readFields(_ schema: HeaderSchema) -> [Header.Field] {
    var fields: [Header.Field] = []
    var margin: Int?
    while let line = nextLine(skippingRemarks: true) {
      next += 1
      let indent = margin ?? line.indent
      margin = indent
      guard !isItem(line) else {
        report(
          "this list belongs to no key", at: line.text, remedy: "write \"key:\" on the line above")
        continue
      }
      guard let (key, typed, rest) = readKey(in: line.text, schema) else {
        skip(deeperThan: indent)
        continue
      }
      let value = readText(from: rest, deeperThan: indent, stoppingAt: schema)
      let items = readItems(of: key, after: value)
      guard key.value != .ignored else { continue }
      add(
        Header.Field(
          name: key.name, keyRange: typed, value: value.text, valueRange: value.range, items: items),
        to: &fields)
    }
    return fields
  }

  // MARK: Lines

  /// The next line that is not blank, nor a YAML remark where a key or an item is due.
  ///
  /// Remarks are known between `---` lines only: elsewhere a line with `#` is something people wrote.
  private mutating func nextLine(skippingRemarks: Bool = false) -> HeaderLine? {
    while next < extent.lines.count {
      let line = extent.lines[next]
      let isRemark =
        skippingRemarks && extent.isFenced
        && source.bytes[at: line.text.lowerBound] == UInt8(ascii: "#")
      if !line.text.isEmpty, !isRemark { return line }
      next += 1
    }
    return nil
  }

  private func isItem(_ line: HeaderLine) -> Bool {
    source.bytes[at: line.text.lowerBound] == UInt8(ascii: "-")
      && (line.text.count == 1 || source.bytes[line.text.lowerBound + 1].isBlank)
  }

  /// Leaves out what belongs to a line that could not be read, so that one slip is one error.
  private mutating func skip(deeperThan indent: Int) {
    while let line = nextLine(), line.indent > indent || isItem(line) { next += 1 }
  }

  // MARK: Keys

  private mutating func readKey(in line: ByteRange, _ schema: HeaderSchema)
    -> (key: HeaderSchema.Key, typed: ByteRange, rest: ByteRange)?
  {
    guard let typed = source.bytes.keyRange(in: line) else {
      report(
        "this header line has no key", at: line,
        remedy: extent.isFenced
          ? "write \"key: value\", or indent it to go on with the line above"
          : "write \"key: value\", or leave a blank line between the header and the text")
      return nil
    }
    guard let key = schema.key(source.bytes[typed]) else {
      let name = source[typed].lowercased()
      report("unknown header \"\(name)\"", at: typed, remedy: schema.remedy(for: name))
      return nil
    }
    var colon = typed.upperBound
    while source.bytes[colon] != UInt8(ascii: ":") { colon += 1 }
    return (key, typed, source.bytes.trimmed(colon + 1..<line.upperBound))
  }

  private mutating func add(_ field: Header.Field, to fields: inout [Header.Field]) {
    for earlier in fields where earlier.name == field.name {
      report(
        "\"\(field.name)\" is given twice", at: field.keyRange, remedy: "keep one of them",
        notes: [.init("it was first given here", at: .init(source, earlier.keyRange))])
      return
    }
    fields.append(field)
  }

  // MARK: Values

  /// Reads a value and the deeper lines that go on with it.
  ///
  /// A line break becomes a blank and each blank line between a line break, as in a YAML plain scalar.
  /// A deeper line that begins with a key of the schema is left for the caller when it reads records,
  /// and is an error in a header: folded into the line above it would be lost.
  private mutating func readText(
    from first: ByteRange, deeperThan indent: Int, stoppingAt schema: HeaderSchema? = nil,
    inRecord: Bool = false
  ) -> Text {
    var bytes = Array(source.bytes[first])
    var range = first
    var last = next
    while let line = nextLine(), line.indent > indent, !isItem(line) {
      if let key = source.bytes.keyRange(in: line.text), schema?.key(source.bytes[key]) != nil {
        if inRecord { break }
        report(
          "\"\(source[key].lowercased())\" is indented and so belongs to the line above", at: key,
          remedy: "begin it at the start of the line")
      }
      if bytes.isEmpty {
        range = line.text
      } else if next == last {
        bytes.append(.space)
      } else {
        for _ in last..<next { bytes.append(.newline) }
      }
      bytes += source.bytes[line.text]
      range = range.lowerBound..<line.text.upperBound
      next += 1
      last = next
    }
    let inside = bytes.unquoted(0..<bytes.count)
    if inside.count < bytes.count { range = range.lowerBound + 1..<range.upperBound - 1 }
    return Text(text: String(decoding: bytes[inside], as: UTF8.self), range: range)
  }

  // MARK: Lists

  private mutating func readItems(
    of key: HeaderSchema.Key, after value: Text
  ) -> [Header.Item] {
    var record: HeaderSchema?
    if case .records(let names) = key.value {
      var keys: [HeaderSchema.Key] = []
      for name in names { keys.append(.init(name)) }
      record = HeaderSchema(keys)
    }
    if record != nil, !value.range.isEmpty {
      report(
        "\"\(key.name)\" is a list of records", at: value.range,
        remedy: "write each as \"- key: value\" on a line of its own")
    }
    guard let first = nextLine(skippingRemarks: true), isItem(first) else { return [] }
    guard value.range.isEmpty, key.value != .text else {
      report(
        value.range.isEmpty
          ? "\"\(key.name)\" takes a text, not a list"
          : "\"\(key.name)\" has a value and a list as well",
        at: first.text,
        remedy: key.value == .text
          ? "write it on the line of its key" : "make the value the first \"- \" line of the list")
      skip(deeperThan: first.indent)
      return []
    }
    var items: [Header.Item] = []
    while let line = nextLine(skippingRemarks: true), isItem(line) {
      next += 1
      let rest = source.bytes.trimmed(line.text.lowerBound + 1..<line.text.upperBound)
      if let record {
        items.append(readRecord(from: rest, dash: line, record))
      } else {
        let text = readText(from: rest, deeperThan: line.indent)
        items.append(Header.Item(text: text.text, range: text.range, fields: []))
      }
      if let inner = nextLine(), inner.indent > line.indent, isItem(inner) {
        report(
          "a list cannot stand inside a list", at: inner.text,
          remedy: "begin all its lines at the same column")
        skip(deeperThan: line.indent)
      }
    }
    return items
  }

  /// Reads the fields of a record: the rest of the `- ` line, and the deeper lines below it.
  private mutating func readRecord(
    from first: ByteRange, dash: HeaderLine, _ schema: HeaderSchema
  ) -> Header.Item {
    var fields: [Header.Field] = []
    var end = dash.text.upperBound
    var text = first
    var indent = dash.indent + first.lowerBound - dash.text.lowerBound
    while true {
      if !text.isEmpty, let (key, typed, rest) = readKey(in: text, schema) {
        let value = readText(from: rest, deeperThan: indent, stoppingAt: schema, inRecord: true)
        end = Swift.max(text.upperBound, value.range.upperBound)
        add(
          Header.Field(
            name: key.name, keyRange: typed, value: value.text, valueRange: value.range, items: []),
          to: &fields)
      }
      guard let line = nextLine(skippingRemarks: true), line.indent > dash.indent, !isItem(line)
      else { return Header.Item(text: "", range: dash.text.lowerBound..<end, fields: fields) }
      next += 1
      (text, indent) = (line.text, line.indent)
    }
  }

  private mutating func report(
    _ message: String, at range: ByteRange, remedy: String? = nil, notes: [Diagnostic.Note] = []
  ) {
    errors.append(
      Diagnostic(message, at: .init(source, range), remedy: remedy, notes: notes))
  }
}

extension Array<UInt8> {
  fileprivate func isFence(_ line: HeaderLine) -> Bool {
    line.indent == 0 && line.text.count == 3 && matches("---", at: line.text.lowerBound)
  }

  /// The key at the head of a line: letters, digits, blanks and hyphens up to a colon.
  fileprivate func keyRange(in line: ByteRange) -> ByteRange? {
    // Longer than any key; it keeps a line of prose from being looked at to its end.
    let limit = Swift.min(line.upperBound, line.lowerBound + 64)
    for i in line.lowerBound..<limit {
      let byte = self[i]
      if byte == UInt8(ascii: ":") {
        let key = trimmed(line.lowerBound..<i)
        return key.isEmpty ? nil : key
      }
      let isPart =
        byte.isASCIILetter || byte.isDigit || byte.isBlank
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte >= 0x80
      if !isPart { return nil }
    }
    return nil
  }
}
