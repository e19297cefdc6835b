import Documents
import SourceText

extension Linter {
  /// Reports as GitHub's workflow commands: an annotation a line, the heaviest first, because only the
  /// first ten of a kind are shown.
  public func gitHubAnnotations(_ reports: [LintReport]) -> String {
    var lines: [(severity: Severity, text: String)] = []
    for report in reports {
      for finding in report.findings {
        lines.append((finding.severity, annotation(finding, in: report)))
      }
    }
    var out = ""
    for severity in Severity.allCases {
      for line in lines where line.severity == severity { out += "\(line.text)\n" }
    }
    return out
  }

  private func annotation(_ finding: Finding, in report: LintReport) -> String {
    let start = report.position(of: finding.range.lowerBound)
    let end = report.position(of: finding.range.upperBound)
    let kind = finding.severity == .advice ? "notice" : finding.severity.rawValue
    var properties =
      "title=foi (\(finding.rule)),file=\(report.path.escapedForCommand(property: true))"
    properties += ",line=\(start.line),endLine=\(end.line)"
    if start.line == end.line { properties += ",col=\(start.column),endColumn=\(end.column)" }
    return "::\(kind) \(properties)::\(finding.message.escapedForCommand(property: false))"
  }

  /// Reports as reviewdog's rdjson; its columns are UTF-8 bytes.
  public func reviewdog(_ reports: [LintReport]) -> JSON {
    var diagnostics: [JSON] = []
    for report in reports {
      for finding in report.findings {
        diagnostics.append([
          "message": JSON(finding.message),
          "location": [
            "path": JSON(report.path),
            "range": [
              "start": place(finding.range.lowerBound, report),
              "end": place(finding.range.upperBound, report),
            ],
          ],
          "severity": JSON(
            finding.severity == .advice ? "INFO" : finding.severity.rawValue.uppercased()),
          "code": ["value": JSON(finding.rule)],
        ])
      }
    }
    return ["source": ["name": "foi"], "diagnostics": JSON(diagnostics)]
  }

  private func place(_ offset: Int, _ report: LintReport) -> JSON {
    [
      "line": JSON(report.position(of: offset).line),
      "column": JSON(report.lines.byteColumn(of: offset) + 1),
    ]
  }
}

extension String {
  /// Text in which nothing ends a workflow command or begins another.
  fileprivate func escapedForCommand(property: Bool) -> String {
    var out = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where property: out += "%3A"
      case "," where property: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
