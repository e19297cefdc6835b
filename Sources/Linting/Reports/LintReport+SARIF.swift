import Documents
import SourceText

extension Linter {
  /// Reports as SARIF 2.1.0, for code hosts and editors: every rule, and each finding at its place.
  public func sarif(_ reports: [LintReport], version: String) -> JSON {
    var rows: [JSON] = []
    var indices: [String: Int] = [:]
    for rule in rules + [.unusedAllow] {
      indices[rule.id] = rows.count
      rows.append(row(rule))
    }
    var results: [JSON] = []
    for report in reports {
      for finding in report.findings {
        results.append(result(finding, ofRule: indices[finding.rule] ?? rows.count, in: report))
      }
    }
    return [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "columnKind": "unicodeCodePoints",
          "tool": [
            "driver": [
              "name": "foi", "semanticVersion": JSON(version), "rules": JSON(rows),
            ]
          ],
          "results": JSON(results),
        ]
      ],
    ]
  }

  private func row(_ rule: Rule) -> JSON {
    let why = rule.why.isEmpty ? rule.summary : rule.why
    let help = "\(why) \(rule.write)"
    return [
      "id": JSON(rule.id),
      "shortDescription": ["text": JSON(rule.summary)],
      "fullDescription": ["text": JSON(why)],
      "help": ["text": JSON(help), "markdown": JSON(help)],
      "defaultConfiguration": ["level": JSON(rule.severity.sarifLevel)],
      "properties": [
        "precision": JSON(rule.confidence.rawValue), "tags": [JSON(rule.category.rawValue)],
        "problem.severity": JSON(
          rule.severity == .advice ? "recommendation" : rule.severity.rawValue),
      ],
    ]
  }

  private func result(_ finding: Finding, ofRule index: Int, in report: LintReport) -> JSON {
    var members: [JSON.Member] = [
      .init("ruleId", JSON(finding.rule)), .init("ruleIndex", JSON(index)),
      .init("level", JSON(finding.severity.sarifLevel)),
      .init("message", ["text": JSON(finding.message)]),
      .init(
        "locations",
        [
          [
            "physicalLocation": [
              "artifactLocation": uri(report), "region": region(finding.range, report),
            ]
          ]
        ]
      ),
    ]
    var fixes: [JSON] = []
    // A fix with blanks in it, or words only, is nothing that a program should offer to make.
    for fix in finding.fixes where fix.safety == .safe || fix.safety == .review {
      var replacements: [JSON] = []
      for edit in fix.edits {
        replacements.append([
          "deletedRegion": region(edit.range, report),
          "insertedContent": ["text": JSON(edit.replacement)],
        ])
      }
      fixes.append([
        "description": ["text": JSON(fix.title)],
        "artifactChanges": [
          ["artifactLocation": uri(report), "replacements": JSON(replacements)]
        ],
      ])
    }
    if !fixes.isEmpty { members.append(.init("fixes", JSON(fixes))) }
    return JSON(members: members)
  }

  private func uri(_ report: LintReport) -> JSON {
    var uri: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in Array(report.path.utf8) {
      let isPlain = byte.isDigit || byte.isASCIILetter || "-._~/".utf8.contains(byte)
      uri += isPlain ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return ["uri": JSON(String(decoding: uri, as: UTF8.self))]
  }

  private func region(_ range: ByteRange, _ report: LintReport) -> JSON {
    let start = report.position(of: range.lowerBound)
    let end = report.position(of: range.upperBound)
    return [
      "startLine": JSON(start.line), "startColumn": JSON(start.column),
      "endLine": JSON(end.line), "endColumn": JSON(end.column),
    ]
  }
}

extension Severity {
  fileprivate var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .advice: "note"
    }
  }
}
