import Requests
import SourceText

@testable import Linting

/// A guide that holds, from which each test takes something away.
let sampleGuide = """
  ---
  rule: vague-link
  category: vague-association
  confidence: high
  outlook: come-back
  summary: this does not say which records to count
  find:
  - (tied|joined) (with|to)
  - about
  unless:
  - about section <number>
  rewrite:
  - from: (crimes|arrests) tied to
    to: <1> recorded at
    safety: review
  write: name the record and the field
  evidence:
  - authority: Borsetshire Police
    reference: 12/24
    date: 2024-02-03
    outcome: clarification
    source: https://example.org/12
  ---
  # Say which record you mean

  ## Sent back

  > The number of crimes **tied to** the harvest fair.

  > Overtime paid **about** the match, and arrests **joined with**
  > it or **tied with** it.

  ## Answerable

  > The number of burglaries recorded on beat KT04.

  > The number of charges about section 5 of that Act.
  """

func guide(_ text: String = sampleGuide) throws(Diagnostics) -> Guide {
  try Guide(Source(name: "vague-link.md", text: text))
}

/// The problems of a guide as `line: message`, whether it loads or not.
func problems(of text: String) -> [String] {
  var found: [Diagnostic] = []
  do throws(Diagnostics) {
    found = GuideCheck(try guide(text)).problems()
  } catch {
    found = error.all
  }
  return found.map { diagnostic in
    guard let place = diagnostic.place else { return diagnostic.message }
    let line = LineTable(place.source.bytes).position(of: place.range.lowerBound).line
    return "\(line): \(diagnostic.message)"
  }
}

/// A text with square brackets around what a linter finds, and the findings.
func marked(_ text: String, by linter: Linter) throws -> (String, [Finding]) {
  let source = Source(name: "request.md", text: text)
  let findings = linter.lint(try RequestReading(source))
  var edits: [Edit] = []
  for finding in findings {
    edits.append(Edit(finding.range, "⟦\(source[finding.range])⟧"))
  }
  return (String(decoding: source.bytes.applying(edits), as: UTF8.self), findings)
}

func unmarked(_ text: String) -> String { text.filter { $0 != "⟦" && $0 != "⟧" } }
