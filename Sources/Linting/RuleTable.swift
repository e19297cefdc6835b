import Documents
import SourceText

/// Rules as JSON, without their pages and examples: what a program reads when it starts.
///
/// The build writes it from the guides, so that nobody parses Markdown to lint a letter.
public enum RuleTable {
  public static func json(_ rules: [Rule]) -> JSON {
    var items: [JSON] = []
    for rule in rules { items.append(rule.json) }
    return JSON(items)
  }

  /// - Throws: what does not fit, at its place.
  public static func rules(_ source: Source) throws(Diagnostics) -> [Rule] {
    let table = try JSON.read(source)
    var rules: [Rule] = []
    for item in table.items ?? [] { rules.append(try Rule(item, in: source)) }
    return rules
  }
}

extension Rule {
  fileprivate var json: JSON {
    var rewrites: [JSON] = []
    for rewrite in self.rewrites {
      rewrites.append([
        "from": JSON(rewrite.from.text), "to": JSON(rewrite.to),
        "safety": JSON(rewrite.safety.rawValue),
      ])
    }
    var evidence: [JSON] = []
    for item in self.evidence {
      evidence.append([
        "authority": JSON(item.authority), "reference": JSON(item.reference),
        "date": JSON(item.date), "outcome": JSON(item.outcome.rawValue),
        "source": JSON(item.source), "note": JSON(item.note),
      ])
    }
    return [
      "rule": JSON(id), "category": JSON(category.rawValue),
      "confidence": JSON(confidence.rawValue), "outlook": JSON(outlook.rawValue),
      "summary": JSON(summary), "scope": JSON(Int(scope.rawValue)), "find": Self.json(find),
      "unless": Self.json(unless), "check": JSON(check), "rewrite": JSON(rewrites),
      "write": JSON(write), "know": JSON(know), "evidence": JSON(evidence),
    ]
  }

  private static func json(_ patterns: [Pattern]) -> JSON {
    var texts: [JSON] = []
    for pattern in patterns { texts.append(JSON(pattern.text)) }
    return JSON(texts)
  }

  fileprivate init(_ json: JSON, in source: Source) throws(Diagnostics) {
    let row = Row(source: source, json: json)
    var rewrites: [Rewrite] = []
    for item in try row.items("rewrite") {
      let to = Source(name: source.name, text: try item.text("to"))
      rewrites.append(
        try Rewrite(
          from: Pattern(item.text("from")), to: to, to.content, safety: item.value("safety")))
    }
    var evidence: [Evidence] = []
    for item in try row.items("evidence") {
      evidence.append(
        Evidence(
          authority: try item.text("authority"), reference: try item.text("reference"),
          date: try item.text("date"), outcome: try item.value("outcome"),
          source: try item.text("source"), note: try item.text("note")))
    }
    self.init(
      id: try row.text("rule"), category: try row.value("category"),
      confidence: try row.value("confidence"), outlook: try row.value("outlook"),
      summary: try row.text("summary"),
      scope: Scope(rawValue: UInt8(truncatingIfNeeded: json["scope"]?.int ?? 1)),
      find: try row.patterns("find"), unless: try row.patterns("unless"),
      check: json["check"]?.string, rewrites: rewrites, write: try row.text("write"),
      know: try row.text("know"), evidence: evidence)
  }
}

/// An object of the table, its members asked for by name.
private struct Row {
  let source: Source
  let json: JSON

  private func error(_ key: String) -> Diagnostics {
    source.error("\"\(key)\" is missing or of another kind", at: json.range)
  }

  func text(_ key: String) throws(Diagnostics) -> String {
    guard let text = json[key]?.string else { throw error(key) }
    return text
  }

  func value<Value: RawRepresentable<String>>(_ key: String) throws(Diagnostics) -> Value {
    guard let value = Value(rawValue: try text(key)) else { throw error(key) }
    return value
  }

  func items(_ key: String) throws(Diagnostics) -> [Row] {
    guard let items = json[key]?.items else { throw error(key) }
    var rows: [Row] = []
    for item in items { rows.append(Row(source: source, json: item)) }
    return rows
  }

  func patterns(_ key: String) throws(Diagnostics) -> [Pattern] {
    guard let items = json[key]?.items else { throw error(key) }
    var patterns: [Pattern] = []
    for item in items {
      guard let text = item.string else { throw error(key) }
      patterns.append(try Pattern(text))
    }
    return patterns
  }
}
