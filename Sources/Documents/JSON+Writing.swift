import SourceText

extension JSON {
  public enum Layout: Sendable {
    /// All on one line without blanks.
    case compact
    /// One member or item a line, two blanks further in each.
    case pretty
  }

  /// The value as JSON text, members in their order, the same bytes each time.
  ///
  /// Control characters, U+2028 and U+2029 are escaped, so the text is JavaScript too.
  ///
  /// - Parameter inHTML: writes `<`, `>` and `&` as escapes, so that the text may stand in a `<script>`.
  public func text(_ layout: Layout = .compact, inHTML: Bool = false) -> String {
    var writer = JSONWriter(isPretty: layout == .pretty, inHTML: inHTML)
    writer.write(self, depth: 0)
    return String(decoding: writer.out, as: UTF8.self)
  }
}

private struct JSONWriter {
  let isPretty: Bool
  let inHTML: Bool
  var out: [UInt8] = []

  /// Goes as deep as the value; what ``JSON/read(_:)`` gives is never deeper than it allows.
  mutating func write(_ json: JSON, depth: Int) {
    switch json.kind {
    case .null: write("null")
    case .bool(let truth): write(truth ? "true" : "false")
    case .number(let digits): out += digits.utf8
    case .string(let text): write(quoted: text)
    case .array(let items):
      write("[")
      for (i, item) in items.enumerated() {
        separate(i, depth + 1)
        write(item, depth: depth + 1)
      }
      if !items.isEmpty { breakLine(depth) }
      write("]")
    case .object(let members):
      write("{")
      for (i, member) in members.enumerated() {
        separate(i, depth + 1)
        write(quoted: member.key)
        write(isPretty ? ": " : ":")
        write(member.value, depth: depth + 1)
      }
      if !members.isEmpty { breakLine(depth) }
      write("}")
    }
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { write(",") }
    breakLine(depth)
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    out.append(.newline)
    for _ in 0..<depth { write("  ") }
  }

  private mutating func write(_ text: StaticString) {
    // A character or two: appended one by one they cost less than as a piece.
    text.withUTF8Buffer { for byte in $0 { out.append(byte) } }
  }

  private mutating func write(quoted text: String) {
    write("\"")
    var text = text
    text.withUTF8 { write(escaping: $0) }
    write("\"")
  }

  private mutating func write(escaping bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      guard isSpecial(byte) else {
        i += 1
        continue
      }
      out += UnsafeBufferPointer(rebasing: bytes[start..<i])
      i += 1
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case 0x8: write("\\b")
      case 0xC: write("\\f")
      case .newline: write("\\n")
      case .carriageReturn: write("\\r")
      case .tab: write("\\t")
      case 0xE2 where i + 1 < bytes.count && bytes[i] == 0x80 && bytes[i + 1] & 0xFE == 0xA8:
        // The line separators, which end a line in older JavaScript.
        write(bytes[i + 1] == 0xA8 ? "\\u2028" : "\\u2029")
        i += 2
      case 0xE2: out.append(byte)
      default: write(escaped: byte)
      }
      start = i
    }
    out += UnsafeBufferPointer(rebasing: bytes[start...])
  }

  /// Whether a byte is, or begins, something that is not written as it is.
  private func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0xE2: true
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): inHTML
    default: false
    }
  }

  private mutating func write(escaped byte: UInt8) {
    write(byte < 0x10 ? "\\u000" : "\\u00")
    out += String(byte, radix: 16).utf8
  }
}
