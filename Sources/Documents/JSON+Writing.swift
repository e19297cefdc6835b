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
    String(decoding: bytes(layout, inHTML: inHTML), as: UTF8.self)
  }

  /// The same as bytes, for what is written out at once.
  public func bytes(_ layout: Layout = .compact, inHTML: Bool = false) -> [UInt8] {
    var writer = JSONWriter(isPretty: layout == .pretty, inHTML: inHTML)
    writer.write(self, depth: 0)
    return writer.out.bytes()
  }
}

private struct JSONWriter: ~Copyable {
  let isPretty: Bool
  let inHTML: Bool
  var out = Output()

  init(isPretty: Bool, inHTML: Bool) {
    self.isPretty = isPretty
    self.inHTML = inHTML
  }

  /// Goes as deep as the value; what ``JSON/read(_:)`` gives is never deeper than it allows.
  mutating func write(_ json: JSON, depth: Int) {
    switch json.kind {
    case .null: out.append("null")
    case .bool(let truth): out.append(truth ? "true" : "false")
    case .number(let digits): write(digits)
    case .string(let text): write(quoted: text)
    case .array(let items):
      out.append("[")
      for (i, item) in items.enumerated() {
        separate(i, depth + 1)
        write(item, depth: depth + 1)
      }
      if !items.isEmpty { breakLine(depth) }
      out.append("]")
    case .object(let members):
      out.append("{")
      for (i, member) in members.enumerated() {
        separate(i, depth + 1)
        write(quoted: member.key)
        out.append(isPretty ? ": " : ":")
        write(member.value, depth: depth + 1)
      }
      if !members.isEmpty { breakLine(depth) }
      out.append("}")
    }
  }

  private mutating func separate(_ index: Int, _ depth: Int) {
    if index > 0 { out.append(",") }
    breakLine(depth)
  }

  private mutating func breakLine(_ depth: Int) {
    guard isPretty else { return }
    out.append(.newline)
    out.append(.space, count: 2 * depth)
  }

  private mutating func write(_ plain: String) {
    var plain = plain
    plain.withUTF8 { out.append(UnsafeRawBufferPointer($0)) }
  }

  private mutating func write(quoted text: String) {
    out.append("\"")
    var text = text
    text.withUTF8 { write(escaping: UnsafeRawBufferPointer($0)) }
    out.append("\"")
  }

  private mutating func write(escaping bytes: UnsafeRawBufferPointer) {
    var start = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      guard isSpecial(byte) else {
        i += 1
        continue
      }
      out.append(UnsafeRawBufferPointer(rebasing: bytes[start..<i]))
      i += 1
      switch byte {
      case UInt8(ascii: "\""): out.append("\\\"")
      case UInt8(ascii: "\\"): out.append("\\\\")
      case 0x8: out.append("\\b")
      case 0xC: out.append("\\f")
      case .newline: out.append("\\n")
      case .carriageReturn: out.append("\\r")
      case .tab: out.append("\\t")
      case 0xE2 where i + 1 < bytes.count && bytes[i] == 0x80 && bytes[i + 1] & 0xFE == 0xA8:
        // The line separators, which end a line in older JavaScript.
        out.append(bytes[i + 1] == 0xA8 ? "\\u2028" : "\\u2029")
        i += 2
      case 0xE2: out.append(byte)
      default: write(escaped: byte)
      }
      start = i
    }
    out.append(UnsafeRawBufferPointer(rebasing: bytes[start...]))
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
    out.append(byte < 0x10 ? "\\u000" : "\\u00")
    write(String(byte, radix: 16))
  }
}
