import SourceText

/// Findings that somebody has looked at and chosen to live with, in a folder of requests kept for long.
///
/// A line of the file is one finding: the rule, a colon, and the words found, in square brackets between the words
/// around them. Line numbers and paths are no part of it, so a finding stays known when text is
/// added above it or the file is renamed; it is new again when its own words change. A line that stands
/// twice admits two findings.
public struct Baseline: Sendable {
  private var admitted: [String: Int] = [:]
  private var entries: [String] = []

  /// Reads a baseline; lines that begin with `#` are remarks.
  ///
  /// - Throws: at every line that is no finding.
  public init(_ source: Source) throws(Diagnostics) {
    var problems: [Diagnostic] = []
    var start = source.contentStart
    while start < source.bytes.count {
      let range = source.bytes.trimmed(start..<source.bytes.lineEnd(from: start))
      start = source.bytes.nextLine(after: start)
      guard !range.isEmpty, source.bytes[range.lowerBound] != UInt8(ascii: "#") else { continue }
      let line = source[range]
      guard line.utf8.contains(UInt8(ascii: ":")), line.utf8.contains(UInt8(ascii: "[")) else {
        problems.append(
          Diagnostic(
            "this line is no finding", at: .init(source, range),
            remedy: "lines read \"rule: words before [ words found ] words after\""))
        continue
      }
      entries.append(line)
      admitted[line, default: 0] += 1
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
  }

  /// What is new in some reports, and what the baseline knows and they no longer show.
  public struct Comparison: Sendable {
    public let reports: [LintReport]
    /// How many findings were left out because they are known.
    public let known: Int
    /// The lines of the baseline that fit nothing, in their order.
    public let stale: [String]
  }

  public func compared(with reports: [LintReport]) -> Comparison {
    var left = admitted
    var known = 0
    var fresh: [LintReport] = []
    for report in reports {
      let words = Words(report.source.bytes)
      var findings: [Finding] = []
      for finding in report.findings {
        let entry = Self.entry(for: finding, in: words, of: report.source)
        if let count = left[entry], count > 0 {
          left[entry] = count - 1
          known += 1
        } else {
          findings.append(finding)
        }
      }
      findings.numberDecisions()
      fresh.append(
        LintReport(
          path: report.path, source: report.source, addressee: report.addressee,
          findings: findings))
    }
    var stale: [String] = []
    for entry in entries.reversed() {
      guard let count = left[entry], count > 0 else { continue }
      left[entry] = count - 1
      stale.append(entry)
    }
    return Comparison(reports: fresh, known: known, stale: stale.reversed())
  }

  /// The baseline that admits all the findings of some reports, sorted, so that it changes little over time.
  public static func text(admitting reports: [LintReport]) -> String {
    var lines: [String] = []
    for report in reports {
      let words = Words(report.source.bytes)
      for finding in report.findings {
        lines.append(entry(for: finding, in: words, of: report.source))
      }
    }
    var text = "# Findings to live with. foi lint --baseline FILE --accept writes this file anew.\n"
    for line in lines.sorted() { text += line + "\n" }
    return text
  }

  /// `vague-association: arrests in 2022/23 [ connected with ] ticket touting`
  private static func entry(for finding: Finding, in words: Words, of source: Source) -> String {
    let found = words.indices(in: finding.range)
    let (around, most) = (4, 12)
    // Within the sentence, so that neither a question's number nor its neighbours count.
    func begins(_ i: Int) -> Bool {
      let traits = words.tokens[i].traits
      return traits.contains(.startsSentence) || traits.contains(.startsParagraph)
    }
    var before = found.lowerBound..<found.lowerBound
    while before.count < around, before.lowerBound > 0, !begins(before.lowerBound) {
      before = before.lowerBound - 1..<before.upperBound
    }
    let end = min(found.upperBound, found.lowerBound + most)
    var after = found.upperBound..<found.upperBound
    while after.count < around, after.upperBound < words.tokens.count, !begins(after.upperBound) {
      after = after.lowerBound..<after.upperBound + 1
    }
    var parts = ["\(finding.rule):"]
    for i in before { parts.append(source.normalised(words.tokens[i])) }
    parts.append("[")
    for i in found.lowerBound..<end { parts.append(source.normalised(words.tokens[i])) }
    parts.append("]")
    for i in after { parts.append(source.normalised(words.tokens[i])) }
    return parts.joined(separator: " ")
  }
}

extension Source {
  /// A word in small letters, so that capitals at the start of a sentence make no difference.
  fileprivate func normalised(_ token: Words.Token) -> String { self[token.range].lowercased() }
}
