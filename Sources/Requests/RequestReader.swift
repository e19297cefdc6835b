import Documents
import SourceText

extension RequestReading {
  /// Reads a question list or a plain letter.
  ///
  /// - Throws: what is wrong with its header. A body has no errors: every text is some letter.
  public init(_ source: Source) throws(Diagnostics) {
    let header = try Header.read(source, schema: .request)
    var reader = RequestReader(source: source)
    if let header { reader.take(header) }
    reader.readBody(from: header?.bodyStart ?? source.contentStart)
    self = reader.reading(form: header == nil ? .letter : .document)
  }

  /// Reads a letter that may be anybody's: what stands above its greeting may look like a header of ours and be none.
  public init(letter source: Source) {
    let asTyped = try? RequestReading(source)
    if let asTyped, asTyped.salutation != nil {
      self = asTyped
      return
    }
    let greeting = Line.all(of: source.bytes, in: source.content).prefix(40).first {
      source.bytes.matches("Dear ", at: $0.range.lowerBound)
    }
    if let asTyped, greeting == nil {
      self = asTyped
      return
    }
    var reader = RequestReader(source: source)
    reader.readBody(from: greeting?.range.lowerBound ?? source.contentStart)
    self = reader.reading(form: .letter)
  }
}

/// Sorts the blocks of a body into salutation, context, questions, remarks and sign-off.
struct RequestReader {
  let source: Source
  var bytes: [UInt8] { source.bytes }
  var request = Request()
  var parts: [RequestReading.Part] = []
  private(set) var salutation: String?
  private var notes: [Diagnostic] = []

  init(source: Source) { self.source = source }

  func reading(form: RequestReading.Form) -> RequestReading {
    RequestReading(
      source: source, form: form, request: request, parts: parts, salutation: salutation,
      notes: notes)
  }

  mutating func take(_ header: Header) {
    for field in header.fields {
      guard let name = FieldName(typed: field.name, among: FieldName.header) else { continue }
      if field.items.isEmpty {
        request.fields.append(Field(name, field.value))
        parts.append(.init(.header(name), field.valueRange))
      } else {
        var values: [String] = []
        for item in field.items {
          values.append(item.text)
          parts.append(.init(.header(name), item.range))
        }
        request.fields.append(Field(name, values))
      }
    }
  }

  mutating func readBody(from start: Int) {
    let lines = Line.all(of: bytes, in: start..<bytes.count)
    let opening = lines.firstIndex {
      $0.kind != .blank && $0.kind != .comment && $0.kind != .quoted
    }
    var first = lines.startIndex
    if let opening, let greeting = greeting(from: opening, of: lines),
      let name = lines[greeting].addressee(in: source)
    {
      takeHead(lines[opening..<greeting])
      salutation = name
      parts.append(.init(.salutation, lines[greeting].range))
      first = greeting + 1
    }
    let closing = lines[first...].firstIndex { $0.isClosing(in: bytes) }
    let end = closing ?? bareName(in: lines[first...]) ?? lines.endIndex
    sort(Block.all(of: lines[first..<end], in: bytes))
    if let closing { parts.append(.init(.closing, lines[closing].range)) }
    sign(lines[end...].dropFirst(closing == nil ? 0 : 1))
  }
}

// MARK: - Questions

extension RequestReader {
  private mutating func sort(_ blocks: [Block]) {
    guard let firstLabel = blocks.firstIndex(where: { $0.label != nil }) else {
      return sortUnlabelled(blocks)
    }
    let lastLabel = blocks.lastIndex { $0.label != nil } ?? firstLabel
    for block in blocks[..<firstLabel] { addContext(block) }
    var isOver = false
    for i in firstLabel..<blocks.count {
      let block = blocks[i]
      if let label = block.label {
        begin(label, block)
      } else if !isOver, i < lastLabel || goesOn(block, after: blocks[i - 1]) {
        addToQuestion(block)
      } else {
        isOver = true
        addRemark(block)
      }
    }
  }

  /// A letter without labels: what asks is a question, numbered from 1 for reference.
  private mutating func sortUnlabelled(_ blocks: [Block]) {
    let isList = request.fields.isEmpty == false
    let asking = blocks.contains { $0.kind == .paragraph && asks($0) }
    // The first line of the list whose lines are questions.
    var list: Block?
    var isListed = false
    let last = blocks.lastIndex {
      $0.kind == .bullet || asks($0) && !isCourtesy($0)
    }
    for (i, block) in blocks.enumerated() {
      switch block.kind {
      case .paragraph where isQuestion(block, asking ? nil : isList && list == nil):
        begin("\(request.questions.count + 1)", block)
        (list, isListed) = (nil, false)
      case .paragraph where !request.questions.isEmpty && i > last ?? 0:
        addRemark(block)
      case .paragraph:
        addContext(block)
        (list, isListed) = (nil, introducesList(block))
      case .bullet where isListed || request.questions.isEmpty && !isField(block):
        if let list, block.isBelow(list, in: bytes) {
          addToQuestion(block)
        } else {
          begin("\(request.questions.count + 1)", block)
          list = list ?? block
        }
        isListed = true
      case .bullet where !request.questions.isEmpty:
        addToQuestion(block)
      case .bullet, .quotation:
        addContext(block)
      }
    }
  }

  /// "If you need more time, let me know."; but "If a dog was sold, for how much?" asks.
  private func isCourtesy(_ block: Block) -> Bool {
    bytes.beginsCourtesy(at: block.range.lowerBound)
      && bytes[at: block.range.upperBound - 1] != UInt8(ascii: "?")
  }

  /// - Parameter isOne: whether paragraphs are questions here; nil where those are that ask.
  private func isQuestion(_ block: Block, _ isOne: Bool?) -> Bool {
    let isCourtesy = !request.questions.isEmpty && isCourtesy(block)
    return !introducesList(block) && !isCourtesy && isOne ?? asks(block)
  }

  private mutating func begin(_ label: String, _ block: Block) {
    request.questions.append(Question(label: label, text: block.text(in: source)))
    addParts(.question, block.range, question: label)
  }

  private mutating func addToQuestion(_ block: Block) {
    let i = request.questions.count - 1
    let label = request.questions[i].label
    if block.kind == .bullet, let field = field(of: block) {
      request.questions[i].fields.append(Field(field.name, bytes.unwrapped(field.value)))
      parts.append(.init(.field(field.name), field.value, question: label))
      return
    }
    request.questions[i].text.append(block, in: source)
    addParts(block.kind == .quotation ? .quotation : .question, block.range, question: label)
  }

  private mutating func addContext(_ block: Block) {
    request.context.append(block, in: source)
    // "Please give the number of arrests in 2024 for:" asks, whichever list follows.
    let asksForList = block.kind == .paragraph && introducesList(block) && asks(block)
    addParts(
      block.kind == .quotation ? .quotation : asksForList ? .question : .context, block.range)
  }

  private mutating func addRemark(_ block: Block) {
    request.remarks.append(block, in: source)
    addParts(block.kind == .quotation ? .quotation : .context, block.range)
  }

  /// Whether a block behind the last label still belongs to its question: a list line, or a paragraph
  /// that plainly goes on ("e.g. …", a small letter, an indent, a colon before it).
  private func goesOn(_ block: Block, after last: Block) -> Bool {
    switch block.kind {
    case .bullet: return true
    case .quotation: return false
    case .paragraph:
      guard let first = bytes[at: block.range.lowerBound] else { return false }
      let colonBefore = bytes[at: last.range.upperBound - 1] == UInt8(ascii: ":")
      return block.isIndented || colonBefore || (0x61...0x7A).contains(first)
    }
  }

  private func introducesList(_ block: Block) -> Bool {
    bytes[at: block.range.upperBound - 1] == UInt8(ascii: ":")
  }

  /// Whether a paragraph asks for something.
  private func asks(_ block: Block) -> Bool {
    let words: [StaticString] = [
      "please", "provide", "supply", "how", "number", "copy", "copies", "details", "list", "what",
      "which", "would", "confirm", "can you", "could you", "send me", "want to know", "?",
    ]
    var wordStart = true
    for i in block.range {
      if wordStart || bytes[i] == UInt8(ascii: "?") {
        for word in words where bytes.matches(word, at: i) { return true }
      }
      wordStart = !bytes[i].isASCIILetter && bytes[i] < 0x80
    }
    return false
  }
}

// MARK: - Fields

extension RequestReader {
  private func isField(_ block: Block) -> Bool {
    guard let (name, _) = namePart(of: block) else { return false }
    return FieldName(typed: source[name], among: FieldName.question) != nil
  }

  /// The field that a list line gives. One that nearly does is noted and stays text.
  private mutating func field(of block: Block) -> (name: FieldName, value: ByteRange)? {
    guard let (typed, value) = namePart(of: block) else { return nil }
    if let name = FieldName(typed: source[typed], among: FieldName.question) {
      return (name, value)
    }
    var known: [String] = []
    for name in FieldName.question { known += [name.rawValue] + name.synonyms }
    if let meant = nearestName(to: source[typed], among: known) {
      notes.append(
        Diagnostic(
          "\"\(source[typed])\" is no field, so the line stays part of the question",
          severity: .note, at: .init(source, typed), remedy: "did you mean \"\(meant)\"?"))
    }
    return nil
  }

  /// The first words of a list line up to a colon, where they are few enough for a name.
  private func namePart(of block: Block) -> (name: ByteRange, value: ByteRange)? {
    let range = block.range
    let limit = min(range.upperBound, range.lowerBound + 32)
    for i in range.lowerBound..<limit where bytes[i] == UInt8(ascii: ":") {
      guard i + 1 == range.upperBound || bytes[i + 1].isWhitespace else { return nil }
      return (bytes.trimmed(range.lowerBound..<i), bytes.trimmed(i + 1..<range.upperBound))
    }
    return nil
  }
}

// MARK: - Quotations inside a paragraph

extension RequestReader {
  private mutating func addParts(
    _ kind: RequestReading.Part.Kind, _ range: ByteRange, question: String? = nil
  ) {
    guard kind != .quotation else {
      parts.append(.init(kind, range, question: question))
      return
    }
    var start = range.lowerBound
    for quotation in bytes.quotations(in: range) {
      let before = bytes.trimmed(start..<quotation.lowerBound)
      if !before.isEmpty { parts.append(.init(kind, before, question: question)) }
      parts.append(.init(.quotation, quotation, question: question))
      start = quotation.upperBound
    }
    let rest = bytes.trimmed(start..<range.upperBound)
    if !rest.isEmpty || start == range.lowerBound {
      parts.append(.init(kind, rest, question: question))
    }
  }
}

extension String {
  /// Adds a block on a line of its own: list lines close up, paragraphs stand apart.
  fileprivate mutating func append(_ block: Block, in source: Source) {
    let text = block.text(in: source)
    switch block.kind {
    case .bullet: self += isEmpty ? "- \(text)" : "\n- \(text)"
    case .paragraph, .quotation: self += isEmpty ? text : "\n\n\(text)"
    }
  }
}
