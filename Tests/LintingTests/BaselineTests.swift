import Requests
import SourceText
import Testing

@testable import Linting

@Suite struct BaselineTests {
  private func report(_ text: String, path: String = "a.md") throws -> LintReport {
    let linter = Linter(rules: [try guide().rule])
    let reading = try RequestReading(Source(name: path, text: text))
    return LintReport(
      path: path, source: reading.source, addressee: nil, findings: linter.lint(reading))
  }

  private func baseline(_ text: String) throws -> Baseline {
    try Baseline(Source(name: "known.txt", text: text))
  }

  @Test func aLineIsTheRuleAndTheWordsInTheirPlace() throws {
    let text = Baseline.text(admitting: [try report("1. The number of Crimes tied to the fair.")])
    #expect(
      text.split(separator: "\n").dropFirst() == [
        "vague-link: the number of crimes [ tied to ] the fair ."
      ])
  }

  @Test func whatIsKnownIsLeftOutWhereverItHasMoved() throws {
    let known = try baseline(Baseline.text(admitting: [try report("1. Crimes tied to the fair.")]))
    let moved = try report(
      "Some context first.\n\n1. Arrests about it.\n2. Crimes\ntied  to the fair.", path: "b.md")
    let comparison = known.compared(with: [moved])
    #expect(comparison.known == 1)
    #expect(comparison.stale == [])
    #expect(comparison.reports[0].findings.map { moved.excerpt(of: $0) } == ["about"])
    #expect(comparison.reports[0].findings.map(\.decision) == [1])
  }

  @Test func aLineAdmitsOneFindingAndIsStaleWithoutOne() throws {
    let once = try report("1. Crimes tied to the fair.")
    let known = try baseline(Baseline.text(admitting: [once]))
    let twice = try report("1. Crimes tied to the fair.\n2. Crimes tied to the fair.")
    #expect(known.compared(with: [twice]).reports[0].findings.count == 1)
    let none = known.compared(with: [try report("1. Crimes recorded.")])
    #expect(none.known == 0)
    #expect(none.stale == ["vague-link: crimes [ tied to ] the fair ."])
  }

  @Test func otherWordsAreNew() throws {
    let known = try baseline(Baseline.text(admitting: [try report("1. Crimes tied to the fair.")]))
    let changed = known.compared(with: [try report("1. Thefts tied to the fair.")])
    #expect(changed.known == 0)
    #expect(changed.stale.count == 1)
  }

  @Test func aLineThatIsNoFindingIsNamed() throws {
    do throws(Diagnostics) {
      _ = try Baseline(Source(name: "known.txt", text: "# a remark\n\nnot a finding\n"))
      Issue.record("it was read")
    } catch {
      #expect(
        error.text == """
          error: this line is no finding
            --> known.txt:3:1
          3 | not a finding
            | ^^^^^^^^^^^^^ lines read "rule: words before [ words found ] words after"
          """)
    }
  }
}
