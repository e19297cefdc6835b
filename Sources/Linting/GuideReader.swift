import Documents
import SourceText
import WorkingDays

/// Reads the header and the examples of a guide and keeps count of what is wrong.
struct GuideReader {
  private let source: Source
  private let header: Header
  private(set) var problems: [Diagnostic] = []
  private(set) var places = Guide.Places()

  init(_ source: Source, _ header: Header) {
    self.source = source
    self.header = header
  }

  mutating func readRule() -> Rule {
    let id = readID()
    let find = patterns("find")
    let unless = patterns("unless")
    let silence = patterns("unless anywhere")
    let check = header["check"]
    places.find = find.places
    places.unless = unless.places
    places.unlessAnywhere = silence.places
    let beside = patterns("beside")
    places.beside = beside.places
    places.check = check?.valueRange ?? 0..<0
    places.summary = header["summary"]?.valueRange ?? 0..<0
    if header["find"] == nil, check == nil {
      report("this rule finds nothing", at: places.id, remedy: "give it \"find:\" or \"check:\"")
    }
    return Rule(
      id: id,
      title: required("title"),
      category: value("category") ?? .form,
      confidence: value("confidence") ?? .low,
      outlook: value("outlook") ?? .tip,
      summary: required("summary"),
      why: required("why"),
      scope: readScope(),
      find: find.patterns,
      unless: unless.patterns,
      beside: beside.patterns,
      unlessAnywhere: silence.patterns,
      check: check?.value,
      rewrites: readRewrites(),
      write: required("write"),
      know: header["know"]?.value ?? "",
      evidence: readEvidence())
  }

  private mutating func report(_ message: String, at range: ByteRange, remedy: String? = nil) {
    problems.append(Diagnostic(message, at: .init(source, range), remedy: remedy))
  }

  /// Runs something that can fail, and keeps what was wrong.
  private mutating func attempt<Value>(_ read: () throws(Diagnostics) -> Value) -> Value? {
    do throws(Diagnostics) {
      return try read()
    } catch {
      problems += error.all
      return nil
    }
  }
}

// MARK: - The header

extension GuideReader {
  private mutating func required(_ key: String) -> String {
    if let field = header[key], !field.value.isEmpty { return field.value }
    report(
      "this guide has no \"\(key)\"", at: header[key]?.keyRange ?? start,
      remedy: "give its header a line \"\(key): …\"")
    return ""
  }

  /// The first line of the header, for what is missing from it.
  private var start: ByteRange {
    header.fields.first?.keyRange ?? header.range.lowerBound..<header.range.lowerBound
  }

  private mutating func readID() -> String {
    let id = required("rule")
    places.id = header["rule"]?.valueRange ?? start
    let isPlain = id.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || $0.isDigit || $0 == UInt8(ascii: "-")
    }
    if !isPlain {
      report(
        "\"\(id)\" is no id for a rule", at: places.id,
        remedy: "write it in small letters, digits and hyphens")
    }
    return id
  }

  /// A value out of a closed set.
  private mutating func value<Value: RawRepresentable<String> & CaseIterable>(_ key: String)
    -> Value?
  {
    let typed = required(key)
    guard !typed.isEmpty, let field = header[key] else { return nil }
    return value(typed, of: field, as: key)
  }

  private mutating func value<Value: RawRepresentable<String> & CaseIterable>(
    _ typed: String, of field: Header.Field, as name: String
  ) -> Value? {
    if let value = Value(rawValue: typed) { return value }
    var names: [String] = []
    for value in Value.allCases { names.append(value.rawValue) }
    report(
      "unknown \(name) \"\(typed)\"", at: field.valueRange,
      remedy: didYouMean(typed, among: names) ?? "there are: \(names.joined(separator: ", "))")
    return nil
  }

  private mutating func readScope() -> Scope {
    guard let field = header["scope"] else { return .questions }
    var scope: Scope = []
    for (text, range) in texts(of: field) {
      if let named = Scope.names.first(where: { $0.name == text }) {
        scope.formUnion(named.scope)
      } else {
        var names: [String] = []
        for known in Scope.names { names.append(known.name) }
        report(
          "unknown scope \"\(text)\"", at: range,
          remedy: didYouMean(text, among: names) ?? "there are: \(names.joined(separator: ", "))")
      }
    }
    return scope
  }

  private mutating func patterns(_ key: String) -> (patterns: [Pattern], places: [ByteRange]) {
    var found: (patterns: [Pattern], places: [ByteRange]) = ([], [])
    guard let field = header[key] else { return found }
    for (_, range) in texts(of: field) {
      if let pattern = pattern(range) {
        found.patterns.append(pattern)
        found.places.append(range)
      }
    }
    return found
  }

  private mutating func pattern(_ range: ByteRange) -> Pattern? {
    let source = source
    return attempt { () throws(Diagnostics) in try Pattern(source, range) }
  }

  private func texts(of field: Header.Field) -> [(text: String, range: ByteRange)] {
    if field.items.isEmpty { return [(field.value, field.valueRange)] }
    var texts: [(text: String, range: ByteRange)] = []
    for item in field.items { texts.append((item.text, item.range)) }
    return texts
  }

  private mutating func readRewrites() -> [Rewrite] {
    var rewrites: [Rewrite] = []
    for item in header["rewrite"]?.items ?? [] {
      guard let from = field("from", of: item), let to = field("to", of: item),
        let safetyField = field("safety", of: item),
        let safety: Fix.Safety = value(safetyField.value, of: safetyField, as: "safety"),
        let pattern = pattern(from.valueRange)
      else { continue }
      if safety == .advice {
        report(
          "advice rewrites nothing", at: safetyField.valueRange,
          remedy: "write advice after \"write:\"")
      }
      let source = source
      let rewrite = attempt { () throws(Diagnostics) in
        try Rewrite(from: pattern, to: source, to.valueRange, safety: safety)
      }
      if let rewrite {
        rewrites.append(rewrite)
        places.rewrites.append(from.valueRange)
      }
    }
    return rewrites
  }

  private mutating func field(_ name: String, of item: Header.Item) -> Header.Field? {
    if let field = item[name], !field.value.isEmpty { return field }
    report(
      "this item has no \"\(name)\"", at: item.range, remedy: "give it a line \"\(name): …\"")
    return nil
  }

  private mutating func readEvidence() -> [Evidence] {
    var evidence: [Evidence] = []
    for item in header["evidence"]?.items ?? [] {
      guard let authority = field("authority", of: item),
        let outcomeField = field("outcome", of: item), let address = field("source", of: item),
        let outcome: Evidence.Outcome = value(outcomeField.value, of: outcomeField, as: "outcome")
      else { continue }
      if !address.value.utf8.starts(with: "http".utf8) {
        report(
          "this is no address", at: address.valueRange,
          remedy: "give the page it can be read on, beginning with https://")
      }
      let date = item["date"]
      if date == nil, outcome != .guidance { _ = field("date", of: item) }
      if let date, !Self.isDate(date.value) {
        report("this is no date", at: date.valueRange, remedy: "write 2021-01-05, 2021-01 or 2021")
      }
      evidence.append(
        Evidence(
          authority: authority.value, reference: item["reference"]?.value ?? "",
          date: date?.value ?? "", outcome: outcome, source: address.value,
          note: item["note"]?.value ?? ""))
    }
    if header["evidence"]?.items.isEmpty ?? true {
      report(
        "this rule has no evidence", at: header["evidence"]?.keyRange ?? places.id,
        remedy: "say who sent such words back, when, and where it can be read")
    }
    return evidence
  }

  private static func isDate(_ text: String) -> Bool {
    let shape: [UInt8] = Array("dddd-dd-dd".utf8)
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count) else { return false }
    for i in bytes.indices {
      guard shape[i] == UInt8(ascii: "d") ? bytes[i].isDigit : bytes[i] == shape[i] else {
        return false
      }
    }
    return true
  }
}

// MARK: - The page

extension GuideReader {
  mutating func readTitle(_ page: Markdown) -> String {
    for block in page.blocks {
      if case .heading(1, let text) = block.kind { return text.plain }
    }
    report("this guide has no heading", at: places.id, remedy: "begin its page with \"# …\"")
    return ""
  }

  mutating func readExamples(_ page: Markdown) -> [Example] {
    readExamples(under: "Sent back", of: page, areSentBack: true)
      + readExamples(under: "Answerable", of: page, areSentBack: false)
  }

  private mutating func readExamples(
    under title: String, of page: Markdown, areSentBack: Bool
  ) -> [Example] {
    var examples: [Example] = []
    for block in page.section(title) ?? [] {
      guard case .quote(let quote) = block.kind else { continue }
      let example = readExample(
        MarkedText(quote, in: source), at: block.range, isSentBack: areSentBack)
      if example.marks.isEmpty == areSentBack {
        report(
          areSentBack ? "nothing is marked in this example" : "an answerable example has no marks",
          at: example.place(of: 0..<example.text.count),
          remedy: areSentBack
            ? "put what is to be found between ** and **" : "take the ** away, or move it")
      }
      examples.append(example)
    }
    if examples.isEmpty {
      report(
        "there is no example under \"\(title)\"", at: places.id,
        remedy: "add a section \"## \(title)\" with a block quotation")
    }
    return examples
  }

  /// Takes off the note at the head of an example: `(to: kent; today: 2026-11-23)`.
  private mutating func readExample(
    _ quotation: MarkedText, at range: ByteRange, isSentBack: Bool
  ) -> Example {
    let text = quotation.text
    let end = text.lineEnd(from: 0)
    guard text.matches("(to:", at: 0) || text.matches("(today:", at: 0),
      text[end - 1] == UInt8(ascii: ")")
    else {
      return Example(
        quotation, range: range, isSentBack: isSentBack, skipping: 0, addressee: nil, today: nil)
    }
    var addressee: String?
    var today: Day?
    for setting in text[1..<end - 1].split(separator: UInt8(ascii: ";")) {
      let colon = setting.firstIndex(of: UInt8(ascii: ":")) ?? setting.endIndex - 1
      let value = String(
        decoding: text[text.trimmed(colon + 1..<setting.endIndex)], as: UTF8.self)
      let start = text.trimmed(setting.startIndex..<setting.endIndex).lowerBound
      if text.matches("to:", at: start) {
        addressee = value
      } else if text.matches("today:", at: start) {
        today = try? Day.read(value)
        if today == nil {
          report("\"\(value)\" is no date", at: range, remedy: "write (today: 2026-11-23)")
        }
      } else {
        report(
          "an example has no setting \"\(String(decoding: text[start..<max(start, colon)], as: UTF8.self))\"",
          at: range, remedy: "write (to: kent; today: 2026-11-23)")
      }
    }
    return Example(
      quotation, range: range, isSentBack: isSentBack, skipping: text.nextLine(after: 0),
      addressee: addressee, today: today)
  }
}
