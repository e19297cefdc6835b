import Documents
import Requests
import SourceText

extension Linter {
  /// Reports as JSON that other programs may rely on, schema version 1.
  ///
  /// Offsets are UTF-8 bytes from 0, end-exclusive; lines and columns count from 1, columns in Unicode
  /// scalars.
  public func json(_ reports: [LintReport]) -> JSON {
    var files: [JSON] = []
    var evidence: [String: JSON] = [:]
    for report in reports {
      var findings: [JSON] = []
      for finding in report.findings {
        let known = evidence[finding.rule] ?? json(rule(finding.rule)?.evidence)
        evidence[finding.rule] = known
        findings.append(json(finding, known, in: report))
      }
      var known: [JSON] = []
      for note in [report.addressee?.records, report.addressee?.searchNote] {
        if let note { known.append(["text": JSON(note.text), "source": JSON(note.source)]) }
      }
      files.append([
        "path": JSON(report.path), "addressee": JSON(report.addressee?.id),
        "known": JSON(known), "findings": JSON(findings),
      ])
    }
    return ["schemaVersion": 1, "files": JSON(files)]
  }

  private func json(_ finding: Finding, _ evidence: JSON, in report: LintReport) -> JSON {
    var fixes: [JSON] = []
    for fix in finding.fixes {
      var edits: [JSON] = []
      for edit in fix.edits {
        edits.append([
          "start": JSON(edit.range.lowerBound), "end": JSON(edit.range.upperBound),
          "text": JSON(edit.replacement),
        ])
      }
      fixes.append([
        "title": JSON(fix.title), "safety": JSON(fix.safety.rawValue), "edits": JSON(edits),
      ])
    }
    return [
      "rule": JSON(finding.rule), "category": JSON(finding.category.rawValue),
      "outlook": JSON(finding.outlook.rawValue), "severity": JSON(finding.severity.rawValue),
      "confidence": JSON(finding.confidence.rawValue), "message": JSON(finding.message),
      "decision": JSON(finding.decision),
      "start": json(finding.range.lowerBound, in: report),
      "end": json(finding.range.upperBound, in: report),
      "excerpt": JSON(report.excerpt(of: finding)), "question": JSON(finding.question),
      "guide": JSON("Guides/rules/\(finding.rule).md"),
      "evidence": evidence,
      "fixes": JSON(fixes),
    ]
  }

  private func json(_ offset: Int, in report: LintReport) -> JSON {
    let position = report.position(of: offset)
    return [
      "offset": JSON(offset), "line": JSON(position.line), "column": JSON(position.column),
    ]
  }

  private func json(_ evidence: [Evidence]?) -> JSON {
    var items: [JSON] = []
    for item in evidence ?? [] {
      items.append([
        "authority": JSON(item.authority), "reference": JSON(item.reference),
        "date": JSON(item.date), "outcome": JSON(item.outcome.rawValue),
        "source": JSON(item.source),
      ])
    }
    return JSON(items)
  }
}
