import Answerable
import CommandLineKit

extension Linting {
  /// Makes the fixes that may be made, again until nothing more comes of it, and reads the result over.
  func fixed(
    _ report: LintReport, _ path: String, _ registry: Registry
  ) throws(Diagnostics) -> LintReport {
    guard path != "-" || invocation[Program.LintOptions.diff] else {
      throw Diagnostics("a pipe cannot be fixed in place", remedy: "use --diff, or give a file")
    }
    var current = report
    var made = 0
    for _ in 0..<10 {
      let edits = edits(for: current.findings)
      guard !edits.isEmpty else { break }
      made += edits.count
      let text = String(decoding: current.source.bytes.applying(edits), as: UTF8.self)
      let reading = try RequestReading(Source(name: report.source.name, text: text))
      current = try self.report(path, reading, registry)
    }
    let held = report.findings.filter { $0.fixes.contains { !$0.edits.isEmpty } }.count - made
    if invocation[Program.LintOptions.diff] {
      let diff = unifiedDiff(report.source, current.source, path)
      if !diff.isEmpty { shell.print(Array(diff.utf8)) }
      if diff.isEmpty, held > 0 {
        shell.note(
          "\(sanitised(path)): no change by itself, and \(held) for you to read over (--review).\n")
      }
      return report
    }
    if made > 0 { try Files.write(current.source.bytes, to: path, replacing: true) }
    shell.note(
      "\(sanitised(path)): \(made) \(made == 1 ? "fix" : "fixes") made\(held > 0 ? ", \(held) left for you to read over (--review)" : "")."
    )
    return current
  }

  private func edits(for findings: [Finding]) -> [Edit] {
    let allowed: Set<Fix.Safety> =
      invocation[Program.LintOptions.review] ? [.safe, .review] : [.safe]
    var edits: [Edit] = []
    for finding in findings {
      if let fix = finding.fixes.first(where: { allowed.contains($0.safety) && !$0.edits.isEmpty })
      {
        edits += fix.edits
      }
    }
    return edits
  }
}
