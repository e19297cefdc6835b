import Requests
import SourceText

/// What a linter found in one text, ready to be shown or written.
public struct LintReport: Sendable {
  /// The path as it was given; `-` for standard input.
  public let path: String
  public let source: Source
  public let addressee: Authority?
  public let findings: [Finding]
  let lines: LineTable

  public init(path: String, source: Source, addressee: Authority?, findings: [Finding]) {
    self.path = path
    self.source = source
    self.addressee = addressee
    self.findings = findings
    lines = LineTable(source.bytes)
  }

  /// Line and column of a byte of the text.
  public func position(of offset: Int) -> Position { lines.position(of: offset) }

  /// The words of a finding on one line.
  public func excerpt(of finding: Finding) -> String {
    source.bytes.unwrapped(finding.range)
  }

  /// The findings by decision, in the order in which a person should settle them.
  public var decisions: [[Finding]] {
    var decisions: [[Finding]] = []
    for finding in findings {
      while decisions.count < finding.decision { decisions.append([]) }
      if finding.decision > 0 { decisions[finding.decision - 1].append(finding) }
    }
    return decisions
  }
}
